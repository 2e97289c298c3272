"""The words of a batch: verdicts, states of rows, reasons of a pause, figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from koodrive.batch.models import PauseReason, Verdict
from ui.texts.attempts import outcome_text
from ui.texts.numbers import number_text
from ui.texts.translate import translate

if TYPE_CHECKING:
    from datetime import timedelta

    from koodrive.journal import Batch
    from koodrive.models import OutcomeKind

_MINUTE, _HOUR = 60, 3_600
_EXACT_BELOW = 100
"""Seconds up to which a duration is given in seconds."""


def verdict_text(verdict: str, *, is_many: bool = False) -> str:
    """Return the word for a verdict; an unknown one is returned unchanged.

    Args:
        verdict: A `Verdict`.
        is_many: Whether it stands for a number of rows.
    """
    words: dict[str, str] = {
        Verdict.READY: translate("Batch", "Ready"),
        Verdict.DOUBTFUL: translate("Batch", "Doubtful"),
        Verdict.EXISTS: translate("Batch", "Exists"),
        Verdict.PROBLEM: translate("Batch", "Problems") if is_many else translate("Batch", "Problem"),
        Verdict.EXCLUDED: translate("Batch", "Left out"),
    }
    return words.get(verdict, verdict)


def row_outcome_text(outcome: OutcomeKind | None) -> str:
    """Return the word for what became of a row; None for one that waits for its turn."""
    return translate("Batch", "Waiting") if outcome is None else outcome_text(outcome)


def duration_text(seconds: float) -> str:
    """Return a duration with the one or two units that matter: ``48 s``, ``2 min``, ``1 h 5 min``."""
    if seconds < _EXACT_BELOW:
        return translate("Batch", "{seconds} s").format(seconds=max(0, math.ceil(seconds)))
    minutes = round(seconds / _MINUTE)
    if minutes < _HOUR // _MINUTE:
        return translate("Batch", "{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    return translate("Batch", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def life_text(left: timedelta | None) -> str:
    """Return how long a token lives; a dash where that is not known."""
    if left is None:
        return "–"
    return duration_text(left.total_seconds()) if left.total_seconds() > 0 else translate("Batch", "Expired")


def pause_title(reason: PauseReason) -> str:
    """Return what has paused a batch, as a title."""
    return {
        PauseReason.USER: translate("Batch", "Paused"),
        PauseReason.TOKEN: translate("Batch", "Paused: your token has expired"),
        PauseReason.THROTTLED: translate("Batch", "Paused: the service asks to slow down"),
        PauseReason.OFFLINE: translate("Batch", "Paused: the service cannot be reached"),
        PauseReason.CLOCK: translate("Batch", "Paused: this computer's clock is wrong"),
        PauseReason.DISK: translate("Batch", "Paused: the history cannot be written"),
        PauseReason.REFUSALS: translate("Batch", "Paused: the service refuses rows"),
        PauseReason.UNKNOWN_ROWS: translate("Batch", "Paused: several answers were lost"),
        PauseReason.CLOSED: translate("Batch", "Paused: KooDesk was closed"),
        PauseReason.CRASH: translate("Batch", "Paused: KooDesk ended unexpectedly"),
    }[reason]


def pause_text(reason: PauseReason) -> str:
    """Return what a pause means and what to do."""
    return {
        PauseReason.USER: translate("Batch", "Nothing is sent. Continue whenever you like."),
        PauseReason.TOKEN: translate(
            "Batch", "Nothing was lost. Paste a new token, and the batch continues with the next row."
        ),
        PauseReason.THROTTLED: translate(
            "Batch", "What the service has turned away changed nothing. Continue in a few minutes."
        ),
        PauseReason.OFFLINE: translate("Batch", "Nothing was lost. Check the network, then continue."),
        PauseReason.CLOCK: translate(
            "Batch", "The service turns requests away because of their time. Set the clock, then continue."
        ),
        PauseReason.DISK: translate(
            "Batch", "Nothing is sent that cannot be written down. Make room on the disk, then continue."
        ),
        PauseReason.REFUSALS: translate(
            "Batch",
            "The reason stands beside the rows. Continuing sends the remaining rows; those refused stay refused.",
        ),
        PauseReason.UNKNOWN_ROWS: translate(
            "Batch",
            "KooDesk is looking for what became of these rows. Continue when the service answers again.",
        ),
        PauseReason.CLOSED: translate("Batch", "Nothing was lost. Continue whenever you like."),
        PauseReason.CRASH: translate(
            "Batch", "Rows that were under way are looked for first. Nothing is sent before you continue."
        ),
    }[reason]


def source_text(batch: Batch) -> str:
    """Return where a table came from: name of the file, its sheet, number of rows."""
    reading = batch.reading or {}
    parts = [batch.name or translate("Batch", "Pasted table")]
    if reading.get("sheet"):
        parts.append(translate("Batch", "sheet {name}").format(name=reading["sheet"]))
    rows = translate("Batch", "1 row") if batch.row_count == 1 else translate("Batch", "{count} rows")
    parts.append(rows.format(count=number_text(batch.row_count)))
    return " · ".join(parts)
