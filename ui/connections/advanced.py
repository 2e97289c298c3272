"""The collapsible section “Advanced” of the connection dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.connections.compatibility_fields import CompatibilityFields
from ui.connections.network_fields import NetworkFields
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.core.tasks import TaskRunner
    from ui.inputs.field import Field


class AdvancedFields(QWidget):
    """Two groups of fields, collapsed while they have their defaults.

    Args:
        form: The first part of all object names.
        runner: Reads the CA file.
        connection: Initial values; None for a new connection.

    Signals:
        changed: Something was typed or chosen.
        unfolded: The fields are visible now; `first` is at their top.
        folded: The fields are hidden now.
    """

    changed = Signal()
    unfolded = Signal()
    folded = Signal()

    def __init__(
        self, form: str, runner: TaskRunner, connection: Connection | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._toggle = PushButton(parent=self, name=f"{form}.advanced", role="link", in_form=True)
        # Each level that is added to another later costs a new style for all below it.
        self._fold = QWidget(self)
        self.network = NetworkFields(form, runner, connection, parent=self._fold)
        self.reading = CompatibilityFields(form, connection, parent=self._fold)
        self._build_ui()
        self._toggle.setChecked(not (self.network.is_default and self.reading.is_default))
        self._show_fold()
        self._toggle.toggled.connect(self._on_toggled)
        self.network.changed.connect(self.changed)
        self.reading.changed.connect(self.changed)

    def _build_ui(self) -> None:
        self._toggle.setCheckable(True)
        network = PlainLabel(self.tr("Network"), role="bannerTitle")
        reading = PlainLabel(self.tr("What the service reads"), role="bannerTitle")
        column(network, self.network, reading, self.reading, parent=self._fold)
        column(row(self._toggle, 1), self._fold, parent=self)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in their order."""
        return *self.network.fields(), *self.reading.fields()

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the fields by field name, without the proxy's password."""
        return self.network.texts | self.reading.texts

    def connection_fields(self) -> dict[str, str]:
        """Return the keyword arguments for `Connection`."""
        return self.network.connection_fields() | self.reading.connection_fields()

    def unfold(self) -> None:
        """Show the fields."""
        self._toggle.setChecked(True)

    @property
    def first(self) -> QWidget:
        """The first field of the section."""
        return self.network.fields()[0]

    @Slot()
    def _on_toggled(self) -> None:
        self._show_fold()
        (self.unfolded if self._toggle.isChecked() else self.folded).emit()

    def _show_fold(self) -> None:
        is_open = self._toggle.isChecked()
        self._fold.setVisible(is_open)
        self._toggle.setText(self.tr("Ad&vanced ▴") if is_open else self.tr("Ad&vanced ▾"))
        self._toggle.setAccessibleName(self.tr("Advanced: network, and what the service reads"))
