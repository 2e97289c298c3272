"""Imports by name, for what a start does not need: commands behind their options, and the window's pages and dialogs.

What the window may need is imported in the background after the first paint (`ui.main_window.preloading`), so that
`load` finds it there; everything else is imported when it is loaded.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from typing import Any

IMPORTING = threading.RLock()
"""Held by a thread that imports while another one may. Of two threads that come to a package and to one of its modules
in opposite orders, Python lets one see a module that is half imported, as they would wait for each other for ever."""


def load(name: str) -> Any:
    """Return a class or function by its name.

    Args:
        name: Module and attribute, such as ``"ui.resolve.dialog:ResolveDialog"``.
    """
    module, _, attribute = name.partition(":")
    found = sys.modules.get(module)
    if found is None or getattr(found.__spec__, "_initializing", False):
        with IMPORTING:
            found = import_module(module)
    return getattr(found, attribute)
