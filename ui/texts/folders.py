"""Texts for folders: names beside IDs, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.texts.translate import translate
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from collections.abc import Sequence

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_LONGEST_NAME = 40
_LONGEST_STEP = 24
_STEPS = 4
_BETWEEN_STEPS = " › "


def folder_name(name: str, limit: int = _LONGEST_NAME) -> str:
    """Return a folder's name for a line with other words, whose direction it leaves alone.

    Args:
        name: As the service has it.
        limit: How many characters are shown at most.
    """
    return f"{_ISOLATE}{in_short(name, limit)}{_END_OF_ISOLATE}"


def named(folder_id: str, name: str) -> str:
    """Return an ID, preceded by its name if that is known.

    Args:
        folder_id: The ID.
        name: The name; empty for none.
    """
    return f"{folder_name(name)} · {in_short(folder_id, 80)}" if name else in_short(folder_id, 80)


def path_text(names: Sequence[str]) -> str:
    """Return the way from the top of a space to a folder; of a long one, its end.

    Args:
        names: Of the folders on the way; none for the top itself.
    """
    if not names:
        return translate("Folders", "Top of the space")
    steps = [folder_name(name, _LONGEST_STEP) for name in names[-_STEPS:]]
    return _BETWEEN_STEPS.join(["…", *steps] if len(names) > _STEPS else steps)


def loading_text() -> str:
    """Return the text of a row that is being loaded."""
    return translate("Folders", "Loading…")


def paused_text() -> str:
    """Return the text of a row after many pages without a folder."""
    return translate("Folders", "No folders for many pages. Enter looks further.")


def failed_text(reason: str) -> str:
    """Return the text of a row whose folders could not be read.

    Args:
        reason: What happened, without a full stop.
    """
    return translate("Folders", "⚠ {reason}. Enter tries again.").format(reason=reason)
