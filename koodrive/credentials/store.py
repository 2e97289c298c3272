"""Access to the operating system's keyring; the only file that imports `keyring`.

It is imported with the first question: it loads the libraries of all keyrings, 10 MB, and a command that gets its token
on standard input asks none.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from koodrive.api.tokens import secrets_of
from koodrive.core.deadline import CancelledByUserError, DeadlineExceededError, run_within
from koodrive.credentials import errors as failures
from koodrive.credentials.backends import SAFE_KEYRINGS, can_be_trusted, class_name, name_of
from koodrive.errors import CredentialError
from koodrive.logs.redaction import SECRETS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from keyring.backend import KeyringBackend

    from koodrive.core.deadline import Cancellation

T = TypeVar("T")

SERVICE_NAME = "KooDesk"
"""Service name of the tokens in the keyring; their user name is the ID of the connection."""
PATIENCE_SECONDS = 20.0
"""Most seconds of one call: enough to type a password, far less than the two minutes of D-Bus."""

_ENTRIES_LIMIT = 8

_log = logging.getLogger(__name__)


class CredentialStore:
    """Stores the tokens of connections: in the keyring, or in memory for this session only.

    Safe to share between threads. A call that does not end in time is left behind on a thread of its own: the
    question that it asks stays open, and a save among them is still carried out when that is answered. Until it
    ends, every call that needs the keyring fails at once, so that never more than the calls of one moment wait;
    the next one after that works again. Tokens of the session are at hand all the time.

    Args:
        patience_seconds: Most seconds of one call.
        backend: Finds the keyring; the caller answers for its safety. By default, the one of the system is
            taken, if it is in `koodrive.credentials.backends.SAFE_KEYRINGS` or trusted.
        trusted: Returns the class names of the keyrings that the user trusts.
    """

    def __init__(
        self,
        *,
        patience_seconds: float = PATIENCE_SECONDS,
        backend: Callable[[], KeyringBackend] | None = None,
        trusted: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        self._patience_seconds = patience_seconds
        self._find_backend = backend or (lambda: _system_backend(trusted()))
        self._backend: KeyringBackend | None = None
        self._session_tokens: dict[str, str] = {}
        self._left_behind: list[Future[None]] = []
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._session_tokens)} tokens for this session only>"

    def save(self, connection_id: str, token: str, *, cancellation: Cancellation | None = None) -> None:
        """Store a token in the keyring, read it back, and remove the one of this session.

        The earlier token stays when that fails.

        Args:
            connection_id: ID of the connection.
            token: The token, or the text of a session; it is in no message and no error.
            cancellation: Ends the wait early.

        Raises:
            KeyringMissingError: When there is no keyring, or none that keeps the token safe.
            KeyringLockedError: When the keyring is locked or its question was dismissed.
            KeyringTimeoutError: When it did not answer in time, or the wait was cancelled.
            CredentialError: When it did not store the token as it is.
        """

        def store(backend: KeyringBackend) -> None:
            _require_room(backend, token)
            before = backend.get_password(SERVICE_NAME, connection_id)
            stored = None
            try:
                backend.set_password(SERVICE_NAME, connection_id, token)
                _delete_other_entries(backend, connection_id, token)
                stored = backend.get_password(SERVICE_NAME, connection_id)
            finally:
                # Some keyrings replace an entry by deleting it first, and may fail in between.
                if stored != token:
                    _put_back(backend, connection_id, before)
            if stored != token:
                is_hidden = stored is not None and stored == before
                raise failures.hidden(SERVICE_NAME, connection_id) if is_hidden else failures.not_stored()

        _register_secrets(token)
        # Nothing that the keyring raised while it held the token is kept: its text or its values might show it.
        self._ask(store, cancellation, may_keep_cause=False)
        with self._lock:
            self._session_tokens.pop(connection_id, None)

    def load(self, connection_id: str, *, cancellation: Cancellation | None = None) -> str | None:
        """Return a token, the one of this session first; None when there is none.

        Args:
            connection_id: ID of the connection.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring was needed and did not answer; subclasses as listed at `save`.
        """
        token = self.load_for_session(connection_id)
        if token is not None:
            return token
        token = self._ask(lambda backend: backend.get_password(SERVICE_NAME, connection_id), cancellation)
        if token is not None:
            _register_secrets(token)
        return token

    def delete(self, connection_id: str, *, cancellation: Cancellation | None = None) -> None:
        """Delete a token from this session and from the keyring, if it is there.

        Args:
            connection_id: ID of the connection.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: Subclasses as listed at `save`; the token of this session is deleted nevertheless, the
                keyring may still hold one.
        """
        with self._lock:
            self._session_tokens.pop(connection_id, None)

        def remove(backend: KeyringBackend) -> None:
            # Each call deletes one of several entries.
            for _ in range(_ENTRIES_LIMIT):
                if backend.get_password(SERVICE_NAME, connection_id) is None:
                    return
                backend.delete_password(SERVICE_NAME, connection_id)
            if backend.get_password(SERVICE_NAME, connection_id) is not None:
                raise failures.not_deleted()

        self._ask(remove, cancellation)

    def save_for_session(self, connection_id: str, token: str) -> None:
        """Keep a token in memory until the process ends; it takes precedence over the keyring's. Does not block.

        Args:
            connection_id: ID of the connection.
            token: The token.
        """
        _register_secrets(token)
        with self._lock:
            self._session_tokens[connection_id] = token

    def load_for_session(self, connection_id: str) -> str | None:
        """Return the token that is in memory only, or None; does not block."""
        with self._lock:
            return self._session_tokens.get(connection_id)

    def is_session_only(self, connection_id: str) -> bool:
        """Return whether the token of a connection is in memory only; does not block."""
        return self.load_for_session(connection_id) is not None

    def backend_name(self, *, cancellation: Cancellation | None = None) -> str:
        """Return the display name of the keyring in use, such as ``GNOME Keyring (Secret Service)``.

        Args:
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When it has to be found first, and that fails.
        """
        return self._ask(name_of, cancellation)

    def reset_backend(self) -> None:
        """Search for the keyring again at the next call, because the trusted classes have changed."""
        self._backend = None

    def _ask(
        self,
        work: Callable[[KeyringBackend], T],
        cancellation: Cancellation | None,
        *,
        may_keep_cause: bool = True,
    ) -> T:
        self._require_nothing_left_behind()
        question: Future[None] = Future()
        cause: Exception | None = None
        try:
            return run_within(
                self._patience_seconds,
                lambda: self._answer(question, work),
                cancellation=cancellation,
                name="keyring",
            )
        except CredentialError:
            raise
        except DeadlineExceededError:
            failure: CredentialError = failures.no_answer(self._patience_seconds)
        except CancelledByUserError:
            failure = failures.cancelled()
        except Exception as exc:  # noqa: BLE001 - backends raise whatever their libraries raise
            _log.warning("the keyring failed: %s", class_name(exc))
            failure = failures.translate_keyring_error(exc)
            cause = exc if may_keep_cause and failures.is_harmless(exc) else None
        # Never runs when it has not begun.
        question.cancel()
        if question.running():
            with self._lock:
                self._left_behind.append(question)
        # Raised out here, so that not even the context of the error leads to what the keyring raised.
        raise failure from cause

    def _answer(self, question: Future[None], work: Callable[[KeyringBackend], T]) -> T:
        """Return the result of `work`; `question` is running until then.

        Raises:
            CancelledByUserError: When `question` was cancelled before.
        """
        if not question.set_running_or_notify_cancel():
            raise CancelledByUserError
        try:
            return work(self._found_backend())
        finally:
            question.set_result(None)

    def _found_backend(self) -> KeyringBackend:
        if self._backend is None:
            try:
                self._backend = self._find_backend()
            except CredentialError:
                raise
            except Exception as exc:
                raise failures.not_usable(exc) from exc
        return self._backend

    def _require_nothing_left_behind(self) -> None:
        with self._lock:
            self._left_behind = [question for question in self._left_behind if question.running()]
            if self._left_behind:
                raise failures.still_waiting()


def _system_backend(trusted: Collection[str]) -> KeyringBackend:
    import keyring  # noqa: PLC0415 - see the module

    return safe_backend(keyring.get_keyring(), trusted)


def safe_backend(found: KeyringBackend, trusted: Collection[str] = ()) -> KeyringBackend:
    """Return the keyring to use where `keyring` offers `found`.

    That is `found`, or the first safe one inside when it is a chain. When neither is safe and the user did not name
    a keyring to use, it is one that works by now; failing that, the one that `keyring` would use, if it is trusted.

    Args:
        found: The backend that `keyring` chose, perhaps long ago.
        trusted: Class names of keyrings that the user trusts.

    Raises:
        UntrustedKeyringError: When there is only one that the user could trust, and does not.
        KeyringMissingError: When there is none that keeps secrets safe.
        Exception: Errors of `keyring` while it reads the user's configuration.
    """
    from keyring import core  # noqa: PLC0415 - see the module
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    # A chain asks its keyrings one after the other.
    candidates = list(found.backends) if isinstance(found, ChainerBackend) else [found]
    chosen = next(iter(candidates), None)
    is_safe = any(class_name(backend) in SAFE_KEYRINGS for backend in candidates)
    # Nothing but the keyring that the user named is taken, if there is one.
    if not is_safe and core.load_env() is None and core.load_config() is None:
        candidates = _running_now(core.load_keyring)
    for backend in candidates:
        if class_name(backend) in SAFE_KEYRINGS:
            return backend
    if chosen is None or not can_be_trusted(chosen):
        raise failures.unsafe(class_name(found))
    if class_name(chosen) not in trusted:
        raise failures.untrusted(class_name(chosen))
    return chosen


def _running_now(load_keyring: Callable[[str], KeyringBackend]) -> list[KeyringBackend]:
    """Return the safe keyrings that work now; `keyring` itself only remembers what it found at first."""
    backends = []
    for name in SAFE_KEYRINGS:
        # A keyring that does not work here raises any exception of its libraries.
        with suppress(Exception):
            backends.append(load_keyring(name))
    return sorted(backends, key=lambda backend: backend.priority, reverse=True)


def _require_room(backend: KeyringBackend, token: str) -> None:
    known = SAFE_KEYRINGS.get(class_name(backend))
    if known is not None and known.limit is not None:
        length = len(token.encode("utf-16-le", "surrogatepass")) // 2
        if length > known.limit:
            raise failures.too_long(length, known.limit, known.name)


def _register_secrets(token: str) -> None:
    for secret in secrets_of(token):
        SECRETS.register(secret)


def _delete_other_entries(backend: KeyringBackend, connection_id: str, token: str) -> None:
    """Delete the entries beside the one with `token`, as it is left to chance which one would be read.

    Only the Secret Service can have several of one name: those of other programs differ in one more attribute
    (https://github.com/jaraco/keyring/issues/345). None is deleted where `token` itself was not stored.
    """
    from keyring.backends import SecretService  # noqa: PLC0415 - see the module

    if not isinstance(backend, SecretService.Keyring):
        return
    collection: Any = backend.get_preferred_collection()  # type: ignore[no-untyped-call]
    with closing(collection.connection):
        entries = list(collection.search_items({"service": SERVICE_NAME, "username": connection_id}))
        others = [entry for entry in entries if entry.get_secret() != token.encode()]
        for entry in others if len(others) < len(entries) else ():
            entry.delete()


def _put_back(backend: KeyringBackend, connection_id: str, before: str | None) -> None:
    """Restore the earlier token as far as possible; delete the entry if another text is read back."""
    with suppress(Exception):
        # Also where it reads as before: another entry may hide what was just stored.
        if before is not None:
            backend.set_password(SERVICE_NAME, connection_id, before)
    with suppress(Exception):
        if backend.get_password(SERVICE_NAME, connection_id) != before:
            backend.delete_password(SERVICE_NAME, connection_id)
