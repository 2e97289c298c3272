"""A create refused by the gateway's rate limit: its card counts down, and the user sends it again."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import time_machine
from form_driver import lone_form

from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.create import result_texts


@pytest.fixture
def form(qtbot, window, sandbox):
    with lone_form(qtbot, window, sandbox) as form:
        form.fault(Fault.THROTTLED)
        assert form.create_named("Patience").retry_after == 3
        yield form


@pytest.fixture
def outcome(form):
    return form.submission.outcome


def resend(form):
    return form.card.action("resend")


def hurry(form, seconds):
    """Let the countdown end in `seconds` from now."""
    countdown = form.submission.result._countdown
    countdown.start(time.monotonic() + seconds)


def test_it_counts_down_and_then_waits_for_the_user(qtbot, form, sandbox):
    assert (form.state, form.title) == ("harmless", "Too many requests at once")
    assert resend(form).text() in {"Send again in 3 s", "Send again in 2 s"}
    button = resend(form)
    seen = {button.text()}
    hurry(form, 1.3)
    while not button.isEnabled():
        qtbot.waitSignal(form.submission.result._countdown.ticked, timeout=3_000).wait()
        seen.add(button.text())
    assert {"Send again in 1 s", "Send again"} <= seen
    assert resend(form) is button
    assert form.sent == 1
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == 2
    assert len(sandbox.effects()) == 1


def test_a_click_while_it_counts_sends_nothing(form):
    form.click("result.resend")
    assert not form.submission.is_busy
    assert form.sent == 1


def test_typing_the_next_name_leaves_it(form, sandbox):
    form.type("name", "Next")
    assert form.submission.result._countdown.is_running
    assert form.title == "Too many requests at once"
    hurry(form, 0.1)
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert [effect["name"] for effect in sandbox.effects()] == ["Patience"]


def test_who_presses_create_again_waits_until_the_service_takes_requests(qtbot, form, sandbox):
    throttled = form.submission
    form.type("name", "Next")
    form.click("create")
    assert form.title == "Waiting · 1 before it · Manual album"
    assert form.sent == 1
    qtbot.waitUntil(lambda: form.state == "created", timeout=10_000)
    assert [effect["name"] for effect in sandbox.effects()] == ["Next"]
    assert throttled.outcome.kind is OutcomeKind.REFUSED


def test_a_hidden_page_rests_and_has_the_right_count_when_it_comes_back(qtbot, form):
    countdown = form.submission.result._countdown
    form.page.hide()
    countdown.start(time.monotonic() + 90)
    assert countdown._timer.remainingTime() > 80_000
    form.page.show()
    assert resend(form).text() in {"Send again in 1 min 30 s", "Send again in 1 min 29 s"}
    assert countdown.is_running
    form.page.hide()
    countdown.start(time.monotonic() + 0.1)
    qtbot.waitUntil(resend(form).isEnabled)
    assert resend(form).text() == "Send again"
    assert not countdown.is_running


def test_the_clock_on_the_wall_does_not_matter(form):
    with time_machine.travel(time.time() + 7200):
        form.submission.result._on_ticked()
        assert not resend(form).isEnabled()


def test_an_hour_reads_well(outcome):
    told = result_texts.throttled(replace(outcome, retry_after=3600.0), 3570)
    assert dict(told.actions)["resend"] == "Send again in 59 min 30 s"
    assert result_texts.duration_text(3600) == "60 min"
    assert result_texts.duration_text(3570) == "59 min 30 s"
    assert result_texts.duration_text(59) == "59 s"
    assert "resend" not in result_texts.throttled(outcome, 0).disabled
