"""Field for a service address: offers the known ones and accepts any other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from koodrive.rules.address import KNOWN_ADDRESSES
from ui.inputs.combo_box import NoScrollComboBox
from ui.inputs.field import Field
from ui.inputs.short_line import ShortLine

_REGIONS = {address: region for region, address in KNOWN_ADDRESSES}


class _WithRegion(QStyledItemDelegate):
    """Shows the region behind an address in the list, so that the address alone goes into the field."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        address = super().displayText(value, locale)
        return f"{address}  ({_REGIONS[address]})" if address in _REGIONS else address


class AddressField(Field):
    """An editable list of addresses.

    Args:
        form: The first part of all object names.

    Signals:
        changed: The text has changed.
    """

    changed = Signal()

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        self._combo = NoScrollComboBox()
        self._combo.setLineEdit(ShortLine())
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._combo.addItems(list(_REGIONS))
        self._combo.setItemDelegate(_WithRegion(self._combo))
        self._combo.setCurrentIndex(-1)
        # Completion would put text into the field that nobody typed.
        self._combo.setCompleter(None)  # type: ignore[arg-type]  # None takes it away
        super().__init__(
            form,
            "serviceAddress",
            self.tr("Service &address"),
            self._combo,
            help_text=self.tr("Choose a known address, or type the one that you were given."),
            parent=parent,
        )
        self._combo.editTextChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """The text exactly as typed or chosen."""
        return self._combo.currentText()

    def set_text(self, text: str) -> None:
        """Replace the text if it differs."""
        if text != self.text:
            self._combo.setEditText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore a focus change to the list of this field; for `Field` that would be the end of an edit."""
        if event.type() == QEvent.Type.FocusOut and self._combo.view().isVisible():
            return False
        return super().eventFilter(watched, event)
