"""Imports of what the window may need next, before it is needed, as all at once they would block it.

Without them all works as well, only later. Libraries are imported on a background thread. The modules of `ui` are
imported on the window thread, a few in each turn of the event loop: they make types of PySide, which finds the type of
an object in a table that it reads without the GIL (before Python 3.12), so that a type made on another thread meanwhile
crashes the window.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.lazy import IMPORTING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = (
    "koodrive.backend.backend",
    "koodrive.backend.support_bundle",
    "koodrive.backend.undoing",
    "koodrive.batch.models",
    "koodrive.batch.running.dry_run",
    "koodrive.batch.series",
    "koodrive.batch.stored_index",
    "koodrive.batch.stored_plan",
    "koodrive.batch.template",
    "koodrive.connections.check",
    "koodrive.connections.format_detection",
    "koodrive.creation.curl",
    "koodrive.listing.live_export",
    "koodrive.logs.unexpected_errors",
)
"""What the modules of `ui` import of `koodrive`; with it come the libraries that take long."""

PAGE_PACKAGES = (
    *("core", "texts", "widgets", "tables", "inputs", "session", "pickers", "resolve", "fields"),
    *("create", "undo", "activity", "history", "live", "batch", "recipe", "settings", "main_window"),
)
"""Packages of `ui` from which the pages are built; each comes after those that it imports."""

DIALOG_PACKAGES = ("connections", "find", "support")
"""Packages of `ui` with the dialogs that may be opened next."""

_TURN_S = 0.004


def import_libraries() -> None:
    """Import the backend and what the pages and dialogs import besides Qt; blocks."""
    with IMPORTING:
        for name in LIBRARIES:
            import_module(name)


class Preloading(QObject):
    """Imports a few modules in each turn of the event loop.

    Args:
        steps: `page_steps` or `dialog_steps`.
        parent: Owner; when it goes, the imports end.

    Signals:
        finished: All is imported.
    """

    finished = Signal()

    def __init__(self, steps: Iterator[str], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps

    @Slot()
    def start(self) -> None:
        """Go on for a few milliseconds in this turn of the event loop, and then in the next ones."""
        end = time.perf_counter() + _TURN_S
        for _name in self._steps:
            if time.perf_counter() >= end:
                QTimer.singleShot(0, self, self.start)
                return
        self.finished.emit()
        self.deleteLater()


def page_steps() -> Iterator[str]:
    """Import the modules from which the pages are built, and prepare Qt's classes for them.

    Yields:
        What a step of a few milliseconds has imported or prepared.
    """
    yield from _imported(PAGE_PACKAGES)
    # A call that returns a QWidget looks through all of its kinds, and makes the enumerations of each.
    widgets, gui = import_module("PySide6.QtWidgets"), import_module("PySide6.QtGui")
    for module, names in ((gui, ("QFont", "QIcon", "QPainter", "QTextOption")), (widgets, dir(widgets))):
        for name in names:
            dir(getattr(module, name))
            yield name


def dialog_steps() -> Iterator[str]:
    """Import the dialogs that may be opened next.

    Yields:
        What a step of a few milliseconds has imported.
    """
    yield from _imported(DIALOG_PACKAGES)


def _imported(packages: tuple[str, ...]) -> Iterator[str]:
    for package in packages:
        for name in _modules(f"ui.{package}"):
            import_module(name)
            yield name


def _modules(package: str) -> Iterator[str]:
    """Return the modules of `package`; a page or dialog comes after the modules of which it is put together."""
    from pkgutil import iter_modules  # noqa: PLC0415 - nothing waits for it before the first paint

    found = list(iter_modules(import_module(package).__path__, f"{package}."))
    for module in sorted(
        found, key=lambda module: (not module.ispkg, module.name.endswith(("page", "dialog")))
    ):
        if module.ispkg:
            yield from _modules(module.name)
        else:
            yield module.name
