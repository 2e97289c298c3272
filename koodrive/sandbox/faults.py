"""What can go wrong on purpose, and the queue of what shall go wrong next."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from koodrive.sandbox.exchange import ReceivedRequest

FAULT_HEADER: Final = "X-Sandbox-Fault"


class Fault(StrEnum):
    """One way in which a request can go wrong; "commit" is the moment at which something is made."""

    COMMIT_THEN_DROP = "commit-then-drop"
    """Carried out; the connection is closed without an answer."""
    DROP_BEFORE_COMMIT = "drop-before-commit"
    """Not carried out; the connection is closed without an answer."""
    HANG = "hang"
    """Not carried out, and no answer: for `seconds`, or until the client or the sandbox goes."""
    HANG_AFTER_COMMIT = "hang-after-commit"
    """Carried out, and no answer: for `seconds`, or until the client or the sandbox goes."""
    DRIP = "drip"
    """Carried out; the answer comes at one byte every 0.2 s, and its body never ends."""
    HALF_CLOSE = "half-close"
    """Carried out; the sandbox ends its side of the connection without an answer, and goes on listening."""
    IDLE_CLOSE = "idle-close"
    """Carried out and answered; then the connection is closed although nothing said so."""
    SLOW = "slow"
    """Carried out; the answer leaves after `seconds` (2)."""
    ERROR_AFTER_COMMIT = "error-after-commit"
    """Carried out, but the answer is HTTP 503."""
    ERROR_BEFORE_COMMIT = "error-before-commit"
    """Not carried out; HTTP 500."""
    HTML = "html"
    """Carried out, but the answer is a gateway's web page with HTTP 200."""
    WRONG_JSON = "wrong-json"
    """Carried out, but the answer is not JSON."""
    NOT_JSON_OBJECT = "not-json-object"
    """Carried out, but the answer is a JSON array."""
    NONZERO_CODE = "nonzero-code"
    """Not carried out; HTTP 200 with code 13000201."""
    MISSING_ID = "missing-id"
    """Carried out, but the answer has no ID."""
    NUMERIC_ID = "numeric-id"
    """Carried out, but the ID is a JSON number."""
    EMPTY_ID = "empty-id"
    """Carried out, but the ID is an empty text."""
    NULL_ID = "null-id"
    """Carried out, but the ID is null."""
    DUPLICATE_KEYS = "duplicate-keys"
    """Carried out, but the first member of the answer (the ID) is there twice."""
    NAN = "nan"
    """Carried out, but one member of the answer is NaN."""
    TRUNCATED = "truncated"
    """Carried out; the connection ends after half of the body."""
    LONG_LENGTH = "long-length"
    """Carried out; Content-Length promises more than the whole body, and the connection ends."""
    BIG_BODY = "big-body"
    """Carried out; a correct answer with 5 MB of padding."""
    GZIP_BOMB = "gzip-bomb"
    """Carried out; a correct answer that unpacks to 64 MiB."""
    EXPIRED_TOKEN = "expired-token"  # noqa: S105 - the name of a fault
    """Not carried out; HTTP 401."""
    EXPIRED_TOKEN_200 = "expired-token-200"  # noqa: S105 - the name of a fault
    """Not carried out; HTTP 200 with code 401."""
    THROTTLED = "throttled"
    """Not carried out; HTTP 429, APIG.0308, Retry-After 3."""
    THROTTLED_NO_HEADER = "throttled-no-header"
    """Not carried out; HTTP 429, APIG.0308, no Retry-After."""
    CLOCK_FAST = "clock-fast"
    """The sandbox judges X-Date and writes Date by a clock that is `seconds` (300) ahead."""
    CLOCK_SLOW = "clock-slow"
    """The sandbox judges X-Date and writes Date by a clock that is `seconds` (300) behind."""
    NO_DATE = "no-date"
    """The answer has no Date."""
    BAD_DATE = "bad-date"
    """The Date of the answer is no date."""
    AGED_DATE = "aged-date"
    """The answer has Age: 600 and a Date of ten minutes ago, as from a cache."""
    REDIRECT = "redirect"
    """Not carried out; HTTP 307 to another path."""
    REDIRECT_302 = "redirect-302"
    """Not carried out; HTTP 302 to another path."""
    LATE_COMMIT = "late-commit"
    """No answer: the connection is closed at once. A request that may be carried out is carried out `seconds` (2)
    after that, and as if it came then; at once when the sandbox is stopped, never when it is reset before."""
    LIST_LAG = "list-lag"
    """For lists of albums and of shared folders only: what was made (by its createTime) less than `seconds` (5) ago is
    not shown yet."""
    SPARSE_LIST = "sparse-list"
    """For lists only: a correct answer without the fields that are not promised; for albums scopeDir and coverImg,
    for shared folders tenantId, creator, createTime, ownerId and containerId, for files all but their ID, name and
    type."""


