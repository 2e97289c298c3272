"""A plan in the real window: verdicts, the next problem, edits in place, rows left out and confirmed."""

from __future__ import annotations

from batch_driver import BatchDriver, album_rows
from PySide6.QtCore import QFileSystemWatcher, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView
from window_fixtures import posts

from koodrive.models import RequestKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.batch.rows.columns import Column
from ui.batch.table_text import text_of_names

NAMES = (
    "Customer 0001",
    "Holidays of the whole choir",
    "Customer 0003",
    "Customer 0001",
    "<b>Customer</b> 春节",
)


def test_every_row_has_its_verdict_and_nothing_is_sent(batch: BatchDriver, sandbox):
    batch.paste(album_rows(*NAMES))
    assert batch.column(Column.STATE) == ["Ready", "Problem", "Ready", "Problem", "Ready"]
    assert batch.column(Column.LINE) == ["2", "3", "4", "5", "6"]
    assert batch.column(Column.NAME) == list(NAMES)
    assert [batch.number(one) for one in ("all", "ready", "doubtful", "exists", "problem")] == [*"53002"]
    assert batch.find("batch.start").text().replace("&", "") == "Create the 3 ready rows"
    assert posts(sandbox) == []


def test_f8_and_enter_mend_a_table_by_keyboard_alone(batch: BatchDriver):
    batch.paste(album_rows(*NAMES))
    QTest.keyClick(batch.table, Qt.Key.Key_F8)
    batch.wait(lambda: batch.table.currentIndex().row() == 1)
    assert batch.table.currentIndex().column() == Column.NAME
    assert "Line 3, name" in batch.text("batch.row.words")
    batch.type_into_cell("Choir")
    batch.wait(lambda: batch.cell(1, Column.STATE) == "Ready")
    QTest.keyClick(batch.table, Qt.Key.Key_F8)
    batch.wait(lambda: batch.table.currentIndex().row() == 3)
    QTest.keyClick(batch.table, Qt.Key.Key_Delete)
    batch.wait(lambda: batch.cell(3, Column.STATE) == "Left out")
    assert batch.number("excluded") == "1"
    assert batch.find("batch.start").text().replace("&", "") == "Create 4 rows"


def test_an_edit_changes_the_verdict_of_the_rows_that_depend_on_it(batch: BatchDriver):
    batch.paste(album_rows(*NAMES))
    batch.table.setCurrentIndex(batch.table.model().index(0, Column.NAME))
    batch.type_into_cell("Customer 0009")
    batch.wait(lambda: batch.cell(3, Column.STATE) == "Ready")
    assert batch.number("problem") == "1"


def test_the_strip_offers_the_clean_text(batch: BatchDriver):
    batch.paste(f"kind\tname\tcontainerId\nshared_folder\tFamily: Müller\t{SANDBOX_CONTAINER_ID}")
    QTest.keyClick(batch.table, Qt.Key.Key_F8)
    batch.wait(lambda: batch.is_shown("batch.row.clean"))
    batch.click("batch.row.clean")
    batch.wait(lambda: batch.cell(0, Column.STATE) == "Ready")
    assert batch.cell(0, Column.NAME) == "Family Müller"


def test_blanks_at_the_ends_go_at_one_press(batch: BatchDriver):
    batch.paste(album_rows(" Customer 0001", "Customer 0002 ", "Customer 0003"))
    batch.click("batch.trim")
    batch.wait(lambda: batch.column(Column.NAME) == ["Customer 0001", "Customer 0002", "Customer 0003"])


def test_only_problems_and_the_filter_hide_the_rest(batch: BatchDriver):
    batch.paste(album_rows(*NAMES))
    batch.click("batch.onlyProblems")
    batch.wait(lambda: batch.column(Column.LINE) == ["3", "5"])
    batch.click("batch.onlyProblems")
    batch.wait(lambda: batch.table.model().rowCount() == 5)
    batch.click("batch.summary.ready")
    batch.wait(lambda: batch.column(Column.LINE) == ["2", "4", "6"])
    batch.find("batch.search", QLineEdit).insert("春")
    batch.wait(lambda: batch.column(Column.LINE) == ["6"])
    # The next problem is found all the same.
    QTest.keyClick(batch.table, Qt.Key.Key_F8)
    batch.wait(lambda: batch.table.model().rowCount() == 5 and batch.table.currentIndex().row() == 1)


