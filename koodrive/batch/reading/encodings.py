"""The encoding of a text file: read from its bytes where it is certain, else asked for, never guessed."""

from __future__ import annotations

import codecs
import re

from koodrive.batch.errors import EncodingNeededError, EncodingReading, TableError
from koodrive.messages import Message, listed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks and their encodings; that of UTF-32 begins with that of UTF-16, and so comes first."""
OFFERED = ("gb18030", "big5", "windows-1252")
"""What spreadsheets save where they do not save Unicode: the two Chinese code pages and the western one."""
_PYTHON_NAMES = {"big5": "cp950", "utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Encodings of another name; that of Windows has all of Big5, and the characters that it lacks."""
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE_LINES = 3
_SAMPLE_BYTES = 64 * 1024
_SHOWN = 24
"""Characters of a reading that its message shows."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MANY_CONTROLS = 0.01
"""Share of control characters from which something is no text."""
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
    first_error = _first_error(data, "utf-8", "strict")
    if first_error is None and data.count(0) <= _MANY_NULS * len(data):
        return "utf-8", 0
    raise _question(data, first_error or 0)


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
    return _PYTHON_NAMES.get(found.name, found.name)


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


def _first_error(data: bytes, encoding: str, errors: str | None = None) -> int | None:
    """Return the place of the first byte that cannot be decoded; None where all can."""
    try:
        _decode(data, encoding, errors)
    except UnicodeDecodeError as exc:
        return exc.start
    return None


def _question(data: bytes, first_error: int) -> TableError:
    """Return the question for the encoding, or the error that this is no text at all."""
    has_nuls = data.count(0) > _MANY_NULS * len(data)
    start = data[:_SAMPLE_BYTES]
    if len(_CONTROLS.findall(start)) > _MANY_CONTROLS * len(start) and not has_nuls:
        return TableError(
            "not_a_table", Message("This is no text and no workbook. Open an XLSX or CSV file.")
        )
    readings = tuple(
        EncodingReading(encoding, _sample(data, encoding))
        for encoding in (*OFFERED, *(_WIDE if has_nuls else ()))
        if _first_error(data, _PYTHON_NAMES.get(encoding, encoding)) is None
    )
    message = Message(
        "The encoding (code page) of this text is not certain: from line {line} on it is no UTF-8, and it is not"
        " marked as UTF-16. Name its encoding: {readings}. Or save the file as “CSV UTF-8”.",
        line=data.count(b"\n", 0, first_error) + 1,
        readings=listed(*map(_shown, readings)) or listed(*OFFERED),
    )
    return EncodingNeededError(message, readings)


def _shown(reading: EncodingReading) -> str:
    """Return an encoding with the first words that it makes of the text."""
    line = reading.sample.partition("\n")[0]
    first = next((place for place, character in enumerate(line) if not character.isascii()), 0)
    start = max(first - _SHOWN // 4, 0)
    part = line[start : start + _SHOWN].strip()
    return f"{reading.encoding} (“{part}”)" if part else reading.encoding


def _sample(data: bytes, encoding: str) -> str:
    """Return the first lines that show the difference between the readings."""
    text = data[:_SAMPLE_BYTES].decode(_PYTHON_NAMES.get(encoding, encoding), "ignore")
    lines = [line for line in re.split("[\r\n]+", text) if not line.isascii()]
    return "\n".join(line[:200] for line in lines[:_SAMPLE_LINES])
