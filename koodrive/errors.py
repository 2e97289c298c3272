"""Exception hierarchy of `koodrive`; every error has a title and a message for the user.

::

    KoodriveError                    what happened, what it means, what to do
    |-- InvalidRequestError          our own rules said no; nothing was sent
    |-- DuplicateRequestError        the same was asked for before; nothing was sent yet
    |-- NotSentError                 it never left this computer: nothing was made
    |   |-- AddressError             the address cannot be used, or its name is not known
    |   |-- ProxyError               the proxy did not let it through
    |   `-- CertificateError         the secure connection could not be set up
    |-- OutcomeUnknownError          it left, and no trustworthy answer came back
    |   `-- IncompleteListError      a list is not whole, and so proves no absence
    |-- RefusedError                 the service answered no: nothing was made
    |   |-- AuthenticationError      the token or the user was not accepted
    |   |   `-- ClockError           the time of the request was not accepted
    |   |-- RateLimitedError         too many requests; `retry_after` says how long to wait
    |   |-- RedirectedError          the address belongs to another service
    |   `-- ForeignAnswerError       something in between answered, and passed nothing on
    |-- CredentialError              the keyring did not do what was asked
    |   |-- KeyringMissingError      there is no keyring that keeps secrets safe
    |   |   `-- UntrustedKeyringError  there is one that KooDesk does not know and the user may trust
    |   |-- KeyringLockedError       it is locked, or the question for its password was dismissed
    |   `-- KeyringTimeoutError      it did not answer in time
    |-- ConnectionStoreError         the list of connections could not be read or written
    `-- JournalError                 the history could not be read or written
        `-- ReadInterruptedError     reading it was stopped on request (koodrive.journal)

`OutcomeUnknownError` is the only one after which something may exist that this app has no ID of.
No error keeps a request, a header or a token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from koodrive.messages import Message
    from koodrive.rules.problems import Problem


class KoodriveError(Exception):
    """The root of all errors of this package.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        status: The HTTP status, where there was an answer.
        code: The service's or the gateway's own code as text, where it gave one.
        trace_id: The X-Traceid of the request, for the service's support.
        answer: The text of the answer, as far as it could be read.
        server_text: Error text of the service or its gateway, on one line, shortened.
    """

    def __init__(
        self,
        title: Message,
        message: Message,
        *,
        status: int | None = None,
        code: str | None = None,
        trace_id: str | None = None,
        answer: str | None = None,
        server_text: str | None = None,
    ) -> None:
        super().__init__(title, message)
        self.title = title
        self.message = message
        self.status = status
        self.code = code
        self.trace_id = trace_id
        self.answer = answer
        self.server_text = server_text

    def __str__(self) -> str:
        return f"{self.title}: {self.message}"

    @property
    def details(self) -> dict[str, Any]:
        """The keyword arguments of another error about the same response."""
        names = ("status", "code", "trace_id", "answer", "server_text")
        return {name: getattr(self, name) for name in names}


class InvalidRequestError(KoodriveError):
    """Raised before anything is sent when a request breaks a documented rule.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        problems: API field name (camelCase) to what is wrong with it; never empty.
    """

    def __init__(self, title: Message, message: Message, problems: Mapping[str, Problem]) -> None:
        super().__init__(title, message)
        self.problems = dict(problems)


class DuplicateRequestError(KoodriveError):
    """Raised before anything is sent when the request may make a second one of something.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        attempt_id: The earlier attempt, where the history has one.
        object_id: The ID of what exists already, where it is known.
    """

    def __init__(
        self, title: Message, message: Message, *, attempt_id: int | None = None, object_id: str | None = None
    ) -> None:
        super().__init__(title, message)
        self.attempt_id = attempt_id
        self.object_id = object_id

    @property
    def is_list_unread(self) -> bool:
        """Whether nothing speaks for a double but that the service's list could not be read once more."""
        return self.attempt_id is None and self.object_id is None


class NotSentError(KoodriveError):
    """Raised when not one byte of the request can have reached the service."""


class AddressError(NotSentError):
    """Raised when the service address cannot be used, or its host name is not known."""


class ProxyError(NotSentError):
    """Raised when the proxy of the connection cannot be used or reached, or does not let the request through."""


class CertificateError(NotSentError):
    """Raised when the TLS connection failed before anything was sent over it."""


class OutcomeUnknownError(KoodriveError):
    """Raised when the request, or a part of it, left and no trustworthy answer came back."""


class IncompleteListError(OutcomeUnknownError):
    """Stands for a list that is not whole where it would have to prove that something is not there."""


class RefusedError(KoodriveError):
    """Raised when the service answered that it did not do what was asked."""


class AuthenticationError(RefusedError):
    """Raised when the token, the user ID or the time of the request was not accepted."""


class ClockError(AuthenticationError):
    """Raised when the clock of this computer explains why the request was not accepted.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        ahead: How far the clock is ahead of the service's; None where only the service's time was not known right.
        details: The other arguments of `KoodriveError`.
    """

    def __init__(
        self, title: Message, message: Message, *, ahead: timedelta | None = None, **details: Any
    ) -> None:
        super().__init__(title, message, **details)
        self.ahead = ahead


class RateLimitedError(RefusedError):
    """Raised when the gateway turned the request away because there were too many.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        retry_after: Seconds to wait before the next try, from the answer or the documented advice.
        is_wait_stated: Whether the answer says how long.
        details: The other arguments of `KoodriveError`.
    """

    def __init__(
        self,
        title: Message,
        message: Message,
        *,
        retry_after: float,
        is_wait_stated: bool = False,
        **details: Any,
    ) -> None:
        super().__init__(title, message, **details)
        self.retry_after = retry_after
        self.is_wait_stated = is_wait_stated


class RedirectedError(RefusedError):
    """Raised when the address answers with a redirect, which is never followed."""


class ForeignAnswerError(RefusedError):
    """Raised when something other than KooDrive turned the request away, such as a filter with a web page."""


class CredentialError(KoodriveError):
    """Raised when the keyring could not store, read or delete a secret."""


class KeyringMissingError(CredentialError):
    """Raised when this computer offers no keyring that keeps secrets safe."""


class UntrustedKeyringError(KeyringMissingError):
    """Raised when the only keyring is of a class that is not known to keep secrets safe.

    Args:
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        class_name: Class name of the backend, which the user may trust in Diagnostics.
    """

    def __init__(self, title: Message, message: Message, *, class_name: str) -> None:
        super().__init__(title, message)
        self.class_name = class_name


class KeyringLockedError(CredentialError):
    """Raised when the keyring is locked, or the question for its password was dismissed."""


class KeyringTimeoutError(CredentialError):
    """Raised when the keyring did not answer in time; a question of it may still be open."""


class ConnectionStoreError(KoodriveError):
    """Raised when the list of connections could not be read or written."""


class JournalError(KoodriveError):
    """Raised when the history could not be read or written."""


def is_user_error(error: KoodriveError) -> bool:
    """Return whether the error text names the `X-User-Id` header (the error code is not documented)."""
    return "x-user-id" in (error.server_text or "").casefold()


def is_token_error(error: Exception) -> TypeGuard[AuthenticationError]:
    """Return whether the service does not accept the token any more, so that another one is what helps.

    The clock is no matter of the token, and a user who may not do something (403) has one that is accepted.

    Args:
        error: Any exception.
    """
    if not isinstance(error, AuthenticationError) or isinstance(error, ClockError):
        return False
    return "401" in (error.code, str(error.status)) and not is_user_error(error)
