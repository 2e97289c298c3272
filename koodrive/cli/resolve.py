"""The command ``koodrive resolve``: what became of creates and deletes whose answers were lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CONNECT, NUMBER, CommonOptions

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode


@command(
    name="resolve",
    common=(*CONNECT, *ALWAYS, "wait_resolve"),
    examples="""
koodrive resolve --connection Work
koodrive resolve 12 --connection Work --wait-resolve 20
koodrive resolve 12 --connection Work --adopt 1805929618625036417
koodrive resolve 12 --not-made
""",
)
@click.argument("attempt", type=NUMBER, required=False)
@click.option("--adopt", metavar="ID", help="Decide: this object of the service is what ATTEMPT has made.")
@click.option("--not-made", is_flag=True, help="Decide: ATTEMPT has done nothing. It may be sent again then.")
@click.pass_obj
def resolve(options: CommonOptions, /, attempt: int | None, adopt: str | None, *, not_made: bool) -> ExitCode:
    """Find out what became of ATTEMPT, or of all creates and deletes of the connection whose outcome is unknown.

    Reads the service's lists, several times within about a minute, as a list may show late what was made; nothing is
    sent again. What the lists do not decide is for you to decide: look at the objects that may be meant, and say
    --adopt ID or --not-made. A wrong --not-made leads to a second one of the same.
    """
    if (adopt is not None or not_made) and attempt is None:
        raise click.UsageError("Say which attempt is meant: koodrive resolve ATTEMPT --not-made")
    if adopt is not None and not_made:
        raise click.UsageError("--adopt and --not-made exclude each other.")
    from koodrive.cli.resolving import decide_not_made, run  # noqa: PLC0415 - half of all modules; not for --help

    return decide_not_made(options, attempt) if not_made and attempt else run(options, attempt, adopt)
