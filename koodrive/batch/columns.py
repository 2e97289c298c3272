"""The columns of a table: which field of the API, or which column of ours, each heading names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from koodrive.batch.errors import TableError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KIND, REF, IN = "kind", "ref", "in"
OUTCOME = "outcome"

FIELDS = (
    KIND,
    REF,
    IN,
    "name",
    "type",
    "albumKind",
    "groupId",
    "shareFolderId",
    "scopeDir",
    "scopeParentFolderId",
    "scopeKind",
    "containerId",
    "shareType",
)
"""All columns that mean something, the first three ours, the others the API's; in the template's order."""

RESULT_COLUMNS = (
    OUTCOME,
    "albumId",
    "shareFolderId",
    "fileId",
    "groupId",
    "traceId",
    "code",
    "message",
    "time",
)
"""The columns that a result adds behind those of the file, `outcome` first."""

_LABELS = {
    KIND: ("object type", "对象类型"),
    REF: ("reference", "自定义标识"),
    IN: ("in folder", "所属共享文件夹"),
    "name": ("album name", "folder name", "shared folder name", "名称", "相册名称", "共享文件夹名称"),
    "type": ("album type", "相册类型", "类型"),
    "albumKind": ("who is it for", "相册类别"),
    "groupId": ("群组 ID",),
    "shareFolderId": (
        "shared folder ID (primary key)",
        "shared folder ID",
        "共享文件夹 ID（主键）",
        "共享文件夹 ID",
    ),
    "scopeDir": ("folders to collect from", "收录范围"),
    "scopeParentFolderId": ("parent folder ID", "父文件夹 ID"),
    "scopeKind": ("what to collect", "收录类型"),
    "containerId": ("space ID", "空间 ID"),
    "shareType": ("共享类型",),
}
"""What a heading may say besides the name of the field: the labels of the forms, in English and Chinese."""

_REMARK = re.compile(r"[(（](?:optional|required|选填|必填)[)）]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def heading_key(heading: str) -> str:
    """Return a text that is equal for headings which mean the same.

    Upper and lower case, blanks, ``_``, punctuation, full width and a remark such as "(optional)" do not count.
    """
    text = unicodedata.normalize("NFKC", _REMARK.sub("", heading)).casefold()
    return "".join(character for character in text if character.isalnum())


_FIELD_BY_KEY = {heading_key(label): name for name in FIELDS for label in (name, *_LABELS[name])}
_TYPE_OR_KIND = heading_key("类型")
"""Says `type`, or `kind` in a table that has another column for `type`."""
_RESULT_BY_KEY = {heading_key(name): name for name in RESULT_COLUMNS}


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of one table mean."""

    headings: tuple[str, ...]
    """As they stand in the file."""
    places: dict[str, int]
    """Index of the column of each field that the table has, by API field name or a name of ours."""
    unknown: tuple[str, ...] = ()
    """Headings of the columns that mean nothing here; they come back untouched."""
    nameless: frozenset[int] = frozenset()
    """Indexes of the columns without a heading."""
    results: dict[str, int] = field(default_factory=dict)
    """Index of each column that an earlier result has added, by its name in `RESULT_COLUMNS`."""

    def name_of(self, index: int) -> str:
        """Return how messages and findings name a column: its field, its heading, or its letter as spreadsheets do.

        Args:
            index: From 0.
        """
        for name, place in self.places.items():
            if place == index:
                return name
        heading = self.headings[index] if index < len(self.headings) else ""
        return heading or column_letters(index)


def column_letters(index: int) -> str:
    """Return the letters of a column as spreadsheets have them: A for 0, AA for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def field_of(heading: str) -> str | None:
    """Return the field that a heading names by itself; None for any other text, and for one that may mean two."""
    key = heading_key(heading)
    return None if key == _TYPE_OR_KIND else _FIELD_BY_KEY.get(key)


def known_count(cells: Iterable[str]) -> int:
    """Return how many different fields the cells of a row name as headings."""
    return len({_FIELD_BY_KEY[key] for key in map(heading_key, cells) if key in _FIELD_BY_KEY})


def map_columns(headings: Sequence[str]) -> Columns:
    """Return what the columns of a table mean.

    The columns from `outcome` on that are named as those of a result are taken for an earlier result.

    Args:
        headings: The cells of the heading.

    Raises:
        TableError: When two columns are for one field (``duplicate_heading``), or none is known (``no_heading``).
    """
    keys = [heading_key(heading) for heading in headings]
    first_result = keys.index(OUTCOME) if OUTCOME in keys else len(keys)
    places: dict[str, int] = {}
    results: dict[str, int] = {}
    unknown = []
    for index, (heading, key) in enumerate(zip(headings, keys, strict=True)):
        is_result = index >= first_result and key in _RESULT_BY_KEY
        name = (_RESULT_BY_KEY if is_result else _FIELD_BY_KEY).get(key)
        if name == "type" and key == _TYPE_OR_KIND:
            name = _type_or_kind(keys)
        if name is None:
            unknown += [heading] if heading.strip() else []
            continue
        taken = results if is_result else places
        if name in taken:
            raise _duplicate(name, headings[taken[name]], heading, taken[name], index)
        taken[name] = index
    if not places:
        raise no_heading()
    nameless = frozenset(index for index, heading in enumerate(headings) if not heading.strip())
    return Columns(tuple(headings), places, tuple(unknown), nameless, results)


def _type_or_kind(keys: Sequence[str]) -> str | None:
    others = {_FIELD_BY_KEY.get(key) for key in keys if key != _TYPE_OR_KIND}
    return next((name for name in ("type", KIND) if name not in others), None)


def no_heading() -> TableError:
    """Return the error that no row names the columns."""
    return TableError(
        "no_heading",
        Message(
            "No heading was found: the first row has to name the columns, such as name, type and albumKind."
            " Add it, or fill in the template."
        ),
    )


def _duplicate(name: str, first: str, second: str, first_index: int, second_index: int) -> TableError:
    return TableError(
        "duplicate_heading",
        Message(
            "Two columns are for {field}: {first_column} (“{first}”) and {second_column} (“{second}”)."
            " Remove one, or give it another heading.",
            field=name,
            first=first,
            second=second,
            first_column=column_letters(first_index),
            second_column=column_letters(second_index),
        ),
    )
