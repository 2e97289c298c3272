"""Everything that the history keeps about one attempt, in words and ready to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from koodrive.api.serialization import fields_from_body
from koodrive.models import Action, OutcomeKind, RequestKind
from ui.resolve.searches import Stage
from ui.resolve.texts import lead_text
from ui.texts import attempts as texts
from ui.texts.connections import connection_text
from ui.texts.folders import named
from ui.texts.translate import translated
from ui.widgets.detail_lines import AttemptLine, AttemptText
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column
from ui.widgets.reading_pane import ReadingPane
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from koodrive.journal import Attempt
    from ui.history.loader import ReadableAttempt
    from ui.resolve.searches import Search
    from ui.session.folder_names import FolderNames

_ID_KEYS: dict[str, str] = {RequestKind.ALBUM: "albumId", RequestKind.SHARED_FOLDER: "sharedFolderId"}
PLACE_LINES = ("groupId", "shareFolderId", "scopeParentFolderId")
"""Fields of one ID: the album's location and its source of pictures. A shared folder has a group ID as well."""


def values_of(attempt: Attempt) -> dict[str, str | None]:
    """Return the text of every line by its key; None for what this attempt does not have."""
    id_key = _ID_KEYS.get(attempt.kind, "resultId")
    settled = attempt.settled_at
    return {
        "name": attempt.name,
        **{key: attempt.result_id if key == id_key else None for key in (*_ID_KEYS.values(), "resultId")},
        "fileId": attempt.file_id,
        "groupId": attempt.group_id,
        "tenantId": attempt.tenant_id,
        "creator": attempt.creator,
        "createTime": attempt.create_time,
        "traceId": texts.trace_id_text(attempt.trace_id),
        "started": texts.both_times(attempt.started_at),
        "settled": texts.both_times(settled) if settled else None,
        "took": texts.seconds_between(attempt.started_at, settled) if settled else None,
        "undone": texts.both_times(attempt.undone_at) if attempt.undone_at else None,
        "status": None if attempt.status is None else str(attempt.status),
        "code": attempt.code,
        "connection": connection_text(attempt.connection_id, attempt.connection_name),
        "serviceAddress": attempt.service_address,
        "userId": attempt.user_id,
    }


def places_of(attempt: Attempt) -> dict[str, tuple[str, ...]]:
    """Return the IDs of folders that the request of an album has, by the API's field name."""
    if attempt.kind != RequestKind.ALBUM or attempt.action != Action.CREATE:
        return {}
    fields = fields_from_body(attempt.body)
    values = {key: fields.get(key) or "" for key in (*PLACE_LINES, "scopeDir")}
    return {
        key: (value,) if isinstance(value, str) else tuple(value) for key, value in values.items() if value
    }


_WORDS_LINES = 8
_CODE_LINES = 16
_COLUMN_WIDTH = 270
_SMALLEST_HEIGHT = 132
"""Pixels: the outcome and two rows of values, however low the window is."""


