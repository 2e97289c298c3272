"""C-03 in the window: what never left says so in its card, and can be sent again from there at once."""

from __future__ import annotations

import pytest
from form_driver import go_to
from unreachable_services import UNREACHABLE, can_fill_a_queue, unreachable
from window_fixtures import posts

from koodrive.api import transport
from koodrive.api.transport import Timeouts
from koodrive.models import OutcomeKind
from koodrive.sandbox import Sandbox

QUICK = Timeouts(connect=0.5, total=2)


@pytest.mark.parametrize("reason", UNREACHABLE)
def test_c03_it_is_said_and_can_be_sent_again_at_once(monkeypatch, form, window, reason):
    if reason == "connect timeout" and not can_fill_a_queue():
        pytest.skip("this system answers those that it has no room for")
    monkeypatch.setattr(transport, "Timeouts", lambda: QUICK)
    with unreachable(reason) as (address, came):
        go_to(form, window, address)
        form.type("name", "Offline")
        assert form.create().kind is OutcomeKind.NOT_SENT
        assert form.state == "not_sent"
        assert form.message.startswith("Nothing was sent, so nothing was created.")
        assert form.actions == ["Send again"]
        assert form.entry.pending.fields["name"] == "Offline"
        form.choose("resend")
        assert form.rest().kind is OutcomeKind.NOT_SENT
        assert b"POST" not in came
        form.qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert form.sent == 0


def test_c03_sent_again_when_the_service_is_there_it_is_made_once(qtbot, form, window):
    with unreachable("refused") as (address, _came):
        go_to(form, window, address)
    form.type("name", "Back again")
    assert form.create().kind is OutcomeKind.NOT_SENT
    with Sandbox(port=int(address.rpartition(":")[2])) as service:
        form.choose("resend")
        assert form.rest().kind is OutcomeKind.CREATED
        assert form.state == "created"
        assert len(posts(service)) == len(service.effects()) == 1
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)
