"""The Help button looks as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QStyle, QStyleOptionButton, QWidget


class _Paints(QObject):
    """Notes at each painting whether a button looks pressed."""

    def __init__(self, button):
        super().__init__(button)
        self.button = button
        self.pressed = []
        button.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - the name that Qt gives it
        if event.type() == QEvent.Type.Paint:
            option = QStyleOptionButton()
            self.button.initStyleOption(option)
            self.pressed.append(bool(option.state & QStyle.StateFlag.State_Sunken))
        return False


def test_it_looks_unpressed_after_its_menu_was_used_with_the_keyboard_from_elsewhere(qtbot, window):
    name, button = window.findChild(QWidget, "album.name"), window.findChild(QPushButton, "help")
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    paints = _Paints(button)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None and paints.pressed[-1:] == [True])
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: paints.pressed[-1:] == [False])
    # This platform paints all that a menu has covered. X11 does not: there, only the button can ask for it.
    QTest.qWait(300)
    paints.pressed.clear()
    button.findChild(QMenu).aboutToHide.emit()
    qtbot.waitUntil(lambda: paints.pressed == [False])