class AttemptDetails(ReadingPane):
    """Shows one `ReadableAttempt`, or asks to select one.

    Args:
        names: Knows what the IDs of folders are called; None where only the IDs are to be shown.

    Signals:
        shown: `Attempt` whose details are shown now, or None (as object).
    """

    shown = Signal(object)

    def __init__(self, names: FolderNames | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.details")
        self.setAccessibleName(self.tr("Details of the selected attempt"))
        self.setMinimumSize(_COLUMN_WIDTH, _SMALLEST_HEIGHT)
        self._names = names
        self._shown: ReadableAttempt | None = None
        self._places: dict[str, tuple[str, ...]] = {}
        self._shows_name = True
        self._arranged: tuple[int, list[AttemptLine]] = (0, [])
        self._lines: dict[str, AttemptLine] = {}
        self._texts: dict[str, AttemptText] = {}
        self._captions: dict[str, PlainLabel] = {}
        hint = self.tr("Select an attempt to see its request, its answer and all of its IDs.")
        self._hint = PlainLabel(hint, role="quiet", wraps=True)
        self._outcome = PlainLabel(name="history.details.outcome", role="outcome", wraps=True)
        self._outcome.hide()
        self._advice = AttemptText(
            "history.details.message", self.tr("What happened"), most_lines=_WORDS_LINES
        )
        self._note = AttemptText(
            "history.details.note", self.tr("What was found out"), most_lines=_WORDS_LINES
        )
        self._search = PlainLabel(name="history.details.search", role="message", wraps=True)
        self._grid = QGridLayout()
        self._layout = column(spacing=8, margins=(12, 0, 8, 8))
        self._build_ui()
        if names is not None:
            names.changed.connect(self._show_names)

    def _labels(self) -> tuple[tuple[str, str, bool], ...]:
        return (
            ("name", self.tr("Name"), False),
            ("albumId", self.tr("Album ID"), True),
            ("sharedFolderId", self.tr("Shared folder ID (primary key)"), True),
            ("resultId", self.tr("ID"), True),
            ("fileId", self.tr("File ID of the shared folder"), True),
            ("groupId", self.tr("Group ID"), True),
            ("shareFolderId", self.tr("In the shared folder (primary key)"), True),
            ("scopeParentFolderId", self.tr("Collects from folders in"), True),
            ("tenantId", self.tr("Tenant ID"), True),
            ("creator", self.tr("Creator"), True),
            ("createTime", self.tr("Created by the service"), False),
            ("traceId", self.tr("Trace ID"), True),
            ("started", self.tr("Started"), False),
            ("settled", self.tr("Finished"), False),
            ("took", self.tr("Took"), False),
            ("undone", self.tr("Taken back"), False),
            ("status", self.tr("HTTP status"), False),
            ("code", self.tr("Code of the service"), False),
            ("connection", self.tr("Connection"), False),
            ("serviceAddress", self.tr("Service address"), False),
            ("userId", self.tr("User ID"), True),
        )

    def _build_ui(self) -> None:
        content = QWidget()
        content.setLayout(self._layout)
        self._search.setProperty("state", "advice")
        self._search.hide()
        for widget in (self._hint, self._outcome, self._advice, self._note, self._search):
            self._layout.addWidget(widget)
        self._layout.addLayout(self._grid)
        self._layout.addStretch(1)
        self.setWidget(content)

    def _build_values(self) -> None:
        """Make room for the values; only when there are some, as this is most of what the page costs."""
        for key, label, copyable in self._labels():
            # Not in the grid while it has nothing to show, but never a window of its own.
            self._lines[key] = AttemptLine(
                f"history.details.{key}",
                label,
                copyable=copyable,
                is_id=copyable,
                wraps=key in {"traceId", "started", "settled", "undone"},
                parent=self.widget(),
            )
        for key, label in (
            ("scopeDir", self.tr("Folders that it collects from")),
            ("request", self.tr("Request")),
            ("answer", self.tr("Answer")),
        ):
            self._captions[key] = PlainLabel(label, role="quiet")
            self._texts[key] = AttemptText(
                f"history.details.{key}",
                label,
                most_lines=_WORDS_LINES if key == "scopeDir" else _CODE_LINES,
                is_code=key != "scopeDir",
            )
            for widget in (self._captions[key], self._texts[key]):
                self._layout.insertWidget(self._layout.count() - 1, widget)

    @property
    def attempt(self) -> Attempt | None:
        """The attempt that is shown, or None."""
        return None if self._shown is None else self._shown.attempt

    def value(self, key: str) -> str:
        """Return the text that is shown under `key`, such as ``traceId`` or ``request``; empty when there is none."""
        if self.attempt is None:
            return ""
        if key == "note":
            return self._note.original
        return self._texts[key].original if key in self._texts else self._lines[key].text

    @Slot(object)
    def show_attempt(self, shown: ReadableAttempt | None) -> None:
        """Show an attempt; where it is the one that is shown already, only what changed."""
        if shown == self._shown:
            return
        is_other = (
            self.attempt is None or shown is None or shown.attempt.attempt_id != self.attempt.attempt_id
        )
        self._shown = shown
        self.shown.emit(self.attempt)
        if shown is None:
            self._show_nothing()
            return
        if not self._lines:
            self._build_values()
        self._hint.hide()
        self._show_outcome(shown.attempt, shown.lead)
        self._places = places_of(shown.attempt)
        places = {key: next(iter(self._places.get(key, ())), None) for key in PLACE_LINES}
        values = values_of(shown.attempt)
        for key, text in {
            **places,
            **{key: text for key, text in values.items() if text or key not in places},
        }.items():
            self._lines[key].set_text(text)
        self.show_name(is_shown=self._shows_name)
        self._show_names()
        self._want_names(shown.attempt)
        for key, code in (("request", shown.request), ("answer", shown.answer)):
            self._texts[key].set_text(code)
            self._captions[key].setVisible(bool(code))
        if is_other:
            self.show_search(None)
            self.verticalScrollBar().setValue(0)

    def show_name(self, *, is_shown: bool) -> None:
        """Set whether the name is among the values; not where it stands above them."""
        self._shows_name = is_shown
        if self._lines:
            self._lines["name"].setVisible(is_shown and bool(self._lines["name"].text))
            self._arrange()

    def _want_names(self, attempt: Attempt) -> None:
        ids = [one for place in self._places.values() for one in place]
        if self._names is not None and ids:
            self._names.load_names(ids, attempt.service_address)

    @Slot()
    def _show_names(self) -> None:
        """Show beside the IDs what they are called, as far as that is known."""
        if self._shown is None:
            return
        for key in PLACE_LINES:
            self._lines[key].set_name(self._name(self._lines[key].text))
        folders = [named(one, self._name(one)) for one in self._places.get("scopeDir", ())]
        self._texts["scopeDir"].set_text("\n".join(folders))
        self._captions["scopeDir"].setVisible(bool(folders))

    def _name(self, folder_id: str) -> str:
        return self._names.name(folder_id) if self._names is not None else ""

    def focus_first(self) -> None:
        """Move the keyboard to the first value."""
        for widget in self._lines.values():
            if not widget.isHidden():
                widget.focus_value()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width for as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, self.viewport().width() // _COLUMN_WIDTH)
        shown = [line for line in self._lines.values() if not line.isHidden()]
        if (columns, shown) == self._arranged:
            return
        self._arranged = (columns, shown)
        while self._grid.takeAt(0) is not None:
            pass
        for number in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for place, line in enumerate(shown):
            self._grid.addWidget(line, place // columns, place % columns)

    def _show_outcome(self, attempt: Attempt, lead: str | None) -> None:
        outcome, state = texts.outcome_with_sign(attempt.outcome), str(attempt.outcome)
        if attempt.undone_at is not None:
            outcome, state = texts.fate_text(attempt), OutcomeKind.DELETED.value
        words = self.tr("{outcome} · {kind}")
        self._outcome.setText(words.format(outcome=outcome, kind=texts.row_kind_text(attempt)))
        set_style_state(self._outcome, state)
        self._outcome.show()
        sentences = [translated(text) for text in (attempt.title, attempt.message) if text]
        if lead is not None:
            sentences.append(lead_text(lead))
        self._advice.set_text("\n".join(sentences))
        self._note.set_text(translated(attempt.note) if attempt.note else None)

    def show_search(self, search: Search | None) -> None:
        """Show whether a search for the outcome of the shown attempt is running.

        Args:
            search: What is going on for it; None for nothing.
        """
        attempt = self.attempt
        if search is None or attempt is None or attempt.outcome != OutcomeKind.UNKNOWN:
            words = ""
        elif search.stage in {Stage.LOOKING, Stage.WAITING}:
            words = self.tr("KooDesk is looking for it in the service's list.")
        else:
            words = self.tr("KooDesk has stopped looking. “Find out…” shows what it has found.")
        self._search.setText(words)
        self._search.setVisible(bool(words))

    def _show_nothing(self) -> None:
        for line in self._lines.values():
            line.set_text(None)
        for key, text in self._texts.items():
            text.set_text(None)
            self._captions[key].hide()
        self._advice.set_text(None)
        self._note.set_text(None)
        self._search.hide()
        self._outcome.hide()
        self._hint.show()
