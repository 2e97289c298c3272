"""Driver of the window of `canary_process.py`: writes down all visible texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

OPEN_FIELD = "connection.proxyAddress"
"""The only plain text field into which a secret is typed."""


def _text_of(widget):
    """Return the accessible texts of `widget`."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None or widget.objectName() == OPEN_FIELD:
        return []
    return [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]


class WindowDriver:
    """Operates the window by object names.

    Args:
        window: The main window; its dialogs are searched first.
        path: File for the visible texts.
    """

    def __init__(self, window, path):
        self._window = window
        self._seen = path.open("a", encoding="utf-8", errors="backslashreplace")

    def close(self):
        self._seen.close()

    def is_idle(self):
        return not self._window.session.runner.is_busy

    def has(self, name):
        return any(root.findChild(QObject, name) for root in self._roots())

    def _roots(self):
        return [root for root in (QApplication.activeModalWidget(), self._window) if root is not None]

    def find(self, name, kind=QWidget):
        for root in self._roots():
            found = root.findChild(kind, name)
            if found is not None:
                return found
        raise LookupError(name)

    def click(self, name):
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def _line(self, name):
        widget = self.find(name)
        return widget if isinstance(widget, QLineEdit) else widget.findChildren(QLineEdit)[0]

    def put(self, name, text):
        line = self._line(name)
        line.setFocus()
        line.selectAll()
        line.insert(text)

    def paste(self, name, text):
        """Paste from the clipboard, and clear it before the next `see`."""
        QGuiApplication.clipboard().setText(text)
        line = self._line(name)
        line.setFocus()
        line.selectAll()
        if text:
            line.paste()
        else:
            line.clear()
        QGuiApplication.clipboard().clear()

    def choose_file(self, name, path):
        chooser = self.find(name, QFileDialog)
        chooser.fileSelected.emit(str(path))
        chooser.close()

    def note(self, *things):
        """Write down the `repr` of `things`."""
        self._seen.write("".join(f"{thing!r}\n{thing}\n" for thing in things))

    def see(self, *, with_clipboard=True):
        """Write down all visible texts of every window, and the clipboard."""
        for widget in QApplication.allWidgets():
            parts = [
                widget.windowTitle(),
                widget.toolTip(),
                widget.accessibleName(),
                widget.accessibleDescription(),
                widget.statusTip(),
                widget.whatsThis(),
                *_text_of(widget),
            ]
            if isinstance(widget, QLabel | QAbstractButton):
                parts.append(widget.text())
            elif isinstance(widget, QLineEdit):
                parts.append(widget.placeholderText())
                if widget.objectName() != OPEN_FIELD:
                    parts.append(widget.displayText())
            elif isinstance(widget, QPlainTextEdit):
                parts.append(widget.toPlainText())
            self._seen.write("\n".join(part for part in parts if part) + "\n")
        if with_clipboard:
            data = QGuiApplication.clipboard().mimeData()
            for form in data.formats() if data is not None else ():
                self._seen.write(f"{form}: {bytes(data.data(form)).decode(errors='backslashreplace')}\n")
