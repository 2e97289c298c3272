"""A history of an earlier released version: opened by this one it keeps everything and learns what is new."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from journal_samples import ALBUM, ALBUM_ID, FAMILY, FOLDER, MORNING, begin, created, settled

from koodrive.journal import HistoryQuery, Journal
from koodrive.journal.duplicates import find_open_duplicate
from koodrive.journal.encoding import fingerprint_of, milliseconds
from koodrive.journal.schema import MIGRATIONS, migrate, version_of
from koodrive.messages import Message
from koodrive.models import OutcomeKind

# As KooDesk 1 wrote it, and not by what today's code makes of it.
FIRST_VERSION = """
    CREATE TABLE connection (
        connection_key INTEGER PRIMARY KEY,
        connection_id TEXT NOT NULL,
        name TEXT NOT NULL,
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        UNIQUE (connection_id, name, service_address, user_id)
    );
    CREATE TABLE attempt (
        attempt_id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT,
        outcome TEXT NOT NULL,
        connection_key INTEGER NOT NULL REFERENCES connection,
        started_at INTEGER NOT NULL,
        settled_at INTEGER,
        trace_id TEXT NOT NULL,
        result_id TEXT,
        file_id TEXT,
        group_id TEXT,
        tenant_id TEXT,
        creator TEXT,
        create_time TEXT,
        related_ids TEXT,
        status INTEGER,
        code TEXT
    );
    CREATE TABLE exchange (
        attempt_id INTEGER PRIMARY KEY REFERENCES attempt,
        body TEXT NOT NULL,
        answer TEXT,
        title TEXT,
        message TEXT,
        note TEXT
    );
    CREATE INDEX attempt_by_time ON attempt (started_at, attempt_id, kind, outcome, connection_key);
    CREATE INDEX attempt_by_kind ON attempt (kind, attempt_id, outcome, connection_key, started_at);
    CREATE INDEX attempt_by_name ON attempt
        (name COLLATE NOCASE, attempt_id, kind, outcome, connection_key, started_at);
    CREATE INDEX attempt_by_result ON attempt (result_id, attempt_id, kind, outcome, connection_key, started_at);
    CREATE INDEX attempt_by_outcome ON attempt (outcome, attempt_id, kind, connection_key, started_at);
    CREATE INDEX attempt_by_connection ON attempt (connection_key, attempt_id, kind, outcome, started_at);
    CREATE INDEX connection_by_name ON connection (name COLLATE NOCASE);
    CREATE INDEX attempt_with_unusual_ids ON attempt (attempt_id) WHERE
        result_id GLOB '*[^ -~]*' OR file_id GLOB '*[^ -~]*' OR group_id GLOB '*[^ -~]*'
        OR tenant_id GLOB '*[^ -~]*' OR creator GLOB '*[^ -~]*' OR trace_id GLOB '*[^ -~]*'
        OR related_ids GLOB '*[^ -~]*';
    PRAGMA user_version = 1;
"""
# What the second version added to that.
SECOND_VERSION = """
    CREATE TABLE list (
        list_key INTEGER PRIMARY KEY,
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (service_address, user_id, name)
    );
    CREATE TABLE list_reading (
        list_key INTEGER NOT NULL REFERENCES list,
        after_attempt INTEGER NOT NULL,
        read_at INTEGER NOT NULL,
        PRIMARY KEY (list_key, after_attempt)
    ) WITHOUT ROWID;
    CREATE TABLE list_object (
        list_key INTEGER NOT NULL REFERENCES list,
        object_id TEXT NOT NULL,
        name TEXT,
        seen_after INTEGER NOT NULL,
        PRIMARY KEY (list_key, object_id)
    ) WITHOUT ROWID;
    CREATE INDEX list_object_by_name ON list_object (list_key, name);
    PRAGMA user_version = 2;
