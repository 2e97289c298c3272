"""Asks the service whether it accepts a connection, step by step, and prints the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from koodrive import messages
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.failures import sentences
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.session import open_session
from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import labelled, padded, word_of
from koodrive.connections.auth_method import auth_method_of
from koodrive.connections.check import StepState, check_connection_works, run_check
from koodrive.connections.diagnosis import Cause
from koodrive.errors import KoodriveError
from koodrive.messages import Message, listed

if TYPE_CHECKING:
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.connections.check import CheckResult, Step
    from koodrive.connections.diagnosis import Diagnosis
    from koodrive.models import Space

_EXIT_CODES = {
    Cause.FINE: ExitCode.CREATED,
    Cause.TOKEN: ExitCode.SIGN_IN,
    Cause.USER: ExitCode.SIGN_IN,
    Cause.CLOCK: ExitCode.REFUSED,
    Cause.SERVICE: ExitCode.REFUSED,
    Cause.CANCELLED: ExitCode.INTERRUPTED,
}
"""Of the other causes, nothing has arrived."""
_MARKS = {
    StepState.PASSED: Message("ok"),
    StepState.SKIPPED: "-",
    StepState.WARNED: Message("warning"),
    StepState.FAILED: Message("FAILED"),
    StepState.NOT_REACHED: "-",
}


def test_connection(options: CommonOptions, name: str | None) -> ExitCode:
    """Test the connection, print each step as it ends, and return the exit code.

    Args:
        options: Name the connection.
        name: The same in another place; None for the one of `options`.

    Raises:
        click.UsageError: When both name one, and not the same.
        KoodriveError: When connection or token cannot be had.
    """
    if name is not None and options.connection not in {None, name}:
        raise click.UsageError(Message("NAME and --connection name different connections."))
    options.connection = name if name is not None else options.connection
    output = options.output
    with open_session(options, output) as session, Interrupts() as interrupts:
        client = session.backend.clients.client(session.connection, session.token, is_trial=True)
        method = auth_method_of(session.connection)
        result: CheckResult = interrupts.run(
            lambda: run_check(
                client,
                interrupts.cancellation,
                lambda step: _print_step(output, step),
                auth_method=method,
            )
        )
    if output.is_json:
        output.record({"cause": str(result.diagnosis.cause), "message": _text(result.diagnosis)})
    else:
        output.text(_text(result.diagnosis))
    return _EXIT_CODES.get(result.diagnosis.cause, ExitCode.NOT_SENT)


def print_account(options: CommonOptions) -> ExitCode:
    """Print user, service, token and spaces of the connection, and return the exit code.

    Raises:
        KoodriveError: When connection or token cannot be had.
    """
    output = options.output
    with open_session(options, output) as session, Interrupts() as interrupts:
        client = session.client()
        method = auth_method_of(session.connection)
        diagnosis: Diagnosis = interrupts.run(
            lambda: check_connection_works(client, interrupts.cancellation, auth_method=method)
        )
        spaces: tuple[Space, ...] = ()
        if diagnosis.cause is Cause.FINE:
            try:
                spaces = interrupts.run(lambda: client.get_spaces(cancellation=interrupts.cancellation))
            except KoodriveError as error:
                output.say(sentences(error.title, error.message))
        _print_facts(output, _facts(session, diagnosis, spaces))
    return _EXIT_CODES.get(diagnosis.cause, ExitCode.NOT_SENT)


def _facts(session: Session, diagnosis: Diagnosis, spaces: tuple[Space, ...]) -> dict[str, Any]:
    connection = session.connection
    life = session.backend.token_expiries.of(connection, session.token)
    return {
        "connection": connection.name,
        "connectionId": connection.connection_id,
        "serviceAddress": connection.service_address,
        "userId": connection.user_id,
        "signIn": str(auth_method_of(connection)),
        "accepted": diagnosis.cause is Cause.FINE,
        "cause": str(diagnosis.cause),
        "message": _text(diagnosis),
        "tokenSecondsLeft": None if life.left is None else round(life.left.total_seconds()),
        "spaces": [space.container_id for space in spaces],
    }


def _print_facts(output: Output, facts: dict[str, Any]) -> None:
    if output.is_json:
        output.record(facts)
        return
    lines = {
        Message("Connection"): facts["connection"],
        Message("Service address"): facts["serviceAddress"],
        Message("User ID"): facts["userId"],
        Message("Sign-in"): word_of(facts["signIn"]),
        Message("Answer"): facts["message"],
        Message("Spaces"): listed(*facts["spaces"]) or None,
    }
    for label, value in lines.items():
        if value is not None:
            output.text(labelled(label, visible(value), 17))


def _print_step(output: Output, step: Step) -> None:
    if output.is_json:
        output.record(
            {"step": str(step.name), "state": str(step.state), "message": sentences(None, step.text)}
        )
    else:
        mark = padded(_MARKS[step.state], 8)
        output.text(f"{padded(word_of(step.name), 8)} {mark} {in_language(sentences(None, step.text))}")


def _text(diagnosis: Diagnosis) -> str:
    return sentences(diagnosis.title, messages.sentences(diagnosis.message or "", diagnosis.remark or ""))
