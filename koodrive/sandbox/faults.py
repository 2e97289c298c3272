"""The faults that can be switched on, and their queue."""

from __future__ import annotations

import heapq
import itertools
import re
import threading
import time
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.messages import ReceivedRequest


class DeferredWork:
    """Runs delayed work in order of its time, in a single thread that starts with the first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = itertools.count()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def schedule(self, seconds: float, work: Callable[[], object]) -> None:
        """Carry out `work` in `seconds`; never, when this was stopped."""
        with self._changed:
            if self._stopping:
                return
            heapq.heappush(self._due, (time.monotonic() + seconds, next(self._numbers), work))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sandbox-late-work", daemon=True)
                self._thread.start()
            self._changed.notify()

    def drop(self) -> None:
        """Drop all pending work; on return none of it is running."""
        with self._changed:
            self._due.clear()

    def stop(self) -> None:
        """Run all pending work now and end the thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        # The lock is held during the work, so that a reset is over only when nothing from before it is left.
        with self._changed:
            while self._due or not self._stopping:
                left = self._seconds_left()
                if left > 0:
                    self._changed.wait(left)
                else:
                    heapq.heappop(self._due)[2]()

    def _seconds_left(self) -> float:
        if self._stopping:
            return 0
        due = self._due[0][0] if self._due else float("inf")
        return min(due - time.monotonic(), threading.TIMEOUT_MAX)


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
    """Not carried out; HTTP 200 with code 13000311, too little space."""
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
    """The answer has an Age of `seconds` (600) and the Date of then, as from a cache."""
    REDIRECT = "redirect"
    """Not carried out; HTTP 307 to another path."""
    REDIRECT_302 = "redirect-302"
    """Not carried out; HTTP 302 to another path."""
    LATE_COMMIT = "late-commit"
    """No answer: the connection is closed at once. A request that may be carried out is carried out `seconds` (2)
    after that, and as if it came then; at once when the sandbox is stopped, never when it is reset before."""
    LIST_LAG = "list-lag"
    """For lists and the metadata of a shared folder only: what was made or put in (by its time) less than `seconds` (5)
    ago is not shown yet, and what was deleted since is still shown."""
    SPARSE_LIST = "sparse-list"
    """For lists only: a correct answer without the fields that are not promised; for albums scopeDir and coverImg,
    for shared folders tenantId, creator, createTime, ownerId and containerId, for files all but their ID, name and
    type, for the content of an album all but the ID, for invitations all but ID and status."""
    ROWS_LEFT_OUT = "rows-left-out"
    """For lists only: every second row of the page is left out, the newest first; of fewer than 20 rows all. `total`
    counts them all the same."""
    EMPTY_PAGE = "empty-page"
    """For lists only: the page has no rows; `total` is right."""
    EMPTY_FIRST_PAGE = "empty-first-page"
    """For the content of albums and folders only: the page has no rows, but a cursor of the next, which has them."""
    NO_ROWS = "no-rows"
    """For lists only: the page has no rows, and `total` is 0."""
    TOTAL_TOO_HIGH = "total-too-high"
    """For lists of albums and of their content only: `total` is 10 more than there are."""
    TOTAL_TOO_LOW = "total-too-low"
    """For lists of albums and of their content only: `total` is half of what there are."""
    CACHED_LIST = "cached-list"
    """For lists and the metadata of a shared folder only: what they were `seconds` (600) ago, with that Age and the
    Date of then, as from a cache that heeds no `Cache-Control`."""
    ID_WITH_CODE = "id-with-code"
    """Carried out, but the answer has code 200."""
    ID_WITH_WORD = "id-with-word"
    """Carried out, but the answer has code "SUCCESS"."""
    SUCCESS_400 = "success-400"
    """Carried out, and the answer says code 0, but with HTTP 400."""
    SUCCESS_409 = "success-409"
    """Carried out, and the answer says code 0, but with HTTP 409."""
    ID_ALONE = "id-alone"
    """Carried out; the answer has neither code nor msg, as Table 3 of CreateAlbum has it."""
    EARLY_HINTS = "early-hints"
    """Carried out; HTTP 103 comes before the answer (RFC 8297)."""
    BYTE_ORDER_MARK = "byte-order-mark"
    """Carried out; a byte order mark comes before the JSON (RFC 8259, 8.1)."""
    NAME_TRIMMED = "name-trimmed"
    """For creates only, like all faults of names, which come together with any other fault: what is made has the name
    without blanks at its ends."""
    NAME_NFD = "name-nfd"
    """The name is decomposed (Unicode's NFD)."""
    NAME_NUMBERED = "name-numbered"
    """The name has "(1)" behind it."""
    NAME_QUESTION_MARKS = "name-question-marks"
    """The name has "?" for each character beyond U+FFFF, which takes 4 bytes in UTF-8."""
    NAME_CUT = "name-cut"
    """The name ends before its first character beyond U+FFFF."""
    NAME_CUT_AT_AMPERSAND = "name-cut-at-ampersand"
    """The name ends before its first "&"."""
    NAME_ESCAPED = "name-escaped"
    """The name has "&amp;" for "&", and likewise for "<", ">" and quotes."""
    NAME_WITHOUT_PERIODS = "name-without-periods"
    """The name has no periods at its end."""
    NAME_UNDERSCORES = "name-underscores"
    """The name has "_" for each of "/", "?", "!" and ":"."""