"""
OUTCOMES = ["created", "refused", "not_sent", "unknown", "sending"] * 40


@pytest.fixture(params=[1, 2])
def version(request) -> int:
    """Return the version of the file."""
    return request.param


@pytest.fixture
def path(tmp_path, version):
    """Return a file of an earlier version with two hundred attempts."""
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(FIRST_VERSION + (SECOND_VERSION if version > 1 else ""))
        database.execute(
            "INSERT INTO connection VALUES (1, ?, ?, ?, ?)",
            (FAMILY.connection_id, FAMILY.name, FAMILY.service_address, FAMILY.user_id),
        )
        for number, outcome in enumerate(OUTCOMES):
            result_id = f"{ALBUM_ID}{number}" if outcome == "created" else None
            body = json.dumps({"name": f"家 {number}", "type": 2, "albumKind": 1}, ensure_ascii=False)
            database.execute(
                "INSERT INTO attempt (kind, name, outcome, connection_key, started_at, trace_id, result_id)"
                " VALUES ('album', ?, ?, 1, ?, ?, ?)",
                (f"家 {number}", outcome, milliseconds(MORNING) + number, f"{number:058}", result_id),
            )
            database.execute(
                "INSERT INTO exchange VALUES (?, ?, ?, NULL, NULL, ?)",
                (number + 1, body, f"answer {number}", f"note {number}"),
            )
    return path


def test_every_attempt_is_there_as_it_was(path):
    with Journal(path) as journal:
        attempts = list(journal.history.attempts(HistoryQuery(descending=False)))
        assert journal.notice is None
        assert not journal.read_only
    assert [attempt.outcome for attempt in attempts] == OUTCOMES
    for number, attempt in enumerate(attempts):
        assert attempt.name == f"家 {number}"
        assert attempt.result_id == (f"{ALBUM_ID}{number}" if attempt.outcome == "created" else None)
        assert (attempt.answer, attempt.note) == (f"answer {number}", f"note {number}")
        assert attempt.trace_id == f"{number:058}"


def test_it_is_of_the_newest_version_after_that(path):
    for _ in range(2):
        with Journal(path):
            pass
        with closing(sqlite3.connect(path)) as database:
            assert version_of(database) == len(MIGRATIONS)
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_new_works_with_what_is_old(path):
    with Journal(path) as journal:
        assert len(journal.attempts.open_attempts(FAMILY)) == 80
        assert journal.attempts.known_ids(FAMILY, [f"{ALBUM_ID}0", "17"]) == {f"{ALBUM_ID}0"}
        journal.attempts.annotate(4, "Looked for.")
        assert journal.history.attempt(4).note == "Looked for."
        journal.service_lists.save(FAMILY, "album/2/1", [("17", "家 3")])
        assert journal.service_lists.seen_before(FAMILY, "album/2/1", 4, ["17"]) == set()
        assert begin(journal) == len(OUTCOMES) + 1
        assert journal.service_lists.seen_before(FAMILY, "album/2/1", len(OUTCOMES) + 1, ["17"]) == {"17"}
        assert journal.history.count(HistoryQuery(text="家 19")) == 11
        journal.lookup_cache.save(FAMILY, "spaces", "[]")
        assert journal.lookup_cache.last(FAMILY, "spaces")[0] == "[]"
        journal.names.save(FAMILY.service_address, {"17": "家"})
        assert journal.names.known(FAMILY.service_address, ["17", "18"]) == {"17": "家"}


def test_c63_what_was_ruled_out_before_is_held_back_when_it_is_opened_again(path):
    number = OUTCOMES.index("refused") + 1
    with Journal(path) as journal:
        attempt = journal.history.attempt(number)
        journal.attempts.reopen(attempt, Message("Title"), Message("Message"), "note")
        fingerprint = fingerprint_of(attempt.kind, FAMILY.service_address, FAMILY.user_id, attempt.body)
        with journal._writer.exclusive() as database:
            assert find_open_duplicate(database, fingerprint) == number


def test_what_lists_have_shown_outlives_the_step_to_the_third_version(tmp_path):
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(FIRST_VERSION + SECOND_VERSION)
        place = (FAMILY.service_address, FAMILY.user_id, "album/2/1")
        database.execute("INSERT INTO list VALUES (1, ?, ?, ?)", place)
        database.execute("INSERT INTO list_reading VALUES (1, 0, ?)", (milliseconds(MORNING),))
        database.execute("INSERT INTO list_object VALUES (1, '17', '家 3', 0)")
    with Journal(path) as journal:
        assert journal.service_lists.named(FAMILY, "album/2/1", "家 3") == (["17"], MORNING)
        assert journal.service_lists.seen_before(FAMILY, "album/2/1", 1, ["17"]) == {"17"}


def test_todays_first_steps_make_what_was_released(path, tmp_path, version):
    """A step that was released never changes."""
    with closing(sqlite3.connect(tmp_path / "new.sqlite3")) as new:
        new.isolation_level = None
        migrate(new, MIGRATIONS[:version])
        assert schema_of(new) == schema_at(path)


def test_a_step_that_fails_leaves_the_file_as_it_was(path, version):
    def fail(connection) -> None:
        connection.execute("CREATE TABLE half (x)")
        raise sqlite3.OperationalError("disk is full")

    before = schema_at(path)
    with closing(sqlite3.connect(path)) as database:
        database.isolation_level = None
        with pytest.raises(sqlite3.OperationalError):
            migrate(database, [*MIGRATIONS, fail])
        assert version_of(database) == version
    assert schema_at(path) == before


def test_a_new_file_and_one_from_before_are_the_same_inside(path, tmp_path):
    new = tmp_path / "other" / "history.sqlite3"
    for place in (path, new):
        with Journal(place) as journal:
            for settlement in (created("1"), settled(OutcomeKind.UNKNOWN)):
                journal.attempts.settle(
                    begin(journal, FOLDER if settlement.created is None else ALBUM), settlement
                )
    assert schema_at(new) == schema_at(path)


def schema_at(path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return schema_of(database)


def schema_of(database: sqlite3.Connection) -> set[tuple[str, ...]]:
    """Return kind, name and text of all that is in a file, without blanks that do not matter."""
    rows = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, "".join(sql.split())) for kind, name, sql in rows}
