"""A run in the real window on the real sandbox: progress, pauses with their one action, result, what goes on later."""

from __future__ import annotations

from batch_driver import BatchDriver, album_rows
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QTableView
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault
from ui.batch.rows.columns import Column
from ui.batch.run_controller import RunController
from ui.batch.views.start_view import StartView
from ui.widgets.question import Question

TEN = [f"Customer {number:04}" for number in range(1, 11)]


def test_ready_rows_are_created_and_have_their_ids(batch: BatchDriver, sandbox, window):
    batch.create(*TEN, "Holidays of the whole choir")
    batch.wait(lambda: batch.text("batch.result.title") == "10 of 11 rows are created")
    assert "With a problem, and so not sent: 1." in batch.text("batch.result.message")
    batch.wait(lambda: batch.column(Column.STATE) == ["Created"] * 10 + ["Problem"])
    ids = batch.column(Column.REASON)[:10]
    assert all(len(one) == 19 and one.isdigit() for one in ids)
    assert len(set(ids)) == 10
    assert len(posts(sandbox)) == 10
    batch.click("nav.album")
    assert "10 of 10 rows to send created" in batch.text("activity.batch.state")


def test_a_token_that_ends_pauses_and_is_asked_for_at_the_batch(batch: BatchDriver, sandbox):
    batch.paste(album_rows(*TEN))
    sandbox.expire_tokens()
    batch.start()
    batch.wait(lambda: batch.is_shown("batch.signIn.token"))
    assert "Paused: your token has expired" in batch.text("batch.signIn.reason")
    batch.find("batch.signIn.token", QLineEdit).insert(sandbox.renew_token())
    batch.click("batch.signIn.goOn")
    batch.wait_until_over()
    batch.wait(lambda: batch.text("batch.result.title") == "10 of 10 rows are created")


def test_pause_go_on_and_stop(batch: BatchDriver, sandbox):
    batch.begin_slowly(sandbox, TEN, 0.5)
    batch.pause()
    assert batch.text("batch.paused.title") == "Paused"
    batch.wait(lambda: batch.find("batch.paused.goOn").hasFocus())
    sent = len(posts(sandbox))
    assert sent < 10
    batch.click("batch.paused.goOn")
    batch.wait(lambda: len(posts(sandbox)) > sent)
    batch.click("batch.stop")
    batch.click("batch.stopQuestion.confirm")
    batch.wait_until_over()
    assert "Not sent:" in batch.text("batch.result.message")
    assert batch.find("batch.back").text().replace("&", "") == "New table"


def test_rows_that_exist_are_no_success_and_doubtful_ones_are_not_confirmed(batch: BatchDriver, sandbox):
    batch.create(*TEN[:3])
    batch.click("batch.back")
    # Pressed as soon as it can be: the rows are compared and counted by then.
    batch.paste(album_rows(*TEN[:3]))
    assert batch.number("exists") == "3"
    assert not batch.find("batch.start").isEnabled()
    batch.click("batch.copyResults")
    batch.wait(lambda: QGuiApplication.clipboard().text().count("exists") == 3)
    assert batch.is_shown("batch.saveResults")
    # Such a run begins all the same where another window has created the rows meanwhile.
    run = batch.window.findChild(RunController)
    run.show(batch.window.session.backend.journal.batches.batches()[0])
    run.go_on()
    batch.wait(lambda: batch.text("batch.result.title") == "Nothing to create: all 3 rows exist")
    batch.click("batch.back")
    # The same name for another kind of album is doubtful.
    lines = album_rows(*TEN[:3], "New").splitlines()
    lines[0] += "\tscopeDir\tscopeParentFolderId\tscopeKind"
    lines[1] = f"album\t{TEN[0]}\t1\t1\td-1001\td-1000\t1"
    batch.paste("\n".join(lines))
    batch.wait(lambda: batch.number("exists") == "2" and batch.number("ready") == "1")
    assert batch.number("doubtful") == "1"
    batch.start()
    batch.wait_until_over()
    assert batch.text("batch.result.title") == "1 of 4 rows are created"
    words = batch.text("batch.result.message")
    assert "Not confirmed, and so not sent: 1." in words
    assert "Existed before: 2." in words
    assert "problem" not in words
    assert len(posts(sandbox)) == 4


def test_no_row_begins_while_it_is_asked_whether_to_stop(batch: BatchDriver, sandbox):
    batch.begin_slowly(sandbox, TEN, 0.2)
    batch.click("batch.stop")
    question = batch.window.findChild(Question, "batch.stopQuestion")
    # What was under way ends and is counted; without the hold as many would be under way as before.
    batch.wait(
        lambda: (
            batch.column(Column.STATE).count("Created") == len(posts(sandbox)) < 10
            and question.text().startswith(f"{10 - len(posts(sandbox))} rows")
        )
    )
    batch.click("batch.stopQuestion.stay")
    batch.wait_until_over()
    assert len(posts(sandbox)) == 10


