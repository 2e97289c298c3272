"""The catalogue of Simplified Chinese is current with the source, and what is compiled is current with it."""

from __future__ import annotations

import ast
import shutil
from typing import TYPE_CHECKING

from test_chinese import translations
from test_supply import program
from ui_source import name_of, trees

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

catalogue: ModuleType = program("catalogue")


def test_the_catalogue_has_the_messages_of_the_source_and_no_others(tmp_path: Path) -> None:
    copy = tmp_path / catalogue.CATALOGUE.name
    shutil.copy(catalogue.CATALOGUE, copy)
    catalogue.renew(copy)
    assert copy.read_text("utf-8") == catalogue.CATALOGUE.read_text("utf-8"), "run 'make translations'"


def test_what_is_compiled_is_the_catalogue(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    catalogue.release(catalogue.CATALOGUE, compiled)
    assert compiled.read_bytes() == catalogue.CATALOGUE.with_suffix(".qm").read_bytes(), (
        "run 'make translations'"
    )


def texts_in(node: ast.AST, of_class: str) -> Iterator[tuple[str, str]]:
    """Yield context and text of all literals that the source translates.

    Args:
        node: Any part of a module.
        of_class: The class that it is in; empty outside.
    """
    if isinstance(node, ast.Call) and name_of(node.func) in {"tr", "translate"}:
        literals = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
        if name_of(node.func) == "tr":
            yield of_class, literals[0]
        elif ast.unparse(node.func) == "translate" and len(literals) > 1:
            yield literals[0], literals[1]
    inside = node.name if isinstance(node, ast.ClassDef) else of_class
    for child in ast.iter_child_nodes(node):
        yield from texts_in(child, inside)


def test_no_text_of_the_source_is_overlooked() -> None:
    wanted = {text for tree in trees().values() for text in texts_in(tree, "")}
    assert len(wanted) > 1_000
    assert wanted - {(one.context, one.source) for one in translations()} == set()
