"""What koodrive says can be translated: templates are literals, nothing is glued to a message, the file is current."""

from __future__ import annotations

import ast
import string
from functools import cache
from pathlib import Path

import pytest
from test_supply import program

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "koodrive").rglob("*.py"))
SAID = {"advice", "gaps", "message", "note", "problem", "reason", "remark", "title", "why"}
"""Names under which messages go about."""
ENGLISH_ONLY = {
    "koodrive/backend/support_bundle.py",  # For the authors of KooDesk.
    "koodrive/errors.py",  # An exception in a log.
}
READS_TEMPLATES = {
    "koodrive/messages.py",
    "koodrive/batch/running/reactions.py",  # Only compares them: the same refusal again.
}

messages = program("messages")


@cache
def document() -> tuple[str, list[str]]:
    return messages.document()


def templates() -> list[str]:
    """Return all templates, as the file has them."""
    calls = [node for node in ast.walk(ast.parse(document()[0])) if isinstance(node, ast.Call)]
    return [call.args[1].value for call in calls]


def is_said(node: ast.AST) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in SAID


def glued(source: str) -> list[str]:
    """Return what is made of a message and other text by f-strings, ``+`` or ``join``."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("'.join", '".join')):
            parts = [part for argument in node.args for part in ast.walk(argument)]
        else:
            continue
        if any(map(is_said, parts)):
            found.append(ast.unparse(node))
    return found


def test_every_template_is_a_literal_and_stands_in_the_file_for_lupdate() -> None:
    wanted, problems = document()
    assert problems == []
    assert messages.DOCUMENT.read_text(encoding="utf-8") == wanted, "run 'make translations'"
    assert len(templates()) > 600


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('Message("One")', {"One"}),
        ('Problem.of("code", "Two " "parts {name}", name=1)', {"Two parts {name}"}),
        ('too_many("code", "{count}", 3, 2)', {"{count}"}),
        ("CONSTANT.filled(count=1)", set()),
    ],
)
def test_templates_are_found(call: str, found: set[str]) -> None:
    assert messages.templates(call, "koodrive/module.py") == (found, [])


@pytest.mark.parametrize(
    "call",
    [
        'Message(f"One {more}")',
        'Message("One" + more)',
        'Message("One" if more else "Two")',
        "Message(template, **values)",
        'Problem.of("code", TEXTS["code"])',
        "Message(error.message.template)",
        "Message()",
    ],
)
def test_a_template_that_is_no_literal_is_named(call: str) -> None:
    found, problems = messages.templates(f"\n{call}", "koodrive/module.py")
    assert not found
    assert problems == ["koodrive/module.py:2: the template of a message is not a literal."]


def test_places_in_templates_have_plain_names_and_no_template_begins_or_ends_with_a_blank() -> None:
    for template in templates():
        for _, name, _, conversion in string.Formatter().parse(template):
            assert name is None or (name.isidentifier() and not conversion), template
        assert template == template.strip(), template


@pytest.mark.parametrize(
    "source",
    [
        'f"{error.title}: more"',
        'error.message + "."',
        '" ".join((error.title, error.message))',
        '"; ".join(gaps)',
    ],
)
def test_glue_is_found(source: str) -> None:
    assert glued(source)


def test_nothing_is_glued_to_a_message() -> None:
    for path in FILES:
        place, source = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        if place not in ENGLISH_ONLY and not place.startswith("koodrive/sandbox/"):
            assert glued(source) == [], place
        if place not in READS_TEMPLATES:
            assert ".template" not in source.replace("koodrive.batch.template", ""), place
