"""CredentialStore against keyrings that fail on purpose; tests/system/test_real_keyring.py has the real one."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import jeepney
import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail
from secretstorage import exceptions as secret_service

from koodrive import credentials as credentials_module
from koodrive.credentials import SERVICE_NAME, CredentialStore
from koodrive.deadline import Cancellation
from koodrive.errors import (
    CredentialError,
    KeyringLockedError,
    KeyringMissingError,
    KeyringTimeoutError,
    KoodriveError,
)
from koodrive.keyring_failures import translated

CANARY = "canary-7f3a-token"
PATIENCE = 10.0
BOUND = 5.0
"""How long a test waits for what should happen at once."""


class MemoryKeyring(KeyringBackend):
    """A keyring that works, in memory. Without a priority, so that `keyring` never finds it by itself."""

    def __init__(self):
        super().__init__()
        self.items = {}

    def get_password(self, service, username):
        return self.items.get((service, username))

    def set_password(self, service, username, password):
        self.items[service, username] = password

    def delete_password(self, service, username):
        if self.items.pop((service, username), None) is None:
            raise errors.PasswordDeleteError("No such password!")


class AlteringKeyring(MemoryKeyring):
    """Stores something else than it was given."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password[:5])


class ForgettingKeyring(MemoryKeyring):
    """Succeeds at everything and stores nothing, as the null keyring does."""

    def set_password(self, service, username, password):
        pass


class ClingingKeyring(MemoryKeyring):
    """Says that it deletes, and does not."""

    def delete_password(self, service, username):
        pass


