"""Could this row of the service's list be what that request has made? Pure functions over what both say.

A row is left out only for a reason that excludes it. Whatever is merely unlikely stays a candidate with a doubt, as a
row that is left out wrongly would make the same thing be created twice.

Another name excludes a row, with two exceptions, as services store names in other forms than they were sent:

- a name in which characters were lost or added (`koodrive.creation.stored_names`) is a doubt, unless the list names
  another space or creator for the row; another time is one more doubt, as clocks are wrong by minutes;
- quite another name does not exclude the rows that are new since the attempt and that nothing else explains, where
  there are no more of them than attempts whose answers were lost (`only_new`): one new row for one attempt, say. Where
  there are more, the account is in use by others, and a row of another name is none of ours for its time alone: else
  nothing could be decided in a busy account.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from koodrive.api.serialization import list_name
from koodrive.clock.server_clock import X_DATE_LIFE
from koodrive.core.characters import folded
from koodrive.creation.stored_names import may_be_stored_as
from koodrive.messages import Message
from koodrive.models import (
    Album,
    AlbumType,
    CreateAlbum,
    CreatedAlbum,
    CreatedSharedFolder,
    SharedFolder,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from koodrive.listing.list_record import Listed
    from koodrive.models import Created, CreateRequest

_CLOCK_TOLERANCE = timedelta(seconds=10)
"""The computers of the service need not agree on the time to the second; but what was made shortly before an attempt
is not its own, and nothing but the time tells."""

_SURELY_OLDER = timedelta(days=1)
"""More than a time zone that was not converted by mistake."""

_EARLIEST = datetime(2010, 1, 1, tzinfo=UTC)
"""No service of this kind is older: what claims to be has a placeholder for its time."""

_OTHER_SPELLING = Message("Its name is spelt a little differently.")
OTHER_NAME = Message("It is listed under another name.")
"""The doubt about what a service may have stored under another name; beside a row without it, it counts for nothing."""
_NO_NAME = Message("The list does not tell its name.")
_NO_SCOPE = Message("The list does not tell which folders it collects.")
_OTHER_SCOPE = Message("It collects only some of the same folders.")
_NO_SPACE = Message("The list does not tell which space it is in.")
_OTHER_SPACE = Message("The list names another space.")
_OTHER_CREATOR = Message("The list names another user as its creator.")
_NO_TIME = Message("It is not known when it was created.")
_OTHER_TIME = Message("It was created at another time.")

_UNTOLD = (_NO_NAME, _NO_SCOPE, _NO_SPACE, _NO_TIME)
"""The doubts that are lack of knowledge; all others speak against a row."""


@dataclass(frozen=True, slots=True)
class MatchContext:
    """Knowledge about an attempt besides its request and the row."""

    user_id: str
    began: datetime
    """Start of the earliest of the attempts, by the service's clock."""
    now: datetime
    """By the service's clock."""
    old_ids: Collection[str]
    """IDs that cannot be meant: those of other attempts, and those that a list showed before the attempts began."""
    is_list_fresh: bool
    """Whether the list was read to its end shortly before, so that what is not in `old_ids` is new."""

    @property
    def deadline(self) -> datetime:
        """Latest time at which it can have been made, by the service's clock: it refuses an older `X-Date`."""
        return self.began + X_DATE_LIFE + _CLOCK_TOLERANCE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the service's list that may be what a request has made."""

    listed: Listed
    doubts: tuple[Message, ...] = ()
    """Reasons why it may be something else; empty when there are none."""

    @property
    def uncertain(self) -> tuple[Message, ...]:
        """The doubts that are only lack of knowledge."""
        return tuple(doubt for doubt in self.doubts if doubt in _UNTOLD)

    @property
    def contrary(self) -> tuple[Message, ...]:
        """The doubts that speak against it."""
        return tuple(doubt for doubt in self.doubts if doubt not in _UNTOLD)

    @property
    def created(self) -> Created:
        """The result of the lost answer, as far as the list has it."""
        row = self.listed
        if isinstance(row, Album):
            return CreatedAlbum(row.id)
        return CreatedSharedFolder(
            id=row.id,
            share_folder_id=row.share_folder_file_id,
            group_id=row.group_id,
            creator=row.creator,
            create_time=row.create_time,
        )


def reconciliation_key(request: CreateRequest) -> Hashable:
    """Return a hashable key; requests with equal keys are indistinguishable in the service's list."""
    if isinstance(request, CreateAlbum) and request.type is AlbumType.COLLECTION:
        return list_name(request), frozenset(request.scope_dir)
    return list_name(request), _folded(request.name)


def content_of(request: CreateRequest) -> CreateRequest:
    """Return a request that is equal for all that ask for the same, in whatever order they name their folders."""
    if isinstance(request, CreateAlbum):
        return replace(request, scope_dir=tuple(sorted(request.scope_dir)))
    return request


def content_matches(request: CreateRequest, listed: Listed) -> bool:
    """Return whether the content of a row of the list `list_name(request)` can be that of `request`."""
    return _likeness(request, listed) is not None


def belongs_to_others(rows: Collection[Listed], user_id: str) -> bool:
    """Return whether a list is not that of the user who asked for what they have created, by all that it names."""
    creators = {row.creator for row in rows if isinstance(row, SharedFolder) and row.creator}
    return bool(creators) and user_id not in creators


