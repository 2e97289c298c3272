"""Messages of the history: stored with template and values, shown in any language, readable without those."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import ALBUM, ALBUM_ID, FAMILY, begin, created, settled, start_process

from koodrive.journal import HistoryQuery, Journal, NewBatch, NewRow, RowKey, UndoJudgement
from koodrive.journal.attempts.stored_messages import (
    DATA_COLUMNS,
    message_columns,
    message_from_json,
    message_to_json,
    stored_message,
)
from koodrive.journal.encoding import to_db_text
from koodrive.journal.export import COLUMNS, FileFormat, write_attempts
from koodrive.journal.recovery import rescue
from koodrive.journal.schema import MIGRATIONS, migrate, version_of
from koodrive.messages import Message, sentences
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = Message("It was not created")
MESSAGE = Message("{count} in {place}: {reason}.", count=3, place="{家}", reason=Message("the list was old"))
CHINESE = {
    "It was not created": "未创建",
    "{count} in {place}: {reason}.": "{place} 中有 {count} 个：{reason}。",
    "the list was old": "列表不是最新的",
    "{first} {second}": "{first}{second}",
    "Seen at {time}.": "已于 {time} 见到。",
}
IN_CHINESE = "{家} 中有 3 个：列表不是最新的。"

OTHER_ALBUM = replace(ALBUM, name="Another")

RELEASED = 10
"""The last version without template and values."""
SCHEMA_OF_10 = "e8e2e59d5c4761bb8de12f1456aebe6cbbac51146eeffa5c1347441f07c493f3"
"""SHA-256 of the schema that KooDesk wrote then, taken from a file of it."""


def chinese(message: str | None) -> str | None:
    return (
        message.in_language(lambda text: CHINESE.get(text, text)) if isinstance(message, Message) else message
    )


def bracketed(message: Message) -> str:
    return message.in_language(lambda text: f"[{text}]")


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """Return a history with one attempt of unknown outcome."""
    with Journal(path) as journal:
        begin(journal)
        journal.attempts.settle(1, settled(OutcomeKind.UNKNOWN, title=TITLE, message=MESSAGE))
        yield journal


def cells(path: Path, columns: str = "title, message, note, title_data, message_data, note_data") -> tuple:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {columns} FROM exchange WHERE attempt_id = 1").fetchone()


def change(path: Path, assignments: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE exchange SET {assignments} WHERE attempt_id = 1", values)


def seen(time: str) -> Message:
    return Message("Seen at {time}.", time=time)


def test_messages_come_back_in_parts_and_stand_in_the_file_in_english(journal: Journal, path: Path) -> None:
    attempt = journal.history.attempt(1)
    assert (attempt.title, attempt.message, attempt.note) == (TITLE, MESSAGE, None)
    assert (chinese(attempt.title), chinese(attempt.message)) == ("未创建", IN_CHINESE)
    title, message, note, *data = cells(path)
    assert (title, message, note) == ("It was not created", "3 in {家}: the list was old.", None)
    # A message without values is its own template.
    assert data == [None, message_to_json(MESSAGE), None]


def test_notes_that_are_added_keep_the_parts_of_those_before(journal: Journal) -> None:
    attempts, read = journal.attempts, journal.history.attempt
    attempts.annotate(1, seen("09:00"))
    assert chinese(read(1).note) == "已于 09:00 见到。"
    attempts.settle(1, replace(created(), note=sentences(read(1).note or "", seen("10:00"))))
    attempts.add_remark(1, seen("11:00"))
    assert read(1).note == "Seen at 09:00. Seen at 10:00. Seen at 11:00."
    assert chinese(read(1).note) == "已于 09:00 见到。已于 10:00 见到。已于 11:00 见到。"
    # An outcome without a note keeps that of the intent; what is known of the ID comes behind it.
    second = attempts.begin(
        request=OTHER_ALBUM,
        connection=FAMILY,
        trace_id="t",
        body="{}",
        started_at=read(1).started_at,
        note=MESSAGE,
    )
    attempts.settle(second, replace(created(), note_if_known=lambda earlier: seen(f"{earlier.attempt_id}")))
    assert chinese(read(second).note) == f"{IN_CHINESE}已于 1 见到。"


def test_an_attempt_that_is_opened_again_has_the_parts_of_its_new_messages(journal: Journal) -> None:
    journal.attempts.settle(1, settled(OutcomeKind.REFUSED, title=MESSAGE, message=TITLE, note=seen("9")))
    journal.attempts.reopen(journal.history.attempt(1), TITLE, MESSAGE, seen("10"))
    attempt = journal.history.attempt(1)
    assert [chinese(text) for text in (attempt.title, attempt.message, attempt.note)] == [
        "未创建",
        IN_CHINESE,
        "已于 10 见到。",
    ]


def test_rows_of_batches_and_of_their_undo_have_parts(journal: Journal) -> None:
    batch_id = journal.batches.add(
        NewBatch("t.csv", "00" * 32, ("name",)), [NewRow(1, 2, "ready", "album", {}, ("x",))]
    )
    journal.batches.connect(batch_id, FAMILY)
    create = journal.attempts.begin(
        request=OTHER_ALBUM,
        connection=FAMILY,
        trace_id="t",
        body="{}",
        started_at=journal.history.attempt(1).started_at,
        batch_row=RowKey(batch_id, 1),
    )
    journal.attempts.settle(create, replace(created(), message=MESSAGE, note=seen("9")))
    (row,) = journal.batch_rows.page(batch_id)
    assert (chinese(row.message), chinese(row.note)) == (IN_CHINESE, "已于 9 见到。")
    journal.batch_undos.begin_run(batch_id, FAMILY, "me", is_alive=lambda _owner: False)
    journal.batch_undos.judge([UndoJudgement(create, "kept", MESSAGE)])
    delete = journal.attempts.begin_undo(
        create, connection=FAMILY, trace_id="d", body="", started_at=row.settled_at
    )
    journal.attempts.settle(delete, settled(OutcomeKind.REFUSED, title=TITLE, message=MESSAGE))
    (undo,) = journal.batch_undos.page(batch_id)
    assert [chinese(text) for text in (undo.reason, undo.title, undo.message)] == [
        IN_CHINESE,
        "未创建",
        IN_CHINESE,
    ]


@given(st.text() | st.binary() | st.integers() | st.none())
def test_words_stand_whatever_the_json_beside_them_is(data: object) -> None:
    assert stored_message("Seen at 9.", data) == "Seen at 9."


@pytest.mark.parametrize(
    "data",
    [
        '{"template":"Seen at {hour}.","values":{"time":"9"}}',
        '{"template":"Seen at {0}.","values":{"time":"9"}}',
        '{"template":"Seen at {time.hour}.","values":{"time":"9"}}',
        '{"template":"Seen at {time:%H}.","values":{"time":"9"}}',
        '{"template":"Seen at {time}.","values":{"template":"9"}}',
        '{"template":"Seen at {time}.","values":["9"]}',
        '{"template":7,"values":{"time":"9"}}',
        '{"values":{}}',
        '["Seen at 9."]',
        "[" * 100_000,
        # Of other words: an older KooDesk has written those since, or a bit has flipped.
        message_to_json(Message("Seen at {time}.", time="8")),
    ],
)
def test_json_that_does_not_make_the_words_is_passed_over(data: str) -> None:
    message = stored_message("Seen at 9.", data)
    assert (message, message.template, message.values) == ("Seen at 9.", "Seen at 9.", {})
    assert isinstance(message_from_json(data), Message)


@given(
    st.recursive(
        st.text(st.characters(codec=None)) | st.integers() | st.booleans() | st.none(),
        lambda inner: st.builds(lambda a, b: Message("{{}} {a}: {b}", a=a, b=b), inner, inner),
        max_leaves=6,
    )
)
def test_every_message_comes_back_as_it_was(value: object) -> None:
    message = Message("“{value}”", value=value)
    columns = message_columns(note=message)
    found = stored_message(columns["note"], columns["note_data"])
    assert to_db_text(found) == columns["note"] == to_db_text(message)
    assert found.template == message.template
    assert to_db_text(bracketed(found)) == to_db_text(bracketed(message))


def test_a_damaged_row_shows_its_words_and_can_be_written(journal: Journal, path: Path) -> None:
    journal.attempts.annotate(1, seen("9"))
    for damaged in ('{"template":', b"\xff\xfe", 7):
        change(path, "message_data = ?, note_data = ?", damaged, damaged)
        attempt = journal.history.attempt(1)
        assert chinese(attempt.message) == MESSAGE
        assert chinese(attempt.note) == "Seen at 9."
    journal.attempts.settle(1, created())
    journal.attempts.add_remark(1, seen("10"))
    assert chinese(journal.history.attempt(1).note) == "Seen at 9.已于 10 见到。"


def test_what_is_rescued_of_a_damaged_entry_keeps_the_parts_of_its_note(journal: Journal, path: Path) -> None:
    journal.attempts.annotate(1, seen("9"))
    with closing(sqlite3.connect(path)) as database:
        row = rescue.exchange(database, 1)
    assert chinese(stored_message(row["note"], row["note_data"])) == f"已于 9 见到。{rescue.NOTE}"


def test_an_export_has_the_messages_in_the_language_of_its_reader(journal: Journal, path: Path) -> None:
    files = {}
    for name, translate in (("en", str), ("zh", chinese)):
        for file_format in (FileFormat.PLAIN_CSV, FileFormat.JSON):
            target = path.with_name(f"{name}.{file_format}")
            write_attempts(target, journal.history.attempts(HistoryQuery()), file_format, translate)
            text = target.read_text(encoding="utf-8")
            rows = (
                json.loads(text)
                if file_format is FileFormat.JSON
                else list(csv.DictReader(text.splitlines()))
            )
            files[name, file_format] = rows[0]
    for file_format in (FileFormat.PLAIN_CSV, FileFormat.JSON):
        english, translated = files["en", file_format], files["zh", file_format]
        assert tuple(english) == tuple(translated) == COLUMNS
        assert (translated["title"], translated["message"]) == ("未创建", IN_CHINESE)
        assert (english["title"], english["message"]) == (TITLE, MESSAGE)
        assert {name for name in COLUMNS if english[name] != translated[name]} == {"title", "message"}


@pytest.fixture
def released(path: Path) -> Path:
    """Return a file of version 10 with three attempts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        migrate(database, MIGRATIONS[:RELEASED])
        database.execute("INSERT INTO connection VALUES (1, 'c', 'C', 'https://a.example.com', '7')")
        for number, outcome in enumerate(("created", "refused", "unknown"), start=1):
            database.execute(
                "INSERT INTO attempt (attempt_id, kind, name, outcome, connection_key, started_at, trace_id, result_id)"
                " VALUES (?, 'album', 'Holiday', ?, 1, 17, 't', ?)",
                (number, outcome, ALBUM_ID if number == 1 else None),
            )
            database.execute(
                "INSERT INTO exchange VALUES (?, '{}', NULL, 'It was not created', 'Seen at 9.', ?)",
                (number, "{braces}"),
            )
    return path


