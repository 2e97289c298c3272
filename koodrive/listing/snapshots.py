"""Reads one list of the service to its end, and records it in the history.

Follows ListShareFolder and ListAlbums: neither promises an order; ListAlbums tells a total. That something is not in a
list proves only something when the list is whole: no cache gave it, it has as many rows as its `total`, no empty page
comes before its end, and it shows everything that an earlier reading or the history knows to be in it, unless that has
been seen to go (`koodrive.journal.service_lists` says when).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from koodrive.api.list_responses import ListMissingError
from koodrive.api.serialization import list_name
from koodrive.errors import ClockError, IncompleteListError, OutcomeUnknownError
from koodrive.listing.list_record import ListRecord
from koodrive.messages import Message, clauses
from koodrive.models import AlbumKind, CreateAlbum, QueryType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Journal
    from koodrive.listing.list_record import Listed
    from koodrive.models import Album, Connection, CreateRequest, ListPage, SharedFolder

    AnyPage: TypeAlias = ListPage[Album] | ListPage[SharedFolder]

Page: TypeAlias = "Callable[[int, int], AnyPage]"
"""Gives a page from its number and the count of rows before it, both from 0 on."""

FOLDERS_AT_ONCE = 500
ALBUMS_AT_ONCE = 100
MOST_PAGES = 1_000
_MOST_BARREN = 3
"""Pages in a row with nothing new; one may be, when something was made while the list was read."""

_CACHED = Message("a cache gave it, so it may be older than the request")
_HOLE = Message("one of its pages was empty before its end")
_ODD_TOTAL = Message("its “total” cannot be read as a number")


@dataclass(slots=True)
class PageCheck:
    """Collects the gaps of a list from its pages."""

    total: int = 0
    """The largest `total` that a page named."""
    has_odd_total: bool = False
    """Whether a page named one that cannot be read."""
    is_cached: bool = False
    has_hole: bool = False
    """Whether rows came after an empty page."""
    made_at: datetime | None = None
    """Time of the oldest page, by the service's clock."""

    def add(self, page: AnyPage) -> None:
        """Take note of one page."""
        self.total = max(self.total, page.total or 0)
        self.has_odd_total |= page.has_odd_total
        self.is_cached |= page.is_cached
        if page.made_at is not None:
            self.made_at = min(self.made_at or page.made_at, page.made_at)

    def gaps(self, count: int) -> tuple[Message, ...]:
        """Return why the list may not be whole, each as a part of a sentence.

        Args:
            count: How many different rows all pages showed.
        """
        short = Message("it shows {count} of {total}", count=count, total=self.total)
        reasons = (
            (self.is_cached, _CACHED),
            (self.has_hole, _HOLE),
            (self.has_odd_total, _ODD_TOTAL),
            (count < self.total, short),
        )
        return tuple(reason for applies, reason in reasons if applies)


@dataclass(frozen=True, slots=True)
class ListSnapshot:
    """A list as it was read to its end."""

    rows: list[Listed] = field(default_factory=list)
    gaps: tuple[Message, ...] = ()
    """Reasons why it may lack objects, each as a part of a sentence; empty for a whole list."""
    made_at: datetime | None = None
    """Time of its oldest page, by the service's clock; None where that is not known."""
    missing: int = 0
    """Number of known objects that it lacks; 0 also where its pages alone are not whole."""

    @property
    def has_all_pages(self) -> bool:
        """Whether nothing in its pages speaks against its being whole, whatever it lacks."""
        return self.is_whole or self.missing > 0

    @property
    def is_cached(self) -> bool:
        """Whether a cache gave a page of it, so that it may be older than the question."""
        return _CACHED in self.gaps

    @property
    def is_whole(self) -> bool:
        """Whether an ID missing from it did not exist."""
        return not self.gaps

    def after(self, moment: datetime | None) -> ListSnapshot:
        """Return it as a list that is not whole where it was made before `moment`, by the service's clock."""
        if moment is None or self.made_at is None or self.made_at >= moment or _CACHED in self.gaps:
            return self
        return replace(self, gaps=(*self.gaps, _CACHED))

    def lacking(self, count: int) -> ListSnapshot:
        """Return the list with a gap of `count` known objects; unchanged for 0."""
        if not count:
            return self
        gap = Message("it lacks {count} that it showed before or that the history knows", count=count)
        return replace(self, gaps=(*self.gaps, gap), missing=count)

    @property
    def problem(self) -> IncompleteListError:
        """The gaps as an error."""
        return IncompleteListError(
            Message("The service's list is not whole: {reason}", reason=clauses(*self.gaps)),
            Message("It does not prove that something was not created. Nothing was changed."),
        )


