"""The texts of cells as the API wants them: choices by number or label, lists; and characters that none can have."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from koodrive.batch.columns import heading_key
from koodrive.batch.models import Finding
from koodrive.messages import Message
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.batch.columns import Columns

_KINDS = {
    RequestKind.ALBUM: ("album", "相册", "new album", "create album"),
    RequestKind.SHARED_FOLDER: ("shared_folder", "sharedFolder", "folder", "共享文件夹", "new shared folder"),
}
_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "type": {
        "2": ("manual", "manual album", "手工相册", "手工", "手动"),
        "1": ("collection", "collection album", "收录相册", "收录", "自动"),
    },
    "albumKind": {
        "1": ("just me", "personal", "personal album", "个人相册", "个人"),
        "2": (
            "members of a shared folder",
            "a shared folder's members",
            "shared",
            "shared album",
            "共享相册",
            "共享",
        ),
    },
    "scopeKind": {
        "1": ("pictures", "images", "图片"),
        "2": ("videos", "视频"),
        "1,2": (
            "pictures and videos",
            "pictures, videos",
            "videos, pictures",
            "both",
            "图片和视频",
            "图片、视频",
        ),
    },
    "shareType": {"0": ("family", "家庭共享", "家庭")},
}
"""Value of the API to what a cell may say for it."""

_KIND_BY_KEY = {heading_key(word): kind for kind, words in _KINDS.items() for word in words}
_CHOICE_BY_KEY = {
    field: {
        **{heading_key(word): value for value, words in choices.items() for word in words},
        # Numbers stand with their comma: without it, "12" would be both.
        **{value: value for value in choices},
    }
    for field, choices in _CHOICES.items()
}
_NUMBER = re.compile(r"([0-9])[.,]0+")
"""A whole number as programs write it that keep all numbers as doubles."""
_BOTH = re.compile(r"\s*[12]\s*[,;，；、/+&\s]\s*[12]\s*")
_BROKEN = re.compile("[\0\ud800-\udfff]|\r(?!\n)")
_SPOKEN = {"\0": Message("a NUL"), "\r": Message("a carriage return without a line feed")}
_LIST_SEPARATORS = re.compile(r"[\s;；]+")


def kind_of(text: str) -> RequestKind | None:
    """Return the kind that a cell names, by its name or label; None for any other text."""
    return _KIND_BY_KEY.get(heading_key(text))


def choice_of(field: str, text: str) -> str:
    """Return the value of a choice that a cell names by number or label; any other text as it is.

    Args:
        field: ``type``, ``albumKind``, ``scopeKind`` or ``shareType``.
        text: Text of the cell.
    """
    values = _CHOICE_BY_KEY[field]
    if text in values:
        return values[text]
    bare = text.strip()
    if field == "scopeKind" and _BOTH.fullmatch(bare) and {"1", "2"} <= set(bare):
        return "1,2"
    number = _NUMBER.fullmatch(bare)
    if number is not None:
        bare = number[1]
    return values.get(bare) or values.get(heading_key(bare)) or text


def unknown_choice(field: str, text: str) -> Finding | None:
    """Return the problem of a cell that names no value of a choice; None for one that does, or an empty one.

    Args:
        field: As for `choice_of`.
        text: Text of the cell.
    """
    choices = _CHOICES[field]
    if not text.strip() or choice_of(field, text) in choices:
        return None
    accepted = reduce(
        lambda first, second: Message("{first} or {second}", first=first, second=second),
        (_accepted(value, words) for value, words in choices.items()),
    )
    message = Message("“{word}” is not known here. Use {choices}.", word=text.strip(), choices=accepted)
    return Finding("choice_unknown", message, field)


def _accepted(value: str, words: tuple[str, ...]) -> str:
    """Return how a message offers a value: a word, its number and what Chinese tables say, as manual (2, 手工)."""
    chinese = min((word for word in words if not word.isascii()), key=len)
    return f"{words[0]} ({value}, {chinese})"


def ids_of(text: str) -> list[str]:
    """Return the IDs that a cell lists, separated by blanks, semicolons or line breaks."""
    return [part for part in _LIST_SEPARATORS.split(text) if part]


def has_broken_cell(text: str) -> bool:
    """Return whether a text, or several with U+001F between them, has a character that no cell can have."""
    return _BROKEN.search(text) is not None


def broken_cells(cells: Sequence[str], columns: Columns) -> tuple[Finding, ...]:
    """Return the problem of each cell with a character that no name, no ID and no spreadsheet can have.

    Args:
        cells: Texts of a row.
        columns: Those of its table.
    """
    if not has_broken_cell("\x1f".join(cells)):
        return ()
    return tuple(
        Finding(
            "broken_character",
            Message(
                "The cell holds {character}, which cannot be sent. Type the text again.",
                character=_SPOKEN.get(found.group(), Message("half a character")),
            ),
            columns.name_of(index),
        )
        for index, cell in enumerate(cells)
        if (found := _BROKEN.search(cell))
    )
