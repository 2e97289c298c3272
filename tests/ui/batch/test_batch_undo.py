"""A whole batch is taken back on its page: a look, three groups, a question, the run, its pauses, the result file."""

from __future__ import annotations

import csv
from datetime import timedelta

import pytest
from batch_driver import BatchDriver, album_rows
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTableView, QWidget

from koodrive.creation.undo import presence
from koodrive.sandbox import Fault
from koodrive.sandbox.changes import Change
from ui.batch.rows.columns import Column as RunColumn
from ui.batch.undoing.undo_model import Column
from ui.widgets.question import Question

NAMES = [f"Kunde {number:03}" for number in range(1, 13)]


@pytest.fixture
def made(batch: BatchDriver) -> BatchDriver:
    """Return the driver after a batch has created twelve albums."""
    batch.paste(album_rows(*NAMES))
    batch.start()
    batch.wait_until_over()
    batch.wait(lambda: not batch.window.session.runner.is_busy)
    return batch


def sandbox_of(batch: BatchDriver):
    return batch.window.session.backend.sandbox


def figure(batch: BatchDriver, name: str) -> str:
    return batch.find(f"batch.undo.{name}", QWidget).value


def left_words(batch: BatchDriver) -> tuple[str, str]:
    """Return what the filter and the figure above it say of the objects that are left."""
    return (
        batch.find("batch.undo.group.left").text(),
        batch.find("batch.undo.left", QWidget).accessibleName().replace(": ", " "),
    )


def column(batch: BatchDriver, wanted: Column) -> list[str]:
    model = batch.find("batch.undo.table", QTableView).model()
    return [model.index(row, wanted).data() for row in range(model.rowCount())]


def listed_state(batch: BatchDriver) -> str:
    """Return what the list of earlier batches says of the newest one."""
    model = batch.find("batch.list", QTableView).model()
    return model.index(0, model.columnCount() - 1).data() if model.rowCount() else ""


def look(batch: BatchDriver) -> None:
    batch.click("batch.undo")
    batch.wait(lambda: batch.is_shown("batch.undo.start"))
    batch.wait(lambda: not batch.window.session.runner.is_busy)


def confirm(batch: BatchDriver) -> None:
    """Press Take back and say yes; the keyboard begins on Cancel."""
    batch.click("batch.undo.start")
    batch.wait(lambda: QApplication.activeModalWidget() is not None)
    question = QApplication.activeModalWidget()
    batch.wait(lambda: question.focusWidget() is not None)
    assert question.focusWidget().objectName() == "batch.undo.question.stay"
    question.findChild(QWidget, "batch.undo.question.confirm").click()


