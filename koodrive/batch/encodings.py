"""The encoding of a text file: read from its bytes where it is certain, else asked for, never guessed."""

from __future__ import annotations

import codecs

from koodrive.batch.errors import EncodingNeededError, EncodingReading, TableError
from koodrive.messages import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks and their encodings; that of UTF-32 begins with that of UTF-16, and so comes first."""
OFFERED = ("gb18030", "windows-1252")
"""What spreadsheets save where they do not save Unicode: the Chinese and the western code page."""
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE_LINES = 3
_SAMPLE_BYTES = 64 * 1024
_MANY_NULS = 0.1
"""Share of NULs from which a text is rather UTF-16 without its mark than one with a broken cell."""


def find_encoding(data: bytes, wanted: str | None = None) -> tuple[str, int]:
    """Return the encoding of a text, as Python names it, and the length of its byte order mark.

    Args:
        data: The whole text.
        wanted: The encoding that somebody has named; a byte order mark is stronger. None to find it.

    Raises:
        EncodingNeededError: When it is neither Unicode nor ASCII, and none is named.
        TableError: When there is no such encoding, or the text is not in it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            _require(data[len(mark) :], encoding)
            return encoding, len(mark)
    if wanted:
        encoding = _known(wanted)
        _require(data, encoding)
        return encoding, 0
    if _can_decode(data, "utf-8", "strict") and data.count(0) <= _MANY_NULS * len(data):
        return "utf-8", 0
    raise _question(data)


def _known(wanted: str) -> str:
    try:
        found = codecs.lookup(wanted.strip())
        "".encode(found.name)
    except (LookupError, ValueError):
        raise TableError(
            "encoding_unknown",
            Message(
                "There is no text encoding “{encoding}”. Write for example utf-8, gb18030 or windows-1252.",
                encoding=wanted,
            ),
        ) from None
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(found.name, found.name)


def _require(data: bytes, encoding: str) -> None:
    try:
        _decode(data, encoding)
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        raise TableError(
            "encoding_wrong",
            Message(
                "The text is not in the encoding {encoding}: line {line} cannot be read in it."
                " Name another encoding, or save the file again.",
                encoding=encoding,
                line=line,
            ),
        ) from exc


def errors_of(encoding: str) -> str:
    """Return how a text is decoded: in Unicode a half of a pair of surrogates is a problem of its cell alone."""
    return "surrogatepass" if encoding.startswith("utf-") and encoding != "utf-7" else "strict"


def _decode(data: bytes, encoding: str, errors: str | None = None) -> None:
    """Decode all of `data` in pieces, so that it is never in memory as text.

    Raises:
        UnicodeDecodeError: With the start in the whole of `data`.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors or errors_of(encoding))
    size = _SAMPLE_BYTES
    for start in range(0, max(len(data), 1), size):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + size], final=start + size >= len(data))
        except UnicodeDecodeError as exc:
            exc.start += start - pending
            raise


def _can_decode(data: bytes, encoding: str, errors: str | None = None) -> bool:
    try:
        _decode(data, encoding, errors)
    except UnicodeDecodeError:
        return False
    return True


def _question(data: bytes) -> EncodingNeededError:
    candidates = (*OFFERED, *(_WIDE if data.count(0) > _MANY_NULS * len(data) else ()))
    readings = tuple(
        EncodingReading(encoding, _sample(data, encoding))
        for encoding in candidates
        if _can_decode(data, encoding)
    )
    message = Message(
        "The encoding (code page) of this text is not certain: it is neither UTF-8 nor marked as UTF-16."
        " Name it: {encodings}. Or save the file as “CSV UTF-8”.",
        encodings=", ".join(reading.encoding for reading in readings) or ", ".join(OFFERED),
    )
    return EncodingNeededError(message, readings)


def _sample(data: bytes, encoding: str) -> str:
    """Return the first lines that show the difference between the readings."""
    text = data[:_SAMPLE_BYTES].decode(encoding, "ignore")
    lines = [line for line in text.splitlines() if not line.isascii()]
    return "\n".join(line[:200] for line in lines[:_SAMPLE_LINES])
