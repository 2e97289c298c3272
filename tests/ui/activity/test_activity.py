"""What holds a request up, what does not, and what is in the journal meanwhile."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault
from ui.core.tasks import Lane
from ui.session.sign_in_prompt import SignInPrompt


@pytest.fixture
def submit(window, pending):
    return lambda name: window.activity.submit(pending(name))


def names(sandbox) -> list[str]:
    return [effect["name"] for effect in sandbox.effects()]


def queued(window) -> int:
    return len(window.session.backend.journal.queue.requests())


def rest(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=20_000)


def test_one_is_sent_after_the_other(qtbot, window, sandbox, submit) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    first, second = submit("A"), submit("B")
    assert first.submission.is_busy
    assert second.is_waiting
    assert window.activity.newest("album") is second
    assert window.activity.entries == [second, first]
    assert (first.card.objectName(), second.card.objectName()) == ("album.earlier", "album.result")
    qtbot.waitUntil(lambda: names(sandbox) == ["A", "B"], timeout=20_000)
    rest(qtbot, window)


def test_while_its_number_is_not_known_it_offers_nothing(qtbot, window, sandbox, submit) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    submit("A")
    second = submit("B")
    assert second.is_being_recorded
    assert "discard" not in second.card.menu_actions
    qtbot.waitUntil(lambda: "discard" in second.card.menu_actions)
    assert second.queued_id is not None
    second.card.trigger("discard")
    rest(qtbot, window)
    assert names(sandbox) == ["A"]
    assert queued(window) == 0


def test_a_service_out_of_reach_holds_up_until_create_is_pressed_again(
    qtbot, window, sandbox, submit
) -> None:
    window.session.use(replace(window.session.current, service_address="http://127.0.0.1:9"))
    qtbot.waitUntil(lambda: window.session.token is not None)
    first, second = submit("A"), submit("B")
    rest(qtbot, window)
    assert first.submission.outcome.kind == "not_sent"
    assert second.is_waiting
    assert queued(window) == 1
    third = submit("C")
    rest(qtbot, window)
    assert second.submission.outcome.kind == "not_sent"
    assert third.is_waiting


def test_closing_sends_nothing_more_and_keeps_what_waits(qtbot, window, sandbox, submit) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    submit("A")
    submit("B")
    qtbot.waitUntil(lambda: queued(window) == 1)
    window.activity.close()
    rest(qtbot, window)
    assert names(sandbox) == ["A"]
    assert queued(window) == 1


def test_a_request_without_a_token_waits_for_the_users_word(qtbot, window, sandbox, submit, pending) -> None:
    request = pending("A")
    window.session.use(replace(window.session.current, connection_id="without"))
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert window.session.token is None
    entry = window.activity.submit(request)
    assert entry.is_waiting
    assert "It needs a new token" in entry.card.accessibleName()
    assert [entry.card.action(key) is not None for key in ("resend", "discard")] == [True, True]


def test_the_prompt_goes_with_a_card_that_is_discarded_and_the_next_one_gets_another(
    qtbot, window, sandbox, submit
) -> None:
    def give_up(entry) -> None:
        qtbot.waitUntil(lambda: entry.submission.awaits_token and not window.session.runner.is_busy)
        entry.card.findChild(SignInPrompt).cancel()

    sandbox.expire_tokens()
    give_up(submit("Spent"))
    held = submit("Held back")
    give_up(held)
    assert held.needs_word
    assert queued(window) == 1
    with qtbot.waitSignal(held.card.destroyed):
        held.card.action("discard").click()
    later = submit("Later")
    qtbot.waitUntil(lambda: later.submission.awaits_token)
    assert later.card.findChild(SignInPrompt).is_asking
    window.services.renewal.use_token(sandbox.renew_token())
    qtbot.waitUntil(lambda: names(sandbox) == ["Later"], timeout=20_000)
    rest(qtbot, window)
    assert queued(window) == 0


def test_an_open_question_is_kept_until_it_is_answered(qtbot, window, sandbox, submit) -> None:
    submit("Twice")
    qtbot.waitUntil(lambda: not window.activity.is_sending)
    question = submit("Twice")
    qtbot.waitUntil(lambda: question.submission.is_in_question and question.queued_id is not None)
    assert queued(window) == 1
    assert window.activity.summary == "2 !"
    assert "discard" in question.card.menu_actions
    qtbot.waitUntil(lambda: question.card.action("again").isEnabled())
    question.card.action("again").click()
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 2 and not window.activity.is_sending)
    assert queued(window) == 0


def test_what_waits_for_a_token_is_kept_as_well(qtbot, window, sandbox, submit) -> None:
    sandbox.expire_tokens()
    entry = submit("Kept")
    qtbot.waitUntil(lambda: entry.submission.awaits_token and entry.queued_id is not None)
    assert queued(window) == 1
    assert window.activity.summary == "1 !"


def test_the_second_click_of_a_double_click_does_not_cancel(qtbot, window, sandbox, submit) -> None:
    window.resize(1100, 760)
    window.open_page("album")
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    entry = submit("Once more")
    resend = lambda: entry.card.action("resend")  # noqa: E731 - it is another button after each second
    qtbot.waitUntil(lambda: resend() is not None and resend().isEnabled(), timeout=20_000)
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=1.0)
    resend().setFocus()
    resend().click()
    cancel = entry.card.action("cancel")
    assert cancel is not None
    assert not cancel.isEnabled()
    assert window.focusWidget() is not cancel
    qtbot.waitUntil(lambda: not window.activity.is_sending)
    assert [effect["name"] for effect in sandbox.effects()] == ["Once more"]


def test_what_is_answered_while_it_is_written_down_is_not_offered_after_a_restart(
    qtbot, window, sandbox, submit
) -> None:
    submit("Twice")
    rest(qtbot, window)
    written = threading.Event()
    window.session.runner.start(Lane.CREATE, lambda: written.wait(20), key="queue")
    question = submit("Twice")
    qtbot.waitUntil(lambda: question.submission.is_in_question and question.card.action("again").isEnabled())
    question.card.action("again").click()
    qtbot.waitUntil(lambda: len(names(sandbox)) == 2 and not window.activity.is_sending)
    assert question.is_being_recorded
    written.set()
    rest(qtbot, window)
    assert queued(window) == 0
