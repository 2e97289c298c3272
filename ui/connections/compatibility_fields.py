"""Choices for points on which the service's documentation contradicts itself or is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from koodrive.api.serialization import DeleteIdForm, LanguageForm, NumberForm, TraceIdHeader
from koodrive.connections.rules import check_idle_minutes
from ui.inputs.choice_field import FlagsField, Option, SegmentField
from ui.inputs.field import Field, TextField
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from koodrive.models import Connection

_USUAL_MINUTES = "20"
_ROOM_FOR_MINUTES = "0" * 8


class CompatibilityFields(QWidget):
    """Fields for the forms of numbers, deleted IDs, language and trace ID, and for the idle time of a token.

    Args:
        form: The first part of all object names.
        connection: Initial values; None for a new connection.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, form: str, connection: Connection | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = SegmentField(
            form, "numberForm", self.tr("T&ype of numbers"), self._number_options(), parent=self
        )
        self._delete_id = SegmentField(
            form,
            "deleteIdForm",
            self.tr("ID of a shared folder that is taken back"),
            self._delete_id_options(),
            parent=self,
        )
        self._spelling = SegmentField(
            form, "languageForm", self.tr("Spelling of the language"), self._language_options(), parent=self
        )
        self._trace_id = FlagsField(
            form, "traceId", self.tr("Trace ID"), self._trace_id_options(), parent=self
        )
        self._minutes = TextField(
            form,
            "idleMinutes",
            self.tr("How long a token lives without a call (&minutes)"),
            help_text=self.tr(
                "20 is assumed: the enterprise reference says so, the carriers’ says nothing. Where the service"
                " tells it at the sign-in, that counts."
            ),
            parent=self,
        )
        self._numbers.set_value(connection.number_form if connection else NumberForm.INTEGER)
        self._delete_id.set_value(connection.delete_id_form if connection else DeleteIdForm.LIST)
        self._spelling.set_value(connection.language_form if connection else LanguageForm.HYPHEN)
        self._trace_id.set_value(connection.trace_id_header if connection else TraceIdHeader.SENT)
        self._minutes.set_text(connection.idle_minutes if connection else _USUAL_MINUTES)
        self._build_ui()
        self._connect()
        self._judge()

    def _number_options(self) -> tuple[Option, ...]:
        return (
            Option(
                NumberForm.INTEGER,
                self.tr("Whole numbers"),
                self.tr(
                    '"type": 2, as in the example of the page on creating albums. This is the usual form.'
                ),
            ),
            Option(
                NumberForm.TEXT,
                self.tr("Text"),
                self.tr(
                    '"type": "2", as the table of the same page says: String. For a service that insists.'
                ),
            ),
        )

    def _delete_id_options(self) -> tuple[Option, ...]:
        return (
            Option(
                DeleteIdForm.LIST,
                self.tr("In a list"),
                self.tr(
                    '"id": ["1756…"], as in the example of the page on deleting shared folders. This is the usual form.'
                ),
            ),
            Option(
                DeleteIdForm.TEXT,
                self.tr("Text alone"),
                self.tr(
                    '"id": "1756…", as the table of the same page says: String. For a service that refuses the list.'
                ),
            ),
        )

    def _language_options(self) -> tuple[Option, ...]:
        return (
            Option(
                LanguageForm.HYPHEN,
                self.tr("en-US"),
                self.tr("As the Chinese pages, and the default on the English ones. This is the usual form."),
            ),
            Option(
                LanguageForm.UNDERSCORE,
                self.tr("en_us"),
                self.tr(
                    "As the text of the English pages. For a service that answers in the wrong language."
                ),
            ),
        )

    def _trace_id_options(self) -> tuple[Option, ...]:
        return (
            Option(
                TraceIdHeader.SENT,
                self.tr("Sen&d X-Traceid"),
                self.tr(
                    "Optional, says the API reference. The service's support finds a request by it. Switch it off only"
                    " where a service refuses it."
                ),
            ),
        )

    def _build_ui(self) -> None:
        line = self._minutes.line
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.setMaximumWidth(QFontMetrics(line.font()).horizontalAdvance(_ROOM_FOR_MINUTES) + 16)
        column(*self.fields(), parent=self)

    def _connect(self) -> None:
        self._numbers.changed.connect(self.changed)
        self._delete_id.changed.connect(self.changed)
        self._spelling.changed.connect(self.changed)
        self._trace_id.changed.connect(self.changed)
        self._minutes.line.textChanged.connect(self._on_minutes_changed)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in their order."""
        return self._numbers, self._delete_id, self._spelling, self._trace_id, self._minutes

    @property
    def is_default(self) -> bool:
        """Whether all fields have their default."""
        usual = [
            NumberForm.INTEGER,
            DeleteIdForm.LIST,
            LanguageForm.HYPHEN,
            TraceIdHeader.SENT,
            _USUAL_MINUTES,
        ]
        return list(self.texts.values()) == usual

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the fields by field name."""
        return {
            "numberForm": self._numbers.value,
            "deleteIdForm": self._delete_id.value,
            "languageForm": self._spelling.value,
            "traceId": self._trace_id.value or TraceIdHeader.OMITTED,
            "idleMinutes": self._minutes.text.strip(),
        }

    def connection_fields(self) -> dict[str, str]:
        """Return the keyword arguments for `Connection`, when there are no problems."""
        minutes = self._minutes.text.strip()
        return {
            "number_form": self._numbers.value,
            "delete_id_form": self._delete_id.value,
            "language_form": self._spelling.value,
            "trace_id_header": self._trace_id.value or TraceIdHeader.OMITTED,
            # One spelling of each number.
            "idle_minutes": str(int(minutes)) if check_idle_minutes(minutes) is None else _USUAL_MINUTES,
        }

    @Slot()
    def _on_minutes_changed(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        self._minutes.set_verdict(check_idle_minutes(self._minutes.text.strip()))
