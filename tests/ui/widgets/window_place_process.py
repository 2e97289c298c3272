"""Starts KooDesk in a process of its own and tells where its window and its button stand."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from ui.app import build

application, window = build(["koodesk", "--sandbox", "--data-dir", sys.argv[1]])
if len(sys.argv) > 2:
    window.setGeometry(*map(int, sys.argv[2:]))


def report():
    button = window.findChild(QWidget, "album.create")
    corners = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
    told = {
        "rooms": [screen.availableGeometry().getRect() for screen in application.screens()],
        "window": window.frameGeometry().getRect(),
        "content": window.geometry().getRect(),
        "button": corners.getRect(),
        "smallest": window.minimumSize().toTuple(),
        "is_visible": button.isVisible()
        and window.rect().contains(button.mapTo(window, button.rect().center())),
    }
    json.dump(told, sys.stdout)
    window.close()


window.painted.connect(lambda: QTimer.singleShot(0, report))
sys.exit(application.exec())
