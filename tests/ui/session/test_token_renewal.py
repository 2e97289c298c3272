"""Getting a fresh token: by a refresh, with a password, pasted; before it ends, one at a time, and never in a storm."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from keyring.errors import KeyringLocked
from lost_answer_services import site
from memory_keyring import AskingKeyring, MemoryKeyring, RaisingKeyring, store_on
from window_session_fixtures import CONNECTION_ID, refreshes, rest, use_account, use_pasted

from koodrive.api.serialization import LOGIN, REFRESH_TOKEN
from koodrive.api.tokens import tokens_from_text
from koodrive.connections.sessions import SessionManager
from koodrive.errors import CredentialError, InvalidRequestError, KoodriveError
from koodrive.sandbox import SANDBOX_TOKEN, Fault, Sandbox
from koodrive.sandbox.identity import SANDBOX_PASSWORD
from ui.session import token_renewal
from ui.session.session import TokenState

__all__ = ["site"]


class Heard:
    """Signals of a renewal."""

    def __init__(self, renewal):
        self.renewed = 0
        self.errors = []
        self.busy = []
        renewal.renewed.connect(self._on_renewed)
        renewal.failed.connect(self.errors.append)
        renewal.busy_changed.connect(self.busy.append)

    def _on_renewed(self):
        self.renewed += 1


@pytest.fixture
def renewal(site):
    return site.services.renewal


@pytest.fixture
def heard(renewal):
    return Heard(renewal)


def use_keyring(site, backend):
    """Have the backend keep its secrets in a keyring of the test."""
    site.backend.credentials = store_on(backend)
    site.backend.sessions = SessionManager(site.backend.credentials, site.backend.clients.transport)


def test_a_refresh_gives_the_session_a_fresh_pair(qtbot, site, renewal, heard):
    use_account(qtbot, site.session, site.sandbox)
    before = site.session.token
    assert renewal.can_refresh
    renewal.refresh()
    renewal.refresh()
    assert renewal.is_busy
    assert renewal.is_refreshing
    rest(qtbot, site.session)
    assert refreshes(site.sandbox) == heard.renewed == site.session.renewal_count == 1
    assert heard.busy == [True, False]
    assert site.session.token == site.session.tokens.access_token != before
    assert site.session.token_state is TokenState.READY
    assert site.session.life.is_exact
    kept = site.backend.credentials.load(CONNECTION_ID)
    assert tokens_from_text(kept) == site.session.tokens


def test_a_password_signs_in_and_both_tokens_go_to_the_keyring(qtbot, site, renewal, heard):
    keyring = MemoryKeyring()
    use_keyring(site, keyring)
    use_account(qtbot, site.session, site.sandbox)
    use_keyring(site, keyring)
    renewal.sign_in(SANDBOX_PASSWORD)
    rest(qtbot, site.session)
    assert heard.errors == []
    assert heard.renewed == 1
    (kept,) = keyring.items.values()
    assert tokens_from_text(kept) == site.session.tokens
    assert SANDBOX_PASSWORD not in kept
    assert not any(SANDBOX_PASSWORD in repr(value) for value in vars(renewal).values())


def test_the_account_of_another_user_is_told_and_nothing_is_stored(qtbot, site, renewal, heard):
    connection = use_account(qtbot, site.session, site.sandbox)
    site.session.use(replace(connection, user_id="4711"))
    before = site.backend.credentials.load(CONNECTION_ID)
    renewal.sign_in(SANDBOX_PASSWORD)
    rest(qtbot, site.session)
    (error,) = heard.errors
    assert type(error) is KoodriveError
    assert "4711" in error.message
    assert site.backend.credentials.load(CONNECTION_ID) == before
    assert heard.renewed == 0


def test_a_pasted_token_is_cleaned_and_stored(qtbot, site, renewal, heard):
    keyring = MemoryKeyring()
    use_pasted(qtbot, site.session, site.sandbox)
    use_keyring(site, keyring)
    renewal.use_token("  Bearer fresh-token\n")
    rest(qtbot, site.session)
    assert list(keyring.items.values()) == [site.session.token] == ["fresh-token"]
    assert heard.renewed == 1


@pytest.mark.parametrize("pasted", ["", "   ", "with 中"])
def test_what_is_no_token_is_told_at_once_and_changes_nothing(qtbot, site, renewal, heard, pasted):
    use_pasted(qtbot, site.session, site.sandbox)
    renewal.use_token(pasted)
    (error,) = heard.errors
    assert isinstance(error, InvalidRequestError)
    assert not renewal.is_busy
    assert site.session.token == SANDBOX_TOKEN


def test_a_token_that_the_keyring_does_not_take_can_be_kept_for_the_session(qtbot, site, renewal, heard):
    use_pasted(qtbot, site.session, site.sandbox)
    use_keyring(site, RaisingKeyring(KeyringLocked("locked")))
    renewal.use_token("fresh-token")
    rest(qtbot, site.session)
    (error,) = heard.errors
    assert isinstance(error, CredentialError)
    assert renewal.can_keep_for_session
    assert site.session.token == SANDBOX_TOKEN
    renewal.save_for_session()
    assert heard.renewed == 1
    assert site.session.token == "fresh-token"
    assert site.backend.credentials.is_session_only(CONNECTION_ID)
    assert not renewal.can_keep_for_session


def test_a_session_that_the_keyring_does_not_take_can_be_kept_for_now_without_the_password(
    qtbot, site, renewal, heard
):
    use_account(qtbot, site.session, site.sandbox)
    use_keyring(site, RaisingKeyring(KeyringLocked("locked")))
    renewal.sign_in(SANDBOX_PASSWORD)
    rest(qtbot, site.session)
    assert renewal.can_keep_for_session
    renewal.save_for_session()
    assert heard.renewed == 1
    assert tokens_from_text(site.backend.credentials.load(CONNECTION_ID)) == site.session.tokens
    assert sum(request.path == LOGIN for request in site.sandbox.requests()) == 2


def test_who_waits_for_a_keyring_can_stop(qtbot, site, renewal, heard):
    use_pasted(qtbot, site.session, site.sandbox)
    keyring = AskingKeyring()
    use_keyring(site, keyring)
    renewal.use_token("fresh-token")
    qtbot.waitUntil(lambda: renewal.waits_for_keyring)
    renewal.stop_waiting()
    assert not renewal.is_busy
    keyring.answer.set()
    rest(qtbot, site.session)
    assert heard.renewed == 0
    assert heard.errors == []
    assert site.session.token == SANDBOX_TOKEN


def test_a_session_is_renewed_by_itself_before_its_token_ends(qtbot, site, renewal, clock):
    renewal._timer.setInterval(10)
    use_account(qtbot, site.session, site.sandbox)
    clock.sleep(26.9)
    renewal.renew_in_time()
    assert not renewal.is_busy
    clock.sleep(0.2)
    rest(qtbot, site.session, lambda: refreshes(site.sandbox) == 1)
    renewal.renew_in_time()
    assert not renewal.is_busy


def test_a_token_that_lives_for_two_minutes_is_not_renewed_from_its_first_moment(qtbot, site, renewal, clock):
    with Sandbox(session_seconds=120) as hasty:
        use_account(qtbot, site.session, hasty)
        clock.sleep(0.9)
        renewal.renew_in_time()
        assert not renewal.is_busy
        clock.sleep(0.2)
        renewal.renew_in_time()
        rest(qtbot, site.session, lambda: refreshes(hasty) == 1)


def test_what_is_refused_right_after_it_was_renewed_is_not_renewed_for_ever(qtbot, site, renewal, heard):
    use_account(qtbot, site.session, site.sandbox)
    site.session.life.mark_rejected()
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: heard.renewed == 1)
    for _ in range(10):
        site.session.life.mark_rejected()
        renewal.renew_in_time()
    assert not renewal.is_busy
    assert refreshes(site.sandbox) == 1


def test_a_renewal_that_fails_is_not_repeated_in_a_storm(qtbot, site, renewal, heard, clock):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=REFRESH_TOKEN, times=1)
    clock.sleep(28)
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: len(heard.errors) == 1)
    for _ in range(100):
        renewal.renew_in_time()
    assert not renewal.is_busy
    assert token_renewal.PAUSES[0] >= 30
    renewal._not_before = 0.0
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: heard.renewed == 1)
    assert refreshes(site.sandbox) == 2


def test_a_session_that_is_not_renewed_any_more_is_left_alone(qtbot, site, renewal, heard, clock):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.EXPIRED_TOKEN, path=REFRESH_TOKEN, times=1)
    clock.sleep(28)
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: len(heard.errors) == 1)
    assert renewal._not_before == float("inf")
    renewal.sign_in(SANDBOX_PASSWORD)
    rest(qtbot, site.session)
    assert renewal._not_before < float("inf")
    assert heard.renewed == 1


def test_a_gateway_that_wants_a_pause_does_not_end_the_renewals(qtbot, site, renewal, heard, clock):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.THROTTLED, path=REFRESH_TOKEN, times=1)
    clock.sleep(28)
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: len(heard.errors) == 1)
    renewal.renew_in_time()
    assert not renewal.is_busy
    assert renewal._not_before < float("inf")
    renewal._not_before = 0.0
    renewal.renew_in_time()
    rest(qtbot, site.session, lambda: heard.renewed == 1)


def test_renewals_that_do_not_help_become_rare(qtbot, site, renewal, heard):
    use_account(qtbot, site.session, site.sandbox)
    pauses = []
    for times in range(1, 6):
        site.session.life.mark_rejected()
        renewal._not_before = 0.0
        renewal.renew_in_time()
        # Everything else that meets the refusal asks for it, too.
        renewal.renew_in_time()
        rest(qtbot, site.session, lambda times=times: heard.renewed == times)
        pauses.append(round(renewal._not_before - time.monotonic(), -1))
    assert pauses == [60, 120, 300, 300, 300]
    assert refreshes(site.sandbox) == 5


def test_an_answer_for_a_connection_that_is_left_changes_nothing_for_the_next(qtbot, site, renewal, heard):
    use_account(qtbot, site.session, site.sandbox)
    before = site.backend.credentials.load(CONNECTION_ID)
    renewal.refresh()
    site.session.use(site.connection)
    rest(qtbot, site.session)
    assert site.session.token == SANDBOX_TOKEN
    assert heard.renewed == 0
    # The old pair is worth nothing any more, so the new one is kept all the same.
    assert refreshes(site.sandbox) == 1
    assert site.backend.credentials.load(CONNECTION_ID) != before


def test_a_token_from_the_dialog_counts_as_well(qtbot, site, renewal, heard):
    connection = use_pasted(qtbot, site.session, site.sandbox)
    heard.renewed = 0
    site.backend.credentials.save_for_session(CONNECTION_ID, "fresh-token")
    site.session.use(connection)
    rest(qtbot, site.session)
    assert heard.renewed == 1
    site.session.reload_token()
    rest(qtbot, site.session)
    assert heard.renewed == 1


def test_a_token_from_the_dialog_stays_though_a_refresh_of_the_old_one_ends_after_it(
    qtbot, site, renewal, heard
):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.SLOW, path=REFRESH_TOKEN, seconds=0.5)
    renewal.refresh()
    qtbot.waitUntil(lambda: refreshes(site.sandbox) == 1)
    site.backend.credentials.save_for_session(CONNECTION_ID, SANDBOX_TOKEN)
    site.session.reload_token()
    assert heard.renewed == 1, "whoever waits goes on at once"
    rest(qtbot, site.session)
    assert (site.session.token, site.session.tokens) == (SANDBOX_TOKEN, None)
    assert heard.renewed == 1
    assert heard.busy == [True, False]


def test_the_first_token_of_a_connection_counts_as_well(qtbot, site, renewal, heard):
    use_keyring(site, MemoryKeyring())
    connection = replace(site.connection, connection_id="fresh")
    site.session.use(connection)
    rest(qtbot, site.session)
    assert site.session.token_state is TokenState.MISSING
    renewal.use_token("fresh-token")
    rest(qtbot, site.session)
    assert heard.renewed == 1
    assert site.session.token_state is TokenState.READY


def test_after_the_runner_has_closed_nothing_is_begun(qtbot, site, renewal, monkeypatch):
    use_account(qtbot, site.session, site.sandbox)
    monkeypatch.setattr(type(site.runner), "is_closed", property(lambda _runner: True))
    renewal.refresh()
    assert not renewal.is_busy
