"""The list of the shortcuts, made from the actions that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.inputs.form_area import ScrollableForm
from ui.texts.translate import titled
from ui.texts.visible import without_mnemonic
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

WIDTH = 440


class ShortcutsDialog(AutoHeightDialog):
    """Shows each action with its keys; to be opened with `open`, and made anew each time.

    Args:
        actions: Actions of the window; those without a shortcut are left out.
        parent: Window that it stands over.
    """

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        title = self.tr("Shortcuts")
        self.setWindowTitle(title)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for place, action in enumerate(action for action in actions if action.shortcuts()):
            words = without_mnemonic(action.text()).removesuffix("…")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            label = PlainLabel(keys, name=f"shortcuts.{action.objectName()}", role="quiet")
            label.setAccessibleName(titled(words, keys))
            grid.addWidget(PlainLabel(words, wraps=True), place, 0)
            grid.addWidget(label, place, 1)
        letters = PlainLabel(
            self.tr("An underlined letter is pressed together with Alt."), role="quiet", wraps=True
        )
        area = ScrollableForm(content, WIDTH)
        close = PushButton(self.tr("Close"), name="shortcuts.close")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.column.addWidget(PlainLabel(title, role="pageTitle"))
        self.column.addWidget(area, stretch=1)
        self.column.addWidget(letters)
        self.column.addLayout(row(1, close))
        self.finished.connect(self.deleteLater)
