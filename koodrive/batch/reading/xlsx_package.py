"""The ZIP file of a workbook: refused before anything is unpacked into memory when it is too large, odd or damaged.

Follows ECMA-376 part 2 (packages) as far as spreadsheets use it.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from koodrive.batch.errors import TableError
from koodrive.batch.limits import PACKING_LIMIT, UNPACKED_LIMIT
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PIECE = 64 * 1024
_SMALL = 1024 * 1024
"""Bytes up to which no part is a bomb, however well it is packed."""
_MOST_PARTS = 10_000
_MOST_STRINGS = 6_000_000
_LONGEST_TEXT_PIECES = 4
"""Pieces in a row without a start of an element: a text of that size is no cell."""
_UNREAD = (
    "/worksheet",
    "/chartsheet",
    "/dialogsheet",
    "/externalLink",
    "/vbaProject",
    "/theme",
    "/customXml",
)
"""Ends of the types of parts that are not read for a table, or later."""
_ROOT_RELATIONS = "_rels/.rels"


class Package:
    """The parts of a workbook, whose sizes have been checked.

    Args:
        data: The bytes of the file.

    Raises:
        TableError: When it is no workbook, damaged, protected or too large.
    """

    def __init__(self, data: bytes) -> None:
        with _as_damage():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._size = len(data)
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._archive.infolist():
            name = info.filename.replace("\\", "/").lower()
            if name in self._parts or info.flag_bits & 0x1:
                raise damaged()
            self._parts[name] = info
        self._require_sizes()
        self._workbook = self._find_workbook()

    def _find_workbook(self) -> str:
        """Return the path of the workbook's own part, which may have any name."""
        found = [
            relation.path for relation in self._relations("") if relation.type.endswith("/officeDocument")
        ]
        if found and self._root_element(found[0]) == "workbook":
            return found[0]
        if "xl/workbook.bin" in self._parts or "content.xml" in self._parts:
            words = Message("This kind of spreadsheet is not read. Save it as XLSX or as CSV UTF-8.")
            raise TableError("other_spreadsheet", words)
        if found or _ROOT_RELATIONS not in self._parts:
            words = Message("This is a ZIP file, but not an XLSX table. Open an XLSX or CSV file.")
            raise TableError("not_a_table", words)
        raise damaged()

    def _root_element(self, part: str) -> str:
        """Return the local name of the first element of a part; empty where it is no XML, or not there."""
        names: list[str] = []

        def on_start(element: str, _attributes: Mapping[str, str]) -> None:
            names.append(element)

        # A part that is no XML belongs to another kind of file, which is said by its name.
        with suppress(TableError):
            self.parse(part, on_start)
        return next(iter(names), "")

    def _relations(self, part: str) -> list[_Relation]:
        """Return what a part refers to; an empty name stands for the package."""
        folder, name = posixpath.split(part)
        found = []

        def on_start(element: str, attributes: Mapping[str, str]) -> None:
            if element == "Relationship":
                target = attributes.get("Target", "").replace("\\", "/").lower()
                path = posixpath.normpath(
                    target[1:] if target.startswith("/") else posixpath.join(folder, target)
                )
                found.append(_Relation(attributes.get("Id", ""), attributes.get("Type", ""), path))
                if len(found) > _MOST_PARTS:
                    raise damaged()

        self.parse(posixpath.join(folder, "_rels", f"{name}.rels"), on_start)
        return found

    def _require_sizes(self) -> None:
        """Unpack every part, keeping nothing, so that no size has to be believed."""
        infos = list(self._parts.values())
        total = sum(info.file_size for info in infos)
        is_bomb = total > max(_SMALL, PACKING_LIMIT * self._size)
        if is_bomb or total > UNPACKED_LIMIT or len(infos) > _MOST_PARTS or any(map(_is_bomb, infos)):
            raise _bomb()
        for info in infos:
            size = sum(map(len, self._pieces(info)))
            if size != info.file_size:
                raise _bomb() if size > info.file_size else damaged()

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield the bytes of a part, at most one piece more than it says that it has."""
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise damaged()
        honest = copy.copy(info)
        # Python stops at the size that the directory tells, other readers do not: the whole stream counts.
        honest.file_size = UNPACKED_LIMIT + _PIECE
        left = info.file_size
        with _as_damage(), self._archive.open(honest) as stream:
            while left >= 0 and (piece := stream.read(_PIECE)):
                left -= len(piece)
                yield piece

    def parse(
        self,
        name: str,
        on_start: Callable[[str, dict[str, str]], None],
        prepare: Callable[[expat.XMLParserType], None] | None = None,
    ) -> None:
        """Parse a part of XML piece by piece; nothing when there is none.

        Args:
            name: Path of the part, in lower case.
            on_start: Called with the local name and the attributes of every element.
            prepare: Called with the parser before it begins, so that a caller can set further handlers.

        Raises:
            TableError: When it is damaged, has a DTD, or a text that is too long; and what `on_start` raises.
        """
        info = self._parts.get(name)
        if info is None:
            return
        parser = expat.ParserCreate()
        parser.buffer_text = True
        counter = _Counter(on_start)
        parser.StartElementHandler = counter.start
        parser.StartDoctypeDeclHandler = _refuse_dtd
        parser.XmlDeclHandler = _require_utf8
        if prepare is not None:
            prepare(parser)
        with _as_damage():
            for piece in self._pieces(info):
                parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by position only
                counter.end_piece()
            parser.Parse(b"", True)  # noqa: FBT003

    def check_shared_parts(self) -> None:
        """Check the parts that belong to all sheets, such as the shared texts of the cells.

        Raises:
            TableError: When they are damaged, or hold too many texts.
        """
        count = 0

        def on_start(name: str, _attributes: Mapping[str, str]) -> None:
            nonlocal count
            if name == "si":
                count += 1
                if count > _MOST_STRINGS:
                    raise _bomb()

        for relation in self._relations(self._workbook):
            if not relation.type.endswith(_UNREAD):
                self.parse(relation.path, on_start)

    def sheet_part(self, sheet: str) -> str:
        """Return the path of the part with a sheet, in lower case.

        Args:
            sheet: Name of the sheet.

        Raises:
            TableError: When there is none.
        """
        ids: dict[str, str] = {}

        def on_start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "sheet":
                ids[attributes.get("name", "")] = next(
                    (value for key, value in attributes.items() if key.endswith(":id")), ""
                )

        self.parse(self._workbook, on_start)
        wanted = ids.get(sheet)
        for relation in self._relations(self._workbook):
            if relation.id == wanted and relation.path in self._parts:
                return relation.path
        raise damaged()


class _Relation(NamedTuple):
    """What one part of a package refers to."""

    id: str
    type: str
    path: str
    """In lower case."""


class _Counter:
    """Counts the starts of elements, and gives them on by their local names."""

    def __init__(self, on_start: Callable[[str, dict[str, str]], None]) -> None:
        self._on_start = on_start
        self._has_started = False
        self._silent_pieces = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._has_started = True
        self._on_start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def end_piece(self) -> None:
        self._silent_pieces = 0 if self._has_started else self._silent_pieces + 1
        self._has_started = False
        if self._silent_pieces >= _LONGEST_TEXT_PIECES:
            raise _bomb()


def damaged() -> TableError:
    """Return the error that a workbook cannot be read."""
    return TableError(
        "damaged",
        Message(
            "The file is damaged or incomplete and cannot be read. Get it again, or save it anew in the"
            " spreadsheet."
        ),
    )


def _bomb() -> TableError:
    return TableError(
        "unpacks_too_large",
        Message(
            "Unpacked, the workbook is too large: at most {limit} MB, and {ratio} times its packed size."
            " Save the rows alone in a new workbook, or as CSV UTF-8.",
            limit=UNPACKED_LIMIT // 1024 // 1024,
            ratio=PACKING_LIMIT,
        ),
    )


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _SMALL and info.file_size > PACKING_LIMIT * info.compress_size


def _refuse_dtd(*_arguments: object) -> None:
    raise TableError(
        "dtd",
        Message(
            "The workbook has a document type definition (DTD), which no spreadsheet writes. It is not read, as it may"
            " be an attack."
        ),
    )


def _require_utf8(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise damaged()


@contextmanager
def _as_damage() -> Iterator[None]:
    """Translate what the readers of ZIP and XML raise into `TableError`.

    Raises:
        TableError: With the code ``damaged``.
    """
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as exc:
        raise damaged() from exc
