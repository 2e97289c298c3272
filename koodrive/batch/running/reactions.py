"""What a run does after each outcome: go on, wait, let the row be sent again, pause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.batch.models import PauseReason
from koodrive.batch.running.pace import throttle_wait
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    CredentialError,
    JournalError,
    RateLimitedError,
    RefusedError,
)
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from koodrive.batch.running.pace import Concurrency
    from koodrive.creation.undo.models import UndoOutcome
    from koodrive.errors import KoodriveError
    from koodrive.models import Outcome

    Ending = Outcome | UndoOutcome

MOST_THROTTLED = 3
"""Times in a row that a run is turned away before it pauses: by other rows each time, while there are others."""
MOST_UNKNOWN = 5
"""Lost answers in a row before it pauses."""
MOST_REFUSED = 3
"""Equal refusals in a row before it pauses."""
MOST_NOT_SENT = 3
"""Rows in a row that did not leave before it pauses."""
LONGEST_WAIT = 120.0
"""Seconds; a run that has to wait longer pauses."""
_OFFLINE_WAIT = 1.0

_THROTTLED = Message(
    "The service has turned rows away several times in a row because there were too many. Go on later, or more slowly."
)
LOST_CREATES = Message(
    "The answers to {count} rows in a row were lost. They may have been created and are not sent again before that is"
    " known.",
    count=MOST_UNKNOWN,
)
LOST_DELETES = Message(
    "The answers to {count} rows in a row were lost. They may have been taken back and are not sent again before that"
    " is known.",
    count=MOST_UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What to do after an outcome."""

    is_ready_again: bool = False
    """Whether the row goes out once more: nothing was done, and the row is not at fault."""
    is_late: bool = False
    """Whether other rows go out before it: what turns away one of them may let the others pass."""
    wait: float = 0.0
    """Seconds before the next row."""
    pause: PauseReason | None = None
    text: Message | None = None
    """Why it pauses, for the user."""


class Reactions:
    """Decides about the outcomes of one run, in the order in which they come; its owner holds a lock.

    Args:
        concurrency: How many requests may be in flight; lowered and raised here.
        lost_text: Why it pauses as answers were lost.
    """

    def __init__(self, concurrency: Concurrency, lost_text: Message = LOST_CREATES) -> None:
        self._concurrency = concurrency
        self._lost_text = lost_text
        self._accepted: set[tuple[str | None, str]] = set()
        self._last_refusal: tuple[str | None, str] | None = None
        self._refused = self._unknown = self._not_sent = self._throttled = 0
        self._waited_until = 0.0

    def accept_refusals(self) -> None:
        """Go on over refusals of the kind that the run has paused for; to be called when the user says so."""
        if self._last_refusal is not None and self._refused >= MOST_REFUSED:
            self._accepted.add(self._last_refusal)
        self.start_anew()

    def start_anew(self) -> None:
        """Forget what was counted in a row, as somebody has had a look."""
        self._refused = self._unknown = self._not_sent = self._throttled = 0
        self._last_refusal = None
        self._concurrency.reset()

    def after(self, outcome: Ending, began: float, now: float) -> Reaction:
        """Return what to do after an outcome.

        Args:
            outcome: How the request of a row has ended.
            began: When it began, by the clock of `now`.
            now: By a clock that is never set.
        """
        if outcome.retry_after is not None:
            return self._after_throttling(outcome, began, now)
        if outcome.kind is OutcomeKind.UNKNOWN:
            return self._after_loss()
        self._unknown = 0
        if outcome.kind is OutcomeKind.NOT_SENT:
            return self.after_not_sent(outcome.message)
        self._not_sent = self._throttled = 0
        if outcome.kind is OutcomeKind.REFUSED or outcome.is_sign_in_needed or outcome.is_clock_refused:
            return self._after_refusal(outcome)
        self._refused, self._last_refusal = 0, None
        self._concurrency.note_clean()
        return self._unless_unwritten(outcome)

    def _after_throttling(self, outcome: Ending, began: float, now: float) -> Reaction:
        self._concurrency.reset()
        # Those in flight at the same time were turned away by the same limit: they count as one.
        if began >= self._waited_until:
            self._throttled += 1
        wait = throttle_wait(outcome.retry_after if outcome.is_wait_stated else None)
        self._waited_until = max(self._waited_until, now + wait)
        if self._throttled >= MOST_THROTTLED or wait > LONGEST_WAIT:
            text = outcome.message if wait > LONGEST_WAIT else _THROTTLED
            return Reaction(is_ready_again=True, wait=wait, pause=PauseReason.THROTTLED, text=text)
        return Reaction(is_ready_again=True, is_late=True, wait=wait)

    def _after_loss(self) -> Reaction:
        self._unknown += 1
        self._concurrency.note_loss()
        if self._unknown >= MOST_UNKNOWN:
            return Reaction(pause=PauseReason.UNKNOWN_ROWS, text=self._lost_text)
        return Reaction()

    def after_not_sent(self, text: Message | None) -> Reaction:
        """Return what to do after a row did not leave, as the service could not be reached.

        Args:
            text: What happened, for the user.
        """
        self._not_sent += 1
        self._concurrency.reset()
        pause = PauseReason.OFFLINE if self._not_sent >= MOST_NOT_SENT else None
        wait = _OFFLINE_WAIT * self._not_sent
        return Reaction(is_ready_again=True, wait=wait, pause=pause, text=text)

    def _after_refusal(self, outcome: Ending) -> Reaction:
        if outcome.is_clock_refused:
            return Reaction(is_ready_again=True, pause=PauseReason.CLOCK, text=outcome.message)
        if outcome.is_token_refused:
            return Reaction(is_ready_again=True, pause=PauseReason.TOKEN, text=outcome.message)
        if outcome.is_sign_in_needed:
            # The user, or what this user may do: another row would be refused likewise.
            return Reaction(is_ready_again=True, pause=PauseReason.REFUSALS, text=outcome.message)
        title = outcome.title
        kind = (outcome.code, title.template if isinstance(title, Message) else str(title))
        self._refused = self._refused + 1 if kind == self._last_refusal else 1
        self._last_refusal = kind
        self._concurrency.note_clean()
        if self._refused >= MOST_REFUSED and kind not in self._accepted:
            return Reaction(pause=PauseReason.REFUSALS, text=_same_refusal(outcome))
        return self._unless_unwritten(outcome)

    def _unless_unwritten(self, outcome: Ending) -> Reaction:
        if outcome.journal_problem is not None:
            return Reaction(pause=PauseReason.DISK, text=outcome.journal_problem)
        return Reaction()


def _same_refusal(outcome: Ending) -> Message:
    return Message(
        "{count} rows in a row were refused for the same reason: {title}. {message}",
        count=MOST_REFUSED,
        title=outcome.title or "",
        message=outcome.message or "",
    )


def pause_text(error: KoodriveError) -> Message:
    """Return what a run says that cannot go on because of an error."""
    return Message("{title}. {message}", title=error.title, message=error.message)


def reason_of(error: KoodriveError) -> PauseReason:
    """Return why a run pauses that cannot go on because of an error."""
    reasons: tuple[tuple[type[KoodriveError], PauseReason], ...] = (
        (JournalError, PauseReason.DISK),
        (ClockError, PauseReason.CLOCK),
        (AuthenticationError, PauseReason.TOKEN),
        (CredentialError, PauseReason.TOKEN),
        (RateLimitedError, PauseReason.THROTTLED),
        (RefusedError, PauseReason.REFUSALS),
    )
    return next((reason for kind, reason in reasons if isinstance(error, kind)), PauseReason.OFFLINE)
