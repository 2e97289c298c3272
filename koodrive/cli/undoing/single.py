"""Takes back what one create has made: a look, one question, one deletion, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import messages
from koodrive.cli.create import exit_code_of as exit_code_of_outcome
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import exit_code_of, sentences
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.looking import look_for
from koodrive.cli.session import find_attempt, open_session
from koodrive.cli.streams import visible
from koodrive.cli.texts.words import enumerated
from koodrive.cli.undoing.records import (
    described,
    look_record,
    outcome_record,
    outcome_text,
    require_confirmed,
    state_of,
    totals,
)
from koodrive.creation.undo.models import UndoCode, UndoVerdict
from koodrive.errors import JournalError, KoodriveError
from koodrive.journal import HistoryQuery
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.creation.undo.models import UndoLook, UndoOutcome

_SEEN = {
    UndoVerdict.READY: Message("would be taken back: {name}."),
    UndoVerdict.GONE: Message("gone already: {name}."),
    UndoVerdict.KEPT: Message("kept: {name}."),
}
_TAKEN_BACK, _NOT_TAKEN_BACK = Message("Taken back: {name}."), Message("Not taken back: {name}.")


def undo_one(options: CommonOptions, attempt_id: int, *, is_confirmed: bool) -> ExitCode:
    """Take back what one create has made, print what became of it and return the exit code.

    Args:
        options: Name the connection; without, it is that of the create.
        attempt_id: The create.
        is_confirmed: Whether nobody has to be asked.

    Raises:
        CommandError: When there is no such attempt, or nobody has confirmed it.
        KoodriveError: When nothing could be sent.
    """
    output = options.output
    with open_session(options, output, attempt_id=attempt_id) as session, Interrupts() as interrupts:
        attempt, client = find_attempt(session.backend, attempt_id), session.client()
        look = interrupts.run(
            lambda: session.backend.undoer.look(
                attempt,
                client=client,
                connection=session.connection,
                cancellation=interrupts.cancellation,
            )
        )
        if options.dry_run or look.verdict is UndoVerdict.KEPT:
            return _print_look(output, look)
        if look.verdict is UndoVerdict.READY:
            _ask(output, session, look, is_confirmed=is_confirmed)
        outcome = _undo(session, look, interrupts)
        outcomes = [*outcome.albums, outcome]
        code = _print(output, outcomes)
        code = _look_for(options, session, outcomes, interrupts, code)
    was_cut_short = interrupts.was_asked and code in {ExitCode.NOT_SENT, ExitCode.UNKNOWN}
    return ExitCode.INTERRUPTED if was_cut_short else code


def _print_look(output: Output, look: UndoLook) -> ExitCode:
    """Print what was seen, albums in a folder first, and return the exit code."""
    looks = [*look.own_albums, look]
    for one in looks:
        if output.is_json:
            output.record(look_record(one))
        else:
            name = described(one.attempt.kind, one.attempt.name, one.attempt.result_id)
            output.text(messages.sentences(_SEEN[one.verdict].filled(name=name), sentences(None, one.reason)))
    if output.is_json:
        verdicts = [str(one.verdict) for one in looks]
        output.record(totals({verdict: verdicts.count(verdict) for verdict in verdicts}))
    for remark in look.remarks:
        output.say(visible(remark))
    return ExitCode.CREATED if look.verdict is not UndoVerdict.KEPT else _code_of_kept(look)


def _code_of_kept(look: UndoLook) -> ExitCode:
    if look.code is UndoCode.READ_ONLY:
        return ExitCode.NO_HISTORY
    return exit_code_of(look.error) if isinstance(look.error, KoodriveError) else ExitCode.HELD_BACK


def _ask(output: Output, session: Session, look: UndoLook, *, is_confirmed: bool) -> None:
    """Name what would be deleted, and ask.

    Raises:
        CommandError: When nobody has confirmed it.
    """
    for remark in look.remarks:
        output.say(visible(remark))
    names = [
        described(one.attempt.kind, one.attempt.name, one.attempt.result_id)
        for one in (*look.own_albums, look)
    ]
    question = Message("Take back {names} of {connection}?")
    connection = visible(session.connection.name)
    require_confirmed(
        question.filled(names=enumerated(*names), connection=connection), is_confirmed=is_confirmed
    )


def _undo(session: Session, look: UndoLook, interrupts: Interrupts) -> UndoOutcome:
    journal, client = session.backend.journal, session.client()
    before = journal.history.latest_id()

    def is_in_flight() -> bool:
        query = HistoryQuery(outcomes=frozenset({OutcomeKind.SENDING}), after_attempt=before)
        try:
            return journal.history.count(query) > 0
        except JournalError:
            return True

    return interrupts.run(
        lambda: session.backend.undoer.undo(
            look, client=client, connection=session.connection, cancellation=interrupts.cancellation
        ),
        is_in_flight,
    )


def _print(output: Output, outcomes: list[UndoOutcome]) -> ExitCode:
    """Print what became of all objects, and return the exit code."""
    for outcome in outcomes:
        if outcome.journal_problem is not None:
            output.say(visible(outcome.journal_problem))
        if output.is_json:
            output.record(outcome_record(outcome))
            continue
        attempt, text = outcome.look.attempt, outcome_text(outcome)
        name = described(attempt.kind, attempt.name, attempt.result_id)
        if state_of(outcome) == OutcomeKind.DELETED:
            output.text(messages.sentences(_TAKEN_BACK.filled(name=name), text))
        else:
            output.say(_NOT_TAKEN_BACK.filled(name=name), text)
    if output.is_json:
        kinds = [str(state_of(outcome)) for outcome in outcomes]
        output.record(totals({kind: kinds.count(kind) for kind in kinds}))
    return first_of(map(_code_of, outcomes))


def _code_of(outcome: UndoOutcome) -> ExitCode:
    if outcome.is_sign_in_needed:
        return ExitCode.SIGN_IN
    if state_of(outcome) == OutcomeKind.DELETED:
        return ExitCode.CREATED
    return _code_of_kept(outcome.look) if outcome.kind is None else exit_code_of_outcome(outcome.kind)


def _look_for(
    options: CommonOptions,
    session: Session,
    outcomes: list[UndoOutcome],
    interrupts: Interrupts,
    code: ExitCode,
) -> ExitCode:
    """Look for what became of lost deletes; return the exit code by what is known then."""
    lost = [
        outcome.attempt_id
        for outcome in outcomes
        if outcome.kind is OutcomeKind.UNKNOWN and outcome.attempt_id is not None
    ]
    looking = Message("Looking for up to {seconds} s for what became of it …")
    if not look_for(options, session, interrupts, lost, looking):
        return code
    found = list(session.backend.journal.history.attempts_of(lost))
    for attempt in found:
        ended = _TAKEN_BACK if attempt.outcome == OutcomeKind.DELETED else _NOT_TAKEN_BACK
        if not options.output.is_json:
            options.output.text(ended.filled(name=described(attempt.kind, attempt.name, attempt.result_id)))
    known = [_code_of(outcome) for outcome in outcomes if outcome.attempt_id not in lost]
    return first_of([*known, *(exit_code_of_outcome(attempt.outcome) for attempt in found)])
