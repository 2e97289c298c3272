"""Texts of the rows of the folder tree: names, tool tips, and why a folder cannot be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.errors import KoodriveError
from koodrive.rules.ids import SCOPE_DIR_LIMIT
from ui.pickers.folder_node import FolderNode, LoadState
from ui.pickers.folder_selection import UnselectableReason
from ui.texts import folders as texts
from ui.texts.translate import translate, translated
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from koodrive.models import Folder

_LONGEST_NAME = 200
"""Characters; more are not visible, and laying them out takes time."""


def text_of(folder: Folder) -> str:
    """Return the name of a folder for its row; its ID without a name."""
    return in_short(folder.name or folder.folder_id, _LONGEST_NAME)


def unselectable_text(hindrance: UnselectableReason | None) -> str:
    """Return why a folder cannot be checked, and what to do; empty where it can be."""
    words = {
        UnselectableReason.OTHER_PARENT: translate(
            "Folders",
            "An album collects from folders of one parent. To choose in another, uncheck these first.",
        ),
        UnselectableReason.PLACE_UNKNOWN: translate(
            "Folders",
            "The folders of the form are chosen, and where they are is not known yet. Open the folder that they"
            " are in, or uncheck all.",
        ),
        UnselectableReason.FULL: translate(
            "Folders",
            "An album collects from {limit} folders at most. To check another one, uncheck one of these first.",
        ).format(limit=SCOPE_DIR_LIMIT),
    }
    return words[hindrance] if hindrance is not None else ""


def tool_tip_of(node: FolderNode, reason: str) -> str:
    """Return everything about a folder: its name, its ID, and why it cannot be checked.

    Args:
        node: A folder.
        reason: As `unselectable_text` has it; empty for none.
    """
    folder = node.folder
    parts = [] if folder is None else [folder.name, folder.folder_id]
    return as_tool_tip("\n".join(part for part in (*parts, reason) if part))


def tail_text(tail: FolderNode, *, is_tip: bool) -> str:
    """Return the text of a folder's last row about the pages to come.

    Args:
        tail: That row.
        is_tip: Whether it is for a tool tip, which has room for what to do about a failure.
    """
    parent = tail.parent
    if parent is None or parent.load_state not in {LoadState.FAILED, LoadState.PAUSED}:
        text = texts.loading_text()
    elif parent.load_state is LoadState.PAUSED:
        text = texts.paused_text()
    else:
        return _failure_text(parent.error, is_tip=is_tip)
    return "" if is_tip else text


def _failure_text(error: Exception | None, *, is_tip: bool) -> str:
    title = translated(error.title) if isinstance(error, KoodriveError) else type(error).__name__
    if not is_tip:
        return texts.failed_text(in_short(title, _LONGEST_NAME))
    message = translated(error.message) if isinstance(error, KoodriveError) else ""
    return as_tool_tip("\n".join(part for part in (title, message) if part))
