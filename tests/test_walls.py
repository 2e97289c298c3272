"""The walls of the house: who may import whom, read from the source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(path for folder in ("koodrive", "ui") for path in (ROOT / folder).rglob("*.py"))

ONLY_IN = {
    # Which services NO_PROXY excludes is decided by the library's own function.
    "requests": ("koodrive/api/transport.py", "koodrive/network/proxies.py"),
    "keyring": ("koodrive/credentials/credentials.py",),
    "sqlite3": ("koodrive/journal/",),
}
UPWARDS = {
    "koodrive/models.py": ("koodrive.wording",),
    "koodrive/rules/problems.py": ("koodrive.wording",),
    "koodrive/rules/name_rules.py": (
        "koodrive.core.characters",
        "koodrive.rules.problems",
        "koodrive.wording",
    ),
    "koodrive/rules/id_rules.py": ("koodrive.core.characters", "koodrive.rules.problems", "koodrive.wording"),
    "koodrive/rules/__init__.py": (
        "koodrive.models",
        "koodrive.rules.name_rules",
        "koodrive.rules.id_rules",
        "koodrive.rules.problems",
        "koodrive.wording",
    ),
}


def imports(path: Path) -> set[str]:
    """Return the full names of all modules that the file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_stay_inside_the_walls(path):
    place = path.relative_to(ROOT).as_posix()
    names = imports(path)
    tops = {name.split(".")[0] for name in names}
    if place.startswith("koodrive/"):
        assert not tops & {"ui", "PySide6", "shiboken6"}
    if place.startswith("koodrive/sandbox/"):
        ours = {
            name for name in names if name.startswith("koodrive") and not name.startswith("koodrive.sandbox")
        }
        assert not ours - {"koodrive"}, "the sandbox judges by its own means"
    elif place.startswith("koodrive/") and place not in {
        "koodrive/backend/desk.py",
        "koodrive/backend/own_sandbox.py",
    }:
        assert not [name for name in names if name.startswith("koodrive.sandbox")]
    for module, homes in ONLY_IN.items():
        assert module not in tops or place.startswith(homes), f"{place} must not import {module}"
    allowed = UPWARDS.get(place)
    if allowed is not None:
        assert not [name for name in names if name.startswith("koodrive.") and not name.startswith(allowed)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_nested_event_loops_and_no_autotext(path):
    source = path.read_text(encoding="utf-8")
    if path.is_relative_to(ROOT / "ui"):
        assert "processEvents" not in source
        assert "QEventLoop" not in source
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        executed = [
            call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "exec"
        ]
        assert not executed or path.name == "tour.py", "dialogs are opened with open()"
