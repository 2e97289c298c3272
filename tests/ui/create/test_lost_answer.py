"""No trustworthy answer came back: the card tells how the search goes, and turns into what it finds."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from form_driver import lone_form
from PySide6.QtGui import QGuiApplication

from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.search_schedule import Search, Stage
from koodrive.errors import AuthenticationError, JournalError, NotSentError
from koodrive.messages import Message
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault
from ui.create.shared_folder_page import SharedFolderPage


@pytest.fixture
def form(qtbot, window, sandbox):
    with lone_form(qtbot, window, sandbox) as form:
        yield form


@pytest.fixture
def folder(qtbot, window, sandbox):
    with lone_form(qtbot, window, sandbox, SharedFolderPage) as form:
        form.type("containerId", SANDBOX_CONTAINER_ID)
        yield form


def lose(form, fault=Fault.COMMIT_THEN_DROP, name="Perhaps"):
    """Snapshot the list, as the window does, then lose the answer of a create; return the number of the attempt."""
    form.type("name", name)
    session = form.page.session
    request = form.page.spec.build(form.page.fields())
    session.backend.snapshot_list(request, session.current, session.token, Cancellation())
    form.fault(fault)
    outcome = form.create()
    assert outcome.kind is OutcomeKind.UNKNOWN
    return outcome.attempt_id


def waiting(attempt_id, seconds=8.0, **details):
    return Search(attempt_id, Stage.WAITING, looks=2, next_look_at=time.monotonic() + seconds, **details)


def emitted(signal):
    seen = []
    signal.connect(lambda value, *_more: seen.append(value))
    return seen


def undecided(attempt_id, problem=None):
    return LookResult((attempt_id,), Resolution.CANNOT_TELL, Message("Two may be meant."), problem=problem)


def test_it_says_that_it_looks_and_when_it_looks_again(form):
    attempt_id = lose(form)
    title = form.title
    form.submission.search_status.show_search(Search(attempt_id, Stage.LOOKING))
    assert (form.state, form.title) == ("unknown", title)
    assert form.message == ("It may have been created anyway. KooDesk looks for it in the service's list…")
    assert form.actions == ["Stop looking"]
    button = form.card.action("stopSearch")
    form.submission.search_status.show_search(waiting(attempt_id))
    assert form.message.endswith("Looked 2 times; next look in 8 s.")
    form.submission.search_status.show_search(Search(attempt_id, Stage.LOOKING, looks=1))
    assert form.message.endswith("Looked once; looking again…")
    assert form.card.action("stopSearch") is button
    stopped = emitted(form.submission.search_stop_requested)
    form.choose("stopSearch")
    assert stopped == [attempt_id]


def test_the_seconds_go_by_also_in_a_closed_drawer(qtbot, form):
    attempt_id = lose(form)
    form.submission.search_status.show_search(waiting(attempt_id, 1.2))
    countdown = form.submission.result._countdown
    assert "in 2 s" in form.message
    qtbot.waitUntil(lambda: "in 1 s" in form.message, timeout=3_000)
    form.page.hide()
    assert countdown.is_running
    qtbot.waitUntil(lambda: "looking again…" in form.message, timeout=3_000)
    assert not countdown.is_running


def test_a_list_that_cannot_be_read_is_said_while_the_search_goes_on(form):
    attempt_id = lose(form)
    problem = NotSentError(Message("The service cannot be reached"), Message("Nothing was created."))
    finding = LookResult((attempt_id,), None, problem.title, problem=problem)
    form.submission.search_status.show_search(waiting(attempt_id, finding=finding))
    assert "The service's list could not be read: The service cannot be reached." in form.message
    assert "Nothing was created" not in form.message


def test_what_is_found_becomes_a_created_one(form, sandbox):
    attempt_id = lose(form)
    assert not form.page.has_unsaved_input, "it is in the history"
    (finding,) = form.look([attempt_id])
    assert form.submission.show_finding(finding)
    (effect,) = sandbox.effects()
    assert (form.state, form.title) == ("created", "Created · Manual album")
    assert form.message.startswith("Found in the service's list at ")
    assert form.actions == []
    form.click("result.id.copy")
    assert QGuiApplication.clipboard().text() == form.card.result_id == effect["id"]
    assert form.submission.outcome.created.album_id == effect["id"]
    assert form.submission.show_finding(finding)


def test_a_shared_folder_that_is_found_can_get_an_album(folder, sandbox):
    attempt_id = lose(folder)
    folder.submission.show_finding(folder.look([attempt_id])[0])
    assert "sharedAlbum" in folder.menu
    wanted = emitted(folder.submission.shared_album_requested)
    folder.choose("sharedAlbum")
    (effect,) = sandbox.effects()
    assert (wanted[0].id, wanted[0].group_id) == (effect["id"], effect["groupId"])


def test_what_people_have_chosen_is_known_as_well_as_the_list_knows_it(folder, sandbox):
    attempt_id = lose(folder)
    (finding,) = folder.look([attempt_id])
    undecided = replace(finding, ending=Resolution.CANNOT_TELL, adopted=())
    folder.submission.search_status.show_search(Search(attempt_id, Stage.ENDED, finding=undecided))
    decided = LookResult((attempt_id,), Resolution.DONE, Message("Decided by you."), adopted=finding.adopted)
    folder.submission.show_finding(decided)
    assert folder.message == "Decided by you."
    assert folder.submission.outcome.created.group_id == sandbox.effects()[0]["groupId"]


def test_a_choice_of_which_nothing_but_the_id_is_known_shows_the_id(folder):
    attempt_id = lose(folder)
    finding = LookResult(
        (attempt_id,), Resolution.DONE, Message("Decided by you."), adopted=((attempt_id, "17"),)
    )
    folder.submission.show_finding(finding)
    assert folder.card.result_id == folder.submission.outcome.created.id == "17"


def test_what_was_not_made_is_sent_again_at_once_when_people_want_it(form, sandbox):
    attempt_id = lose(form, Fault.DROP_BEFORE_COMMIT)
    form.submission.search_status.show_search(Search(attempt_id, Stage.LOOKING))
    (finding,) = form.look([attempt_id], last=True)
    assert form.submission.show_finding(finding)
    assert (form.state, form.title) == ("harmless", "It was not created")
    assert form.message.endswith("It can be sent again.")
    assert form.actions == ["Send again"]
    form.click("result.resend")
    assert not form.submission.is_busy, "what appears by itself must not be hit by accident"
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert len(sandbox.effects()) == 1


def test_what_nobody_can_tell_is_for_people_to_decide(form):
    attempt_id = lose(form)
    assert form.submission.show_finding(undecided(attempt_id))
    assert (form.state, form.actions) == ("unknown", ["Decide…"])
    assert form.message.startswith("Two may be meant. Decide")
    wanted = emitted(form.submission.resolve_requested)
    form.choose("resolve")
    assert wanted == [attempt_id]


def test_a_list_that_could_not_be_read_can_be_read_again(form):
    attempt_id = lose(form)
    problem = NotSentError(Message("The service cannot be reached"), Message("Nothing was created."))
    form.submission.search_status.show_search(
        Search(attempt_id, Stage.ENDED, finding=undecided(attempt_id, problem))
    )
    assert form.actions == ["Look again"]
    assert "could not be read: The service cannot be reached." in form.message
    wanted = emitted(form.submission.search_requested)
    form.choose("search")
    assert wanted == [attempt_id]


def test_a_token_that_is_not_accepted_can_be_replaced(form):
    attempt_id = lose(form)
    problem = AuthenticationError(Message("The token was not accepted"), Message("Nothing was created."))
    form.submission.show_finding(undecided(attempt_id, problem))
    assert form.actions == ["Give the token…", "Look again"]


def test_a_history_that_takes_nothing_is_said_in_its_own_words(form):
    attempt_id = lose(form)
    problem = JournalError(Message("The disk is full"), Message("Make room."))
    form.submission.show_finding(undecided(attempt_id, problem))
    assert form.message == "It may have been created anyway. The disk is full. Make room."


def test_a_search_that_was_stopped_can_begin_again(form):
    attempt_id = lose(form)
    form.submission.search_status.show_search(waiting(attempt_id))
    form.submission.search_status.show_search(Search(attempt_id, Stage.STOPPED, looks=2))
    assert form.actions == ["Look again", "Decide…"]
    assert not form.submission.result._countdown.is_running
    wanted = emitted(form.submission.resolve_requested)
    form.choose("resolve")
    assert wanted == [attempt_id]


def test_other_attempts_leave_the_banner_alone(form):
    attempt_id = lose(form)
    before = form.submission.result.content
    form.submission.search_status.show_search(waiting(attempt_id + 1))
    assert not form.submission.show_finding(undecided(attempt_id + 1))
    assert form.submission.result.content == before


def test_typing_the_next_name_leaves_the_search_in_sight(form):
    attempt_id = lose(form)
    form.submission.search_status.show_search(waiting(attempt_id))
    form.type("name", "Next")
    assert form.actions == ["Stop looking"]
    assert form.submission.result._countdown.is_running
    assert form.submission.show_finding(form.look([attempt_id])[0])
    assert form.state == "created"
    assert form.page.has_unsaved_input


def test_the_next_request_keeps_its_card(form, sandbox):
    attempt_id = lose(form)
    lost = form.entry
    second = form.create_named("Next")
    assert second.kind is OutcomeKind.CREATED
    (finding,) = form.look([attempt_id])
    assert not form.submission.show_finding(finding)
    assert lost.submission.show_finding(finding)
    assert form.card.result_id == second.created.album_id
    assert lost.card.result_id == lost.submission.outcome.created.album_id != form.card.result_id
    assert len(sandbox.effects()) == 2


@pytest.mark.parametrize("fault", [Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT])
def test_the_duplicate_check_gives_way_to_what_was_found(form, sandbox, fault):
    attempt_id = lose(form, fault)
    assert form.create_named("Perhaps") is None
    form.submission.search_status.show_search(waiting(attempt_id))
    assert form.title == "It may have been created already"
    assert form.submission.show_finding(undecided(attempt_id))
    assert form.actions == ["Decide…", "Create one more"]
    (finding,) = form.look([attempt_id], last=True)
    assert form.submission.show_finding(finding)
    if fault is Fault.COMMIT_THEN_DROP:
        assert (form.state, form.card.result_id) == ("created", sandbox.effects()[0]["id"])
    else:
        form.choose("resend")
        assert form.rest().kind is OutcomeKind.CREATED
    assert len(sandbox.effects()) == 1


def test_a_name_that_is_probably_taken_by_the_lost_one_leads_there(folder):
    lost = lose(folder)
    assert folder.create_named("Perhaps") is None
    folder.choose("again")
    outcome = folder.rest()
    assert (outcome.kind, outcome.name_conflict_id) == (OutcomeKind.REFUSED, lost)
    assert folder.actions == ["Find out…"]
    wanted, shown = emitted(folder.submission.resolve_requested), emitted(folder.submission.history_requested)
    folder.choose("resolve")
    folder.choose("history")
    assert (wanted, shown) == ([lost], [outcome.attempt_id])


def test_a_wrong_clock_is_remarked_under_the_result(form):
    form.fault(Fault.CLOCK_SLOW, times=3, seconds=252)
    form.type("name", "On time")
    outcome = form.create()
    assert outcome.remark
    assert form.remark.startswith("The clock of this computer is 4 min 1")
    assert form.card.accessibleName().endswith(form.remark)
    label = next(child for child in form.card.children() if child.objectName() == "album.result.remark")
    assert label.property("role") == "quiet"
