"""Errors of tables that cannot be used at all; what is wrong with single rows is a `Finding`."""

from __future__ import annotations

from dataclasses import dataclass

from koodrive.errors import KoodriveError
from koodrive.messages import Message

_LONGEST_SHOWN = 40


class TableError(KoodriveError):
    """Raised when a file or a text cannot be used as a table; nothing was sent or changed.

    Args:
        code: Stable ASCII for programs and tests, such as ``no_heading``.
        message: Meaning and remedy, as whole sentences.
    """

    code: str

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(Message("The table cannot be used"), message, code=code)


@dataclass(frozen=True, slots=True)
class EncodingReading:
    """One way to read a text whose encoding is not known."""

    encoding: str
    """As `TableOptions.encoding` takes it."""
    sample: str
    """The first lines with characters beyond ASCII, in this reading."""


class HeadingNeededError(TableError):
    """Raised when it cannot be told whether the first row of a table of one column is a heading or a name.

    Args:
        first: Its text.
    """

    def __init__(self, first: str) -> None:
        words = Message(
            "The table has one column, and its first row (“{first}”) may be a heading or a name. Say which it is, or"
            " put “name” above it.",
            first=first if len(first) <= _LONGEST_SHOWN else f"{first[:_LONGEST_SHOWN]}…",
        )
        super().__init__("heading_needed", words)
        self.first = first


class EncodingNeededError(TableError):
    """Raised when the encoding of a text is not certain, and so has to be named.

    Args:
        message: Meaning and remedy, as whole sentences.
        readings: The encodings that come into question, each with a sample.
    """

    def __init__(self, message: Message, readings: tuple[EncodingReading, ...]) -> None:
        super().__init__("encoding_needed", message)
        self.readings = readings
