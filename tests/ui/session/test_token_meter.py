"""Lifetime of the token in the connection bar: quiet, warning, expired; hidden where it does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lost_answer_services import site
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from window_session_fixtures import rest, use_account, use_pasted

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.sandbox import SANDBOX_TOKEN
from ui.session.token_meter import TokenMeter

__all__ = ["site"]


@pytest.fixture
def meter(qtbot, site, clock):
    meter = TokenMeter(site.services)
    qtbot.addWidget(meter)
    return meter


def words(meter):
    meter.refresh()
    return meter.findChild(QLabel).text() if meter.isVisible() else ""


def button(meter):
    found = meter.findChild(QPushButton, "connection.newToken")
    return found.text() if found.isVisible() else ""


def test_nothing_is_shown_while_nobody_knows(qtbot, site, meter):
    assert words(meter) == ""
    use_pasted(qtbot, site.session, site.sandbox)
    assert words(meter) == ""


@pytest.mark.parametrize(
    ("minutes", "expected", "offered"),
    [
        (0, "Token: about 20 min left", ""),
        (2.4, "Token: about 18 min left", ""),
        (16.9, "Token: about 3 min left", ""),
        (17.5, "⚠ Token ends in 2 min", "New token…"),
        (19.5, "⚠ Token ends in less than a minute", "New token…"),
        (20, "⚠ Your token has probably expired", "New token…"),
        (500, "⚠ Your token has probably expired", "New token…"),
    ],
)
def test_a_pasted_token_counts_down_after_the_last_call(
    qtbot, site, meter, clock, minutes, expected, offered
):
    use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_accepted()
    clock.sleep(minutes)
    assert words(meter) == expected
    assert button(meter) == offered
    assert meter.accessibleName() == expected
    assert "20 minutes after the last call" in meter.toolTip()
    assert meter.findChild(QLabel).property("state") == ("advice" if offered else "")


def test_another_call_begins_it_anew(qtbot, site, meter, clock):
    use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_accepted()
    clock.sleep(19)
    site.session.life.mark_accepted()
    assert words(meter) == "Token: about 20 min left"


def test_a_connection_says_how_long_its_tokens_live(qtbot, site, meter, clock):
    connection = use_pasted(qtbot, site.session, site.sandbox)
    site.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    site.session.use(replace(connection, connection_id="other", idle_minutes="60"))
    site.session.life.mark_accepted()
    clock.sleep(30)
    assert words(meter) == "Token: about 30 min left"
    assert meter.findChild(QProgressBar).value() == 50


def test_a_refused_token_has_ended(qtbot, site, meter):
    use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_rejected()
    assert words(meter) == "⚠ Your token has expired"
    assert "did not accept it" in meter.toolTip()


def test_a_session_knows_its_end_from_the_service(qtbot, site, meter, clock):
    use_account(qtbot, site.session, site.sandbox)
    assert words(meter) == "Token: about 30 min left"
    assert "said at sign-in" in meter.toolTip()


def test_a_session_that_cannot_be_renewed_asks_to_sign_in(qtbot, site, meter, clock):
    use_account(qtbot, site.session, site.sandbox)
    site.services.renewal._not_before = float("inf")
    clock.sleep(28.5)
    assert words(meter) == "⚠ Token ends in 1 min"
    assert button(meter) == "Sign in…"
    clock.sleep(2)
    assert words(meter) == "⚠ Your token has expired"


def test_nothing_is_asked_while_the_session_is_renewed(qtbot, site, meter, clock):
    use_account(qtbot, site.session, site.sandbox)
    clock.sleep(29)
    site.services.renewal.refresh()
    assert words(meter) == "The session is being renewed…"
    assert button(meter) == ""
    rest(qtbot, site.session)
    assert words(meter) == "Token: about 30 min left"


def test_nothing_is_shown_for_an_app_and_for_the_sandbox(qtbot, site, meter):
    connection = use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_accepted()
    assert words(meter)
    site.backend.credentials.save_for_session("app", "id:secret")
    site.session.use(replace(connection, connection_id="app", authorization_format="app_signature"))
    assert words(meter) == ""
    assert site.session.life is None
    site.backend.credentials.save_for_session(SANDBOX_CONNECTION_ID, SANDBOX_TOKEN)
    site.session.use(replace(connection, connection_id=SANDBOX_CONNECTION_ID))
    site.session.life.mark_accepted()
    assert words(meter) == ""


def test_the_button_asks_for_a_token(qtbot, site, meter):
    use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_rejected()
    meter.refresh()
    with qtbot.waitSignal(meter.renewal_requested, timeout=1_000):
        meter.findChild(QPushButton, "connection.newToken").click()


def test_it_keeps_itself_right(qtbot, site, meter, clock):
    use_pasted(qtbot, site.session, site.sandbox)
    site.session.life.mark_accepted()
    qtbot.waitUntil(lambda: meter.accessibleName() == "Token: about 20 min left", timeout=3_000)
    clock.sleep(10)
    qtbot.waitUntil(lambda: meter.accessibleName() == "Token: about 10 min left", timeout=3_000)
    site.session.use(None)
    assert not meter._timer.isActive()