def test_a_file_is_dropped_and_its_encoding_asked_about(batch: BatchDriver, tmp_path):
    path = tmp_path / "kunden.csv"
    path.write_bytes("name;type;albumKind\nMüller;2;1\n".encode("windows-1252"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    mouse = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt drops where it has entered before.
    QApplication.sendEvent(
        batch.page, QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, *mouse)
    )
    QApplication.sendEvent(batch.page, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, *mouse))
    batch.wait(lambda: batch.is_shown("batch.encoding"))
    batch.click("batch.encoding.windows-1252")
    batch.click("batch.encoding.goOn")
    batch.wait_for_plan(1)
    assert batch.column(Column.NAME) == ["Müller"]


def test_a_list_of_names_without_a_heading_is_asked_about(batch: BatchDriver, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("Müller\nMeier\nSchulz\n", encoding="utf-8")
    batch.page.doors.open_file(path)
    batch.wait(lambda: batch.is_shown("batch.heading"))
    batch.click("batch.heading.goOn")
    batch.wait_for_plan(3)
    assert batch.column(Column.NAME) == ["Müller", "Meier", "Schulz"]
    assert batch.column(Column.STATE) == ["Ready"] * 3


def test_a_file_that_is_no_table_is_said_and_nothing_else_happens(batch: BatchDriver, tmp_path):
    path = tmp_path / "letter.csv"
    path.write_text("Dear Sir;\nthis is;no table.\n", encoding="utf-8")
    batch.page.doors.open_file(path)
    batch.wait(lambda: batch.is_shown("batch.problem"))
    assert "heading" in batch.text("batch.problem.message")
    assert batch.is_shown("batch.open")


def test_rows_pasted_into_a_name_are_offered_as_a_table(qtbot, batch: BatchDriver, window):
    batch.click("nav.album")
    name = window.album.findChild(QLineEdit, "album.name")
    QGuiApplication.clipboard().setText("First\nSecond\n\nThird")
    name.paste()
    assert batch.find("album.name.many").text() == "These are 3 rows: create many…"
    batch.click("album.name.many")
    batch.wait_for_plan(3)
    assert window.page_name == "batch"
    assert batch.column(Column.NAME) == ["First", "Second", "Third"]
    assert batch.column(Column.STATE) == ["Ready"] * 3


def test_a_pasted_table_with_a_heading_stays_as_it_is():
    table = "name\ttype\nA\t2"
    assert text_of_names(table, RequestKind.ALBUM, {"type": "1"}) == table
    assert text_of_names(
        "A\tx\nB", RequestKind.ALBUM, {"type": "2", "scopeDir": ["1", "2"]}
    ).splitlines() == [
        "kind\tname\ttype\tscopeDir",
        "album\tA\t2\t1;2",
        "album\tB\t2\t1;2",
    ]


def test_rows_that_are_read_again_do_not_replace_what_is_being_typed(batch: BatchDriver):
    batch.paste(album_rows(*NAMES))
    batch.table.setCurrentIndex(batch.table.model().index(0, Column.NAME))
    QTest.keyClick(batch.table, Qt.Key.Key_Return)
    editor = batch.table.findChild(QLineEdit, "batch.cell")
    editor.setText("Customer 0")
    model = batch.table.model()
    with batch.qtbot.waitSignal(model.counted):
        model.refresh()
    assert editor.text() == "Customer 0"


def test_a_series_is_a_table_of_albums(batch: BatchDriver):
    QGuiApplication.clipboard().setText("Holiday {08-11}")
    batch.click("batch.paste")
    assert batch.find("batch.pasteDialog.text", QPlainTextEdit).toPlainText() == "Holiday {08-11}"
    batch.click("batch.pasteDialog.goOn")
    batch.wait_for_plan(4)
    assert batch.column(Column.NAME) == ["Holiday 08", "Holiday 09", "Holiday 10", "Holiday 11"]


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(batch: BatchDriver, sandbox):
    batch.paste(album_rows(*NAMES))
    batch.click("batch.dryRun")
    batch.wait(lambda: batch.text("batch.notice.title") == "DRY RUN: 3 rows would be created")
    batch.wait(
        lambda: (
            '"name":"Customer 0001"'
            in batch.text("batch.notice.remark").replace(" :", ":").replace(": ", ":")
        )
    )
    assert posts(sandbox) == []
    # What is changed makes the report void.
    QTest.keyClick(batch.table, Qt.Key.Key_Delete)
    batch.wait(lambda: not batch.is_shown("batch.notice"))


def test_a_file_that_has_changed_is_asked_about_before_anything_is_sent(
    batch: BatchDriver, sandbox, tmp_path
):
    path = tmp_path / "table.csv"
    path.write_text("name,type,albumKind\nFirst,2,1\n", encoding="utf-8")
    batch.open(path, 1)
    # As on a disk of the network, whose changes are not reported.
    batch.page.findChild(QFileSystemWatcher).blockSignals(True)
    path.write_text("name,type,albumKind\nSecond,2,1\n", encoding="utf-8")
    batch.start()
    batch.wait(lambda: batch.is_shown("batch.problem.createAsShown"))
    assert batch.find("batch.problem.readAgain").hasFocus()
    assert posts(sandbox) == []
    batch.click("batch.problem.createAsShown")
    batch.wait_until_over()
    assert batch.text("batch.result.title") == "1 of 1 rows are created"
    assert not batch.is_shown("batch.problem")
    batch.click("batch.back")
    batch.open(path, 1)
    batch.start()
    batch.wait_until_over()
    assert len(posts(sandbox)) == 2


def test_a_file_that_changes_is_said_and_read_again_when_asked(batch: BatchDriver, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("name,type,albumKind\nFirst,2,1\n", encoding="utf-8")
    batch.open(path, 1)
    path.write_text("name,type,albumKind\nFirst,2,1\nSecond,2,1\n", encoding="utf-8")
    batch.wait(lambda: batch.is_shown("batch.problem.readAgain"))
    batch.click("batch.problem.readAgain")
    batch.wait_for_plan(2)
    assert batch.column(Column.NAME) == ["First", "Second"]


def test_a_plan_of_earlier_says_that_its_file_has_changed(batch: BatchDriver, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("name,type,albumKind\nFirst,2,1\n", encoding="utf-8")
    batch.open(path, 1)
    batch.click("batch.back")
    path.write_text("name,type,albumKind\nFirst,2,1\nSecond,2,1\n", encoding="utf-8")
    earlier = batch.find("batch.list", QTableView)
    batch.wait(lambda: earlier.model().rowCount() == 1)
    assert [earlier.model().index(0, column).data() for column in (0, 2, 3)] == [
        "table.csv",
        "1 row",
        "Not run",
    ]
    batch.click("batch.list.open")
    batch.wait(lambda: batch.is_shown("batch.problem.readAgain"))
    assert batch.column(Column.NAME) == ["First"]
    batch.click("batch.problem.readAgain")
    batch.wait_for_plan(2)


def test_a_plan_that_was_not_run_is_removed(batch: BatchDriver):
    batch.create("First")
    batch.click("batch.back")
    batch.paste(album_rows("Second"))
    batch.click("batch.back")
    earlier = batch.find("batch.list", QTableView)
    batch.wait(lambda: earlier.model().rowCount() == 2)
    batch.click("batch.list.remove")
    batch.click("batch.removeQuestion.confirm")
    batch.wait(lambda: earlier.model().rowCount() == 1)
    assert earlier.model().index(0, 3).data() == "Finished"
    assert not batch.find("batch.list.remove").isEnabled()
