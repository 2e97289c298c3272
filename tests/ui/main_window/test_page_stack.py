"""The pages are built in turns of the event loop, and styled once, at the place where they stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.main_window.pages import PAGES


class StyleChanges(QObject):
    """Counts how often a widget that had its style has got it anew."""

    def __init__(self) -> None:
        super().__init__()
        self.again = 0

    def eventFilter(self, watched, event):  # noqa: N802 - the name that Qt gives it
        """Count one event."""
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.again += watched.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        return False


def test_all_pages_are_styled_before_they_are_shown_and_hardly_any_part_twice(qapp, start):
    changes = StyleChanges()
    qapp.installEventFilter(changes)
    window = start()
    qapp.removeEventFilter(changes)
    parts = [part for name in PAGES for part in window._stack.page(name).findChildren(QWidget)]
    bare = [part for part in parts if not part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)]
    assert not bare
    # Each time that a page is put together from the inside out, all of its parts are styled anew.
    assert changes.again < 0.8 * len(parts)
