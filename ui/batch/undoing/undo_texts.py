"""The words of a batch that is taken back: states of its objects, its groups, its titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState
from koodrive.batch.undoing.groups import UndoGroups, UndoState
from koodrive.messages import Message
from koodrive.models import OutcomeKind
from ui.texts.attempts import outcome_text
from ui.texts.numbers import number_text
from ui.texts.translate import joined, translate, translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.batch.running.progress import RunProgress
    from koodrive.journal import UndoRow

MARKS: dict[str, str] = {
    UndoState.OPEN: "waiting",
    UndoState.READY: "ready",
    UndoState.GONE: "deleted",
    UndoState.KEPT: "excluded",
    OutcomeKind.DELETED: "deleted",
    OutcomeKind.REFUSED: "refused",
    OutcomeKind.NOT_SENT: "not_sent",
    OutcomeKind.UNKNOWN: "unknown",
    OutcomeKind.SENDING: "waiting",
}
"""Marks of the states, see `ui.core.icons.mark_pixmap`."""


def state_text(state: str) -> str:
    """Return the word for what was seen of an object, or for what became of its delete."""
    words: dict[str, str] = {
        UndoState.OPEN: translate("BatchUndo", "Waiting"),
        UndoState.READY: translate("BatchUndo", "Can be taken back"),
        UndoState.GONE: translate("BatchUndo", "Gone already"),
        UndoState.KEPT: translate("BatchUndo", "Kept"),
    }
    return words.get(state) or outcome_text(state)


def reason_text(row: UndoRow) -> str:
    """Return why an object is kept or could not be taken back, or what is said of its end."""
    if row.attempt_id is None:
        return translated(row.reason) if row.reason is not None else ""
    title = Message("{title}.", title=row.title) if row.title else ""
    return joined(title, row.message or "", row.note or "")


def ready_count(counts: Mapping[str, int]) -> int:
    """Return how many objects would be taken back, by what was seen of them."""
    return sum(counts.get(state, 0) for state in (UndoState.READY, UndoState.GONE))


def run_title(
    state: BatchState, counts: Mapping[str, int], progress: RunProgress | None, *, looks_only: bool
) -> str:
    """Return what the run does.

    Args:
        state: Its state; ``checked`` after a look.
        counts: Objects by state.
        progress: What it has reported last; None for one that this window does not run.
        looks_only: Whether it looks and deletes nothing.
    """
    groups, whole = UndoGroups.of(counts), sum(counts.values())
    if progress is not None and progress.is_preparing:
        return translate("BatchUndo", "Finding out what became of earlier deletes…")
    if state is BatchState.RUNNING and progress is not None and progress.reason is not None:
        return translate("BatchUndo", "Waiting for what is under way…")
    if state is BatchState.CHECKED:
        return translate("BatchUndo", "{ready} of {whole} can be taken back").format(
            ready=number_text(ready_count(counts)), whole=number_text(whole)
        )
    if looks_only:
        words = translate("BatchUndo", "Looking at what was created: {done} of {whole}")
        done = whole - counts.get(UndoState.OPEN, 0)
    else:
        words = {
            BatchState.RUNNING: translate("BatchUndo", "Taking back: {done} of {whole}"),
            BatchState.PAUSED: translate("BatchUndo", "Paused: {done} of {whole} taken back"),
            BatchState.FINISHED: translate("BatchUndo", "{done} of {whole} taken back"),
        }.get(state, translate("BatchUndo", "Stopped: {done} of {whole} taken back"))
        done = groups.taken_back
    return words.format(done=number_text(done), whole=number_text(whole))


def result_texts(counts: Mapping[str, int]) -> tuple[str, str, str]:
    """Return state, title and message of the banner after the run."""
    groups, whole = UndoGroups.of(counts), sum(counts.values())
    title = translate("BatchUndo", "{done} of {whole} taken back").format(
        done=number_text(groups.taken_back), whole=number_text(whole)
    )
    labels = (
        (translate("BatchUndo", "Kept, as each line says why: {count}."), groups.kept),
        (translate("BatchUndo", "Could not be taken back: {count}."), groups.could_not),
        (translate("BatchUndo", "Left: {count}."), groups.left),
    )
    parts = [label.format(count=number_text(count)) for label, count in labels if count]
    is_whole = not parts
    return (
        "fine" if is_whole else "unknown",
        title,
        joined("", *parts) or translate("BatchUndo", "The history keeps every ID."),
    )
