"""How an event becomes one line of the log, whatever its text: without secrets, of bounded length."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from koodrive.logs import redaction

if TYPE_CHECKING:
    from koodrive.logs.redaction import Redactor

LONGEST_LINE = 8_000
"""Characters of the text of one event."""
_LONGEST_READ = 64_000
_TAIL = 5_000
"""Of a long text the end tells more: there stands what was raised."""


def one_line(text: str) -> str:
    """Return `text` as one line that shows what it holds.

    Line ends, control characters, marks of direction and all else that cannot be seen are written as Python escapes,
    so that no text can forge a line, or hide.

    Args:
        text: Any text, lone surrogates included.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def shortened(text: str, limit: int = LONGEST_LINE, tail: int = _TAIL) -> str:
    """Return `text`, or its beginning and its end with a remark between them where it is too long.

    Args:
        text: Any text.
        limit: How many characters of it are kept.
        tail: How many of these at its end.
    """
    if len(text) <= limit:
        return text
    head = limit - tail
    return f"{text[:head]}[... {len(text) - limit} characters left out ...]{text[-tail:]}"


def safe_line(text: str, redactor: Redactor | None = None) -> str:
    """Return `text` as one line of bounded length without secrets.

    Args:
        text: Any text.
        redactor: What knows the secrets; by default, those of this process.
    """
    redact = (redactor or redaction.SECRETS).redact
    # Far more than is kept, so that a secret which is cut in two here is cut away below.
    readable = redact(shortened(text, _LONGEST_READ, _LONGEST_READ // 2))
    # Twice: the escapes may have put together what no pattern could see before.
    return shortened(redact(one_line(readable)))


class LineFormatter(logging.Formatter):
    """Writes ``time level logger [thread] text``; the trace of an exception belongs to the line.

    Args:
        redactor: What knows the secrets; by default, those of this process.
    """

    def __init__(self, redactor: Redactor | None = None) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for `record`, without a line end; never raises."""
        text = safe_line(self._text(record), self._redactor)
        name, thread = one_line(record.name), one_line(str(record.threadName))
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        return f"{moment}.{int(record.msecs):03}Z {record.levelname:<7} {name} [{thread}] {text}"

    def _text(self, record: logging.LogRecord) -> str:
        try:
            text = record.getMessage()
        except Exception as error:  # noqa: BLE001 - a text that cannot be made must not end what is logged
            # Without the values: nobody knows what is in them.
            text = f"{str(record.msg)[:200]} (its values could not be filled in: {type(error).__name__})"
        if record.exc_info and record.exc_info[1] is not None:
            text = f"{text}\n{self.formatException(record.exc_info)}"
        return text