class RaisingKeyring(MemoryKeyring):
    """Raises the same error at every call, after looking at what it was given."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def get_password(self, service, username):
        raise self.error

    def set_password(self, service, username, password):
        raise self.error


class AskingKeyring(MemoryKeyring):
    """Asks a question at every call and waits until it is answered."""

    def __init__(self):
        super().__init__()
        self.asked = threading.Semaphore(0)
        self.answer = threading.Event()

    def get_password(self, service, username):
        self._ask()
        return super().get_password(service, username)

    def set_password(self, service, username, password):
        self._ask()
        super().set_password(service, username, password)

    def _ask(self):
        self.asked.release()
        self.answer.wait(BOUND)


@pytest.fixture
def asking():
    keyring = AskingKeyring()
    yield keyring
    keyring.answer.set()


def store_on(backend, patience_seconds=PATIENCE):
    return CredentialStore(backend=lambda: backend, patience_seconds=patience_seconds)


def retry_while_waiting(call):
    """Call again until the call that was left behind has ended."""
    deadline = time.monotonic() + BOUND
    while True:
        try:
            return call()
        except KeyringTimeoutError:
            assert time.monotonic() < deadline
            threading.Event().wait(0.005)


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
        store.keep_for_session("id", CANARY)
        assert store.is_session_only("id")
        assert store.load("id") == CANARY
        assert backend.items == {(SERVICE_NAME, "id"): "stored"}

    def test_saving_takes_the_one_of_the_session_away(self):
        store = store_on(MemoryKeyring())
        store.keep_for_session("id", "for now")
        store.save("id", CANARY)
        assert not store.is_session_only("id")
        assert store.load("id") == CANARY

    def test_a_failed_save_keeps_the_one_of_the_session(self):
        store = store_on(ForgettingKeyring())
        store.keep_for_session("id", "for now")
        with pytest.raises(CredentialError):
            store.save("id", CANARY)
        assert store.load("id") == "for now"

    def test_deleting_takes_both_away(self):
        backend = MemoryKeyring()
        store = store_on(backend)
        store.save("id", "stored")
        store.keep_for_session("id", CANARY)
        store.delete("id")
        assert not store.is_session_only("id")
        assert backend.items == {}

    def test_deleting_takes_it_away_even_where_there_is_no_keyring(self):
        store = store_on(RaisingKeyring(errors.NoKeyringError()))
        store.keep_for_session("id", CANARY)
        with pytest.raises(KeyringMissingError):
            store.delete("id")
        assert not store.is_session_only("id")

    def test_it_needs_no_keyring(self):
        def no_backend():
            raise AssertionError("the keyring was asked")

        store = CredentialStore(backend=no_backend)
        store.keep_for_session("id", CANARY)
        assert store.load("id") == CANARY
        assert not store.is_session_only("other")


class DBusError(jeepney.DBusErrorResponse):
    """The error of a bus, built without a message from one."""

    def __init__(self):
        Exception.__init__(self, "org.freedesktop.DBus.Error.TimedOut")


def caused(error, cause):
    error.__cause__ = cause
    return error


class TestFailures:
    """What becomes of whatever a keyring raises."""

    @pytest.mark.parametrize(
        ("raised", "expected", "title"),
        [
            (errors.NoKeyringError("x"), KeyringMissingError, "This computer has no keyring"),
            (errors.InitError("x"), KeyringLockedError, "The keyring could not be opened"),
            (errors.KeyringLocked("x"), KeyringLockedError, "The keyring is locked"),
            (errors.PasswordSetError("x"), CredentialError, "The keyring did not do what was asked"),
            (errors.PasswordDeleteError("x"), CredentialError, "The keyring did not do what was asked"),
            (errors.KeyringError("x"), CredentialError, "The keyring did not do what was asked"),
            (secret_service.LockedException("x"), KeyringLockedError, "The keyring is locked"),
            (secret_service.PromptDismissedException("x"), KeyringLockedError, "The keyring is locked"),
            (
                caused(errors.InitError("x"), secret_service.PromptDismissedException("x")),
                KeyringLockedError,
                "The keyring is locked",
            ),
            (
                caused(errors.InitError("x"), secret_service.SecretServiceNotAvailableException("x")),
                KeyringMissingError,
                "The keyring cannot be reached",
            ),
            (DBusError(), KeyringMissingError, "The keyring cannot be reached"),
            (ConnectionResetError(), KeyringMissingError, "The keyring cannot be reached"),
            (RuntimeError("x"), CredentialError, "The keyring failed"),
            (KeyError("x"), CredentialError, "The keyring failed"),
            (caused(ValueError("x"), KeyError("x")), CredentialError, "The keyring failed"),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
    )
    @pytest.mark.parametrize("call", ["save", "load", "delete"])
    def test_every_failure_is_one_of_ours(self, raised, expected, title, call):
        store = store_on(RaisingKeyring(raised))
        arguments = ("id", CANARY) if call == "save" else ("id",)
        with pytest.raises(CredentialError) as caught:
            getattr(store, call)(*arguments)
        assert type(caught.value) is expected
        assert caught.value.title == title
        assert len(caught.value.message) > 40

    def test_the_names_of_what_is_translated_are_those_of_the_libraries(self):
        known = [
            errors.NoKeyringError,
            errors.InitError,
            errors.KeyringLocked,
            secret_service.LockedException,
            secret_service.PromptDismissedException,
            secret_service.SecretStorageException,
        ]
        assert "does not know" not in "".join(translated(error("x")).message for error in known)

    @pytest.mark.parametrize(
        "find",
        [
            lambda: (_ for _ in ()).throw(RuntimeError("not viable")),
            lambda: __import__("keyring_that_is_not_there"),
            lambda: __import__(""),
            lambda: fail.NoSuchKeyring,
        ],
        ids=["not viable", "no module", "no name", "no class"],
    )
    def test_a_keyring_that_cannot_be_loaded_is_missing(self, find):
        with pytest.raises(KeyringMissingError, match="PYTHON_KEYRING_BACKEND") as caught:
            CredentialStore(backend=find).load("id")
        assert caught.value.__cause__ is not None

    def test_a_keyring_that_was_missing_is_looked_for_again(self):
        found = []

        def find():
            if not found:
                found.append(True)
                raise RuntimeError("not yet")
            return MemoryKeyring()

        store = CredentialStore(backend=find)
        with pytest.raises(KeyringMissingError):
            store.load("id")
        assert store.load("id") is None


class TestSecrecy:
    """No error, text or log leads to a token."""

    @pytest.mark.parametrize(
        "raised",
        [
            errors.PasswordSetError(f"cannot store {CANARY}"),
            ValueError(CANARY),
            UnicodeEncodeError("latin-1", CANARY, 0, 1, "no"),
            caused(RuntimeError("x"), ValueError(CANARY)),
        ],
        ids=["known", "unknown", "encoding", "cause"],
    )
    def test_no_error_of_a_save_leads_to_the_token(self, raised, caplog):
        with pytest.raises(CredentialError) as caught:
            store_on(RaisingKeyring(raised)).save("id", CANARY)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None
        assert CANARY not in f"{caught.value} {caught.value!r} {caught.value.__dict__} {caplog.text}"

    def test_a_stored_secret_that_cannot_be_read_is_not_kept_either(self):
        raised = UnicodeDecodeError("utf-8", CANARY.encode(), 0, 1, "no")
        with pytest.raises(CredentialError) as caught:
            store_on(RaisingKeyring(raised)).load("id")
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None

    def test_a_known_failure_of_a_load_keeps_its_cause(self):
        raised = errors.KeyringLocked("x")
        with pytest.raises(KeyringLockedError) as caught:
            store_on(RaisingKeyring(raised)).load("id")
        assert caught.value.__cause__ is raised

    @pytest.mark.parametrize("backend", [AlteringKeyring, ForgettingKeyring])
    def test_a_failed_read_back_does_not_show_it(self, backend):
        with pytest.raises(CredentialError) as caught:
            store_on(backend()).save("id", CANARY)
        assert CANARY not in f"{caught.value} {caught.value!r} {caught.value.__dict__}"

    def test_repr_shows_how_many_and_not_what(self):
        store = store_on(MemoryKeyring())
        store.keep_for_session("id", CANARY)
        assert repr(store) == "<CredentialStore: 1 tokens for this session only>"


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
        store.keep_for_session("id", CANARY)
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
        assert asking.asked.acquire(timeout=BOUND)
        cancellation.cancel()
        waiting.join(BOUND)
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
            assert asking.asked.acquire(timeout=BOUND)
        asking.answer.set()
        for thread in threads:
            thread.join(BOUND)
        assert results == [None, None]


def test_importing_the_store_does_not_import_keyring():
    script = f"import sys, {credentials_module.__name__}; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=30).returncode == 0
