"""The walls of the house: who may import whom, read from the source."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted(path for folder in ("koodrive", "ui") for path in (ROOT / folder).rglob("*.py"))

ONLY_IN = {
    # Which services NO_PROXY excludes is decided by the library's own function.
    "requests": ("koodrive/api/auth_headers.py", "koodrive/api/transport.py", "koodrive/network/proxy.py"),
    "keyring": ("koodrive/credentials/store.py",),
    "sqlite3": ("koodrive/journal/",),
}
ROOTS = "errors models version messages"
PACKAGES = {
    "koodrive/version.py": "",
    "koodrive/messages.py": "",
    "koodrive/models": "messages",
    "koodrive/errors.py": "rules messages",
    "koodrive/core": "messages",
    "koodrive/clock": "core messages",
    "koodrive/logs": "core messages",
    "koodrive/rules": "core models messages",
    "koodrive/network": f"core logs rules {ROOTS}",
    "koodrive/api": f"core clock logs rules network {ROOTS}",
    "koodrive/credentials": f"core logs api {ROOTS}",
    "koodrive/connections": f"core clock logs rules network api credentials {ROOTS}",
    "koodrive/journal": f"core logs {ROOTS}",
    "koodrive/listing": f"core clock rules api journal {ROOTS}",
    "koodrive/creation": f"core clock rules api journal listing {ROOTS}",
    "koodrive/backend": (
        "core clock logs rules network api credentials connections journal listing creation batch sandbox "
        + ROOTS
    ),
    "koodrive/batch": f"core clock rules api journal listing creation {ROOTS}",
    "koodrive/cli": (
        "core clock logs rules network api credentials connections journal listing creation batch backend sandbox "
        + ROOTS
    ),
    "koodrive/__main__.py": "cli",
    "koodrive/sandbox": "",
    "ui/core": "",
    "ui/texts": "core",
    "ui/widgets": "core texts",
    "ui/tables": "core texts widgets",
    "ui/inputs": "core texts widgets",
    "ui/session": "core texts widgets",
    "ui/pickers": "core texts widgets tables inputs session",
    "ui/resolve": "core texts widgets tables session",
    "ui/fields": "core texts widgets inputs session pickers",
    "ui/create": "core texts widgets inputs session pickers resolve fields",
    "ui/undo": "core texts widgets session create",
    "ui/activity": "core texts widgets session create undo",
    "ui/history": "core texts widgets tables inputs session resolve undo",
    "ui/live": "core texts widgets tables inputs session",
    "ui/find": "core texts widgets inputs session",
    "ui/settings": "core texts widgets inputs session",
    "ui/connections": "core texts widgets inputs session",
    "ui/recipe": "core texts widgets inputs session fields create",
    "ui/support": "core texts widgets inputs session history",
    "ui/batch": "core texts widgets tables inputs session undo activity",
    "ui/main_window": (
        "core texts widgets session pickers resolve fields create activity"
        " undo history live find connections recipe batch support settings"
    ),
    "ui/lifecycle": "core texts widgets session support main_window",
    "ui/app.py": "core texts widgets session support main_window lifecycle",
    "ui/tour": "core texts widgets session pickers resolve fields create activity history live batch main_window app",
}
"""Packages of the same half that each package may import, for types, too; `ui` may import all of `koodrive`."""

MOST_FILES = 24
"""Python files of one folder."""

LOADED = r"(?:ui|koodrive)(?:\.\w+)+:\w+"
"""A name as `koodrive.core.lazy.load` takes it."""

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for path in FILES
    if path.name != "__init__.py"
}
"""Path of each module by its name, without the faces of the packages."""


@cache
def imports(path: Path) -> frozenset[str]:
    """Return the full names of all modules that the file imports, wherever in it, names for `load` included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and re.fullmatch(LOADED, str(node.value)):
            found.add(node.value.replace(":", "."))
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def check_walls(path):
    place = path.relative_to(ROOT).as_posix()
    names = imports(path)
    tops = {name.split(".")[0] for name in names}
    if place.startswith("koodrive/"):
        assert not tops & {"ui", "PySide6", "shiboken6"}, place
    if place.startswith("koodrive/sandbox/"):
        ours = {
            name for name in names if name.startswith("koodrive") and not name.startswith("koodrive.sandbox")
        }
        assert not ours - {"koodrive"}, f"{place}: the sandbox judges by its own means"
    elif place.startswith("koodrive/") and place not in {
        "koodrive/backend/backend.py",
        "koodrive/backend/sandbox_host.py",
    }:
        assert not [name for name in names if name.startswith("koodrive.sandbox")], place
    for module, homes in ONLY_IN.items():
        assert module not in tops or place.startswith(homes), f"{place} must not import {module}"


def test_imports_stay_inside_the_walls():
    for path in FILES:
        check_walls(path)


def test_packages_import_what_is_below_them():
    for path in FILES:
        half, *parts = path.relative_to(ROOT).parts
        if parts == ["__init__.py"]:
            continue
        ours = {name.split(".")[1] for name in imports(path) if name.startswith(f"{half}.")}
        allowed = {*PACKAGES[f"{half}/{parts[0]}"].split(), parts[0].removesuffix(".py")}
        assert ours <= allowed, f"{path} must not import {ours - allowed}"


def test_the_table_of_packages_has_no_way_back():
    graph = {
        place: {f"{place.split('/')[0]}/{name}" for name in names.split()}
        for place, names in PACKAGES.items()
    }
    assert list(
        TopologicalSorter({place.removesuffix(".py"): below for place, below in graph.items()}).static_order()
    )


def test_no_nested_event_loops():
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        if path.is_relative_to(ROOT / "ui"):
            assert "processEvents" not in source, path
            assert "QEventLoop" not in source, path
            calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
            executed = [
                call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "exec"
            ]
            assert not executed or path.name == "tour.py", f"{path}: dialogs are opened with open()"


def test_no_files_import_each_other_in_a_circle():
    graph = {name: {other for other in imports(path) if other in MODULES} for name, path in MODULES.items()}
    TopologicalSorter(graph).prepare()


def test_no_folder_is_too_large_to_find_a_file_in():
    counts = Counter(path.parent.relative_to(ROOT).as_posix() for path in FILES)
    assert {folder: count for folder, count in counts.items() if count > MOST_FILES} == {}
