"""The documents say what is there: every test that they name exists, and every case has its row."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAP = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
FAULTS = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[^`:]+)::([^`]+)`", FAULTS)))
ROWS = {
    row[0]: row[1:] for row in re.findall(r"^\| (C-\d\d) \|(.+)\|(.+)\|(.+)\|(.+)\|$", FAULTS, re.MULTILINE)
}
CASES = [f"C-{number:02}" for number in range(1, 68)]


@cache
def names_in(path: Path) -> set[str]:
    """Return the names of the tests that a file has, also within classes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return {name for name in names if name.startswith("test_")}


def test_every_test_that_is_named_exists():
    assert [(path, name) for path, name in NAMED if name not in names_in(ROOT / path)] == []


def test_every_case_has_one_row_in_order():
    assert re.findall(r"^\| (C-\d\d) ", FAULTS, re.MULTILINE) == CASES
    assert list(ROWS) == CASES


def test_every_row_has_a_test_and_a_result():
    for case, (_fault, _behaviour, tests, result) in ROWS.items():
        assert re.fullmatch(r"\s*`tests/[^`]+::\w+`(<br>`tests/[^`]+::\w+`)*\s*", tests), case
        assert result.strip().startswith("Held"), case


def test_a_test_that_has_a_case_in_its_name_is_in_the_row_of_this_case():
    for path, name in NAMED:
        case = re.match(r"test_c(\d\d)_", name)
        if case:
            assert f"`{path}::{name}`" in ROWS[f"C-{case[1]}"][2]


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=str
)
def test_documents_name_no_place_of_one_computer(document):
    text = document.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.])/(?:work|tmp|home|root|Users)/", text)


def test_the_commands_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make (\w+)", FAULTS, re.MULTILINE)) <= targets


@pytest.mark.parametrize("document", ["CHANGELOG.md", "docs/licences.md"])
def test_what_the_help_menu_shows_is_current(document):
    copy = ROOT / "resources" / Path(document).name
    assert copy.read_text(encoding="utf-8") == (ROOT / document).read_text(encoding="utf-8"), (
        "run 'make format'"
    )


@pytest.mark.parametrize("folder", ["koodrive", "ui"])
def test_every_file_has_its_place_in_the_map(folder):
    found = {path.name for path in (ROOT / folder).glob("*.py")} - {"__init__.py", "version.py"}
    found |= {f"{path.parent.name}/" for path in (ROOT / folder).glob("*/__init__.py")}
    assert not {name for name in found if f"`{name}`" not in MAP}


def test_the_tests_that_stand_for_the_security_exist_once_each():
    everywhere = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    named = set(re.findall(r"`(?:tests/[a-z/]+)?(test_\w+\.py)`", SECURITY))
    assert named
    assert {name: everywhere.count(name) for name in named} == dict.fromkeys(named, 1)
    assert all((ROOT / path).exists() for path in re.findall(r"`(tests/[^`]+)`", SECURITY))
