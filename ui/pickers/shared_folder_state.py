"""State of the picker of shared folders: texts and actions, without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.errors import KoodriveError
from koodrive.models import QueryType
from ui.texts.numbers import number_text
from ui.texts.translate import error_text, translate, translated
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from koodrive.rules.problems import Problem

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Situation:
    """State of the picker."""

    key_word: str
    query_type: QueryType
    count: int
    """Number of rows shown."""
    problem: Problem | None = None
    """Problem of the key word."""
    error: Exception | None = None
    """Error of the last read."""
    is_asking: bool = False
    """Whether a token is being asked for, with the reason."""
    missing_text: str = ""
    """Reason why nothing can be read without an action of the user; empty without one."""
    is_waiting: bool = False
    """Whether typing has not rested yet, so that nothing was asked so far."""
    is_busy: bool = False
    has_begun: bool = False
    """Whether the service has told the first rows."""
    may_have_more: bool = False
    is_kept: bool = False
    """Whether the rows are those of last time."""


@dataclass(frozen=True, slots=True)
class PickerState:
    """Texts and actions that are shown."""

    text: str
    is_problem: bool = False
    offers_again: bool = False
    offers_create: bool = False
    more: str = ""
    """Text of the button for more rows; empty without it."""


def picker_state(now: Situation) -> PickerState:
    """Return texts and actions for a situation."""
    more = translate("SharedFolderPicker", "{count} shown, more…").format(count=number_text(now.count))
    more = more if now.has_begun and now.may_have_more and now.count else ""
    if now.problem is not None:
        return PickerState(translated(now.problem.message), is_problem=True)
    if now.is_asking:
        return PickerState("", more=more)
    stuck = _stuck_text(now)
    if stuck:
        return PickerState(stuck, is_problem=True, offers_again=True, more=more)
    if now.is_waiting or now.is_busy or not now.has_begun:
        return PickerState(_reading_text(now), more=more)
    if now.count == 0:
        is_everything = not now.key_word and now.query_type is QueryType.ALL
        return PickerState(_empty_text(now), offers_create=is_everything)
    return PickerState(_count_text(now), more=more)


def _stuck_text(now: Situation) -> str:
    if now.error is not None:
        return _error_text(now.error)
    return "" if now.is_busy or now.has_begun else now.missing_text


def _error_text(error: Exception) -> str:
    if not isinstance(error, KoodriveError):
        return translate(
            "SharedFolderPicker", "Something unexpected went wrong ({error}). Try again."
        ).format(error=type(error).__name__)
    return error_text(error)


def _reading_text(now: Situation) -> str:
    if now.has_begun and not now.is_waiting:
        return translate("SharedFolderPicker", "Reading more…")
    if now.is_kept and now.count and not now.key_word:
        return translate("SharedFolderPicker", "As it was last time. Reading the list again…")
    return translate("SharedFolderPicker", "Searching…")


def _empty_text(now: Situation) -> str:
    if now.key_word:
        text = translate("SharedFolderPicker", "No shared folder with “{name}” in its name was found.")
        return text.format(name=in_short(now.key_word, _LONGEST_NAME))
    if now.query_type is QueryType.CREATED_BY_ME:
        return translate("SharedFolderPicker", "You have created no shared folder yet.")
    if now.query_type is QueryType.JOINED_BY_ME:
        return translate("SharedFolderPicker", "You have joined no shared folder of others.")
    return translate("SharedFolderPicker", "There is no shared folder yet.")


def _count_text(now: Situation) -> str:
    if now.may_have_more:
        return translate("SharedFolderPicker", "Scroll down for more, or search by name.")
    if now.count == 1:
        return translate("SharedFolderPicker", "1 shared folder.")
    return translate("SharedFolderPicker", "{count} shared folders.").format(count=number_text(now.count))
