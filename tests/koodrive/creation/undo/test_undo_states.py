"""A state machine: whatever is created, taken back, changed by others, lost or cut off, history and service agree."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from undo_at_sandbox import FOLDER, UndoDriver

from koodrive.creation.search_scheduler import lost_attempts
from koodrive.creation.undo.models import UndoVerdict
from koodrive.models import Action, CreateAlbum, DeleteAlbum, DeleteSharedFolder, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox

LOST = (
    Fault.COMMIT_THEN_DROP,
    Fault.DROP_BEFORE_COMMIT,
    Fault.ERROR_AFTER_COMMIT,
    Fault.ERROR_BEFORE_COMMIT,
    Fault.HTML,
    Fault.THROTTLED,
    Fault.NONZERO_CODE,
)
# Lists that are late or from a cache say no by ID, too; together with an empty list they are taken at their word.
LISTS = (Fault.NO_ROWS, Fault.EMPTY_PAGE, Fault.ROWS_LEFT_OUT, Fault.SPARSE_LIST)
CHANGES = ("fill", "empty", "rename", "delete", "join", "invite")


class Undoing(RuleBasedStateMachine):
    """Creates and deletes of one process that may end at any moment, and other people."""

    made = Bundle("made")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.sandbox = Sandbox()
        self.sandbox.start()
        self.undo = UndoDriver(Path(self.folder.name) / "history.sqlite3", self.sandbox)
        self.number = 0
        self.filled_before_call: set[str] = set()

    @rule(target=made, is_folder=st.booleans())
    def create(self, is_folder: bool) -> int:
        self.number += 1
        name = f"Thing {self.number}"
        request = (
            type(FOLDER)(name=name, container_id=FOLDER.container_id)
            if is_folder
            else CreateAlbum(type=2, album_kind=1, name=name)
        )
        return self.undo.create(request).attempt_id

    @rule(target=made, folder=made)
    def create_in(self, folder: int) -> int:
        attempt = self.undo.attempt(folder)
        if attempt.kind == "album" or not self._is_there(attempt.result_id):
            return folder
        self.number += 1
        return self.undo.create(self.undo.album_in(attempt, f"Thing {self.number}")).attempt_id

    @rule(attempt_id=made, change=st.sampled_from(CHANGES), in_window=st.booleans())
    def others(self, attempt_id: int, change: str, in_window: bool) -> None:
        object_id = self.undo.attempt(attempt_id).result_id
        more = {"name": "Theirs"} if change == "rename" else {}
        with contextlib.suppress(ValueError):
            self.sandbox.change_elsewhere(change, object_id, before_delete=in_window, **more)

    @rule(attempt_id=made)
    def take_back(self, attempt_id: int) -> None:
        before = self.undo.look(self.undo.attempt(attempt_id))
        outcome = self.undo.undoer.undo(before, **self.undo.place)
        if before.verdict is UndoVerdict.KEPT:
            assert outcome.kind is None

    @rule(attempt_id=made, fault=st.sampled_from(LOST))
    def take_back_badly(self, attempt_id: int, fault: Fault) -> None:
        attempt = self.undo.attempt(attempt_id)
        path = f"album/{attempt.result_id}" if attempt.kind == "album" else "sharefolder/delete"
        self.sandbox.inject(fault, path=f"/koodrive/ose/v1/{path}")
        self.undo.undo(attempt)
        self.sandbox.clear_faults()

    @rule(attempt_id=made, is_sent=st.booleans())
    def end_in_the_middle(self, attempt_id: int, is_sent: bool) -> None:
        attempt = self.undo.attempt(attempt_id)
        if self.undo.look(attempt).verdict is not UndoVerdict.READY or self.undo.look(attempt).own_albums:
            return
        make = DeleteAlbum if attempt.kind == "album" else DeleteSharedFolder
        prepared = self.undo.client.prepare(make(attempt.result_id or ""))
        self.undo.journal.attempts.begin_undo(
            attempt_id,
            connection=self.undo.connection,
            trace_id=prepared.trace_id,
            body=prepared.body,
            started_at=datetime.now(UTC),
        )
        if is_sent:
            with contextlib.suppress(Exception):
                self.undo.client.send(prepared)
        self.undo.journal.close()
        self.undo.open()

    @rule(fault=st.sampled_from(LISTS), times=st.integers(1, 3))
    def lists_go_wrong(self, fault: Fault, times: int) -> None:
        self.sandbox.inject(fault, times=times)

    @rule()
    def find_out(self) -> None:
        for attempt_id in lost_attempts(self.undo.journal, self.undo.connection):
            self.undo.find_out(attempt_id)

    @invariant()
    def nothing_that_others_had_filled_was_deleted_by_us(self) -> None:
        for one in self.sandbox.deletes() if hasattr(self, "sandbox") else ():
            if one["deletedBy"] != SANDBOX_USER_ID or one["traceId"] is None:
                continue
            is_changed_in_window = bool(set(one["inWindow"]) & {"fill", "join"})
            assert is_changed_in_window or not (one["items"] or one["members"]), one
            assert not one["albums"], one

    def teardown(self) -> None:
        if not hasattr(self, "undo"):
            return
        self.sandbox.clear_faults()
        self.find_out()
        try:
            self._agree()
        finally:
            self.undo.journal.close()
            self.sandbox.stop()
            self.folder.cleanup()

    def _agree(self) -> None:
        rows = self.undo.rows()
        assert not [row for row in rows if row.outcome in {"unknown", "sending"}]
        by_trace = {row.trace_id: row for row in rows if row.action is Action.DELETE}
        ours = {one["id"] for one in self.sandbox.deletes() if one["traceId"] in by_trace}
        taken_back = {row.result_id for row in by_trace.values() if row.outcome is OutcomeKind.DELETED}
        gone = {one["id"] for one in self.sandbox.deletes()}
        assert ours <= taken_back <= gone
        for row in rows:
            if row.action is Action.CREATE and row.outcome is OutcomeKind.CREATED:
                assert (row.undone_by is not None) == (row.result_id in taken_back)

    def _is_there(self, object_id: str | None) -> bool:
        return any(one["id"] == object_id for one in self.sandbox.effects())


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=12, stateful_step_count=16, deadline=None)
