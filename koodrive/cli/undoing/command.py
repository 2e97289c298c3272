"""The command ``koodrive undo``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CONNECT, NUMBER, PACE, CommonOptions
from koodrive.core.lazy import load
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode


@command(
    name="undo",
    runs="koodrive.cli.undoing.command:take_back",
    common=(*CONNECT, *ALWAYS, "dry_run", "wait_resolve", *PACE),
    examples="""
koodrive history --outcome created
koodrive undo 12 --dry-run
koodrive undo 12
koodrive undo --batch 3 --dry-run --json
koodrive undo --batch 3 --yes --result taken-back.csv
""",
)
@click.argument("attempt", type=NUMBER, required=False)
@click.option(
    "--batch", type=NUMBER, metavar="N", help=Message("Take back everything that batch N has created.")
)
@click.option("--yes", is_flag=True, help=Message("Do not ask; needed where no terminal is."))
@click.option(
    "--result",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help=Message(
        "With --batch: write there, .csv or .xlsx, the table as it came, plus what became of each row and why."
    ),
)
def undo() -> None:
    """Delete again what ATTEMPT, a create of 'koodrive history', has made, or all that a batch has made.

    Only what this history has created can be taken back, at the same service, as the same user, and only while it is
    as it was made: of the same name, empty, and shared with nobody. It is read again right before it is deleted.
    Anything else is kept, with the reason (exit code 6): what somebody has filled is never deleted. Empty albums of
    yours in a shared folder go before the folder. What a deletion does to the content of an object is not documented.

    You are asked once, by name, unless --yes; --dry-run says what would be taken back and what is kept, and changes
    nothing. Each deletion is an attempt of its own in the history, sent once. A lost answer (3) is found out with
    'koodrive resolve'.

    A batch is taken back in the reverse order of making. When it pauses, by Ctrl+C or as the token has ended, the same
    command goes on, and looks once more at what was kept. Exit codes: 0 taken back, or gone already; 1 the service
    refused; 3 unknown; 4 not sent, or not yet; 5 sign-in needed; 6 something is kept; 7 the history cannot be written.
    """


def take_back(
    options: CommonOptions, attempt: int | None, batch: int | None, result: Path | None, *, yes: bool
) -> ExitCode:
    """Take back what an attempt or a batch has made.

    Args:
        options: The common ones.
        attempt: The create; None for a batch.
        batch: The batch; None for one create.
        result: Where to write what became of each row; None for nowhere.
        yes: Whether nobody has to be asked.

    Raises:
        click.UsageError: When options exclude each other.
        KoodriveError: When it could not be sent.
    """
    if (attempt is None) == (batch is None):
        raise click.UsageError(
            Message("Say what to take back: koodrive undo ATTEMPT, or koodrive undo --batch N")
        )
    code: ExitCode
    if batch is not None:
        code = load("koodrive.cli.undoing.batch:undo_batch")(options, batch, is_confirmed=yes, result=result)
        return code
    if result is not None or not options.given.keys().isdisjoint(PACE):
        raise click.UsageError(Message("--result, --parallel and --rate belong to --batch."))
    code = load("koodrive.cli.undoing.single:undo_one")(options, attempt or 0, is_confirmed=yes)
    return code
