"""Every name that is given to `load` as a text is the name of something that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from koodrive.core.lazy import load

ROOT = Path(__file__).parents[3]
NAME = re.compile(r"(?:ui|koodrive|PySide6)(?:\.\w+)+:\w+")


def names() -> set[str]:
    texts = (
        node.value
        for folder in ("koodrive", "ui")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if NAME.fullmatch(text)}


def test_every_name_is_there():
    found = names()
    assert "ui.resolve.dialog:ResolveDialog" in found
    assert all(load(name) is not None for name in found - {"koodrive.cli.module:function"})


def test_a_name_that_is_not_there_is_an_error_of_the_import():
    with pytest.raises(ModuleNotFoundError):
        load("koodrive.nowhere:nothing")
    with pytest.raises(AttributeError):
        load("koodrive.core.lazy:nothing")
