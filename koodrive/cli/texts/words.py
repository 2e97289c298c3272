"""What people read for states and outcomes, and lines of labels and values; programs get the values themselves."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from koodrive.cli.texts.language import in_language
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.messages import Message, listed
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS = {
    "sending": Message("sending"),
    "created": Message("created"),
    "deleted": Message("taken back"),
    "refused": Message("refused"),
    "not_sent": Message("not sent"),
    "unknown": Message("unknown"),
    "ready": Message("ready"),
    "doubtful": Message("doubtful"),
    "exists": Message("exists"),
    "problem": Message("problem"),
    "excluded": Message("excluded"),
    "open": Message("not looked at"),
    "gone": Message("gone"),
    "kept": Message("kept"),
    "checked": Message("checked"),
    "running": Message("running"),
    "paused": Message("paused"),
    "finished": Message("finished"),
    "stopped": Message("stopped"),
    "user": Message("user"),
    "token": Message("token"),
    "throttled": Message("throttled"),
    "offline": Message("offline"),
    "clock": Message("clock"),
    "disk": Message("disk"),
    "refusals": Message("refusals"),
    "unknown_rows": Message("unknown rows"),
    "closed": Message("closed"),
    "crash": Message("crash"),
    "address": Message("address"),
    "tls": Message("tls"),
    "space": Message("space"),
    "account": Message("account"),
    "appKey": Message("appKey"),
    "none": Message("none"),
    "system": Message("system"),
}
_NOT_SENT = Message("not_sent")
"""As the option ``--outcome`` takes it."""


def word_of(state: str) -> str:
    """Return what people read for a state, an outcome, the reason of a pause, a step of a test or a way to sign in."""
    return _WORDS.get(state) or str(state).replace("_", " ")


def outcome_word(outcome: str) -> str:
    """Return what people read for the outcome of an entry of the history."""
    return _NOT_SENT if outcome == OutcomeKind.NOT_SENT else word_of(outcome)


def connection_word(connection_id: str | None, name: str | None) -> str | None:
    """Return what people read for a connection of the history: its name, or that of the sandbox in their language."""
    return Message("Sandbox") if connection_id == SANDBOX_CONNECTION_ID else name


def enumerated(first: str, *others: str) -> str:
    """Return objects as ``one and two``."""
    return reduce(
        lambda before, after: Message("{first} and {second}", first=before, second=after), others, first
    )


def counts_of(counts: Iterable[tuple[str, int]]) -> Message:
    """Return numbers in words, such as ``143 created, 2 refused``; empty when all are 0.

    Args:
        counts: Each state, and how many there are of it.
    """
    return listed(
        *(Message("{count} {state}", count=count, state=word_of(state)) for state, count in counts if count)
    )


def padded(text: str, places: int) -> str:
    """Return a text in the language of the command, with blanks up to so many places of a terminal."""
    shown = in_language(text)
    return shown + " " * (places - sum(2 if east_asian_width(sign) in "WF" else 1 for sign in shown))


def labelled(label: Message, value: str, places: int) -> str:
    """Return a line of a label and its value in the language of the command.

    Args:
        label: Without a colon.
        value: A `Message`, or a text that has gone through `koodrive.cli.streams.visible`.
        places: Those of a terminal that the label takes, with colon and blanks.
    """
    return padded(Message("{heading}:", heading=label), places) + in_language(value)
