"""Comparison of an entry of the service's list with a request, fact by fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from koodrive.models import Album, CreateAlbum, SharedFolder
from ui.texts.numbers import number_text
from ui.texts.translate import translate
from ui.widgets.labels import PlainLabel
from ui.widgets.value_views import ValueLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.creation.matching import Candidate
    from ui.resolve.loader import SentAttempt

_NEVER_COMPARED = "createTime"
_SECONDS_OF_A_MINUTE = 60
_SECONDS_OF_AN_HOUR = 3_600


class Likeness(StrEnum):
    """Relation of a listed value to the requested one."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"
    """The list does not tell it."""
    PLAIN = "plain"
    """There is nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a candidate."""

    key: str
    label: str
    value: str
    likeness: Likeness


def facts(sent: SentAttempt, candidate: Candidate) -> list[Fact]:
    """Return what the list tells of `candidate`, compared with the request.

    Args:
        sent: What was asked for.
        candidate: What may have come of it.
    """
    row, request, attempt = candidate.listed, sent.request, sent.attempt
    is_collection = isinstance(row, Album) and isinstance(request, CreateAlbum) and bool(request.scope_dir)
    found = [] if is_collection else [_fact("name", translate("Comparison", "Name"), row.name, attempt.name)]
    if isinstance(row, Album) and isinstance(request, CreateAlbum) and is_collection:
        found.append(_folders(row.scope_dir, request.scope_dir))
    found.append(_time(row.create_time, attempt.started_at))
    found.append(_fact("creator", translate("Comparison", "Creator"), row.creator, attempt.user_id))
    if isinstance(row, SharedFolder):
        space = getattr(request, "container_id", None)
        found.append(_fact("containerId", translate("Comparison", "Space ID"), row.container_id, space))
    return found


def _fact(key: str, label: str, listed: str | None, wanted: str | None) -> Fact:
    if not listed:
        return Fact(key, label, translate("Comparison", "– the list does not tell"), Likeness.UNKNOWN)
    return Fact(key, label, listed, Likeness.SAME if listed == wanted else Likeness.OTHER)


def _folders(listed: tuple[str, ...] | None, wanted: tuple[str, ...]) -> Fact:
    label = translate("Comparison", "Folders")
    if listed is None:
        return Fact("scopeDir", label, translate("Comparison", "– the list does not tell"), Likeness.UNKNOWN)
    if set(listed) == set(wanted):
        return Fact("scopeDir", label, number_text(len(wanted)), Likeness.SAME)
    words = translate("Comparison", "{common} of {count} asked for, {others} more").format(
        common=number_text(len(set(listed) & set(wanted))),
        count=number_text(len(wanted)),
        others=number_text(len(set(listed) - set(wanted))),
    )
    return Fact("scopeDir", label, words, Likeness.OTHER)


def _time(listed: str | None, started_at: datetime) -> Fact:
    label = translate("Comparison", "Created")
    if not listed:
        return Fact(
            "createTime", label, translate("Comparison", "– the list does not tell"), Likeness.UNKNOWN
        )
    try:
        moment = datetime.fromisoformat(listed)
        moment = (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone()
    except (ValueError, OverflowError):
        return Fact("createTime", label, listed, Likeness.PLAIN)
    words = translate("Comparison", "{time}, {distance}").format(
        time=f"{moment:%Y-%m-%d %H:%M:%S}", distance=_distance(round((moment - started_at).total_seconds()))
    )
    return Fact("createTime", label, words, Likeness.PLAIN)


def _distance(seconds: int) -> str:
    """Return how long after, or before, the request left something was made."""
    size = abs(seconds)
    if size < 2 * _SECONDS_OF_A_MINUTE:
        length = translate("Comparison", "{count} s").format(count=size)
    elif size < 2 * _SECONDS_OF_AN_HOUR:
        length = translate("Comparison", "{count} min").format(count=size // _SECONDS_OF_A_MINUTE)
    else:
        length = translate("Comparison", "{count} h").format(count=number_text(size // _SECONDS_OF_AN_HOUR))
    words = (
        translate("Comparison", "{length} after the request left")
        if seconds >= 0
        else translate("Comparison", "{length} before the request left")
    )
    return words.format(length=length)


class Comparison(QWidget):
    """Shows the facts about one candidate below each other, each named ``resolve.comparison.<key>``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {key: _Row(key) for key in ("name", "scopeDir", "createTime", "creator", "containerId")}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (key, row) in enumerate(self._rows.items()):
            grid.addWidget(row.label, place, 0)
            if key == _NEVER_COMPARED:
                # Over the column of the marks as well, of which it needs none.
                row.mark.setParent(self)
                grid.addWidget(row.value, place, 1, 1, 2)
            else:
                grid.addWidget(row.value, place, 1)
                grid.addWidget(row.mark, place, 2, Qt.AlignmentFlag.AlignRight)
        self.show_facts([])

    def show_facts(self, shown: Sequence[Fact]) -> None:
        """Show other facts."""
        by_key = {fact.key: fact for fact in shown}
        for key, row in self._rows.items():
            row.show_fact(by_key.get(key))


class _Row:
    """The three widgets of one fact."""

    def __init__(self, key: str) -> None:
        self.label = PlainLabel(role="quiet")
        self.value = ValueLine()
        self.value.setObjectName(f"resolve.comparison.{key}")
        self.mark = PlainLabel(name=f"resolve.comparison.{key}.likeness")

    def show_fact(self, fact: Fact | None) -> None:
        words = "" if fact is None else _mark(fact.likeness)
        for widget, is_shown in ((self.label, fact), (self.value, fact), (self.mark, words)):
            widget.setVisible(bool(is_shown))
        if fact is not None:
            self.label.setText(fact.label)
            self.value.show_value(fact.value)
            self.value.setAccessibleName(fact.label)
            self.value.setAccessibleDescription(words)
            self.mark.setText(words)


def _mark(likeness: Likeness) -> str:
    """Return `likeness` in words with a sign before them; empty where there is nothing to compare."""
    return {
        Likeness.SAME: translate("Comparison", "✓ the same"),
        Likeness.OTHER: translate("Comparison", "≠ different"),
    }.get(likeness, "")
