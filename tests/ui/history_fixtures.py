"""The history page on a real backend, and a driver for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView, QWidget

from koodrive.backend.backend import Backend
from ui.core.tasks import TaskRunner
from ui.history.details import AttemptDetails
from ui.history.page import HistoryPage
from ui.session.services import Services
from ui.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.history.columns import Column


@contextmanager
def backend_at(path: Path) -> Iterator[Backend]:
    """Give a backend that is open."""
    backend = Backend(path)
    backend.open()
    try:
        yield backend
    finally:
        backend.close()


@contextmanager
def page_on(backend: Backend, qtbot) -> Iterator[HistoryPage]:
    """Give a page that is shown, but whose journal is not open yet."""
    runner = TaskRunner()
    page = HistoryPage(Services(Session(lambda: backend, runner), None, None))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    try:
        yield page
    finally:
        runner.cancel_all()
        with qtbot.waitSignal(runner.idle):
            runner.close()


def find(page: QWidget, kind: type, name: str):
    """Return the control ``history.<name>``."""
    found = page.findChild(kind, f"history.{name}")
    assert found is not None, f"there is no {kind.__name__} history.{name}"
    return found


def table(page: HistoryPage) -> QTableView:
    """Return the table of attempts."""
    return find(page, QTableView, "table")


def cells(page: HistoryPage, column: Column) -> list[str]:
    """Return what a column says, from top to bottom."""
    model = table(page).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def label_text(page: HistoryPage, name: str) -> str:
    """Return what the label ``history.<name>`` says, nothing while it is hidden."""
    label = find(page, QLabel, name)
    return label.text() if label.isVisible() else ""


def opened(page: HistoryPage, qtbot, rows: int) -> HistoryPage:
    """Open the journal and wait until `rows` rows are there."""
    page.set_journal_ready()
    wait_for_rows(page, qtbot, rows)
    return page


def wait_for_rows(page: HistoryPage, qtbot, rows: int) -> None:
    """Wait until there are `rows` rows."""
    view = table(page)
    qtbot.waitUntil(lambda: view.model().rowCount() == rows and view.isVisible() == bool(rows))


def select(page: HistoryPage, qtbot, row: int) -> AttemptDetails:
    """Select a row and wait for its details."""
    table(page).selectRow(row)
    details = find(page, AttemptDetails, "details")
    wanted = table(page).selected.attempt_id
    qtbot.waitUntil(lambda: details.attempt is not None and details.attempt.attempt_id == wanted)
    return details


def choose(page: HistoryPage, name: str, text: str) -> None:
    """Choose `text` in the combo box ``history.<name>``."""
    combo = find(page, QComboBox, name)
    assert combo.findText(text) >= 0, [combo.itemText(item) for item in range(combo.count())]
    combo.setCurrentText(text)


def press(page: HistoryPage, qtbot, name: str) -> None:
    """Click on the button ``history.<name>``."""
    button = find(page, QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
