"""The browsed space: that of the form, the user's only one, or a chosen or typed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.inputs.combo_box import NoScrollComboBox
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from koodrive.models import Space
    from ui.session.spaces import SpaceLookup

_LONGEST_ID = 64
"""Characters that the service takes."""


class SpaceChooser(QWidget):
    """A line with the ID of the space, with the spaces of the user to choose from.

    Args:
        session: Session with the spaces.
        container_id: With which it begins; empty for the only one, as soon as that is known.

    Signals:
        chosen: Another space is to be browsed.
    """

    chosen = Signal()

    def __init__(self, spaces: SpaceLookup, container_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = spaces
        self._container_id = ""
        self.combo = NoScrollComboBox()
        self.combo.setObjectName("folderPicker.space")
        self.combo.setInsertPolicy(NoScrollComboBox.InsertPolicy.NoInsert)
        self.combo.setAccessibleName(self.tr("Space ID"))
        line = QLineEdit()
        self.combo.setLineEdit(line)
        line.setMaxLength(10 * _LONGEST_ID)
        line.setPlaceholderText(self.tr("Space ID; Enter opens it"))
        label = PlainLabel(self.tr("&Space"), role="fieldLabel")
        label.setBuddy(self.combo)
        row(label, self.combo, stretch=self.combo, parent=self)
        line.installEventFilter(self)
        line.editingFinished.connect(self._on_edited)
        self.combo.activated.connect(self._on_edited)
        self._lookup.changed.connect(self._follow)
        self.combo.setEditText(container_id)
        self._container_id = container_id
        self._follow()

    @property
    def container_id(self) -> str:
        """The space that is to be browsed; empty where it is not known."""
        return self._container_id

    @property
    def known(self) -> Space | None:
        """The space as the service describes it; None without a description."""
        spaces = self._lookup.spaces
        return next((space for space in spaces if space.container_id == self._container_id), None)

    @property
    def missing_text(self) -> str:
        """Reason of a missing space, with advice."""
        if len(self._lookup.spaces) > 1:
            return self.tr("You have {count} spaces. Choose one above.").format(
                count=len(self._lookup.spaces)
            )
        if self._lookup.is_loading:
            return self.tr("KooDesk is looking up your space…")
        if self._lookup.error is not None:
            words = self.tr("Your space could not be looked up: {reason}. Type its ID above.")
            return words.format(reason=self._lookup.reason)
        return self.tr("No space of yours is known. Type its ID above.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open the space instead of closing the dialog."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_edited()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _follow(self) -> None:
        """Offer the spaces that are known now; the only one is taken where nothing was given."""
        spaces = self._lookup.spaces
        offered = [self.combo.itemText(row) for row in range(self.combo.count())]
        wanted = [space.container_id for space in spaces]
        if offered != wanted:
            typed = self.combo.currentText()
            with QSignalBlocker(self.combo):
                self.combo.clear()
                self.combo.addItems(wanted)
                self.combo.setEditText(typed)
        if len(spaces) == 1 and not self.combo.currentText().strip():
            self.combo.setEditText(spaces[0].container_id)
            self._container_id = spaces[0].container_id
        # Also without another space there may be something else to say of it.
        self.chosen.emit()

    @Slot()
    def _on_edited(self) -> None:
        typed = self.combo.currentText().strip()
        if typed and typed != self._container_id:
            self._container_id = typed
            self.chosen.emit()
