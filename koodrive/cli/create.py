"""One create by the command: its fields are checked, it is sent once, and what became of it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import sentences
from koodrive.cli.fields import require_valid, say_advice
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.looking import look_for
from koodrive.cli.places import folder_fields, only_space
from koodrive.cli.records import attempt_record, outcome_record, totals
from koodrive.cli.session import find_attempt, open_session
from koodrive.cli.streams import visible
from koodrive.cli.texts.words import labelled
from koodrive.core.lazy import load
from koodrive.errors import JournalError, KoodriveError
from koodrive.journal import HistoryQuery
from koodrive.messages import Message
from koodrive.models import CreatedSharedFolder, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.journal import Attempt
    from koodrive.models import Connection, CreateRequest, Outcome

_EXIT_CODES = {
    OutcomeKind.CREATED: ExitCode.CREATED,
    OutcomeKind.DELETED: ExitCode.CREATED,
    OutcomeKind.REFUSED: ExitCode.REFUSED,
    OutcomeKind.NOT_SENT: ExitCode.NOT_SENT,
    OutcomeKind.UNKNOWN: ExitCode.UNKNOWN,
}


def exit_code_of(outcome: OutcomeKind | str, *, is_sign_in_needed: bool = False) -> ExitCode:
    """Return the exit code for what became of one create."""
    if is_sign_in_needed:
        return ExitCode.SIGN_IN
    return _EXIT_CODES.get(OutcomeKind(outcome), ExitCode.UNKNOWN)


def run(
    options: CommonOptions, kind: RequestKind, fields: dict[str, str | list[str]], *, folder: str = ""
) -> ExitCode:
    """Complete the fields of one create, send it and print what became of it.

    Args:
        options: The common ones.
        kind: Album or shared folder.
        fields: API field name to text, as the options give them; announced (`koodrive.cli.fields`).
        folder: Name or ID of the shared folder of the history that an album is to be in; empty for none.

    Raises:
        InvalidRequestError: When a field breaks a rule.
        KoodriveError: When it was not sent.
    """
    with open_session(options, options.output) as session, Interrupts() as interrupts:
        if folder:
            found = folder_fields(session, folder)
            # Only a collection album has a space, and its own goes before that of the folder.
            space = fields.get("containerId") or found.pop("containerId", "")
            fields |= {**found, **({"containerId": space} if "containerId" in fields else {})}
        elif kind is RequestKind.SHARED_FOLDER and not fields["containerId"]:
            fields["containerId"] = interrupts.run(lambda: only_space(session, interrupts.cancellation))
        request = require_valid(kind, fields)
        say_advice(options.output, kind, fields)
        if not options.dry_run:
            return create(options, session, request, interrupts)
        code: ExitCode = load("koodrive.cli.batches.dry_run:rehearse_one")(
            options.output, session, interrupts, kind, fields, again=options.again
        )
        return code


def create(
    options: CommonOptions, session: Session, request: CreateRequest, interrupts: Interrupts
) -> ExitCode:
    """Send one create, print what became of it and return the exit code.

    Args:
        options: Say whether one more may be made, and how long to look for a lost one.
        session: Sends it.
        request: The album or shared folder to create.
        interrupts: The signals.

    Raises:
        DuplicateRequestError: When the duplicate check holds it back.
        JournalError: When the history cannot be written; nothing was sent.
    """
    output = options.output
    outcome = _send(session, request, interrupts, again=options.again)
    resolved = _look_for(options, session, outcome, interrupts)
    for remark in (outcome.remark, outcome.journal_problem):
        if remark is not None:
            output.say(visible(remark))
    code = _print(output, session.connection, outcome, resolved)
    was_cut_short = interrupts.was_asked and code in {ExitCode.NOT_SENT, ExitCode.UNKNOWN}
    return ExitCode.INTERRUPTED if was_cut_short else code


def _send(session: Session, request: CreateRequest, interrupts: Interrupts, *, again: bool) -> Outcome:
    backend = session.backend
    before = backend.journal.history.latest_id()

    def is_in_flight() -> bool:
        query = HistoryQuery(outcomes=frozenset({OutcomeKind.SENDING}), after_attempt=before)
        try:
            return backend.journal.history.count(query) > 0
        except JournalError:
            return True

    return interrupts.run(
        lambda: backend.create(
            request, session.connection, session.token, interrupts.cancellation, again=again
        ),
        is_in_flight,
    )


def _look_for(
    options: CommonOptions, session: Session, outcome: Outcome, interrupts: Interrupts
) -> Attempt | None:
    """Look for what a lost create has made; return its attempt as the history has it then."""
    if outcome.kind is not OutcomeKind.UNKNOWN or outcome.attempt_id is None:
        return None
    looking = Message("{title} Looking for up to {seconds} s for what was made …")
    title = sentences(outcome.title, None)
    try:
        is_found = look_for(options, session, interrupts, [outcome.attempt_id], looking, title=title)
        return find_attempt(session.backend, outcome.attempt_id) if is_found else None
    except KoodriveError as error:
        options.output.say(sentences(error.title, error.message))
        return None


def _print(output: Output, connection: Connection, outcome: Outcome, resolved: Attempt | None) -> ExitCode:
    final = outcome.kind if resolved is None else resolved.outcome
    if output.is_json:
        output.record(outcome_record(outcome, 1) if resolved is None else attempt_record(resolved, row=1))
        output.record(totals([final]))
    elif final == OutcomeKind.CREATED:
        for line in _created_lines(connection, outcome, resolved):
            output.text(line)
    if final != OutcomeKind.CREATED:
        title, message = (
            (outcome.title, outcome.message) if resolved is None else (resolved.title, resolved.message)
        )
        output.say(sentences(title, message))
    if final == OutcomeKind.UNKNOWN and outcome.attempt_id is not None:
        output.say(
            Message("Find out what became of it: koodrive resolve {number}", number=outcome.attempt_id)
        )
    is_refused = resolved is None and outcome.is_sign_in_needed
    return first_of([exit_code_of(final, is_sign_in_needed=is_refused)])


def _created_lines(connection: Connection, outcome: Outcome, resolved: Attempt | None) -> list[str]:
    """Return the result for people: every ID with its label."""
    made, request = outcome.created, outcome.request
    is_album = serialization.kind_of(request) is RequestKind.ALBUM
    if resolved is not None:
        ids = resolved.result_id, resolved.group_id, resolved.file_id
    elif isinstance(made, CreatedSharedFolder):
        ids = made.result_id, made.group_id, made.share_folder_id
    else:
        ids = made.result_id if made is not None else None, None, None
    facts = {
        Message("Album ID") if is_album else Message("Folder ID (primary key)"): ids[0],
        Message("Group ID"): ids[1],
        Message("File ID"): ids[2],
        Message("Connection"): connection.name,
        Message("Trace ID"): outcome.trace_id,
        Message("Attempt"): outcome.attempt_id,
    }
    if not request.name:
        first = Message("Created the album.") if is_album else Message("Created the shared folder.")
    else:
        named = (
            Message("Created the album “{name}”.")
            if is_album
            else Message("Created the shared folder “{name}”.")
        )
        first = named.filled(name=visible(request.name))
    lines = [f"  {labelled(name, visible(value), 25)}" for name, value in facts.items() if value is not None]
    return [first, *lines]
