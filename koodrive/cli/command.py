"""The command ``koodrive``: its subcommands and its start."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from koodrive.cli.commands import Group
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.options import ALWAYS, CONNECT, PACE, SEND, CommonOptions
from koodrive.cli.streams import Output, open_closed_streams
from koodrive.cli.texts import language
from koodrive.cli.texts.click_words import said_by_click
from koodrive.messages import Message
from koodrive.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Root(Group):
    """The whole command."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Return the context; the common options of all levels meet in its object."""
        return super().make_context(info_name, args, parent, **{"obj": CommonOptions(), **extra})

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run the command; with `standalone_mode`, end with `SystemExit`, whatever happens."""
        language.choose(sys.argv[1:] if args is None else args, os.environ)
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        output = Output(is_json=False)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra) or 0
        except click.UsageError as error:
            code = _say_usage(output, error)
        except click.ClickException as error:
            output.say(said_by_click(error.format_message()))
            code = ExitCode.USAGE
        except (click.Abort, KeyboardInterrupt):
            output.say(Message("Interrupted; nothing was sent."))
            code = ExitCode.INTERRUPTED
        except OSError as error:
            # Click itself prints help and version.
            code = ExitCode.CREATED if isinstance(error, BrokenPipeError) else _say_error(output, error)
        return sys.exit(int(code))


def _say_usage(output: Output, error: click.UsageError) -> ExitCode:
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        # It is there to be refused.
        known = [option for option in error.possibilities if option != "--token"]
        error = click.NoSuchOption(error.option_name, possibilities=known, ctx=error.ctx)
    text = error.format_message()
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        output.say(text, name="")
        return ExitCode.USAGE
    path = "koodrive" if error.ctx is None else error.ctx.command_path
    output.say(said_by_click(text))
    output.say(Message("Nothing was sent. Help: {path} --help", path=path), name="")
    return ExitCode.USAGE


def _say_error(output: Output, error: OSError) -> ExitCode:
    reason = error.strerror or type(error).__name__
    output.say(Message("The result could not be written: {reason}.", reason=reason))
    return ExitCode.REFUSED


ROOT = _Root(
    "koodrive",
    help=Message(
        "Create albums and shared folders on Huawei Cloud KooDrive, from a shell or a script.\n\n"
        "Every create is written into the history of KooDesk before it is sent, and sent once. What "
        "exists already, or may exist, is held back. Window and command may work on the same history at "
        "the same time.\n\n"
        "The result goes to standard output, everything else to standard error. The token comes from the "
        "keyring (--connection) or from standard input (--token-stdin), never from an argument or the "
        "environment."
    ),
    epilog=Message(
        "Exit codes: 0 created, or the dry run is clean; 1 refused; 2 usage or bad input, nothing was "
        "sent; 3 something is unknown: look with 'koodrive resolve' before you send it again; 4 not sent; "
        "5 sign-in needed; 6 held back, as it exists or may exist, or kept, as it may not be taken back; "
        "7 the history cannot be written, nothing was sent; 130 interrupted. Of several, the first of 7, "
        "3, 5, 4, 6, 1."
    ),
    examples="""
koodrive connections add Work --service-address https://koodrive.example.com --user-id 4711 \\
    --token-stdin < token.txt
koodrive whoami --connection Work
koodrive folder create --name "Project Alpha" --connection Work
koodrive album create --name Pictures --in "Project Alpha" --connection Work
koodrive batch check table.xlsx
koodrive batch run table.xlsx --connection Work --result results.csv
koodrive history --outcome unknown
koodrive undo 12 --dry-run
koodrive album create --name Try --sandbox

# Completion (bash; zsh and fish likewise):
eval "$(_KOODRIVE_COMPLETE=bash_source koodrive)"
""",
    common=(*CONNECT, *ALWAYS, *SEND, *PACE),
    lazy={
        "album": ("koodrive.cli.album:ALBUM", Message("Create albums.")),
        "folder": ("koodrive.cli.folder:FOLDER", Message("Create shared folders.")),
        "batch": ("koodrive.cli.batch:BATCH", Message("Create many from a table: check, run, resume.")),
        "history": ("koodrive.cli.history:history", Message("Print what was asked of the service.")),
        "show": ("koodrive.cli.history:show", Message("Print everything about one create.")),
        "resolve": ("koodrive.cli.history:resolve", Message("Find out what became of lost requests.")),
        "undo": (
            "koodrive.cli.undoing.command:undo",
            Message("Take back what was created, one or a whole batch."),
        ),
        "connections": (
            "koodrive.cli.connections:CONNECTIONS",
            Message("List, test, add and remove connections."),
        ),
        "whoami": (
            "koodrive.cli.connections:whoami",
            Message("Print user, service, token and spaces of a connection."),
        ),
    },
)
click.version_option(VERSION, prog_name="koodrive", message="%(prog)s %(version)s")(ROOT)


def main(arguments: list[str] | None = None) -> None:
    """Run the command.

    Args:
        arguments: The command line without the program's name; None for that of this process.

    Raises:
        SystemExit: With the exit code (`koodrive.cli.exit_codes`).
    """
    open_closed_streams()
    # What is logged is for the log of a window; here it would go to the terminal.
    logging.getLogger("koodrive").addHandler(logging.NullHandler())
    given = sys.argv[1:] if arguments is None else arguments
    ROOT.main([_decoded(argument) for argument in given], prog_name="koodrive")


def _decoded(argument: str) -> str:
    """Return an argument in UTF-8 where the locale, C as a rule, is for less than what was typed."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument
