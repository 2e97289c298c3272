"""List of the steps of a connection test: sign, name and result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QWidget,
)

from koodrive.connections.auth_method import AuthMethod
from koodrive.connections.check import Step, StepName, StepState
from ui.connections.step_delegate import NAME_ROLE, RESULT_ROLE, STATE_ROLE, StepDelegate
from ui.texts.translate import translated
from ui.widgets.labels import with_break_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent

_TEXT = Qt.ItemDataRole.UserRole
_PENDING = "pending"
_SPACING = 3
"""Pixels around each line."""
_SIGNS = {
    StepState.PASSED: "✓",
    StepState.SKIPPED: "–",
    StepState.WARNED: "⚠",
    StepState.FAILED: "✗",
    StepState.NOT_REACHED: "–",
    _PENDING: "…",
}


class CheckSteps(QListWidget):
    """Shows the steps as they end; lines can be selected and copied. Hidden without a test.

    Args:
        name: The object name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._auth_method = AuthMethod.TOKEN
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Steps of the test"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(StepDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setSpacing(_SPACING)
        # It is always as high as its lines; its parent scrolls.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()

    def start(self, auth_method: AuthMethod) -> None:
        """Show all steps as pending, for a connection with this sign-in method."""
        self._auth_method = auth_method
        self.clear()
        for name in StepName:
            if name is not StepName.FORMAT:
                self.addItem(QListWidgetItem())
                self._write(name, _PENDING, self.tr("to come"))
        self.show()
        self._fit()

    def show_step(self, step: Step) -> None:
        """Show the result of a step."""
        if self.count():
            if step.name is StepName.FORMAT and self.count() < len(StepName):
                self.addItem(QListWidgetItem())
            self._write(step.name, step.state, translated(step.text))
            self._fit()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the results of all steps."""
        for step in steps:
            self.show_step(step)

    def clear_steps(self) -> None:
        """Hide, because the result does not apply to the changed fields."""
        self.hide()
        self.clear()

    @property
    def copied_text(self) -> str:
        """The selected lines as they are copied, or all where none is selected."""
        items = [self.item(row) for row in range(self.count())]
        chosen = [item for item in items if item.isSelected()] or items
        return "\n".join(str(item.data(_TEXT)) for item in chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the lines."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = QMenu(self)
        copy = QAction(self.tr("&Copy"), menu)
        copy.triggered.connect(self._copy)
        select_all = QAction(self.tr("Select &all"), menu)
        select_all.triggered.connect(self.selectAll)
        menu.addActions([copy, select_all])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _write(self, name: StepName, state: str, words: str) -> None:
        item = self.item(list(StepName).index(name))
        text = self.tr("{sign} {step} – {words}").format(
            sign=_SIGNS[state], step=self._title(name), words=words
        )
        item.setText(with_break_points(text))
        item.setData(_TEXT, text)
        item.setData(STATE_ROLE, state)
        item.setData(NAME_ROLE, self._title(name))
        item.setData(RESULT_ROLE, with_break_points(words))

    def _title(self, name: StepName) -> str:
        signs = self._auth_method is AuthMethod.APP_KEY
        return {
            StepName.ADDRESS: self.tr("Address"),
            StepName.TLS: self.tr("Secure connection (TLS)"),
            StepName.CLOCK: self.tr("Clock"),
            StepName.TOKEN: self.tr("Signature") if signs else self.tr("Token"),
            StepName.USER: self.tr("User"),
            StepName.SPACE: self.tr("Space"),
            StepName.FORMAT: self.tr("Authorization format"),
        }[name]

    def _fit(self) -> None:
        if self.count():
            # Only the layout knows how many lines a step takes.
            self.doItemsLayout()
            last = self.visualItemRect(self.item(self.count() - 1)).bottom() + self.verticalOffset()
            self.setFixedHeight(last + 1 + 2 * _SPACING + self.height() - self.viewport().height())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied_text)