def read_and_record(
    request: CreateRequest,
    *,
    client: KooDriveClient,
    connection: Connection,
    journal: Journal,
    cancellation: Cancellation | None = None,
    on_page: Callable[[Sequence[Listed]], object] | None = None,
) -> ListSnapshot:
    """Read the list that shows the result of `request` to its end, and record it.

    Args:
        request: A request whose result the list shows.
        client: Reads the list; belongs to `connection`.
        connection: Service address and user to read as.
        journal: Records the list, and knows earlier readings of it.
        cancellation: Ends it within a second.
        on_page: Gets the rows of each page as soon as they are there.

    Raises:
        KoodriveError: When it could not be read to its end, or not be written down.
    """
    name = list_name(request)
    records = ListRecord(journal, connection, name, request)
    page = page_of(request, client, cancellation)
    if on_page is not None:
        page = _reported(page, on_page)
    try:
        read = read_pages(page)
    except ClockError:
        # The client has learned the time from the refusal, and reading may be repeated.
        read = read_pages(page)
    return read.lacking(records.save(read.rows, is_whole=read.is_whole))


def read_pages(page: Page) -> ListSnapshot:
    """Return all of a list, judged by its pages alone.

    Args:
        page: From `page_of`.

    Raises:
        KoodriveError: When it could not be read to its end.
    """
    found: dict[str, Listed] = {}
    check = PageCheck()
    for rows in all_pages(page, check):
        found |= rows
    return ListSnapshot(list(found.values()), check.gaps(len(found)), check.made_at)


def _reported(page: Page, on_page: Callable[[Sequence[Listed]], object]) -> Page:
    def reported(number: int, before: int) -> AnyPage:
        read = page(number, before)
        on_page(read.rows)
        return read

    return reported


def page_of(
    request: CreateRequest,
    client: KooDriveClient,
    cancellation: Cancellation | None,
    query_type: QueryType = QueryType.CREATED_BY_ME,
) -> Page:
    """Return a function for the pages of the list that contains the result of `request`.

    Args:
        request: A request whose result the list shows.
        client: Reads the list.
        cancellation: Ends it within a second.
        query_type: Created by the user, joined, or all shared folders.
    """
    if not isinstance(request, CreateAlbum):
        # The service may give fewer at once than it was asked for; the next page begins where this one ended.
        return lambda _number, before: client.list_shared_folders(
            offset=before, limit=FOLDERS_AT_ONCE, query_type=query_type, cancellation=cancellation
        )
    return lambda number, _before: client.list_albums(
        album_type=request.type,
        album_kind=request.album_kind,
        group_id=request.group_id if request.album_kind is AlbumKind.SHARED else None,
        page_size=ALBUMS_AT_ONCE,
        page_number=number + 1,
        cancellation=cancellation,
    )


def all_pages(page: Page, check: PageCheck | None = None) -> Iterator[dict[str, Listed]]:
    """Yield the entries of each page by ID, until the list has ended.

    Only an empty page ends a list: a short one may be all that the service gives at once. Where `total` or the length
    of the list make it worth a question, it is asked whether rows come after the empty page. On a first page a list
    that is left out is no empty one, as it follows from an empty one that something was not made.

    Args:
        page: From `page_of`.
        check: Gets every page.

    Raises:
        KoodriveError: When the list cannot be read any further.
    """
    check = check or PageCheck()
    found: set[str] = set()
    before = barren = 0
    was_empty = False
    for number in range(MOST_PAGES):
        rows = _rows(page, number, before, check, is_first=not found)
        if not rows:
            if was_empty or not _may_go_on(number, len(found), check):
                return
            # As if it had been full, so that the same gap is not asked for again.
            was_empty, before = True, before + FOLDERS_AT_ONCE
            continue
        check.has_hole |= was_empty
        was_empty, before = False, before + len(rows)
        by_id = {row.id: row for row in rows}
        barren = barren + 1 if by_id.keys() <= found else 0
        if barren == _MOST_BARREN:
            break
        found |= by_id.keys()
        yield by_id
    raise OutcomeUnknownError(
        Message("The service's list could not be read to its end"),
        Message("It does not come to an end. Nothing was changed."),
    )


def _rows(page: Page, number: int, before: int, check: PageCheck, *, is_first: bool) -> tuple[Listed, ...]:
    try:
        read = page(number, before)
    except ListMissingError:
        if is_first:
            raise
        return ()
    check.add(read)
    return read.rows


def _may_go_on(number: int, count: int, check: PageCheck) -> bool:
    """Return whether rows may come after the empty page `number`."""
    return count < check.total or (number > 1 and not check.total)
