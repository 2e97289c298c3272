"""The hands and eyes of the tour: press, type, look, and take pictures in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ui.core import theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPalette

    from ui.main_window.main_window import MainWindow

_LAYOUT_ROUNDS = 5
"""More than there are wrapped texts within each other."""
W = TypeVar("W", bound=QWidget)


class UiRobot(QObject):
    """Operates the visible widgets, those of an open dialog first, as a user would.

    Args:
        application: Its palette is changed for the dark pictures.
        window: The main window.
        directory: Where the pictures go.
    """

    def __init__(self, application: QApplication, window: MainWindow, directory: Path) -> None:
        super().__init__(window)
        self.picture_count = 0
        self._application = application
        self._window = window
        self._directory = directory
        self._light = QApplication.palette()

    def find(self, name: str, kind: type[W]) -> W:
        """Return the widget with the object name `name`.

        Raises:
            LookupError: When there is none.
        """
        for root in (QApplication.activeModalWidget(), self._window):
            found = root.findChild(kind, name) if root is not None else None
            if found is not None:
                return found
        raise LookupError(f"there is no {name}")

    def is_usable(self, name: str) -> bool:
        """Return whether a button is there and not held back from a double click any more."""
        return self.find(name, QAbstractButton).isEnabled()

    def is_shown(self, name: str) -> bool:
        """Return whether the dialog that is open shows a button."""
        modal = QApplication.activeModalWidget()
        button = modal.findChild(QAbstractButton, name) if modal is not None else None
        return button is not None and button.isVisible()

    def click(self, name: str) -> None:
        """Press a button with the mouse."""
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Type ASCII text into a line, key by key."""
        self.insert(name, "")
        QTest.keyClicks(self.line(name), text)

    def insert(self, name: str, text: str) -> None:
        """Put `text` in as an input method would; Qt's own typing knows ASCII only."""
        line = self.line(name)
        line.setFocus()
        line.insert(text)

    def line(self, name: str) -> QLineEdit:
        """Return the line with the object name `name`, or the one inside that widget."""
        widget = self.find(name, QWidget)
        return widget if isinstance(widget, QLineEdit) else widget.findChildren(QLineEdit)[0]

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of `widget`, by default of the main window, in light and in dark.

        Raises:
            OSError: When it could not be written.
        """
        for scheme, palette in (("light", self._light), ("dark", theme.dark_palette())):
            self._paint(palette)
            self._lay_out()
            path = self._directory / f"{name}-{scheme}.png"
            if not (widget or self._window).grab().save(str(path)):
                raise OSError(f"the picture {path} could not be written")
            self.picture_count += 1
        self._paint(self._light)

    def _lay_out(self) -> None:
        # Each layout asks its parent's again: what is wrapped knows its height only when its width has come down.
        for _ in range(_LAYOUT_ROUNDS):
            self._application.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _paint(self, palette: QPalette) -> None:
        self._application.setPalette(palette)
        theme.apply(self._application)
