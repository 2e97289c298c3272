"""Several rows of the history: selected, copied, exported, and still the same ones after a refresh."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from history_fixtures import cells, find, label_text, opened, press, select, table, wait_for_rows
from history_samples import FIRST_ID, begin, write
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from koodrive.journal import HistoryQuery
from koodrive.models import OutcomeKind
from ui.history.columns import Column
from ui.history.fetcher import WINDOW_ROWS
from ui.history.selected_rows import RowsMovedError, SelectedRows, merged, read_selected

if TYPE_CHECKING:
    from ui.history.page import HistoryPage

FLAGS = QItemSelectionModel.SelectionFlag


def add(page: HistoryPage, *rows: int) -> None:
    """Select more rows, as clicks with Ctrl do."""
    view = table(page)
    for row in rows:
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), FLAGS.Select | FLAGS.Rows)


def names_selected(page: HistoryPage) -> list[str]:
    names = cells(page, Column.NAME)
    return [names[index.row()] for index in sorted(table(page).selectionModel().selectedRows())]


def test_the_first_row_is_selected_on_opening(page, qtbot, journal) -> None:
    for number in range(3):
        write(journal, number)
    opened(page, qtbot, 3)
    assert names_selected(page) == ["Album 2"]
    qtbot.waitUntil(lambda: label_text(page, "details.outcome") != "")


def test_ids_of_all_selected_rows_are_copied_from_top_to_bottom(page, qtbot, journal) -> None:
    for number in range(4):
        outcome = OutcomeKind.REFUSED if number == 2 else OutcomeKind.CREATED
        write(journal, number, outcome=outcome)
    opened(page, qtbot, 4)
    select(page, qtbot, 3)
    add(page, 1, 0)
    assert label_text(page, "count") == "3 of 4 selected"
    press(page, qtbot, "copyId")
    assert QGuiApplication.clipboard().text() == f"{FIRST_ID + 3}\n{FIRST_ID}"
    assert find(page, QPushButton, "copyId").text() == "Copied"
    press(page, qtbot, "copyRow")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[2] for line in lines] == ["Album 3", "Album 2", "Album 0"]


def test_ctrl_a_and_ctrl_c_copy_everything_also_what_is_not_loaded(page, qtbot, journal) -> None:
    total = 2 * WINDOW_ROWS + 10
    with journal._writer.exclusive() as connection:
        connection.execute("PRAGMA synchronous = OFF")
    for number in range(total):
        write(journal, number)
    opened(page, qtbot, total)
    table(page).setFocus()
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(table(page), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table(page), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "before")
    assert QGuiApplication.clipboard().text().split("\n") == [
        str(FIRST_ID + number) for number in reversed(range(total))
    ]


def test_selected_rows_stay_selected_when_others_come_before_and_between_them(page, qtbot, journal) -> None:
    for name in ("b", "d", "f", "h"):
        begin(journal, ord(name), name=name)
    opened(page, qtbot, 4)
    table(page).sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: cells(page, Column.NAME) == ["b", "d", "f", "h"])
    select(page, qtbot, 1)
    add(page, 2)
    for name in ("a", "e"):
        begin(journal, ord(name), name=name)
    page.refresh()
    wait_for_rows(page, qtbot, 6)
    assert names_selected(page) == ["d", "f"]
    assert table(page).selected.name == "f"
    assert table(page).selected_count == 2


def test_the_details_are_those_of_the_row_at_the_keyboard(page, qtbot, journal) -> None:
    for number in range(3):
        write(journal, number)
    opened(page, qtbot, 3)
    details = select(page, qtbot, 2)
    add(page, 1)
    qtbot.waitUntil(lambda: details.value("name") == "Album 1")


def test_selected_rows_are_exported(page, qtbot, journal, tmp_path) -> None:
    for number in range(4):
        write(journal, number)
    opened(page, qtbot, 4)
    select(page, qtbot, 2)
    add(page, 0)
    page.findChild(QAction, "history.exportSelected.json").trigger()
    dialog = page.findChild(QFileDialog, "history.export.file")
    dialog.fileSelected.emit(str(tmp_path / "some.json"))
    dialog.close()
    status = page.findChild(QLabel, "history.export.status")
    qtbot.waitUntil(lambda: status.text().startswith("Exported 2 attempts to "))
    members = json.loads((tmp_path / "some.json").read_text(encoding="utf-8"))
    assert [member["name"] for member in members] == ["Album 3", "Album 1"]


def test_a_plain_csv_has_the_ids_as_they_are(page, qtbot, journal, tmp_path) -> None:
    write(journal, 0, name="=1+1")
    opened(page, qtbot, 1)
    page.findChild(QAction, "history.export.plainCsv").trigger()
    dialog = page.findChild(QFileDialog, "history.export.file")
    dialog.fileSelected.emit(str(tmp_path / "some.csv"))
    dialog.close()
    status = page.findChild(QLabel, "history.export.status")
    qtbot.waitUntil(lambda: status.text().startswith("Exported 1 attempt to "))
    text = (tmp_path / "some.csv").read_bytes().decode("utf-8")
    assert text.startswith('"attempt"')
    assert f'"{FIRST_ID}"' in text
    assert '"=1+1"' in text


def test_an_attempt_is_copied_for_a_ticket(page, qtbot, journal, backend) -> None:
    attempt_id = write(journal, 1, outcome=OutcomeKind.REFUSED)
    opened(page, qtbot, 1)
    select(page, qtbot, 0)
    QGuiApplication.clipboard().setText("before")
    press(page, qtbot, "ticket")
    qtbot.waitUntil(lambda: find(page, QPushButton, "ticket").text() == "Copied")
    assert QGuiApplication.clipboard().text() == backend.ticket(attempt_id)


def test_all_selected_attempts_are_copied_for_a_ticket(page, qtbot, journal, backend) -> None:
    ids = [write(journal, number, outcome=OutcomeKind.REFUSED) for number in range(3)]
    opened(page, qtbot, 3)
    select(page, qtbot, 0)
    add(page, 2)
    button = find(page, QPushButton, "ticket")
    assert button.text() == "Copy 2 for a tic&ket"
    press(page, qtbot, "ticket")
    qtbot.waitUntil(lambda: button.text() == "Copied")
    first, _line, second = QGuiApplication.clipboard().text().partition(f"\n{'-' * 72}\n\n")
    assert (first, second) == (backend.ticket(ids[2]), backend.ticket(ids[0]))
    # What comes back is the label for what is selected by then.
    select(page, qtbot, 1)
    qtbot.waitUntil(lambda: button.text() == "Copy for a tic&ket", timeout=4_000)


def test_the_selected_row_is_in_sight_when_the_page_is_opened_again(page, qtbot, journal) -> None:
    for number in range(60):
        write(journal, number)
    opened(page, qtbot, 60)
    view = table(page)
    select(page, qtbot, 50)
    view.scrollToTop()
    page.hide()
    page.show()
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    assert view.horizontalScrollBar().value() == 0


def test_rows_that_have_moved_are_not_copied_for_others(journal) -> None:
    ids = [begin(journal, number) for number in range(5)]
    same = SelectedRows(HistoryQuery(), ((1, 3),), {1: ids[3], 3: ids[1]})
    assert [row.attempt_id for row in read_selected(journal, same)] == ids[3:0:-1]
    begin(journal, 5)
    with pytest.raises(RowsMovedError):
        read_selected(journal, same)


def test_stretches_are_joined() -> None:
    assert merged([(5, 6), (0, 2), (3, 3), (6, 9)]) == ((0, 3), (5, 9))