def test_todays_steps_make_the_version_that_was_released(released: Path) -> None:
    with closing(sqlite3.connect(released)) as database:
        found = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    schema = sorted((kind, name, "".join(sql.split())) for kind, name, sql in found)
    assert hashlib.sha256(repr(schema).encode()).hexdigest() == SCHEMA_OF_10


def test_messages_from_before_stand_as_they_are(released: Path) -> None:
    with Journal(released) as journal:
        for attempt in journal.history.attempts(HistoryQuery()):
            assert (attempt.title, attempt.message, attempt.note) == (
                "It was not created",
                "Seen at 9.",
                "{braces}",
            )
            # What is its own template is found in the catalogue; what has values is not.
            assert (chinese(attempt.title), chinese(attempt.message)) == ("未创建", "Seen at 9.")
            assert chinese(attempt.note) == "{braces}"
        journal.attempts.annotate(3, seen("10"))
        assert chinese(journal.history.attempt(3).note) == "已于 10 见到。"
    assert cells(released) == ("It was not created", "Seen at 9.", "{braces}", None, None, None)


OPEN_UNTIL = """
import os, signal
from pathlib import Path
from koodrive.journal import Journal, pragmas
prepare = pragmas.prepare
def traced(connection, *, shared):
    prepare(connection, shared=shared)
    def die(statement):
        if statement.startswith({statement!r}):
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(die)
pragmas.prepare = traced
Journal(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_process_that_is_killed_in_the_step_leaves_the_file_as_it_was(released: Path) -> None:
    for statement in (
        f"ALTER TABLE exchange ADD COLUMN {DATA_COLUMNS[-1]}",
        "PRAGMA user_version = ",
        "COMMIT",
    ):
        process = start_process(OPEN_UNTIL.format(statement=statement), released)
        process.communicate(timeout=30)
        assert process.returncode == -signal.SIGKILL
        with closing(sqlite3.connect(released)) as database:
            assert version_of(database) == RELEASED
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Journal(released) as journal:
        assert journal.notice is None
        assert [row.attempt_id for row in journal.history.rows(HistoryQuery(), 0, 9)] == [3, 2, 1]
    with closing(sqlite3.connect(released)) as database:
        assert version_of(database) == len(MIGRATIONS)
