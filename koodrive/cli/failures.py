"""How errors end a command: their exit code, their word for programs, their sentences for people."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from koodrive import errors, messages
from koodrive.batch.errors import TableError
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.streams import Output, visible
from koodrive.errors import KoodriveError
from koodrive.journal import BatchStateError
from koodrive.logs.crash_file import LOG_DIRECTORY
from koodrive.logs.redaction import SECRETS
from koodrive.logs.setup import COMMAND_LOG_FILE, LogWriter
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.cli.options import CommonOptions

_log = logging.getLogger(__name__)

_ENDS: tuple[tuple[type[KoodriveError], ExitCode, str], ...] = (
    (errors.InvalidRequestError, ExitCode.USAGE, "invalid"),
    (errors.DuplicateRequestError, ExitCode.HELD_BACK, "held_back"),
    (BatchStateError, ExitCode.NOT_SENT, "batch_state"),
    (errors.JournalError, ExitCode.NO_HISTORY, "history"),
    (errors.NotSentError, ExitCode.NOT_SENT, "not_sent"),
    (errors.OutcomeUnknownError, ExitCode.UNKNOWN, "unknown"),
    (errors.ClockError, ExitCode.REFUSED, "clock"),
    (errors.AuthenticationError, ExitCode.SIGN_IN, "sign_in"),
    (errors.RefusedError, ExitCode.REFUSED, "refused"),
    (errors.CredentialError, ExitCode.SIGN_IN, "keyring"),
    (errors.ConnectionStoreError, ExitCode.USAGE, "connections"),
    (TableError, ExitCode.USAGE, "table"),
)
"""Exit code and word of each class; the first that fits counts."""


class CommandError(KoodriveError):
    """Raised when a command cannot go on; nothing was sent.

    Args:
        code: Stable ASCII for programs.
        title: The event, as a short sentence without a full stop.
        message: Meaning and remedy, as whole sentences.
        exit_code: That of the process.
    """

    def __init__(
        self, code: str, title: Message, message: Message, exit_code: ExitCode = ExitCode.USAGE
    ) -> None:
        super().__init__(title, message, code=code)
        self.exit_code = exit_code


def exit_code_of(error: KoodriveError) -> ExitCode:
    """Return the exit code for an error after which the command ends."""
    if isinstance(error, CommandError):
        return error.exit_code
    return next((code for kind, code, _word in _ENDS if isinstance(error, kind)), ExitCode.REFUSED)


def word_of(error: KoodriveError) -> str:
    """Return the word for an error in JSON: stable ASCII."""
    if isinstance(error, (CommandError, TableError)) and error.code is not None:
        return error.code
    return next((word for kind, _code, word in _ENDS if isinstance(error, kind)), "failed")


def report(output: Output, error: KoodriveError) -> ExitCode:
    """Print an error, for programs as a line of JSON as well, and return its exit code.

    Args:
        output: The streams.
        error: Ends the command.
    """
    output.say(sentences(error.title, error.message))
    if isinstance(error, errors.DuplicateRequestError):
        output.say(Message("One more is created with --again."))
    if isinstance(error, errors.CredentialError):
        output.say(Message("A command takes its token from standard input, too: --token-stdin."))
    if output.is_json:
        output.record({"error": word_of(error), "message": sentences(error.title, error.message)})
    return exit_code_of(error)


def report_unexpected(options: CommonOptions, error: Exception) -> ExitCode:
    """Print that an error of KooDesk's own has ended the command, keep its trace in the log, and return the exit code.

    Args:
        options: Name the data directory.
        error: What no one has foreseen.
    """
    log = LogWriter(options.folder / LOG_DIRECTORY, file_name=COMMAND_LOG_FILE)
    log.start()
    _log.critical("the command ended", exc_info=error)
    log.stop()
    options.output.say(
        Message(
            "An error of KooDesk's own ended the command ({kind}). The details are in {path}. Before you send the"
            " same again, look what has become of it: koodrive history",
            kind=type(error).__name__,
            path=visible(options.folder / LOG_DIRECTORY / COMMAND_LOG_FILE),
        )
    )
    if options.json:
        options.output.record({"error": "internal", "message": type(error).__name__})
    return ExitCode.UNKNOWN


def sentences(title: str | None, message: str | None) -> str:
    """Return title and message as sentences on one line, a `Message` where there is any.

    A service may repeat what it was sent: secrets are masked.
    """
    parts = [_closed(_masked(visible(part))) for part in (title, message) if part]
    return messages.sentences(*parts) if parts else ""


def _masked(text: str) -> str:
    if not isinstance(text, Message):
        return SECRETS.redact(text).strip()
    values = {name: _masked(part) if isinstance(part, str) else part for name, part in text.values.items()}
    return text.filled(**values)


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "。", "…")) else Message("{sentence}.", sentence=text)
