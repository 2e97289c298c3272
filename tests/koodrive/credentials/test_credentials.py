"""CredentialStore on keyrings in memory; tests/system/test_real_keyring.py has the real one."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from keyring import errors
from memory_keyring import (
    BOUND_SECONDS,
    AlteringKeyring,
    AskingKeyring,
    ClingingKeyring,
    ForgettingKeyring,
    HidingKeyring,
    MemoryKeyring,
    RaisingKeyring,
    store_on,
)

from koodrive.api.tokens import SessionTokens
from koodrive.core.deadline import Cancellation
from koodrive.credentials.store import SERVICE_NAME, CredentialStore
from koodrive.errors import CredentialError, KeyringMissingError, KeyringTimeoutError, KoodriveError
from koodrive.logs.redaction import REDACTED, Redactor

CANARY = "canary-7f3a-token"


@pytest.fixture
def asking():
    keyring = AskingKeyring()
    yield keyring
    keyring.answer.set()


def retry_while_waiting(call):
    """Call again until the call that was left behind has ended."""
    deadline = time.monotonic() + BOUND_SECONDS
    while True:
        try:
            return call()
        except KeyringTimeoutError:
            assert time.monotonic() < deadline
            threading.Event().wait(0.005)


def once(keyring, behave):
    """Return a `set_password` that misbehaves the first time and works afterwards."""
    calls = []

    def set_password(service, username, password):
        calls.append(None)
        if len(calls) > 1:
            MemoryKeyring.set_password(keyring, service, username, password)
        else:
            behave((service, username), password)

    return set_password


def swallow(keyring):
    return once(keyring, lambda _key, _password: None)


def cut(keyring):
    return once(keyring, lambda key, password: keyring.items.update({key: password[:5]}))


def lose(keyring):
    return once(keyring, lambda key, _password: keyring.items.pop(key))


def raise_before(keyring):
    def behave(_key, password):
        raise errors.PasswordSetError(f"no room for {password}")

    return once(keyring, behave)


def delete_and_raise(keyring):
    """Replace an entry as the keyring of macOS does: delete it, then fail to add the new one."""

    def behave(key, _password):
        del keyring.items[key]
        raise errors.KeyringLocked("locked in between")

    return once(keyring, behave)


def store_and_raise(keyring):
    def behave(key, password):
        keyring.items[key] = password
        raise errors.KeyringError("the answer was lost")

    return once(keyring, behave)


class TestStoring:
    """Saving, reading and deleting where the keyring answers."""

    def test_a_saved_token_is_read_back_and_deleted(self):
        backend = MemoryKeyring()
        store = store_on(backend)
        assert store.load("id") is None
        store.save("id", CANARY)
        assert backend.items == {(SERVICE_NAME, "id"): CANARY}
        assert store.load("id") == CANARY
        store.delete("id")
        assert store.load("id") is None
        assert backend.items == {}

    def test_connections_do_not_share_tokens(self):
        store = store_on(MemoryKeyring())
        store.save("one", "token-1")
        store.save("two", "token-2")
        store.delete("one")
        assert store.load("one") is None
        assert store.load("two") == "token-2"

    def test_deleting_twice_is_fine(self):
        store = store_on(MemoryKeyring())
        store.save("id", CANARY)
        store.delete("id")
        store.delete("id")

    @pytest.mark.parametrize("backend", [AlteringKeyring, ForgettingKeyring])
    def test_a_token_that_comes_back_different_is_an_error_and_leaves_nothing(self, backend):
        keyring = backend()
        with pytest.raises(CredentialError, match="did not give the same one back"):
            store_on(keyring).save("id", CANARY)
        assert keyring.items == {}

    @pytest.mark.parametrize("trouble", [swallow, cut, lose, raise_before, delete_and_raise, store_and_raise])
    def test_c20_what_was_kept_before_is_kept_still_when_storing_fails(self, trouble):
        keyring = MemoryKeyring()
        store = store_on(keyring)
        store.save("id", "the old one")
        keyring.set_password = trouble(keyring)
        with pytest.raises(CredentialError) as caught:
            store.save("id", CANARY)
        assert keyring.items == {(SERVICE_NAME, "id"): "the old one"}
        assert CANARY not in repr(caught.value) + str(caught.value.__cause__) + str(caught.value.__context__)
        assert store.load("id") == "the old one"

    @pytest.mark.parametrize("is_raising", [True, False])
    def test_c55_a_second_entry_that_cannot_be_told_apart_is_named_and_nothing_new_is_left(self, is_raising):
        keyring = HidingKeyring("the old one")
        if is_raising:
            keyring.set_password = store_and_raise(keyring)
        store = store_on(keyring)
        with pytest.raises(CredentialError) as caught:
            store.save("id", CANARY)
        assert CANARY not in repr(keyring.items)
        assert CANARY not in repr(caught.value) + str(caught.value.__cause__) + str(caught.value.__context__)
        assert store.load("id") == "the old one"
        if not is_raising:
            assert "second entry" in caught.value.message
            assert "service KooDesk, user name id" in caught.value.message

    def test_what_does_not_come_back_either_goes_rather_than_staying_broken(self):
        keyring = AlteringKeyring()
        keyring.items[SERVICE_NAME, "id"] = "the old one"
        with pytest.raises(CredentialError, match="did not give the same one back"):
            store_on(keyring).save("id", CANARY)
        assert keyring.items == {}

    def test_the_first_token_leaves_nothing_behind_when_storing_fails_in_between(self):
        keyring = MemoryKeyring()
        keyring.set_password = store_and_raise(keyring)
        with pytest.raises(CredentialError):
            store_on(keyring).save("id", CANARY)
        assert keyring.items == {}

    def test_a_token_that_stays_after_deleting_is_an_error(self):
        store = store_on(ClingingKeyring())
        store.save("id", CANARY)
        with pytest.raises(CredentialError, match="still holds the token"):
            store.delete("id")

    def test_the_first_call_looks_and_the_next_ones_remember(self):
        calls = []

        def find():
            calls.append(None)
            return MemoryKeyring()

        store = CredentialStore(backend=find)
        assert store.load("id") is None
        assert store.load("id") is None
        assert len(calls) == 1


class TestSession:
    """Tokens that are kept in memory only."""

    def test_a_token_of_the_session_goes_before_the_stored_one(self):
        backend = MemoryKeyring()
        store = store_on(backend)
        store.save("id", "stored")
        store.save_for_session("id", CANARY)
        assert store.is_session_only("id")
        assert store.load("id") == CANARY
        assert backend.items == {(SERVICE_NAME, "id"): "stored"}

    def test_saving_takes_the_one_of_the_session_away(self):
        store = store_on(MemoryKeyring())
        store.save_for_session("id", "for now")
        store.save("id", CANARY)
        assert not store.is_session_only("id")
        assert store.load("id") == CANARY

    def test_a_failed_save_keeps_the_one_of_the_session(self):
        store = store_on(ForgettingKeyring())
        store.save_for_session("id", "for now")
        with pytest.raises(CredentialError):
            store.save("id", CANARY)
        assert store.load("id") == "for now"

    def test_deleting_takes_both_away(self):
        backend = MemoryKeyring()
        store = store_on(backend)
        store.save("id", "stored")
        store.save_for_session("id", CANARY)
        store.delete("id")
        assert not store.is_session_only("id")
        assert backend.items == {}

    def test_deleting_takes_it_away_even_where_there_is_no_keyring(self):
        store = store_on(RaisingKeyring(errors.NoKeyringError()))
        store.save_for_session("id", CANARY)
        with pytest.raises(KeyringMissingError):
            store.delete("id")
        assert not store.is_session_only("id")

    def test_it_needs_no_keyring(self):
        def no_backend():
            raise AssertionError("the keyring was asked")

        store = CredentialStore(backend=no_backend)
        store.save_for_session("id", CANARY)
        assert store.load("id") == CANARY
        assert not store.is_session_only("other")


class TestSecrets:
    """Tests that no secret of the store is in a log."""

    PAIR = SessionTokens(
        "AT 5t0recanary1", "5t0recanary2", datetime(2026, 3, 4, tzinfo=UTC), timedelta(minutes=30)
    )

    @pytest.mark.parametrize("way", ["save", "save_for_session", "load"])
    def test_both_tokens_of_a_session_are_known(self, way, monkeypatch):
        redactor = Redactor()
        monkeypatch.setattr("koodrive.credentials.store.SECRETS", redactor)
        keyring = MemoryKeyring()
        keyring.items[SERVICE_NAME, "id"] = self.PAIR.text
        getattr(store_on(keyring), way)(*(("id",) if way == "load" else ("id", self.PAIR.text)))
        assert redactor.redact("x 5t0recanary1 5t0recanary2 y") == f"x {REDACTED} {REDACTED} y"
        assert "canary" not in redactor.redact(self.PAIR.text)

    def test_a_pasted_token_is_known(self, monkeypatch):
        redactor = Redactor()
        monkeypatch.setattr("koodrive.credentials.store.SECRETS", redactor)
        store_on(MemoryKeyring()).save("id", CANARY)
        assert redactor.redact(f"x {CANARY} y") == f"x {REDACTED} y"


class TestWaiting:
    """Keyrings that ask a question and wait."""

    def test_a_question_that_is_not_answered_ends_in_time(self, asking):
        began = time.monotonic()
        with pytest.raises(KeyringTimeoutError, match=r"after 0\.05 seconds"):
            store_on(asking, patience_seconds=0.05).load("id")
        assert time.monotonic() - began < 1

    def test_calls_fail_at_once_while_it_is_open_and_work_after_it(self, asking):
        store = store_on(asking, patience_seconds=0.05)
        with pytest.raises(KeyringTimeoutError):
            store.save("id", CANARY)
        threads = threading.active_count()
        for _ in range(20):
            with pytest.raises(KeyringTimeoutError, match="still waits for an answer"):
                store.load("other")
        assert threading.active_count() == threads
        asking.answer.set()
        assert retry_while_waiting(lambda: store.load("other")) is None

    def test_a_save_left_behind_is_carried_out_when_it_is_answered(self, asking):
        store = store_on(asking, patience_seconds=0.05)
        with pytest.raises(KeyringTimeoutError, match="may still happen"):
            store.save("id", CANARY)
        asking.answer.set()
        assert retry_while_waiting(lambda: store.load("id")) == CANARY

    def test_tokens_of_the_session_are_at_hand_meanwhile(self, asking):
        store = store_on(asking, patience_seconds=0.05)
        with pytest.raises(KeyringTimeoutError):
            store.save("id", CANARY)
        store.save_for_session("id", CANARY)
        assert store.load("id") == CANARY

    def test_a_wait_can_be_cancelled(self, asking):
        cancellation = Cancellation()
        store = store_on(asking)
        caught = []

        def load():
            try:
                store.load("id", cancellation=cancellation)
            except KoodriveError as error:
                caught.append(error)

        waiting = threading.Thread(target=load)
        waiting.start()
        assert asking.asked.acquire(timeout=BOUND_SECONDS)
        cancellation.cancel()
        waiting.join(BOUND_SECONDS)
        assert type(caught[0]) is KeyringTimeoutError
        assert caught[0].title == "KooDesk stopped waiting for the keyring"
        with pytest.raises(KeyringTimeoutError, match="still waits"):
            store.backend_name()

    def test_a_call_that_was_cancelled_before_it_began_is_not_left_behind(self):
        cancellation = Cancellation()
        cancellation.cancel()
        backend = MemoryKeyring()
        store = store_on(backend)
        with pytest.raises(KeyringTimeoutError):
            store.save("id", CANARY, cancellation=cancellation)
        assert store.load("id") is None

    def test_calls_of_one_moment_do_not_fail_because_of_each_other(self, asking):
        store = store_on(asking)
        results = []
        threads = [
            threading.Thread(target=lambda name=name: results.append(store.load(name))) for name in "ab"
        ]
        for thread in threads:
            thread.start()
        for _ in threads:
            assert asking.asked.acquire(timeout=BOUND_SECONDS)
        asking.answer.set()
        for thread in threads:
            thread.join(BOUND_SECONDS)
        assert results == [None, None]