_DEFAULT_SECONDS: Final = {
    Fault.SLOW: 2.0,
    Fault.CLOCK_FAST: 300.0,
    Fault.CLOCK_SLOW: 300.0,
    Fault.LATE_COMMIT: 2.0,
    Fault.LIST_LAG: 5.0,
}
_MADE_PATHS: Final = frozenset({"/koodrive/ose/v1/album/list", "/koodrive/ose/v1/sharefolder/list"})
_PATHS: Final = {
    Fault.LIST_LAG: _MADE_PATHS,
    Fault.SPARSE_LIST: _MADE_PATHS | {"/koodrive/ose/v1/files/0"},
}
"""To which paths alone the faults of lists belong."""


@dataclass(frozen=True, slots=True)
class ArmedFault:
    """A fault that waits for its requests."""

    fault: Fault
    times: int = 1
    """For how many requests."""
    path: str | None = None
    """For which path only; None for every call of KooDrive, or every list for the faults of lists."""
    seconds: float | None = None
    """How long or how far, for the faults that say so; None for what they say."""

    @property
    def duration(self) -> float | None:
        """`seconds`, or the fault's own default, or None where it has none."""
        return _DEFAULT_SECONDS.get(self.fault) if self.seconds is None else self.seconds

    @property
    def skew(self) -> float:
        """How many seconds the clock of the sandbox is ahead."""
        sign = {Fault.CLOCK_FAST: 1.0, Fault.CLOCK_SLOW: -1.0}.get(self.fault)
        return sign * (self.duration or 0.0) if sign else 0.0

    @property
    def lag(self) -> float | None:
        """How many seconds things need until lists show them; None when they are there at once."""
        return self.duration if self.fault is Fault.LIST_LAG else None

    def waits_for(self, path: str) -> bool:
        """Say whether a request to `path` meets it."""
        return path in _PATHS.get(self.fault, {path}) and self.path in {None, path}

    def as_json(self) -> dict[str, Any]:
        """Give it as the control call shows it."""
        return {
            "fault": self.fault.value,
            "times": self.times,
            "path": self.path,
            "seconds": self.duration,
        }


class FaultQueue:
    """The faults to come, in order; safe for use by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: list[ArmedFault] = []

    def arm(self, fault: ArmedFault) -> None:
        """Put `fault` at the end."""
        with self._lock:
            self._armed.append(fault)

    def armed(self) -> list[ArmedFault]:
        """Give what still waits, in order."""
        with self._lock:
            return list(self._armed)

    def clear(self) -> None:
        """Forget all faults."""
        with self._lock:
            self._armed.clear()

    def for_request(self, request: ReceivedRequest) -> ArmedFault | None:
        """Give the fault that `request` meets, or None.

        The request's own header comes first; otherwise the first fault that waits for its path, which then
        waits for one request less.

        Raises:
            ValueError: When the header names no fault.
        """
        named = request.headers[FAULT_HEADER]
        if named is not None:
            return ArmedFault(Fault(named))
        with self._lock:
            for place, waiting in enumerate(self._armed):
                if waiting.waits_for(request.path):
                    left = replace(waiting, times=waiting.times - 1)
                    self._armed[place : place + 1] = [left] if left.times else []
                    return waiting
        return None
