"""The source of the window as syntax trees, for the tests that read it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROOT = Path(__file__).parent.parent


@cache
def trees() -> Mapping[str, ast.Module]:
    """Return the modules of `ui` by their places below the root."""
    paths = sorted((_ROOT / "ui").rglob("*.py"))
    return {path.relative_to(_ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def name_of(node: ast.expr) -> str:
    """Return the last part of the name of what is called or read."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def problems_of_all(problems: Callable[[ast.Module, str], list[str]]) -> dict[str, list[str]]:
    """Return what is wrong in the modules of `ui`, by their places; those without a problem are left out.

    Args:
        problems: Returns what is wrong in a module at a place.
    """
    found = {place: problems(tree, place) for place, tree in trees().items()}
    return {place: lines for place, lines in found.items() if lines}
