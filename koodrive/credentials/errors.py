"""Translation of keyring exceptions to errors with texts for the user; by class name, so that nothing is imported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from koodrive.errors import (
    CredentialError,
    KeyringLockedError,
    KeyringMissingError,
    KeyringTimeoutError,
    UntrustedKeyringError,
)
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

_LOCKED = partial(
    KeyringLockedError,
    Message("The keyring is locked"),
    Message(
        "It was not unlocked, or the question for its password was dismissed. Unlock it and try again, or keep "
        "the token for this session only."
    ),
)
_NOT_SET_UP = partial(
    KeyringLockedError,
    Message("The keyring could not be opened"),
    Message(
        "It may not be set up yet, or the question for a password was dismissed. Set up the keyring and try "
        "again, or keep the token for this session only."
    ),
)
_MISSING = partial(
    KeyringMissingError,
    Message("This computer has no keyring"),
    Message(
        "Nothing here keeps a token safe, so none was stored or read. Start or install a keyring and try again, "
        "or keep the token for this session only."
    ),
)
_NOT_RUNNING = partial(
    KeyringMissingError,
    Message("The keyring cannot be reached"),
    Message(
        "The program behind it does not run or ended. Start it, or sign in to your computer again, then try "
        "again, or keep the token for this session only."
    ),
)
_DECLINED = partial(
    CredentialError,
    Message("The keyring did not do what was asked"),
    Message(
        "It declined, or its question was dismissed. Nothing is sure to have changed in it. Try again, or keep "
        "the token for this session only."
    ),
)

_MEANINGS: dict[str, Callable[[], CredentialError]] = {
    "keyring.errors.NoKeyringError": _MISSING,
    "keyring.errors.InitError": _NOT_SET_UP,
    "keyring.errors.KeyringLocked": _LOCKED,
    "keyring.errors.KeyringError": _DECLINED,
    "secretstorage.exceptions.LockedException": _LOCKED,
    "secretstorage.exceptions.PromptDismissedException": _LOCKED,
    "secretstorage.exceptions.SecretServiceNotAvailableException": _NOT_RUNNING,
    "secretstorage.exceptions.SecretStorageException": _DECLINED,
    "jeepney.wrappers.DBusErrorResponse": _NOT_RUNNING,
    "builtins.OSError": _NOT_RUNNING,
}
"""By module and name of the class; the nearest base class that is named here counts."""


def translate_keyring_error(exc: Exception) -> CredentialError:
    """Return the `CredentialError` for an exception of a keyring.

    Args:
        exc: Any exception of a keyring. Its text is not used, because it might hold a secret.
    """
    # A wrapped exception of a known class is more specific than its wrapper.
    meaning = _meaning(exc.__cause__) or _meaning(exc)
    if meaning is not None:
        return meaning()
    return CredentialError(
        Message("The keyring failed"),
        Message(
            "It ended with an error that KooDesk does not know ({kind}). Nothing is sure to have changed in it. "
            "Try again, or keep the token for this session only.",
            kind=type(exc).__name__,
        ),
    )


def is_harmless(exc: Exception) -> bool:
    """Return whether `exc` is of a known class; none of these holds data read from a keyring."""
    return _meaning(exc) is not None


def _meaning(exc: BaseException | None) -> Callable[[], CredentialError] | None:
    names = (f"{base.__module__}.{base.__qualname__}" for base in type(exc).__mro__)
    return next((_MEANINGS[name] for name in names if name in _MEANINGS), None)


def untrusted(found: str) -> UntrustedKeyringError:
    """Return the error for an untrusted keyring.

    Args:
        found: Class name of the backend.
    """
    return UntrustedKeyringError(
        Message("KooDesk does not know the keyring of this computer"),
        Message(
            "Only {found} was found, where the token would not be safe as far as KooDesk knows, so it is not used."
            " If it is your password manager, trust it in Diagnostics; otherwise start or install another keyring,"
            " or keep the token for this session only.",
            found=found,
        ),
        class_name=found,
    )


def unsafe(found: str) -> KeyringMissingError:
    """Return the error for a keyring that does not keep secrets safe.

    Args:
        found: Class name of the backend.
    """
    if found == "keyring.backends.fail.Keyring":
        return _MISSING()
    return KeyringMissingError(
        Message("This computer has no keyring that keeps secrets safe"),
        Message(
            "Only {found} was found, where the token would not be safe, so it is not used. Start or install a "
            "keyring and try again, or keep the token for this session only.",
            found=found,
        ),
    )


def not_usable(exc: Exception) -> KeyringMissingError:
    """Return the error for a failed search for a keyring.

    Args:
        exc: Exception of the search, before any secret was loaded.
    """
    return KeyringMissingError(
        Message("The keyring cannot be used"),
        Message(
            "The keyring that is set for this computer could not be loaded ({kind}: {reason}). Check "
            "PYTHON_KEYRING_BACKEND and keyringrc.cfg, or keep the token for this session only.",
            kind=type(exc).__name__,
            reason=str(exc),
        ),
    )


def too_long(length: int, limit: int, keyring: str) -> CredentialError:
    """Return the error for a token longer than the keyring's limit.

    Args:
        length: Length of the token in characters.
        limit: Most characters.
        keyring: Display name of the keyring.
    """
    return CredentialError(
        Message("The token is too long for the keyring"),
        Message(
            "It has {length} characters, and {keyring} takes at most {limit}. Ask for a shorter token, or keep it "
            "for this session only.",
            length=length,
            limit=limit,
            keyring=keyring,
        ),
    )


def not_stored() -> CredentialError:
    """Return the error for a token that did not come back as it was stored."""
    return CredentialError(
        Message("The keyring did not store the token"),
        Message(
            "It took the token without an error, but did not give the same one back. Try again, or keep the "
            "token for this session only."
        ),
    )


def hidden(service: str, username: str) -> CredentialError:
    """Return the error for a token that another entry of the same name hides.

    Args:
        service: Attribute ``service`` of the entries.
        username: Attribute ``username`` of the entries.
    """
    return CredentialError(
        Message("The keyring still returns the old token"),
        Message(
            "The new one was not stored. There may be a second entry for this connection: look for service"
            " {service}, user name {username} with the program of your keyring and remove it. Then try"
            " again, or keep the token for this session only.",
            service=service,
            username=username,
        ),
    )


def not_deleted() -> CredentialError:
    """Return the error for a token that is still there after it was deleted."""
    return CredentialError(
        Message("The keyring still holds the token"),
        Message(
            "It took it away without an error, but still gives it back. Remove the entry for KooDesk with the "
            "program of your keyring."
        ),
    )


def no_answer(seconds: float) -> KeyringTimeoutError:
    """Return the error for a call that did not end in time.

    Args:
        seconds: Duration of the wait.
    """
    return KeyringTimeoutError(
        Message("The keyring did not answer in time"),
        Message(
            "KooDesk stopped waiting after {seconds:g} seconds. Look for a window that asks for the password of "
            "the keyring: once it is answered, what was asked for may still happen. Then try again, or keep the "
            "token for this session only.",
            seconds=seconds,
        ),
    )


def cancelled() -> KeyringTimeoutError:
    """Return the error for a cancelled call."""
    return KeyringTimeoutError(
        Message("KooDesk stopped waiting for the keyring"),
        Message(
            "Its question may still be open: once it is answered, what was asked for may still happen. Then try "
            "again, or keep the token for this session only."
        ),
    )


def still_waiting() -> KeyringTimeoutError:
    """Return the error for a call that is not made, because an earlier one has not ended."""
    return KeyringTimeoutError(
        Message("The keyring still waits for an answer"),
        Message(
            "An earlier question of it is open. Look for a window that asks for the password of the keyring and "
            "answer or dismiss it. Then try again, or keep the token for this session only."
        ),
    )
