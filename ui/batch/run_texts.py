"""The words of a run: its title, and what has become of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from koodrive.batch.models import BatchState, Verdict
from koodrive.models import OutcomeKind
from ui.batch.rows.shown_row import count_of
from ui.batch.views.run_card import Standing
from ui.texts.numbers import number_text
from ui.texts.translate import joined, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from koodrive.batch.running.progress import RunProgress
    from ui.session.session import Session

_SENT = (
    OutcomeKind.CREATED,
    OutcomeKind.DELETED,
    OutcomeKind.REFUSED,
    OutcomeKind.UNKNOWN,
    OutcomeKind.NOT_SENT,
    OutcomeKind.SENDING,
)


def standing_of(counts: Mapping[str, int], progress: RunProgress | None, session: Session) -> Standing:
    """Return the numbers of a run.

    Args:
        counts: Rows of the batch by state.
        progress: What the run has reported last; None where this window does not run it.
        session: Life of the token.
    """
    is_running = progress is not None and progress.state is BatchState.RUNNING
    life = session.life
    left = count_of(counts, Verdict.READY)
    return Standing(
        whole=count_of(counts, *_SENT) + left,
        # What was taken back since was created all the same.
        created=count_of(counts, OutcomeKind.CREATED, OutcomeKind.DELETED),
        refused=count_of(counts, OutcomeKind.REFUSED, OutcomeKind.NOT_SENT),
        unknown=count_of(counts, OutcomeKind.UNKNOWN),
        left=left + count_of(counts, OutcomeKind.SENDING),
        rows_per_minute=progress.rows_per_minute if is_running and progress is not None else None,
        seconds_left=progress.seconds_left if is_running and progress is not None else None,
        token_left=life.left if life is not None else None,
        is_token_over=session.is_token_expired,
    )


def created_words(standing: Standing) -> str:
    """Return how many of the rows to send are created, as a sentence."""
    return translate("Batch", "{created} of {whole} rows to send are created.").format(
        created=number_text(standing.created), whole=number_text(standing.whole)
    )


def run_title(
    state: BatchState, standing: Standing, progress: RunProgress | None, *, is_elsewhere: bool
) -> str:
    """Return what a batch does.

    Args:
        state: Its state.
        standing: Its numbers.
        progress: What its run has reported last.
        is_elsewhere: Whether another process runs it.
    """
    if progress is not None and progress.is_preparing:
        return translate("Batch", "Reading what the service has…")
    if state is BatchState.RUNNING and progress is not None and progress.reason is not None:
        return translate("Batch", "Waiting for what is under way…")
    words = {
        BatchState.PAUSED: translate("Batch", "Paused at {done} of {whole} rows to send"),
        BatchState.FINISHED: translate("Batch", "Finished: {done} of {whole} rows to send"),
        BatchState.STOPPED: translate("Batch", "Stopped at {done} of {whole} rows to send"),
    }.get(state, translate("Batch", "{done} of {whole} rows to send"))
    if is_elsewhere:
        words = translate("Batch", "Runs elsewhere: {done} of {whole} rows to send")
    return words.format(done=number_text(standing.done), whole=number_text(standing.whole))


class ResultContent(NamedTuple):
    """What a banner says about a run that is over."""

    state: str
    """See `Banner.show_content`."""
    title: str
    message: str


def result_content(counts: Mapping[str, int], standing: Standing) -> ResultContent:
    """Return what has become of all rows of a batch.

    Args:
        counts: Rows by state; at least one.
        standing: The numbers of its run.
    """
    whole = sum(counts.values())
    exist, excluded = count_of(counts, Verdict.EXISTS), count_of(counts, Verdict.EXCLUDED)
    is_whole = 0 < standing.created == whole - exist - excluded
    title = translate("Batch", "{created} of {whole} rows are created").format(
        created=number_text(standing.created), whole=number_text(whole)
    )
    if exist == whole:
        title = translate("Batch", "Nothing to create: all {whole} rows exist").format(
            whole=number_text(whole)
        )
    elif not standing.whole:
        title = translate("Batch", "Nothing was created: none of the {whole} rows was ready").format(
            whole=number_text(whole)
        )
    state = "created" if is_whole else "" if exist == whole else "unknown"
    words = joined("", *_result_parts(counts, standing))
    return ResultContent(
        state, title, words or translate("Batch", "Every row has its ID, also in the history.")
    )


def _result_parts(counts: Mapping[str, int], standing: Standing) -> Iterator[str]:
    """Yield a sentence for the rows of each kind that are not created, or do not stand any more."""
    labels = (
        (translate("Batch", "Taken back since: {count}."), count_of(counts, OutcomeKind.DELETED)),
        (translate("Batch", "Refused: {count}."), standing.refused),
        (translate("Batch", "Outcome not known: {count}; KooDesk is looking for them."), standing.unknown),
        (translate("Batch", "Not sent: {count}."), standing.left),
        (translate("Batch", "With a problem, and so not sent: {count}."), count_of(counts, Verdict.PROBLEM)),
        (translate("Batch", "Not confirmed, and so not sent: {count}."), count_of(counts, Verdict.DOUBTFUL)),
        (translate("Batch", "Existed before: {count}."), count_of(counts, Verdict.EXISTS)),
        (translate("Batch", "Left out: {count}."), count_of(counts, Verdict.EXCLUDED)),
    )
    for label, count in labels:
        if count:
            yield label.format(count=number_text(count))