STORED_NAMES: Final = frozenset(fault for fault in Fault if fault.startswith("name-"))
"""The faults of names; `koodrive.sandbox.fake_answers` has what each makes of one."""

_DEFAULT_SECONDS: Final = {
    Fault.SLOW: 2.0,
    Fault.CLOCK_FAST: 300.0,
    Fault.CLOCK_SLOW: 300.0,
    Fault.LATE_COMMIT: 2.0,
    Fault.LIST_LAG: 5.0,
    Fault.AGED_DATE: 600.0,
    Fault.CACHED_LIST: 600.0,
}
_ALBUM_LIST: Final = "album/list"
_MADE_LISTS: Final = f"{_ALBUM_LIST}|sharefolder/list"
_ALBUM_CONTENT: Final = "album/[^/]+/list"
_CONTENT_LISTS: Final = f"{_ALBUM_CONTENT}|files/0"
_ROWS: Final = f"{_MADE_LISTS}|{_CONTENT_LISTS}|usergroupsInvite/inviteList/[^/]+"
_TIMED: Final = f"{_MADE_LISTS}|{_CONTENT_LISTS}|sharefolder/metadata/[^/]+"
_CREATES: Final = "album/create|sharefolder/create"
_PATHS: Final = {
    Fault.LIST_LAG: _TIMED,
    Fault.SPARSE_LIST: _ROWS,
    Fault.ROWS_LEFT_OUT: _ROWS,
    Fault.EMPTY_PAGE: _ROWS,
    Fault.EMPTY_FIRST_PAGE: _CONTENT_LISTS,
    Fault.NO_ROWS: _ROWS,
    Fault.TOTAL_TOO_HIGH: f"{_ALBUM_LIST}|{_ALBUM_CONTENT}",
    Fault.TOTAL_TOO_LOW: f"{_ALBUM_LIST}|{_ALBUM_CONTENT}",
    Fault.CACHED_LIST: _TIMED,
    **dict.fromkeys(STORED_NAMES, _CREATES),
}
"""To which paths alone, below that of the API, the faults of lists and of names belong: a regular expression."""
_API_ROOT: Final = "/koodrive/ose/v1/"


@dataclass(frozen=True, slots=True)
class ArmedFault:
    """A fault that waits for its requests."""

    fault: Fault
    times: int = 1
    """For how many requests."""
    path: str | None = None
    """For which path only; None for every call of KooDrive, or every list or create for the faults of these."""
    seconds: float | None = None
    """Duration or distance, for the faults that have one; None for their default."""

    @property
    def duration(self) -> float | None:
        """`seconds`, or the fault's own default, or None where it has none."""
        return _DEFAULT_SECONDS.get(self.fault) if self.seconds is None else self.seconds

    @property
    def skew(self) -> float:
        """Seconds by which the sandbox's clock is ahead."""
        sign = {Fault.CLOCK_FAST: 1.0, Fault.CLOCK_SLOW: -1.0}.get(self.fault)
        return sign * (self.duration or 0.0) if sign else 0.0

    @property
    def lag(self) -> float | None:
        """Seconds until lists show new objects; None for at once."""
        return self.duration if self.fault in {Fault.LIST_LAG, Fault.CACHED_LIST} else None

    def waits_for(self, path: str) -> bool:
        """Return whether a request to `path` meets it."""
        pattern = _PATHS.get(self.fault)
        is_of_its_kind = pattern is None or re.fullmatch(f"{_API_ROOT}(?:{pattern})", path) is not None
        return is_of_its_kind and self.path in {None, path}

    def as_json(self) -> dict[str, Any]:
        """Return it as the control call shows it."""
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
        """Return the pending faults in their order."""
        with self._lock:
            return list(self._armed)

    def clear(self) -> None:
        """Forget all faults."""
        with self._lock:
            self._armed.clear()

    def for_request(self, request: ReceivedRequest) -> tuple[ArmedFault | None, ArmedFault | None]:
        """Return the fault that `request` meets, and the fault of names that comes with it; None for none.

        The request's own header comes first; otherwise the first fault that waits for its path, which then
        waits for one request less.

        Raises:
            ValueError: When the header names no fault.
        """
        header = request.headers[FAULT_HEADER]
        named = None if header is None else ArmedFault(Fault(header))
        with self._lock:
            if named is None:
                return self._next(request.path, of_names=False), self._next(request.path, of_names=True)
            if named.fault in STORED_NAMES:
                return None, named
            return named, self._next(request.path, of_names=True)

    def _next(self, path: str, *, of_names: bool) -> ArmedFault | None:
        for place, waiting in enumerate(self._armed):
            if (waiting.fault in STORED_NAMES) is of_names and waiting.waits_for(path):
                left = replace(waiting, times=waiting.times - 1)
                self._armed[place : place + 1] = [left] if left.times else []
                return waiting
        return None
