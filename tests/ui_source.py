"""The source of the window as syntax trees, for the tests that read it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent


def name_of(node: ast.expr) -> str:
    """Return the last part of the name of what is called or read."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def problems_of_all(problems: Callable[[str, str], list[str]]) -> dict[str, list[str]]:
    """Return what is wrong in the modules of `ui`, by their places below the root.

    Args:
        problems: Returns what is wrong in a module, from its source and its place; modules without a problem are left out.
    """
    places = {path: path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "ui").rglob("*.py"))}
    found = {place: problems(path.read_text(encoding="utf-8"), place) for path, place in places.items()}
    return {place: lines for place, lines in found.items() if lines}