def test_three_groups_and_the_result_file(made: BatchDriver, tmp_path) -> None:
    sandbox = sandbox_of(made)
    objects = sandbox.effects()
    sandbox.change_elsewhere(Change.FILL, objects[2]["id"])
    sandbox.change_elsewhere(Change.RENAME, objects[5]["id"], name="Somebody's")
    look(made)
    assert sandbox.deletes() == []
    assert made.text("batch.undo.title") == "10 of 12 can be taken back"
    assert made.find("batch.undo.start").text() == "Ta&ke back 10…"
    assert left_words(made) == ("Can be taken back 10",) * 2
    made.click("batch.undo.group.kept")
    made.wait(lambda: column(made, Column.NAME) == [NAMES[5], NAMES[2]])
    assert all(column(made, Column.REASON))
    table = made.find("batch.undo.table", QTableView)
    for place in (0, 1):
        table.selectRow(place)
        line, reason = (table.model().index(place, one).data() for one in (Column.LINE, Column.REASON))
        assert made.text("batch.undo.row.words") == f"Line {line}: {reason}"
    made.click("batch.undo.group.all")
    assert made.text("batch.undo.row.words") == "Select a row to read its whole reason."

    sandbox.inject(Fault.NONZERO_CODE, path=f"/koodrive/ose/v1/album/{objects[8]['id']}")
    confirm(made)
    made.wait(lambda: made.is_shown("batch.undo.result"))
    made.wait(lambda: not made.window.session.runner.is_busy)
    assert [figure(made, name) for name in ("takenBack", "kept", "couldNot")] == ["9", "2", "1"]
    kept = {objects[2]["id"], objects[5]["id"], objects[8]["id"]}
    assert {one["id"] for one in sandbox.deletes()} == {one["id"] for one in objects} - kept
    # In the reverse order of making.
    made.wait(lambda: column(made, Column.NAME) == NAMES[::-1])
    assert column(made, Column.REASON)[3].startswith("The space is full. Nothing was")

    path = tmp_path / "taken-back.csv"
    made.find("batch.undo.save.csv", QAction).trigger()
    made.window.findChild(QFileDialog, "batch.export.file").fileSelected.emit(str(path))
    made.wait(lambda: "Saved 12 rows" in made.text("batch.export.status"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [row["name"] for row in rows] == NAMES
    groups = ["taken back"] * 12
    groups[2] = groups[5] = "kept"
    groups[8] = "could not"
    assert [row["takenBack"] for row in rows] == groups
    assert all(row["takenBackReason"] for row in rows if row["takenBack"] != "taken back")

    # The run says it, too: its rows were created, and keep their IDs.
    made.click("batch.undo.back")
    words = ["Taken back"] * 12
    words[2] = words[5] = words[8] = "Created"
    made.wait(lambda: made.column(RunColumn.STATE) == words)
    assert made.column(RunColumn.REASON) == [one["id"] for one in objects]
    assert made.text("batch.result.title") == "12 of 12 rows are created"
    assert made.text("batch.result.message") == "Taken back since: 9."
    made.page.show_start()
    made.wait(lambda: listed_state(made) == "Taken back, 3 not")


def test_pause_and_go_on(made: BatchDriver) -> None:
    sandbox = sandbox_of(made)
    look(made)
    sandbox.inject(Fault.SLOW, times=200, seconds=0.1)
    confirm(made)
    made.wait(lambda: len(sandbox.deletes()) >= 2)
    made.click("batch.undo.pause")
    made.wait(lambda: made.is_shown("batch.undo.paused"))
    made.wait(lambda: not made.window.session.runner.is_busy)
    done = len(sandbox.deletes())
    assert 2 <= done < len(NAMES)
    made.wait(lambda: left_words(made) == (f"Left {len(NAMES) - done}",) * 2)
    sandbox.clear_faults()
    # The first that was made is the last to go.
    sandbox.change_elsewhere(Change.FILL, sandbox.effects()[0]["id"])
    made.click("batch.undo.paused.goOn")
    made.wait(lambda: made.is_shown("batch.undo.result"))
    assert len(sandbox.deletes()) == len(NAMES) - 1
    made.page.show_start()
    made.wait(lambda: listed_state(made) == "Taken back, 1 kept")


def test_a_token_that_ends_is_asked_for_and_the_run_goes_on(made: BatchDriver) -> None:
    sandbox = sandbox_of(made)
    look(made)
    sandbox.expire_tokens()
    confirm(made)
    made.wait(lambda: made.is_shown("batch.undo.signIn.token"))
    assert sandbox.deletes() == []
    line = made.find("batch.undo.signIn.token", QWidget)
    QTest.keyClicks(line, sandbox.renew_token())
    made.click("batch.undo.signIn.goOn")
    made.wait(lambda: made.is_shown("batch.undo.result"))
    assert len(sandbox.deletes()) == len(NAMES)


def test_one_that_was_interrupted_is_offered_and_asks_before_it_deletes(
    qtbot, made: BatchDriver, start, monkeypatch
) -> None:
    # The delete in flight is decided by the first look, though what it deletes is new.
    monkeypatch.setattr(presence, "SHOWN_AGAIN_AFTER", timedelta(0))
    sandbox = sandbox_of(made)
    look(made)
    sandbox.inject(Fault.SLOW, times=400, seconds=0.2)
    confirm(made)
    made.wait(lambda: len(sandbox.deletes()) >= 2)
    made.window.close()
    assert "A batch is being taken back." in made.window.findChild(Question, "quit").text()
    made.window.findChild(Question, "quit").accept()
    made.wait(lambda: not made.window.isVisible(), 20)
    done = len(sandbox.deletes())
    assert done < len(NAMES)

    window = start("--sandbox")
    window.resize(1_080, 760)
    later = BatchDriver(qtbot, window)
    later.wait(lambda: window.session.token is not None and later.is_shown("batch.resume"))
    assert later.text("batch.resume.title").endswith("was interrupted")
    later.click("batch.resume.showUndo")
    later.wait(lambda: later.is_shown("batch.undo.paused"))
    later.click("batch.undo.paused.goOn")
    later.wait(lambda: QApplication.activeModalWidget() is not None)
    assert len(sandbox_of(later).deletes()) == done
    QApplication.activeModalWidget().findChild(QWidget, "batch.undo.question.confirm").click()
    later.wait(lambda: later.is_shown("batch.undo.result"))
    assert len(sandbox_of(later).deletes()) == len(NAMES)
    card = window.findChild(QLabel, "activity.batchUndo.state")
    assert card.text() == "Finished · 12 of 12 taken back"


def test_a_batch_of_before_a_restart_and_the_entries_in_activity(qtbot, made: BatchDriver, start) -> None:
    made.window.close()
    made.wait(lambda: not made.window.isVisible(), 20)
    window = start("--sandbox")
    window.resize(1_080, 760)
    later = BatchDriver(qtbot, window)
    later.wait(lambda: window.session.token is not None and len(window.activity.entries) == len(NAMES))
    earlier = later.find("batch.list", QTableView)
    later.wait(lambda: earlier.model().rowCount() == 1)
    later.click("batch.list.open")
    later.wait(lambda: later.is_shown("batch.undo"))
    look(later)
    confirm(later)
    later.wait(lambda: later.is_shown("batch.undo.result"))
    later.wait(lambda: not any(entry.card.stands for entry in window.activity.entries))


@pytest.mark.parametrize("has_token", [True, False])
def test_a_look_that_was_interrupted_leaves_nothing_that_waits(
    qtbot, made: BatchDriver, start, has_token
) -> None:
    if has_token:
        sandbox_of(made).inject(Fault.SLOW, times=400, seconds=0.2)
        made.click("batch.undo")
        made.wait(lambda: column(made, Column.STATE).count("Can be taken back") >= 2)
    else:
        sandbox_of(made).expire_tokens()
        made.click("batch.undo")
        made.wait(lambda: made.is_shown("batch.undo.signIn.token"))
    made.window.close()
    assert made.window.findChild(Question, "quit") is None
    made.wait(lambda: not made.window.isVisible(), 20)

    window = start("--sandbox")
    window.resize(1_080, 760)
    later = BatchDriver(qtbot, window)
    later.wait(lambda: window.session.token is not None and later.is_shown("batch.list.open"))
    assert not later.is_shown("batch.resume")
    assert listed_state(later) == "Finished"
    later.click("batch.list.open")
    later.wait(lambda: later.is_shown("batch.undo"))
    look(later)
    assert left_words(later) == (f"Can be taken back {len(NAMES)}",) * 2
