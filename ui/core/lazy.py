"""Imports by name, for classes that the window does not need to stand: pages and dialogs.

Their modules are imported in the background after the first paint (`ui.main_window.preloading`), so that `load` finds
them there; without that it imports them itself.
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
