"""Geometry of windows: within the available area of a screen, whatever was stored, and as the font wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QRegion

from ui.core.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

USUAL_SIZE = QSize(1080, 760)
SMALLEST_SIZE = QSize(720, 420)
_FILLS_SCREEN = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
_AROUND_DIALOG = 64
"""Pixels of a screen that a dialog leaves free in width and in height."""
_LIKELY_BORDER = 8
"""Pixels at either side and below; how wide it is, a window knows only once it is shown."""


def place(window: QWidget, remembered: object) -> None:
    """Give a window that is not shown yet its place and size.

    Args:
        window: A top-level window.
        remembered: From `QWidget.saveGeometry`; anything else counts as nothing.
    """
    room = window.screen().availableGeometry().marginsRemoved(_likely_frame(window))
    window.setMinimumSize(SMALLEST_SIZE.boundedTo(room.size()))
    if isinstance(remembered, QByteArray) and window.restoreGeometry(remembered):
        keep_within_screen(window)
        return
    place_of_window = QRect(room.topLeft(), USUAL_SIZE.boundedTo(room.size()))
    place_of_window.moveCenter(room.center())
    window.setGeometry(place_of_window)


def keep_within_screen(window: QWidget, *, may_shrink: bool = True) -> None:
    """Move and shrink a window, so that all of it and its frame lie within the room of the screens.

    Args:
        window: A top-level window; while it is not shown, its frame is assumed.
        may_shrink: False only moves it; of one that is too large, the top left corner stays within.
    """
    if window.windowState() & _FILLS_SCREEN:
        return
    frame = _frame(window)
    outer = window.geometry().marginsAdded(frame)
    everywhere = QRegion()
    for screen in QGuiApplication.screens():
        everywhere += screen.availableGeometry()
    # A place across two screens was chosen by the user.
    if QRegion(outer).subtracted(everywhere).isEmpty():
        return
    screen = QGuiApplication.screenAt(outer.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    if may_shrink:
        outer.setSize(outer.size().boundedTo(room.size()))
    outer.moveLeft(max(min(outer.left(), room.right() - outer.width() + 1), room.left()))
    outer.moveTop(max(min(outer.top(), room.bottom() - outer.height() + 1), room.top()))
    window.setGeometry(outer.marginsRemoved(frame))


def _frame(window: QWidget) -> QMargins:
    """Return how far the frame reaches beyond the content of the window."""
    outer, inner = window.frameGeometry(), window.geometry()
    if not window.isVisible():
        return _likely_frame(window)
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )


def _likely_frame(window: QWidget) -> QMargins:
    # Not the style's height of a title: with `QStyle` all enumerations of the style are made before the first paint.
    title = 2 * window.fontMetrics().height()
    return QMargins(_LIKELY_BORDER, title + _LIKELY_BORDER, _LIKELY_BORDER, _LIKELY_BORDER)


def resize_for_font(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size, as far as the screen has room.

    Args:
        dialog: The dialog.
        width: Pixels for letters of the usual size.
        height: Likewise.
    """
    room = dialog.screen().availableGeometry()
    dialog.resize(
        min(scaled(width), room.width() - _AROUND_DIALOG), min(scaled(height), room.height() - _AROUND_DIALOG)
    )
