"""Translation of the errors of keyrings; none of them leads to a token."""

from __future__ import annotations

import jeepney
import pytest
from keyring import errors
from keyring.backends import fail
from memory_keyring import AlteringKeyring, ForgettingKeyring, MemoryKeyring, RaisingKeyring, store_on
from secretstorage import exceptions as secret_service

from koodrive.credentials.errors import translate_keyring_error
from koodrive.credentials.store import CredentialStore
from koodrive.errors import CredentialError, KeyringLockedError, KeyringMissingError

CANARY = "canary-7f3a-token"


class DBusError(jeepney.DBusErrorResponse):
    """The error of a bus, built without a message from one."""

    def __init__(self):
        Exception.__init__(self, "org.freedesktop.DBus.Error.TimedOut")


def caused(error, cause):
    error.__cause__ = cause
    return error


class TestFailures:
    """Translation of any exception of a keyring."""

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
        assert "does not know" not in "".join(translate_keyring_error(error("x")).message for error in known)

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
        store.save_for_session("id", CANARY)
        assert repr(store) == "<CredentialStore: 1 tokens for this session only>"
