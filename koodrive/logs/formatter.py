"""Formatting of log records: one line each, redacted, of bounded length."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from koodrive.logs import redaction

if TYPE_CHECKING:
    from koodrive.logs.redaction import Redactor

LONGEST_LINE = 8_000
"""Most characters of the text of one record."""
_LONGEST_READ = 64_000
_TAIL = 5_000
"""Characters kept of the end, where a trace names the exception."""


def one_line(text: str) -> str:
    """Return `text` with unprintable characters as Python escapes.

    That includes line ends, control characters and bidirectional control characters, so no text can forge a line.

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
    """Return `text`; a longer one than `limit` as its beginning, a remark and its end.

    Args:
        text: Any text.
        limit: Most characters that are kept.
        tail: Characters of these that are kept at the end.
    """
    if len(text) <= limit:
        return text
    head = limit - tail
    return f"{text[:head]}[... {len(text) - limit} characters left out ...]{text[-tail:]}"


def safe_line(text: str, redactor: Redactor | None = None) -> str:
    """Return `text` as one line of bounded length without secrets.

    Args:
        text: Any text.
        redactor: Holds the secrets; by default `redaction.SECRETS`.
    """
    redact = (redactor or redaction.SECRETS).redact
    # Far more than is kept: a secret that is cut in two here is left out below.
    readable = redact(shortened(text, _LONGEST_READ, _LONGEST_READ // 2))
    line = one_line(readable)
    # Once more where it was escaped, as that may complete text that a pattern matches.
    return shortened(line if line is readable else redact(line))


class LineFormatter(logging.Formatter):
    """Formats ``time level logger [thread] text``; the trace of an exception is a part of the line.

    Args:
        redactor: Holds the secrets; by default `redaction.SECRETS`.
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
            # Without the values, which may be secret.
            text = f"{str(record.msg)[:200]} (its values could not be filled in: {type(error).__name__})"
        if record.exc_info and record.exc_info[1] is not None:
            text = f"{text}\n{self.formatException(record.exc_info)}"
        return text
