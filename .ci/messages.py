"""Writes the templates of all `Message`s into a file where `lupdate` finds them; or checks that it is current.

Qt's `lupdate` does not know `koodrive.messages.Message`, and `koodrive` does not know Qt. So every template is a
literal in the call that makes the message; whatever is not is named, and the exit code is 1. With ``--check`` nothing
is written.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "resources" / "translations" / "koodrive_messages.py"
CONTEXT = "koodrive"

TEMPLATE_OF = {"Message": 0, "Problem.of": 1, "too_many": 1}
"""Which argument of a call is the template."""
TAKES_TEMPLATES = {"koodrive/messages.py", "koodrive/rules/problems.py"}
"""Where these calls are defined, and so pass on a template from elsewhere."""

HEAD = '''"""The templates of all `Message`s for `lupdate`, made by `make translations`; nobody imports it."""

# ruff: noqa: E501, Q003
# fmt: off
from PySide6.QtCore import QT_TRANSLATE_NOOP

'''


def templates(source: str, place: str) -> tuple[set[str], list[str]]:
    """Return the templates of all messages in a module, and where one is not a literal.

    Args:
        source: Python source.
        place: The path of the module below the root.
    """
    found, problems = set(), []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.FunctionDef) and any(map(_is_command, call.decorator_list)):
            found.add(_paragraphs(ast.get_docstring(call) or ""))
        if not isinstance(call, ast.Call) or ast.unparse(call.func) not in TEMPLATE_OF:
            continue
        argument = call.args[TEMPLATE_OF[ast.unparse(call.func)] :][:1]
        if argument and isinstance(argument[0], ast.Constant) and isinstance(argument[0].value, str):
            found.add(argument[0].value)
        elif place not in TAKES_TEMPLATES:
            problems.append(f"{place}:{call.lineno}: the template of a message is not a literal.")
    return found, problems


def _is_command(decorator: ast.expr) -> bool:
    """Return whether a function is a command of ``koodrive``: its docstring is its help."""
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "command"


def _paragraphs(text: str) -> str:
    """Return a text with each paragraph in one line, as its help looks it up."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def document() -> tuple[str, list[str]]:
    """Return what the file has to hold, and which messages cannot be translated."""
    found, problems = set(), []
    for path in sorted(path for half in ("koodrive", "ui") for path in (ROOT / half).rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        here, wrong = templates(path.read_text(encoding="utf-8"), place)
        found |= here
        problems += wrong
    # No text, and a place alone as for a text from outside, are the same in every language.
    texts = sorted(text for text in found if not re.fullmatch(r"(\{\w+\})?", text))
    lines = [f'QT_TRANSLATE_NOOP("{CONTEXT}", {json.dumps(text, ensure_ascii=False)})\n' for text in texts]
    return HEAD + "".join(lines), problems


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it; return the exit code."""
    wanted, problems = document()
    if arguments == ["--check"]:
        if not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != wanted:
            problems.append(f"{DOCUMENT.relative_to(ROOT)} is not current: run 'make translations'.")
    else:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(wanted, encoding="utf-8")
    sys.stderr.write("".join(f"Messages: {problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
