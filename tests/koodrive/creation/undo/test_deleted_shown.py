"""A service that goes on showing a shared folder that was deleted, with status 1 (GetShareFolderMetadata)."""

from __future__ import annotations

import pytest
from undo_at_sandbox import FOLDER

from koodrive.creation.undo.models import UndoVerdict
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(Fault.COMMIT_THEN_DROP, OutcomeKind.DELETED), (Fault.DROP_BEFORE_COMMIT, OutcomeKind.REFUSED)],
)
def test_a_lost_delete_is_found_out_by_the_status(undo, fault, outcome):
    undo.sandbox.show_deleted()
    attempt = undo.create(FOLDER)
    undo.sandbox.inject(fault, path="/koodrive/ose/v1/sharefolder/delete")
    lost = undo.undo(attempt)
    assert lost.kind is OutcomeKind.UNKNOWN
    undo.find_out(lost.attempt_id)
    assert undo.attempt(lost.attempt_id).outcome is outcome


def test_what_somebody_else_has_deleted_is_gone(undo):
    undo.sandbox.show_deleted()
    attempt = undo.create(FOLDER)
    undo.sandbox.change_elsewhere("delete", attempt.result_id)
    assert undo.look(attempt).verdict is UndoVerdict.GONE
