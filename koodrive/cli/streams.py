"""Standard streams of the command: results on standard output, progress on standard error, secrets on standard input.

A stream that is closed, a reader that has gone and a full disk are no reason to end with a traceback, nor to
forget what was created.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

from koodrive.cli.texts.language import in_language
from koodrive.logs.formatter import one_line
from koodrive.messages import Message, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "…": "...", "–": "-"})
"""What our own sentences have beyond ASCII."""
_LONGEST_SECRET = 64 * 1024


def open_closed_streams() -> None:
    """Open each standard stream that the caller has closed on the null device.

    Otherwise its number would go to the next file that is opened, and what is printed into the history.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


class Output:
    """Writes results and progress of one command.

    Args:
        is_json: Whether results are JSON lines.

    Attributes:
        failure: Why standard output did not take everything; empty while it does, and when its reader has gone.
        is_gone: Whether nothing more can be written to it.
    """

    def __init__(self, *, is_json: bool) -> None:
        self.is_json = is_json
        self.failure = ""
        self.is_gone = False

    @property
    def is_terminal(self) -> bool:
        """Whether people read the result as it is printed."""
        return _is_terminal(sys.stdout)

    @property
    def is_watched(self) -> bool:
        """Whether people see the progress as it is printed."""
        return _is_terminal(sys.stderr)

    def record(self, record: Mapping[str, Any]) -> None:
        """Print one object as a line of JSON."""
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        # The same value in ASCII, where the locale is for less.
        self._print(text + "\n", lambda: json.dumps(record, separators=(",", ":")) + "\n")

    def text(self, text: str, end: str = "\n") -> None:
        """Print a result; `failure` says when it was not taken.

        Args:
            text: Any text, a `Message` in the language of the command; values from outside have gone through `visible`.
            end: Follows it.
        """
        text = in_language(text)
        self._print(text + end, lambda: _escaped(sys.stdout, text + end))

    def finish(self) -> None:
        """Print what is still buffered; a line at a time is for terminals only."""
        self._guard(lambda: sys.stdout.flush() if sys.stdout is not None else None)

    def _print(self, text: str, instead: Callable[[], str]) -> None:
        def write() -> None:
            _write(sys.stdout, text, instead)
            if self.is_terminal:
                sys.stdout.flush()

        self._guard(write)

    def _guard(self, write: Callable[[], object]) -> None:
        if self.is_gone:
            return
        try:
            write()
        except BrokenPipeError:
            self._drop_output()
        except OSError as error:
            self.failure = error.strerror or type(error).__name__
            self._drop_output()

    def say(self, *texts: str, name: str = "koodrive: ") -> None:
        """Print progress, advice or an error as a line of standard error, if there is one.

        Args:
            texts: Whole sentences, a `Message` in the language of the command; values from outside have gone through
                `visible`.
            name: Stands before them.
        """
        text = name + in_language(sentences(*texts))
        # Nobody is left to be told of an error of this stream.
        try:
            if sys.stderr is not None:
                # It would escape what it cannot encode by itself, quotation marks included.
                sys.stderr.write(_escaped(sys.stderr, text) + "\n")
                sys.stderr.flush()
        except OSError:
            _point_to_null(sys.stderr)

    def _drop_output(self) -> None:
        self.is_gone = True
        _point_to_null(sys.stdout)


def visible(value: object) -> str:
    """Return a text from outside as one line without control characters, so that it cannot steer a terminal.

    Of a `Message`, its values are such texts; it stays one that can be translated.
    """
    if isinstance(value, Message):
        values = {
            name: visible(part) if isinstance(part, str) else part for name, part in value.values.items()
        }
        return value.filled(**values)
    return one_line("" if value is None else str(value))


def read_line_of_input() -> bytes | None:
    """Return the first line of standard input without its end; None when it is closed or empty.

    Raises:
        ValueError: When it is too long for a secret.
    """
    stream = sys.stdin
    try:
        line = b"" if stream is None else stream.buffer.readline(_LONGEST_SECRET + 1)
    except (OSError, ValueError):
        return None
    if len(line) > _LONGEST_SECRET:
        raise ValueError("too long")
    return line.rstrip(b"\r\n") or None


def is_typed() -> bool:
    """Return whether standard input is a terminal, which shows what is typed."""
    return _is_terminal(sys.stdin)


def is_interactive() -> bool:
    """Return whether a question can be asked: people read standard error and type into standard input."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _write(stream: TextIO | None, text: str, instead: Callable[[], str]) -> None:
    """Write a text, or what `instead` returns where the stream cannot encode it."""
    if stream is None:
        return
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(instead())


def _escaped(stream: TextIO | None, text: str) -> str:
    encoding = getattr(stream, "encoding", None) or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    return text


def _point_to_null(stream: TextIO | None) -> None:
    """Let what is still buffered go nowhere: at the end of the process it would be written once more, and fail."""
    try:
        if stream is not None:
            descriptor = os.open(os.devnull, os.O_WRONLY)
            os.dup2(descriptor, stream.fileno())
            os.close(descriptor)
    except (OSError, ValueError):
        pass
