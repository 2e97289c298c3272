"""Imports by name, for what a start does not need: commands behind their options, and the window's pages and dialogs.

What the window may need is imported in the background after the first paint (`ui.main_window.preloading`), so that
`load` finds it there; everything else is imported when it is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """Return a class or function by its name.

    Args:
        name: Module and attribute, such as ``"ui.resolve.dialog:ResolveDialog"``.
    """
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