def candidate(request: CreateRequest, listed: Listed, context: MatchContext) -> Candidate | None:
    """Return `listed` with what speaks against it, or None when it cannot be what `request` has made.

    Args:
        request: What was sent.
        listed: A row of the list `list_name(request)`.
        context: Of the attempts that sent it.
    """
    if listed.id in context.old_ids:
        return None
    likeness = _likeness(request, listed)
    timeliness = _timeliness(listed, context)
    if likeness is None or timeliness is None:
        return None
    others = *timeliness, *_origin(request, listed, context)
    if OTHER_NAME in likeness and _is_elsewhere(others):
        return None
    return Candidate(listed, (*likeness, *others))


def only_new(
    request: CreateRequest, rows: Collection[Listed], context: MatchContext, *, most: int
) -> tuple[Candidate, ...]:
    """Return the rows that are new since an attempt, whatever their names; none where there are more than `most`.

    Args:
        request: What was sent; its list has to tell names, so that nothing is returned for a collection album.
        rows: The rows of the list `list_name(request)` that no other attempt explains.
        context: Of the attempts that sent it.
        most: How many attempts with lost answers there are for this list.
    """
    if isinstance(request, CreateAlbum) and request.type is AlbumType.COLLECTION:
        return ()
    found = []
    for row in rows:
        timeliness = _timeliness(row, context)
        if row.id in context.old_ids or timeliness is None:
            continue
        doubts = *timeliness, *_origin(request, row, context)
        is_new = context.is_list_fresh or {_NO_TIME, _OTHER_TIME}.isdisjoint(doubts)
        if is_new and not _is_elsewhere(doubts):
            found.append(Candidate(row, (OTHER_NAME, *doubts)))
    return tuple(found) if len(found) <= most else ()


def named_by_answer(
    request: CreateRequest, listed: Listed, context: MatchContext, *, says_no: bool
) -> Candidate | None:
    """Return the row whose ID an untrusted answer named, where it is what `request` has made beyond doubt.

    Args:
        request: What was sent.
        listed: The row of the list `list_name(request)` that has the ID.
        context: Of the attempt.
        says_no: Whether the answer also had a code that is no success: then the ID may be that of something older,
            which was in the way, and the row has to be new.
    """
    found = candidate(request, listed, context)
    if found is None:
        return None
    harmless = {OTHER_NAME, _OTHER_SPELLING, *_UNTOLD} - ({_NO_TIME} if says_no else set())
    return found if harmless.issuperset(found.doubts) else None


def _is_elsewhere(doubts: Collection[Message]) -> bool:
    """Return whether the list names another space or creator."""
    return not {_OTHER_SPACE, _OTHER_CREATOR}.isdisjoint(doubts)


def _likeness(request: CreateRequest, listed: Listed) -> tuple[Message, ...] | None:
    """Return the doubts that the content raises; None when it is another content."""
    if isinstance(request, CreateAlbum) and request.type is AlbumType.COLLECTION:
        return _scope_likeness(set(request.scope_dir), listed)
    if listed.name == request.name:
        return ()
    if not listed.name:
        return (_NO_NAME,)
    if _folded(listed.name) == _folded(request.name):
        return (_OTHER_SPELLING,)
    return (OTHER_NAME,) if may_be_stored_as(request.name or "", listed.name) else None


def _scope_likeness(wanted: set[str], listed: Listed) -> tuple[Message, ...] | None:
    if not isinstance(listed, Album) or not listed.scope_dir:
        return (_NO_SCOPE,)
    scope = set(listed.scope_dir)
    if scope == wanted:
        return ()
    return (_OTHER_SCOPE,) if scope & wanted else None


def _timeliness(listed: Listed, context: MatchContext) -> tuple[Message, ...] | None:
    made = _moment(listed.create_time)
    began, now = context.began, context.now
    if made is None:
        # New since the attempt, but after a while others may have made it, too.
        return () if context.is_list_fresh and now <= context.deadline else (_NO_TIME,)
    # An attempt that is yet to come, or something old that was not there shortly before: a clock was wrong then, and
    # age is no reason.
    is_age_known = began <= now + _CLOCK_TOLERANCE and not context.is_list_fresh
    if is_age_known and made < began - _SURELY_OLDER:
        return None
    latest = min(context.deadline, now + _CLOCK_TOLERANCE)
    return () if began - _CLOCK_TOLERANCE <= made <= latest else (_OTHER_TIME,)


def _origin(request: CreateRequest, listed: Listed, context: MatchContext) -> tuple[Message, ...]:
    doubts = []
    if listed.creator not in {None, context.user_id}:
        doubts.append(_OTHER_CREATOR)
    if isinstance(listed, SharedFolder) and listed.container_id != request.container_id:
        doubts.append(_OTHER_SPACE if listed.container_id else _NO_SPACE)
    return tuple(doubts)


@lru_cache(maxsize=50_000)
def _folded(name: str | None) -> str:
    """Return `name` without what a service may change when it keeps a name.

    That is case, composition, blanks, and characters that are not seen.
    """
    seen = folded((name or "").replace("\0", ""))
    return "".join(character for character in seen if not _is_unseen(character))


def _is_unseen(character: str) -> bool:
    return (
        character.isspace() or unicodedata.category(character) in {"Cc", "Cf"} or character in "\ufe0e\ufe0f"
    )


def _moment(text: str | None) -> datetime | None:
    """Return a time as the service wrote it; None for what tells none, so that it makes nothing old."""
    try:
        moment = datetime.fromisoformat(text or "")
        known = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    # Also a count of milliseconds, which Python may read as a day of centuries ago.
    return known if known >= _EARLIEST else None