def test_a_plan_waits_for_the_batch_that_runs_and_says_so(batch: BatchDriver, sandbox):
    batch.begin_slowly(sandbox, TEN, 0.3)
    batch.click("batch.back")
    batch.paste(album_rows("Later"))
    batch.wait(lambda: "Another batch is running: Pasted table." in batch.text("batch.foot"))
    assert not batch.find("batch.start").isEnabled()
    assert "Another batch is running" in batch.find("batch.start").toolTip()
    batch.start()
    batch.wait_until_over()
    assert len(posts(sandbox)) == 11


def test_a_paused_batch_waits_for_the_one_that_runs_and_says_so(batch: BatchDriver, sandbox):
    batch.begin_slowly(sandbox, TEN, 1)
    batch.pause()
    paused = batch.window.session.backend.journal.batches.batches()[0].batch_id
    batch.click("batch.back")
    others = [f"Other {number:02}" for number in range(20)]
    # Slow enough that it runs until somebody has looked.
    batch.begin_slowly(sandbox, others, 3)
    batch.click("batch.back")
    batch.window.findChild(StartView).batch_chosen.emit(paused)
    batch.wait(lambda: "Another batch is running" in batch.text("batch.paused.remark"))
    assert not batch.find("batch.paused.goOn").isEnabled()
    sandbox.clear_faults()
    batch.wait(lambda: batch.find("batch.paused.goOn").isEnabled())
    batch.click("batch.paused.goOn")
    batch.wait_until_over()
    assert batch.text("batch.result.title") == "10 of 10 rows are created"
    assert len(posts(sandbox)) == 30


def test_lost_answers_are_unknown_and_found(batch: BatchDriver, sandbox, window):
    window.searches.set_pauses((0.1, 0.1, 0.1))
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    batch.paste(album_rows(*TEN[:4]))
    batch.start()
    batch.wait(lambda: batch.column(Column.STATE) == ["Created"] * 4, 40)
    assert len(posts(sandbox)) == 4


def test_the_result_is_copied_saved_and_shown_in_the_history(batch: BatchDriver, tmp_path, window):
    batch.create(*TEN[:3], "Holidays of the whole choir")
    batch.click("batch.copyResults")
    batch.wait(
        lambda: QGuiApplication.clipboard().text().startswith("kind\tname\ttype\talbumKind\toutcome\talbumId")
    )
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[4] for line in lines[1:]] == ["created"] * 3 + ["problem"]
    path = tmp_path / "table-results.csv"
    batch.find("batch.save.results.csv", QAction).trigger()
    batch.window.findChild(QFileDialog, "batch.export.file").fileSelected.emit(str(path))
    batch.wait(lambda: "Saved 4 rows" in batch.text("batch.export.status"))
    assert path.read_text(encoding="utf-8-sig").count("created") == 3
    batch.click("batch.history")
    history = window.findChild(QTableView, "history.table")
    batch.wait(
        lambda: history.model().rowCount() == 3 and window.findChild(QComboBox, "history.batch").isVisible()
    )
    assert "Pasted table" in window.findChild(QComboBox, "history.batch").currentText()


def test_a_window_that_is_closed_pauses_and_the_next_one_asks(
    qtbot, batch: BatchDriver, sandbox, window, start
):
    batch.begin_slowly(sandbox, TEN, 0.3)
    window.close()
    assert "A batch is running." in window.findChild(Question, "quit").text()
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        batch.click("quit.confirm")
    again = start("--sandbox")
    qtbot.waitUntil(lambda: again.session.token is not None, timeout=10_000)
    later = BatchDriver(qtbot, again)
    later.wait(lambda: later.is_shown("batch.resume"))
    assert later.text("batch.resume.title").startswith("Go on with ")
    assert later.find("batch.list", QTableView).model().rowCount() == 1
    later.click("batch.resume.goOn")
    later.wait(lambda: later.is_shown("batch.result") and later.column(Column.STATE) == ["Created"] * 10)
    assert len(set(later.column(Column.REASON))) == 10


def test_several_rows_of_the_history_are_a_template(batch: BatchDriver, window):
    batch.create(*TEN[:3])
    batch.click("nav.history")
    table = window.findChild(QTableView, "history.table")
    batch.wait(lambda: table.model().rowCount() == 3)
    table.selectAll()
    template = next(action for action in table.actions() if "template" in action.text())
    batch.wait(template.isEnabled)
    template.trigger()
    batch.wait_for_plan(3)
    assert sorted(batch.column(Column.NAME)) == TEN[:3]
    # This history has made them already.
    batch.wait(lambda: batch.column(Column.STATE) == ["Exists"] * 3)
