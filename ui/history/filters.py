"""The search box of the history and the filters beside it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from koodrive.journal import HistoryQuery
from koodrive.models import OutcomeKind, RequestKind
from ui.inputs.combo_box import ElidedComboBox
from ui.inputs.short_line import SearchLine
from ui.texts.attempts import kind_text, local_time, outcome_with_sign
from ui.texts.connections import connection_text
from ui.texts.name_order import name_places
from ui.texts.visible import as_tool_tip, in_short, without_mnemonic
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from koodrive.journal import Batch

SEARCH_DELAY_MS = 150
_AROUND_WORDS = 4
"""Letters: frame and arrow of a choice."""
_LONGEST_NAME = 80
"""Most characters of a connection's name, so that the list of choices does not cover the screen."""

_OUTCOMES = (
    OutcomeKind.CREATED,
    OutcomeKind.DELETED,
    OutcomeKind.REFUSED,
    OutcomeKind.NOT_SENT,
    OutcomeKind.UNKNOWN,
    OutcomeKind.SENDING,
)


class Period(Enum):
    """The choices of time; the value of the middle three is the number of days, today included."""

    ANY = None
    TODAY = 1
    WEEK = 7
    MONTH = 30
    BETWEEN = "between"


class HistoryFilters(QWidget):
    """A search box and four filters; everything that they leave in is shown.

    The page puts `clear_button` where it has room for it.

    Signals:
        changed: `query` says something else; of typing only when the fingers rest.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine(self.tr("Search name, ID or trace ID"), self.tr("Search the history"))
        self._kind = _combo("history.kind")
        self._outcome = _combo("history.outcome")
        self._connection = _combo("history.connection")
        self._period = _combo("history.period")
        self._batch = _combo("history.batch")
        self._awaited_batch: int | None = None
        """A batch that is to be chosen as soon as it can be."""
        self._since = _date_edit("history.since", QDate.currentDate().addDays(-7))
        self._until = _date_edit("history.until", QDate.currentDate())
        self.clear_button = PushButton(
            self.tr("C&lear filters"), name="history.clearFilters", auto_default=False
        )
        self._offer_to_clear(is_set=False)
        self._between = QWidget()
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._connections: list[tuple[str, str]] = []
        self._shown = HistoryQuery()
        self._fill()
        self._build_ui()
        self._connect()

    def _fill(self) -> None:
        self._kind.addItem(self.tr("All kinds"), None)
        for kind in RequestKind:
            self._kind.addItem(kind_text(kind), kind)
        self._outcome.addItem(self.tr("All outcomes"), None)
        for outcome in _OUTCOMES:
            self._outcome.addItem(outcome_with_sign(outcome), outcome)
        self._connection.addItem(self.tr("All connections"), None)
        self._batch.addItem(self.tr("All batches"), None)
        # Most people have none.
        self._batch.hide()
        for period, label in (
            (Period.ANY, self.tr("Any time")),
            (Period.TODAY, self.tr("Today")),
            (Period.WEEK, self.tr("Last 7 days")),
            (Period.MONTH, self.tr("Last 30 days")),
            (Period.BETWEEN, self.tr("Between…")),
        ):
            self._period.addItem(label, period)

    def _build_ui(self) -> None:
        self.search.setObjectName("history.search")
        choices = row()
        for name, combo in (
            (self.tr("Kind"), self._kind),
            (self.tr("Outcome"), self._outcome),
            (self.tr("Connection"), self._connection),
            (self.tr("Time"), self._period),
        ):
            combo.setAccessibleName(name)
            # As much room as the words for all need.
            choices.addWidget(combo, stretch=len(combo.itemText(0)) + _AROUND_WORDS)
        days = row(parent=self._between)
        for label, edit in ((self.tr("F&rom"), self._since), (self.tr("Unt&il"), self._until)):
            caption = PlainLabel(label)
            caption.setBuddy(edit)
            edit.setAccessibleName(without_mnemonic(label))
            days.addWidget(caption)
            days.addWidget(edit)
        days.addStretch(1)
        self._between.hide()
        self._batch.setAccessibleName(self.tr("Batch"))
        # In a line of its own, as the names of files are long.
        column(self.search, choices, self._batch, self._between, spacing=12, parent=self)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._announce)
        self._timer.timeout.connect(self._announce)
        for combo in (self._kind, self._outcome, self._connection, self._batch):
            combo.currentIndexChanged.connect(self._announce)
        self._period.currentIndexChanged.connect(self._on_period_changed)
        self._until.setMinimumDate(self._since.date())
        self._since.dateChanged.connect(self._until.setMinimumDate)
        for edit in (self._since, self._until):
            edit.dateChanged.connect(self._announce)
        self.clear_button.clicked.connect(self.clear)

    def query(self) -> HistoryQuery:
        """Return what is to be shown now, in the order of time."""
        since, until = self._days()
        outcomes = frozenset(map(OutcomeKind, _chosen(self._outcome)))
        return HistoryQuery(
            text=self.search.text().strip(),
            kinds=frozenset(map(RequestKind, _chosen(self._kind))),
            outcomes=outcomes,
            # As the rows say it: what was taken back does not stand any more.
            by_fate=bool(outcomes),
            connection_ids=frozenset(_chosen(self._connection)),
            since=_midnight(since) if since else None,
            until=_midnight(until + timedelta(days=1)) if until else None,
            batch_id=self._batch.currentData(),
        )

    def set_batches(self, batches: Sequence[Batch]) -> None:
        """Offer these batches, the newest first, and keep the choice where it is still among them."""
        wanted = self._awaited_batch if self._awaited_batch is not None else self._batch.currentData()
        numbers = [batch.batch_id for batch in batches]
        if numbers != [self._batch.itemData(place) for place in range(1, self._batch.count())]:
            blocker = QSignalBlocker(self._batch)
            while self._batch.count() > 1:
                self._batch.removeItem(1)
            for batch in batches:
                name = batch.name or self.tr("Pasted table")
                moment = local_time(batch.added_at) if batch.added_at else ""
                self._batch.addItem(f"{in_short(name, _LONGEST_NAME)} · {moment}", batch.batch_id)
            self._batch.setCurrentIndex(max(0, self._batch.findData(wanted)))
            blocker.unblock()
            self._batch.setVisible(bool(batches))
        if wanted in numbers:
            self._awaited_batch = None
            self._batch.setCurrentIndex(self._batch.findData(wanted))
        self._announce()

    def choose_batch(self, batch_id: int) -> None:
        """Leave in the attempts of a batch alone, now or as soon as it is among those that can be chosen."""
        self.clear()
        place = self._batch.findData(batch_id)
        self._awaited_batch = batch_id if place < 0 else None
        if place >= 0:
            self._batch.setCurrentIndex(place)

    def set_connections(self, connections: Iterable[tuple[str, str]]) -> None:
        """Offer these connections, given as ID and name, and keep the choice where it is still among them."""
        connections = list(connections)
        if connections == self._connections:
            return
        self._connections = connections
        chosen = self._connection.currentData()
        blocker = QSignalBlocker(self._connection)
        while self._connection.count() > 1:
            self._connection.removeItem(1)
        named = [(connection_id, connection_text(connection_id, name)) for connection_id, name in connections]
        places = name_places(name for _connection_id, name in named)
        for connection_id, name in sorted(named, key=lambda one: places[one[1]]):
            self._connection.addItem(in_short(name, _LONGEST_NAME), connection_id)
            last = self._connection.count() - 1
            self._connection.setItemData(last, as_tool_tip(name), Qt.ItemDataRole.ToolTipRole)
        self._connection.setCurrentIndex(max(0, self._connection.findData(chosen)))
        blocker.unblock()
        self._announce()

    @Slot()
    def clear(self) -> None:
        """Leave everything in."""
        widgets = (self.search, self._kind, self._outcome, self._connection, self._period, self._batch)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        self.search.clear()
        for combo in widgets[1:]:
            combo.setCurrentIndex(0)
        for blocker in blockers:
            blocker.unblock()
        self._between.hide()
        self._announce()

    @Slot()
    def focus_search(self) -> None:
        """Move the keyboard to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_period_changed(self) -> None:
        is_between = self._period.currentData() is Period.BETWEEN
        self._between.setVisible(is_between)
        if is_between:
            self._since.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce()

    @Slot()
    def _announce(self) -> None:
        self._timer.stop()
        query = self.query()
        self._offer_to_clear(is_set=query != HistoryQuery())
        if query != self._shown:
            self._shown = query
            self.changed.emit()

    def _offer_to_clear(self, *, is_set: bool) -> None:
        self.clear_button.setEnabled(is_set)
        self.clear_button.setVisible(is_set)

    def _days(self) -> tuple[date | None, date | None]:
        period = self._period.currentData()
        if period is Period.BETWEEN:
            return _day(self._since), _day(self._until)
        if period is Period.ANY:
            return None, None
        return _today() - timedelta(days=period.value - 1), None


def _today() -> date:
    return datetime.now().astimezone().date()


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())


def _midnight(day: date) -> datetime:
    """Return the begin of `day` where the user is."""
    return datetime.combine(day, time.min).astimezone()


def _chosen(combo: QComboBox) -> list[str]:
    """Return the chosen word, or nothing for all; Qt gives the words of an enum back as plain text."""
    chosen = combo.currentData()
    return [] if chosen is None else [chosen]


def _combo(name: str) -> QComboBox:
    combo = ElidedComboBox()
    combo.setObjectName(name)
    # Names of connections may be long; they are shown in full in the list.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(4)
    return combo


def _date_edit(name: str, day: QDate) -> QDateEdit:
    edit = QDateEdit(day)
    edit.setObjectName(name)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    return edit
