"""Sessions are renewed one at a time, and what is kept is never lost (C-20)."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from keyring.errors import KeyringLocked
from memory_keyring import (
    BOUND_SECONDS,
    ForgettingKeyring,
    RaisingKeyring,
    store_on,
)
from session_fixtures import Scene, ended, rotating, scene, wait_until

from koodrive.api import serialization
from koodrive.api.tokens import tokens_from_text
from koodrive.connections.sessions import SessionManager, StoredCredentials
from koodrive.core.deadline import Cancellation
from koodrive.credentials import errors
from koodrive.errors import (
    AuthenticationError,
    CredentialError,
    KeyringLockedError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    RefusedError,
)
from koodrive.sandbox import Fault, Sandbox
from koodrive.sandbox.identity import (
    SANDBOX_PASSWORD,
)

pytestmark = pytest.mark.slow

__all__ = ["rotating", "scene"]

TOGETHER = 8


class TestRenewing:
    """One caller after the other."""

    def test_a_new_session_is_stored_in_the_place_of_the_old_one(self, scene):
        old = scene.sign_in()
        new = scene.renew(old.access_token)
        assert scene.kept == new
        assert new.issued_at > old.issued_at
        assert scene.sessions.storage_warning("c-1") is None
        assert scene.sessions.load(scene.connection) == StoredCredentials(new.access_token, new)

    def test_it_works_again_and_again(self, scene):
        tokens = scene.sign_in()
        for _ in range(5):
            tokens = scene.renew(tokens.access_token)
        assert scene.kept == tokens
        assert scene.refreshes == 5

    def test_who_saw_an_older_token_gets_what_is_there_by_now(self, rotating):
        old = rotating.sign_in()
        new = rotating.renew(old.access_token)
        assert rotating.renew(old.access_token) == new
        assert rotating.refreshes == 1

    @pytest.mark.parametrize("kept", [None, "a-pasted-token"])
    def test_without_a_session_nothing_is_sent(self, rotating, kept):
        if kept:
            rotating.store.save("c-1", kept)
        with pytest.raises(AuthenticationError, match="Sign in again, or paste a token"):
            rotating.renew("a-pasted-token")
        assert rotating.sandbox.requests() == []

    def test_a_session_of_this_session_only_stays_out_of_the_keyring(self, scene):
        tokens = scene.sessions.log_in(scene.connection, SANDBOX_PASSWORD).tokens
        scene.store.save_for_session("c-1", tokens.text)
        new = scene.renew(tokens.access_token)
        assert scene.keyring.items == {}
        assert tokens_from_text(scene.store.load("c-1")) == new
        assert scene.sessions.storage_warning("c-1") is None

    def test_who_has_signed_in_meanwhile_keeps_what_that_brought(self, rotating):
        old = rotating.sign_in()
        rotating.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.4)
        renewal = rotating.renew_in_thread(old.access_token)
        wait_until(lambda: rotating.refreshes == 1)
        later = rotating.sign_in()
        assert ended(renewal) == later
        assert rotating.kept == later

    def test_what_was_forgotten_meanwhile_stays_forgotten(self, rotating):
        old = rotating.sign_in()
        rotating.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.4)
        renewal = rotating.renew_in_thread(old.access_token)
        wait_until(lambda: rotating.refreshes == 1)
        rotating.store.delete("c-1")
        assert ended(renewal).access_token != old.access_token
        assert rotating.store.load("c-1") is None


class TestTogether:
    """Several callers at once: one refresh (C-20)."""

    @pytest.mark.parametrize("_round", range(3))
    def test_c20_all_who_ask_at_once_share_one_refresh(self, scene, _round):
        old = scene.sign_in()
        scene.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.3)
        barrier = threading.Barrier(TOGETHER)

        def ask():
            barrier.wait(BOUND_SECONDS)
            return scene.renew(old.access_token)

        with ThreadPoolExecutor(TOGETHER, "koodesk-test") as pool:
            results = [future.result(BOUND_SECONDS) for future in [pool.submit(ask) for _ in range(TOGETHER)]]
        assert scene.refreshes == 1
        assert set(results) == {scene.kept}
        assert repr(scene.sessions) == "<SessionManager: 0 renewals under way>"

    def test_c20_two_without_any_help_from_a_slow_service(self, rotating):
        old = rotating.sign_in()
        barrier = threading.Barrier(2)

        def ask():
            barrier.wait(BOUND_SECONDS)
            return rotating.renew(old.access_token)

        with ThreadPoolExecutor(2, "koodesk-test") as pool:
            first, second = [pool.submit(ask) for _ in range(2)]
            assert first.result(BOUND_SECONDS) == second.result(BOUND_SECONDS) == rotating.kept
        assert rotating.refreshes == 1

    def test_c20_a_lost_answer_is_lost_for_all_who_wait(self, scene):
        old = scene.sign_in()
        scene.sandbox.inject(Fault.HANG, path=serialization.REFRESH_TOKEN, seconds=0.5)
        self.assert_all_fail_alike(scene, old, OutcomeUnknownError)
        assert scene.kept == old

    def test_c20_a_refusal_is_one_for_all_who_wait(self, scene):
        old = replace(scene.sign_in(), refresh_token="0" * 48)
        scene.sessions.save(scene.connection.connection_id, old.text)
        scene.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.5)
        self.assert_all_fail_alike(scene, old, AuthenticationError)
        assert scene.kept == old

    def assert_all_fail_alike(self, scene, old, kind):
        first = scene.renew_in_thread(old.access_token)
        wait_until(lambda: scene.refreshes == 1)
        others = [scene.renew_in_thread(old.access_token) for _ in range(3)]
        errors = [ended(renewal) for renewal in (first, *others)]
        assert {type(error) for error in errors} == {kind}
        assert scene.refreshes == 1

    def test_connections_do_not_wait_for_each_other(self, rotating):
        old = rotating.sign_in()
        other = replace(rotating.connection, connection_id="c-2")
        rotating.store.save("c-2", rotating.sessions.log_in(other, SANDBOX_PASSWORD).tokens.text)
        rotating.sandbox.inject(Fault.HANG, path=serialization.REFRESH_TOKEN, seconds=2)
        waiting = rotating.renew_in_thread(old.access_token)
        wait_until(lambda: rotating.refreshes == 1)
        seen = rotating.sessions.load(other).token
        assert rotating.sessions.renew(other, seen).access_token != seen
        assert not waiting.done()
        assert isinstance(ended(waiting), KoodriveError)

    def test_who_waits_can_give_up(self, rotating):
        old = rotating.sign_in()
        rotating.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=1.5)
        first = rotating.renew_in_thread(old.access_token)
        wait_until(lambda: rotating.refreshes == 1)
        cancellation = Cancellation()
        second = rotating.renew_in_thread(old.access_token, cancellation)
        cancellation.cancel()
        assert isinstance(second.exception(0.8), NotSentError)
        assert not first.done()
        assert ended(first) == rotating.kept

    def test_who_waits_for_one_that_was_cancelled_unsent_asks_itself(self, rotating):
        old = rotating.sign_in()
        cancellation, loading, load = Cancellation(), threading.Event(), rotating.store.load

        def load_slowly(connection_id, *, cancellation=None):
            if cancellation is None:
                return load(connection_id)
            loading.set()
            assert cancellation.wait(BOUND_SECONDS)
            raise errors.cancelled()

        rotating.store.load = load_slowly
        first = rotating.renew_in_thread(old.access_token, cancellation)
        assert loading.wait(BOUND_SECONDS)
        second = rotating.renew_in_thread(old.access_token)
        cancellation.cancel()
        assert isinstance(ended(first), CredentialError)
        assert ended(second) == rotating.kept
        assert rotating.refreshes == 1


class TestFailing:
    """Stored tokens are never lost."""

    @pytest.mark.parametrize(
        ("fault", "kind"),
        [
            (Fault.EXPIRED_TOKEN, AuthenticationError),
            (Fault.EXPIRED_TOKEN_200, AuthenticationError),
            (Fault.THROTTLED, RefusedError),
            (Fault.COMMIT_THEN_DROP, OutcomeUnknownError),
            (Fault.ERROR_AFTER_COMMIT, OutcomeUnknownError),
            (Fault.WRONG_JSON, OutcomeUnknownError),
            (Fault.BIG_BODY, OutcomeUnknownError),
            (Fault.TRUNCATED, OutcomeUnknownError),
        ],
    )
    def test_c20_a_refresh_that_fails_keeps_the_old_pair_and_is_not_repeated(self, scene, fault, kind):
        old = scene.sign_in()
        scene.sandbox.inject(fault, path=serialization.REFRESH_TOKEN)
        with pytest.raises(kind):
            scene.renew(old.access_token)
        assert scene.kept == old
        assert scene.refreshes == 1

    def test_it_can_be_cancelled_and_keeps_the_old_pair(self, rotating):
        old = rotating.sign_in()
        rotating.sandbox.inject(Fault.HANG, path=serialization.REFRESH_TOKEN)
        cancellation = Cancellation()
        threading.Timer(0.2, cancellation.cancel).start()
        began = time.monotonic()
        with pytest.raises(OutcomeUnknownError):
            rotating.renew(old.access_token, cancellation)
        assert time.monotonic() - began < 1.5
        assert rotating.kept == old

    def test_a_keyring_that_cannot_tell_sends_nothing(self, rotating):
        sessions = SessionManager(store_on(RaisingKeyring(OSError())), rotating.transport)
        with pytest.raises(CredentialError):
            sessions.renew(rotating.connection, "AT 1")
        assert rotating.sandbox.requests() == []


class TestNotStored:
    """The service has given new tokens, and the keyring does not take them (C-20)."""

    def lock(self, scene):
        def locked(*_arguments):
            raise KeyringLocked("locked")

        scene.keyring.set_password = locked

    def forget(self, scene):
        scene.keyring.set_password = lambda *_arguments: None

    @pytest.mark.parametrize("trouble", ["lock", "forget"])
    def test_c20_work_goes_on_with_the_new_pair_and_the_keyring_has_the_old_one(self, scene, trouble, caplog):
        old = scene.sign_in()
        getattr(self, trouble)(scene)
        new = scene.renew(old.access_token)
        assert new != old
        assert scene.kept == old
        assert scene.store.is_session_only("c-1")
        assert scene.sessions.load(scene.connection) == StoredCredentials(new.access_token, new)
        assert "kept until KooDesk ends" in scene.sessions.storage_warning("c-1")
        warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
        assert any("for this session only" in warning for warning in warnings)
        assert not [secret for secret in new.secrets if secret in caplog.text]

    def test_c20_the_next_renewal_tries_the_keyring_again(self, scene):
        old = scene.sign_in()
        self.lock(scene)
        held = scene.renew(old.access_token)
        del scene.keyring.set_password
        new = scene.renew(held.access_token)
        assert scene.kept == new
        assert not scene.store.is_session_only("c-1")
        assert scene.sessions.storage_warning("c-1") is None

    def test_who_signs_in_anew_is_told_no_more(self, scene):
        old = scene.sign_in()
        self.lock(scene)
        scene.renew(old.access_token)
        del scene.keyring.set_password
        scene.sign_in()
        assert scene.sessions.storage_warning("c-1") is None

    def test_who_keeps_something_else_for_this_session_is_told_no_more(self, scene):
        old = scene.sign_in()
        self.lock(scene)
        scene.renew(old.access_token)
        del scene.keyring.set_password
        chosen = scene.sessions.log_in(scene.connection, SANDBOX_PASSWORD).tokens
        scene.store.save_for_session("c-1", chosen.text)
        assert scene.sessions.storage_warning("c-1") is None
        scene.renew(chosen.access_token)
        assert scene.kept == old
        assert scene.store.is_session_only("c-1")

    def test_storing_after_a_login_raises_and_keeps_the_old_pair(self, scene):
        old = scene.sign_in()
        self.lock(scene)
        with pytest.raises(KeyringLockedError):
            scene.sign_in()
        assert scene.kept == old

    def test_a_keyring_that_forgets_from_the_beginning(self):
        with Sandbox() as sandbox:
            scene = Scene(sandbox, ForgettingKeyring())
            tokens = scene.sessions.log_in(scene.connection, SANDBOX_PASSWORD).tokens
            with pytest.raises(CredentialError):
                scene.sessions.save(scene.connection.connection_id, tokens.text)
            scene.store.save_for_session("c-1", tokens.text)
            new = scene.renew(tokens.access_token)
            assert scene.sessions.load(scene.connection) == StoredCredentials(new.access_token, new)
