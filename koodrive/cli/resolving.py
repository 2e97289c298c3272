"""Looks for what lost creates have made, and records the decisions of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koodrive import messages
from koodrive.cli.create import exit_code_of
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import CommandError, sentences
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.looking import limited
from koodrive.cli.records import attempt_record, totals
from koodrive.cli.session import find_attempt, open_backend, open_session
from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import outcome_word
from koodrive.messages import Message, listed
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.creation.findings import LookResult
    from koodrive.journal import Attempt


def resolve(options: CommonOptions, attempt: int | None, adopt: str | None, *, not_made: bool) -> ExitCode:
    """Look for what was made, or record the user's decision.

    Args:
        options: Name the connection, and how many seconds it may take.
        attempt: The attempt; None for all of unknown outcome of the connection.
        adopt: ID of the object that the attempt has made, as the user says; None to find out.
        not_made: Whether the user says that it has made nothing.

    Raises:
        click.UsageError: When options exclude each other.
        KoodriveError: See `_decide_not_made` and `_find_out`.
    """
    if (adopt is not None or not_made) and attempt is None:
        raise click.UsageError(Message("Say which attempt is meant: koodrive resolve ATTEMPT --not-made"))
    if adopt is not None and not_made:
        raise click.UsageError(Message("--adopt and --not-made exclude each other."))
    if not_made and attempt:
        return _decide_not_made(options, attempt)
    return _find_out(options, attempt, adopt)


def _decide_not_made(options: CommonOptions, attempt_id: int) -> ExitCode:
    """Record that an attempt has made nothing, and print it; needs no connection.

    Raises:
        CommandError: When its outcome is known.
        JournalError: When it could not be recorded.
    """
    with open_backend(options, options.output) as backend:
        _require_unknown(find_attempt(backend, attempt_id))
        backend.resolver.declare_not_made(attempt_id)
        _print(options.output, [find_attempt(backend, attempt_id)], ())
    return ExitCode.CREATED


def _find_out(options: CommonOptions, attempt_id: int | None, adopt: str | None) -> ExitCode:
    """Look for what was made, print what was found, and return the exit code.

    Args:
        options: Name the connection, and how many seconds it may take.
        attempt_id: The attempt; None for all of unknown outcome of the connection.
        adopt: ID of the object that the attempt has made, as the user says; None to find out.

    Raises:
        CommandError: When the outcome is known already, or the object cannot be what is meant.
        KoodriveError: When history or keyring cannot be used.
    """
    output = options.output
    with open_session(options, output, attempt_id=attempt_id) as session, Interrupts() as interrupts:
        backend = session.backend
        if attempt_id is not None:
            _require_unknown(find_attempt(backend, attempt_id))
        ids = [attempt_id] if attempt_id is not None else _unknown_ids(session)
        if not ids:
            output.say(Message("Nothing is unknown."))
        findings = _look(options, session, ids, interrupts, is_once=adopt is not None) if ids else ()
        if adopt is not None and attempt_id is not None:
            _adopt(session, attempt_id, adopt, findings)
        attempts = list(backend.journal.history.attempts_of(ids))
        _print(output, attempts, findings)
    codes = [exit_code_of(attempt.outcome) for attempt in attempts]
    return ExitCode.INTERRUPTED if interrupts.was_asked and ExitCode.UNKNOWN in codes else first_of(codes)


def _require_unknown(attempt: Attempt) -> None:
    if attempt.outcome != OutcomeKind.UNKNOWN:
        raise CommandError(
            "outcome_known",
            Message("There is nothing to find out"),
            Message(
                "The outcome of attempt {number} is '{outcome}'. Nothing was changed.",
                number=attempt.attempt_id,
                outcome=outcome_word(attempt.outcome),
            ),
        )


def _unknown_ids(session: Session) -> list[int]:
    open_ones = session.backend.journal.attempts.open_attempts(session.connection)
    return [attempt.attempt_id for attempt in open_ones if attempt.outcome == OutcomeKind.UNKNOWN]


def _look(
    options: CommonOptions, session: Session, ids: Sequence[int], interrupts: Interrupts, *, is_once: bool
) -> Sequence[LookResult]:
    """Look once, or as often as it takes, within the seconds of --wait-resolve; return what was found."""
    backend, connection, client = session.backend, session.connection, session.client()
    seconds = options.wait_resolve if "wait_resolve" in options.given else None
    options.output.say(Message("Looking for what {count} lost requests have done …", count=len(ids)))
    with limited(interrupts.cancellation, seconds) as cancellation:
        look = backend.resolver.look if is_once else backend.resolver.resolve
        return interrupts.run(
            lambda: look(ids, client=client, connection=connection, cancellation=cancellation)
        )


def _adopt(session: Session, attempt_id: int, object_id: str, findings: Sequence[LookResult]) -> None:
    """Record that the user has recognised an object as what an attempt has made, unless the look has found it so.

    Raises:
        CommandError: When it cannot be what is meant.
    """
    attempt = find_attempt(session.backend, attempt_id)
    if attempt.result_id == object_id:
        return
    _require_unknown(attempt)
    candidates = [candidate for finding in findings for candidate in finding.candidates]
    chosen = next((candidate for candidate in candidates if candidate.listed.id == object_id), None)
    if chosen is None:
        raise CommandError(
            "object_unknown",
            Message(
                "{object_id} cannot be what attempt {number} has made", object_id=object_id, number=attempt_id
            ),
            Message(
                "The service's list does not show it, or something else there. Nothing was changed. Possible: {ids}.",
                ids=listed(*(candidate.listed.id for candidate in candidates)) or "–",
            ),
        )
    session.backend.resolver.adopt(attempt_id, chosen, session.connection)


def _print(output: Output, attempts: Sequence[Attempt], findings: Sequence[LookResult]) -> None:
    for attempt in attempts:
        if output.is_json:
            output.record(attempt_record(attempt))
        else:
            made = f": {visible(attempt.result_id)}" if attempt.result_id else ""
            outcome = in_language(outcome_word(attempt.outcome))
            output.text(f"{attempt.attempt_id}  {outcome}  {visible(attempt.name)}{made}")
    if output.is_json:
        output.record(totals(attempt.outcome for attempt in attempts))
    for finding in findings:
        _say_finding(output, finding)


def _say_finding(output: Output, finding: LookResult) -> None:
    numbers = listed(*map(str, finding.attempt_ids))
    problem = finding.problem
    reason = sentences(problem.title, problem.message) if problem else sentences(finding.evidence, None)
    output.say(Message("{title}: {message}", title=numbers, message=reason))
    if finding.adopted:
        return
    for candidate in finding.candidates:
        shown = candidate.listed
        output.say(
            Message(
                "may be {object_id} “{name}” {time} {doubts}",
                object_id=visible(shown.id),
                name=visible(shown.name),
                time=visible(shown.create_time),
                doubts=messages.sentences("", *(sentences(None, doubt) for doubt in candidate.doubts)),
            ),
            name="  ",
        )
    if finding.candidates:
        decide = Message("Decide: koodrive resolve {number} --adopt ID, or --not-made")
        output.say(decide.filled(number=finding.attempt_ids[0]), name="  ")
