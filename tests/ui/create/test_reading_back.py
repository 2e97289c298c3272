"""C-66 in the window: an outcome is shown at once, and what the folder's list does not show is told afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from koodrive.api.serialization import ALBUM_LIST
from koodrive.listing import read_back
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault
from ui.core.tasks import Lane

WORDS = "a gateway may have changed the number"


@pytest.fixture
def create(monkeypatch, sandbox, form):
    """Return what creates an album in a shared folder, by hand."""
    monkeypatch.setattr(read_back, "PAUSE_SECONDS", 0.05)
    folder = sandbox.make_elsewhere(
        "sharedFolder", {"shareType": 0, "name": "Family", "containerId": SANDBOX_CONTAINER_ID}
    )

    def in_a_folder():
        form.click("albumKind.2")
        for field, text in (
            ("name", "Holiday"),
            ("groupId", folder["groupId"]),
            ("shareFolderId", folder["id"]),
        ):
            form.type(field, text)
        outcome = form.create()
        assert outcome.kind is OutcomeKind.CREATED
        return outcome

    return in_a_folder


def remember_nothing(sandbox) -> None:
    """Let no list show what was made in the last hour: as if it had got into another folder."""
    sandbox.inject(Fault.LIST_LAG, path=ALBUM_LIST, times=50, seconds=3600)


def note_of(window, outcome) -> str:
    return window.session.backend.journal.history.attempt(outcome.attempt_id).note or ""


def reads_of_groups(sandbox) -> int:
    """Return how often a list of albums was asked for in one group."""
    return sum(
        request.path == ALBUM_LIST and "groupId=" in request.query for request in list(sandbox.requests())
    )


def rest(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)


def test_c66_what_is_not_in_the_list_of_its_folder_is_told(qtbot, window, sandbox, form, create):
    remember_nothing(sandbox)
    outcome = create()
    qtbot.waitUntil(lambda: WORDS in form.remark)
    assert outcome.request.share_folder_id in form.remark
    assert form.state == "created"
    assert form.card.result_id == outcome.created.result_id
    assert form.submission.outcome == outcome
    assert WORDS in note_of(window, outcome)
    assert form.sent == len(sandbox.effects()) - 1 == 1


def test_c66_what_is_there_is_not_talked_about(qtbot, window, sandbox, form, create):
    outcome = create()
    rest(qtbot, window)
    assert reads_of_groups(sandbox) >= 1
    assert form.remark == note_of(window, outcome) == ""


def test_c66_the_remark_stands_at_its_own_entry(qtbot, window, sandbox, form, create, monkeypatch):
    monkeypatch.setattr(read_back, "PAUSE_SECONDS", 0.5)
    remember_nothing(sandbox)
    outcome = create()
    checked = form.entry
    assert form.create_named("Another one").kind is OutcomeKind.CREATED
    first_remark = checked.card.findChild(QLabel, "album.earlier.remark")
    qtbot.waitUntil(lambda: WORDS in first_remark.text())
    rest(qtbot, window)
    assert WORDS in note_of(window, outcome)


def test_c66_quitting_does_not_wait_for_it(qtbot, window, create, monkeypatch):
    monkeypatch.setattr(read_back, "PAUSE_SECONDS", 600.0)
    create()
    assert window.session.runner.is_lane_busy(Lane.READ, key="readBack")
    with qtbot.waitSignal(window.shut_down, timeout=5_000):
        window.quit_without_question()
