"""The options by which the commands of batches are told how a file is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

_ENCODING = click.option(
    "--encoding", metavar="NAME", help=Message("Encoding of a CSV file, such as gb18030 or windows-1252.")
)
_SHEET = click.option(
    "--sheet", metavar="NAME", help=Message("Sheet of a workbook; without it the first visible one.")
)
_HEADING = click.option(
    "--heading/--no-heading",
    "has_heading",
    default=None,
    help=Message("Whether the first row of a list of names is a heading; needed where it is no known one."),
)


def _parsed(
    _context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Return the columns that all rows have in common, with their texts."""
    pairs = [text.partition("=") for text in texts]
    if not all(sign and field.strip() for field, sign, _ in pairs):
        # It is not repeated: anything may have got there.
        raise click.BadParameter(Message("it takes FIELD=TEXT, such as kind=album."))
    return tuple((field.strip(), text) for field, _, text in pairs)


_COMMON = click.option(
    "--set",
    "common",
    metavar="FIELD=TEXT",
    multiple=True,
    callback=_parsed,
    help=Message("Text of a column that the table lacks, for all rows, such as kind=album; repeatable."),
)


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for reading a file to a command."""
    return _ENCODING(_SHEET(_HEADING(_COMMON(function))))
