"""The dialog that finds a name, an ID or a trace ID, in the history and on the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from koodrive.errors import KoodriveError
from koodrive.journal import ListedObject
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.find.search import Found, find
from ui.inputs.short_line import SearchLine
from ui.texts.attempts import kind_text, local_time, row_kind_text, row_outcome_with_sign
from ui.texts.connections import connection_text
from ui.texts.numbers import number_text
from ui.texts.translate import error_texts
from ui.texts.visible import in_short, visible
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import DIALOG_MARGINS, column

if TYPE_CHECKING:
    from koodrive.journal import AttemptRow
    from koodrive.models import Connection
    from ui.session.session import Session

NAME = "find"
_DELAY_MS = 120
_LONGEST_NAME = 80
_WIDTH_IN_LETTERS, _LINES = 110, 24
_RESULT = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FindDialog(QDialog):
    """Finds while people type; to be opened with `open`, and made anew each time.

    Args:
        session: Gives the history and the connections.
        parent: Window that it stands over.

    Signals:
        attempt_chosen: Number of an attempt whose row is wanted (an int, as object).
        listed_chosen: A `ListedObject` whose row is wanted.
    """

    attempt_chosen = Signal(object)
    listed_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._search = LatestTask(session.runner, self, reports_unexpected=True)
        self._opens_first = False
        """Whether Enter was pressed before there was something to open."""
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        words = self.tr("Name, ID or trace ID")
        self._line = SearchLine(words, words)
        self._results = QListWidget()
        self._state = PlainLabel(name=f"{NAME}.state", role="quiet", wraps=True)
        self._build_ui()
        self._delay.timeout.connect(self._start)
        self._line.textChanged.connect(self._on_typed)
        self._line.returnPressed.connect(self._open_current)
        self._results.itemClicked.connect(self._open)
        self.finished.connect(self._on_closed)
        self._show_hint()

    def _build_ui(self) -> None:
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Find"))
        self._line.setObjectName(f"{NAME}.text")
        self._line.installEventFilter(self)
        self._results.setObjectName(f"{NAME}.results")
        self._results.setAccessibleName(self.tr("Results"))
        self._results.setUniformItemSizes(True)
        self._results.setSpacing(2)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._results.setTextElideMode(Qt.TextElideMode.ElideRight)
        # The keyboard stays in the line, where people type.
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(
            *(self._line, self._results, self._state),
            spacing=12,
            margins=DIALOG_MARGINS,
            stretch=self._results,
            parent=self,
        )
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        self.resize(
            min(metrics.averageCharWidth() * _WIDTH_IN_LETTERS, room.width() - 64),
            min(metrics.lineSpacing() * _LINES, room.height() - 64),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move among the results while the keyboard is in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self._results.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # Searching ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_typed(self) -> None:
        self._search.cancel()
        self._opens_first = False
        self._delay.start()

    @Slot()
    def _start(self) -> None:
        text = self._line.text().strip()
        if not text:
            self._results.clear()
            self._show_hint()
            return
        session = self._session
        journal = session.backend.journal
        used = [session.current] if session.current is not None else []
        accounts = {connection.account_key for connection in (*session.connections, *used)}
        self._search.start(
            Lane.HISTORY,
            lambda: find(journal, text, accounts),
            self._on_found,
            self._on_failed,
            key=NAME,
        )

    def _show_hint(self) -> None:
        self._state.setText(
            self.tr(
                "Searches the history, and what the service listed when it was read last, of all connections."
            )
        )

    def _on_found(self, found: Found) -> None:
        self._results.clear()
        for attempt in found.attempts:
            self._add(self._attempt_text(attempt), attempt.attempt_id)
        for listed in found.objects:
            self._add(self._listed_text(listed), listed)
        self._results.setCurrentRow(0)
        count = self._results.count()
        self._state.setText(
            self.tr("Found: {count}. Enter opens the selected one.").format(count=number_text(count))
            if count
            else self.tr("Nothing found. What the service has is known from the page On the service.")
        )
        if self._opens_first and count:
            self._open(self._results.item(0))

    def _on_failed(self, error: Exception) -> None:
        self._results.clear()
        title, message = error_texts(error)
        self._state.setText(
            self.tr("{title}. {message}").format(title=title, message=message)
            if isinstance(error, KoodriveError)
            else type(error).__name__
        )

    def _add(self, text: str, result: object) -> None:
        item = QListWidgetItem(text)
        item.setData(_RESULT, result)
        self._results.addItem(item)

    def _attempt_text(self, attempt: AttemptRow) -> str:
        kind = row_kind_text(attempt)
        return self.tr("{name}\n{id} · {outcome} · History · {time} · {connection}").format(
            name=in_short(attempt.name or kind, _LONGEST_NAME),
            outcome=row_outcome_with_sign(attempt),
            id=visible(attempt.result_id or "–"),
            time=local_time(attempt.started_at),
            connection=in_short(
                connection_text(attempt.connection_id, attempt.connection_name), _LONGEST_NAME
            ),
        )

    def _listed_text(self, listed: ListedObject) -> str:
        kind = kind_text(listed.kind)
        connection = self.connection_of(listed)
        name = listed.service_address
        if connection is not None:
            name = connection_text(connection.connection_id, connection.name)
        return self.tr("{name}\n{id} · {kind} · On the service · {connection}").format(
            name=in_short(listed.name or kind, _LONGEST_NAME),
            kind=kind,
            id=visible(listed.object_id),
            connection=in_short(name, _LONGEST_NAME),
        )

    # Opening --------------------------------------------------------------------------------------------------

    def connection_of(self, listed: ListedObject) -> Connection | None:
        """Return the connection whose lists show an object; the one in use where it is one of several."""
        account = listed.service_address, listed.user_id
        current = self._session.current
        known = (*(() if current is None else (current,)), *self._session.connections)
        return next((connection for connection in known if connection.account_key == account), None)

    @Slot()
    def _open_current(self) -> None:
        if self._delay.isActive() or self._search.is_running:
            # What was typed last is not found yet.
            self._opens_first = True
            if self._delay.isActive():
                self._delay.stop()
                self._start()
        elif self._results.currentItem() is not None:
            self._open(self._results.currentItem())

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        result = item.data(_RESULT)
        self.accept()
        if isinstance(result, ListedObject):
            self.listed_chosen.emit(result)
        else:
            self.attempt_chosen.emit(result)

    @Slot()
    def _on_closed(self) -> None:
        self._search.detach()
        self.deleteLater()
