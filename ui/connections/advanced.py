"""The fold “Advanced” of the connection dialog, with what few connections need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.connections.compatibility_fields import CompatibilityFields
from ui.connections.network_fields import NetworkFields
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.core.tasks import TaskRunner
    from ui.widgets.field import Field


class AdvancedFields(QWidget):
    """Two groups of fields, folded away while they say what is usual.

    Args:
        form: The first part of all object names.
        runner: Reads the CA file.
        connection: What is shown at first; None for a new one.

    Signals:
        changed: Something was typed or chosen.
        unfolded: The fields came into sight; at their top is `first`.
        folded: They went out of sight.
    """

    changed = Signal()
    unfolded = Signal()
    folded = Signal()

    def __init__(
        self, form: str, runner: TaskRunner, connection: Connection | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._toggle = PushButton(parent=self)
        self._toggle.setObjectName(f"{form}.advanced")
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
        self._toggle.setAutoDefault(False)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inside = QVBoxLayout(self._fold)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        for title, part in (
            (self.tr("Network"), self.network),
            (self.tr("What the service reads"), self.reading),
        ):
            heading = PlainLabel(title)
            heading.setProperty("role", "bannerTitle")
            inside.addWidget(heading)
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._toggle, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._fold)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in their order."""
        return *self.network.fields(), *self.reading.fields()

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the fields by field name, without the proxy's password."""
        return self.network.texts | self.reading.texts

    def connection_fields(self) -> dict[str, str]:
        """Return what goes into a `Connection`."""
        return self.network.connection_fields() | self.reading.connection_fields()

    def unfold(self) -> None:
        """Show the fields."""
        self._toggle.setChecked(True)

    @property
    def first(self) -> QWidget:
        """The field at the top of the fold."""
        return self.network.fields()[0]

    @Slot()
    def _on_toggled(self) -> None:
        self._show_fold()
        (self.unfolded if self._toggle.isChecked() else self.folded).emit()

    def _show_fold(self) -> None:
        is_open = self._toggle.isChecked()
        self._fold.setVisible(is_open)
        self._toggle.setText(self.tr("▾ Ad&vanced") if is_open else self.tr("▸ Ad&vanced"))
        self._toggle.setAccessibleName(self.tr("Advanced: network, and what the service reads"))
