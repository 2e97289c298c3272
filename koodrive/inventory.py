"""Reads one list of the service to its end, and keeps in the history what it showed and when.

Follows ListShareFolder and ListAlbums: neither promises an order, only one a total.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from koodrive.errors import ClockError, OutcomeUnknownError
from koodrive.list_answers import ListLeftOutError
from koodrive.matching import list_name
from koodrive.models import AlbumKind, CreateAlbum, QueryType
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from koodrive.client import KooDriveClient
    from koodrive.deadline import Cancellation
    from koodrive.journal import Journal
    from koodrive.matching import Listed
    from koodrive.models import Connection, CreateRequest

Page: TypeAlias = "Callable[[int, int], Sequence[Listed]]"
"""Gives a page from its number and the count of rows before it, both from 0 on."""

FOLDERS_AT_ONCE = 500
ALBUMS_AT_ONCE = 100
MOST_PAGES = 1_000
_MOST_BARREN = 3
"""Pages in a row with nothing new; one may be, when something was made while the list was read."""


def read_list(
    request: CreateRequest,
    *,
    client: KooDriveClient,
    connection: Connection,
    journal: Journal,
    cancellation: Cancellation | None = None,
    on_page: Callable[[Sequence[Listed]], object] | None = None,
) -> list[Listed]:
    """Return all of the list that shows what `request` makes, and write down what it showed.

    Args:
        request: Whose list is meant.
        client: Who asks; belongs to `connection`.
        connection: Where and as whom.
        journal: Where it is written down.
        cancellation: Ends it within a second.
        on_page: Gets the rows of each page as soon as they are there.

    Raises:
        KoodriveError: When it could not be read to its end, or not be written down.
    """
    page = page_of(request, client, cancellation)
    if on_page is not None:
        page = _reported(page, on_page)
    try:
        rows = _whole(page)
    except ClockError:
        # The client has learned the time from the refusal, and reading may be repeated.
        rows = _whole(page)
    journal.lists.keep(connection, list_name(request), [(row.id, row.name) for row in rows])
    return rows


def _reported(page: Page, on_page: Callable[[Sequence[Listed]], object]) -> Page:
    def reported(number: int, before: int) -> Sequence[Listed]:
        rows = page(number, before)
        on_page(rows)
        return rows

    return reported


def page_of(
    request: CreateRequest,
    client: KooDriveClient,
    cancellation: Cancellation | None,
    query_type: QueryType = QueryType.CREATED_BY_ME,
) -> Page:
    """Return a function that gives a page of the list that shows what `request` makes.

    Args:
        request: As for `read_list`.
        client: As for `read_list`.
        cancellation: As for `read_list`.
        query_type: Whose shared folders.
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


def all_pages(page: Page) -> Iterator[dict[str, Listed]]:
    """Yield what each page shows, by its ID, until the list has ended.

    Only an empty page ends a list: a short one may be all that the service gives at once. On a first page a list that
    is left out is no empty one, as it follows from an empty one that something was not made.

    Args:
        page: From `page_of`.

    Raises:
        KoodriveError: When the list cannot be read any further.
    """
    found: set[str] = set()
    before = barren = 0
    for number in range(MOST_PAGES):
        try:
            listed = page(number, before)
        except ListLeftOutError:
            if not found:
                raise
            return
        if not listed:
            return
        before += len(listed)
        rows = {row.id: row for row in listed}
        barren = barren + 1 if rows.keys() <= found else 0
        if barren == _MOST_BARREN:
            break
        found |= rows.keys()
        yield rows
    raise OutcomeUnknownError(
        Sentence("The service's list could not be read to its end"),
        Sentence("It does not come to an end. Nothing was changed."),
    )


def _whole(page: Page) -> list[Listed]:
    found: dict[str, Listed] = {}
    for rows in all_pages(page):
        found |= rows
    return list(found.values())
