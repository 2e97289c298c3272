"""The part of the tour on the page Create many: a table, its plan, a run, a pause, the result."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault
from ui.batch.rows.columns import Column
from ui.batch.texts import row_outcome_text
from ui.tour.undo import UndoWalk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QAbstractItemModel

    from ui.main_window.main_window import MainWindow
    from ui.tour.robot import UiRobot

    Condition = Callable[[], object]

CREATE_ALBUM = "/koodrive/ose/v1/album/create"
ROWS = 60
ANSWER_SECONDS = 0.2
"""Of a service slow enough for a picture of a run."""
_SHOWN_AT = 18
"""Rows that are created in the picture of a run."""


class BatchWalk:
    """Pastes a table, mends it, creates it, and gives the token that ends in between.

    Args:
        hands: Operates the window.
        window: The main window.
    """

    def __init__(self, hands: UiRobot, window: MainWindow) -> None:
        self._hands = hands
        self._window = window
        self._undo = UndoWalk(hands, window)

    def steps(self) -> Iterator[Condition]:
        """Yield conditions; the walk goes on when one of them is met."""
        self._hands.click("nav.batch")
        yield lambda: not self._window.session.runner.is_busy
        self._hands.picture("batch-start")
        yield from self._plan()
        yield from self._run()
        yield from self._pause()
        yield from self._result()

    def _plan(self) -> Iterator[Condition]:
        QGuiApplication.clipboard().setText(_table())
        self._hands.click("batch.paste")
        table = self._hands.find("batch.table", QTableView)
        yield lambda: table.model().rowCount() == ROWS and self._is_shown("batch.start")
        yield lambda: not self._window.session.runner.is_busy
        self._hands.click("batch.next")
        yield lambda: table.currentIndex().row() > 0
        self._hands.click("batch.next")
        yield lambda: not self._window.session.runner.is_busy
        yield _laid_out
        self._hands.picture("batch-plan")

    def _run(self) -> Iterator[Condition]:
        sandbox = self._window.session.backend.sandbox
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        sandbox.inject(Fault.SLOW, path=CREATE_ALBUM, times=ROWS, seconds=ANSWER_SECONDS)
        self._hands.click("batch.start")
        table = self._hands.find("batch.table", QTableView).model()
        created = row_outcome_text(OutcomeKind.CREATED)
        yield lambda: table.rowCount() and _count(table, created) >= _SHOWN_AT
        self._hands.picture("batch-run")

    def _pause(self) -> Iterator[Condition]:
        sandbox = self._window.session.backend.sandbox
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        sandbox.expire_tokens()
        yield lambda: self._is_shown("batch.signIn.token")
        yield lambda: not self._window.session.runner.is_busy
        yield _laid_out
        self._hands.picture("batch-paused")
        self._hands.insert("batch.signIn.token", sandbox.renew_token())
        self._hands.click("batch.signIn.goOn")

    def _result(self) -> Iterator[Condition]:
        yield lambda: self._is_shown("batch.result")
        sandbox = self._window.session.backend.sandbox
        if sandbox is not None:
            sandbox.clear_faults()
        yield lambda: not self._window.session.runner.is_busy
        yield _laid_out
        self._hands.picture("batch-result")
        yield from self._undo.batch()
        self._hands.click("batch.back")

    def _is_shown(self, name: str) -> bool:
        found = self._window.findChild(QWidget, name)
        return found is not None and found.isVisible()


def _laid_out() -> bool:
    """Return True, one turn of the event loop later, when the layout is complete."""
    return True


def _count(model: QAbstractItemModel, word: str) -> int:
    return sum(model.index(row, Column.STATE).data() == word for row in range(model.rowCount()))


def _table() -> str:
    """Return a table of customers with two problems, new at each walk."""
    day = time.strftime("%H%M%S")
    rows = [("ref", "in", "kind", "name", "type", "albumKind", "containerId")]
    rows += [("", "", "album", f"Kunde {day} {number:03}", "2", "1", "") for number in range(1, ROWS + 1)]
    rows[3] = ("w", "", "shared_folder", f"王家的文件夹 {day}", "", "", SANDBOX_CONTAINER_ID)
    rows[5] = ("", "", "shared_folder", f"Family: Müller {day}", "", "", SANDBOX_CONTAINER_ID)
    rows[8] = ("", "", "album", "Holidays of the whole choir", "2", "1", "")
    rows[12] = ("", "w", "album", f"春节 {day}", "2", "2", "")
    return "\n".join("\t".join(row) for row in rows)
