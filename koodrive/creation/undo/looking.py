"""Reads again what a create has made, before it is taken back: is it as it was, empty, and shared with nobody?

Whatever cannot be read, or is not certain, is kept. What is in the object is read last, so that the time in which
somebody may fill it unseen is that of one request.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from koodrive.api import serialization
from koodrive.api.serialization import list_name
from koodrive.core.characters import visible_form
from koodrive.core.deadline import CancelledByUserError, is_cancelled
from koodrive.creation.undo import reasons
from koodrive.creation.undo.models import UndoCode, UndoLook, UndoVerdict
from koodrive.creation.undo.presence import (
    DELETED_STATUS,
    UndoLists,
    is_known_by_id,
    is_not_found,
    lacks,
    may_be_late,
)
from koodrive.errors import JournalError, KoodriveError
from koodrive.listing.snapshots import page_of, read_pages
from koodrive.models import (
    Action,
    Album,
    AlbumKind,
    AlbumType,
    CreateAlbum,
    InviteStatus,
    OutcomeKind,
    RequestKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt, Journal
    from koodrive.listing.list_record import Listed
    from koodrive.listing.snapshots import ListSnapshot
    from koodrive.messages import Message
    from koodrive.models import Connection, CreateRequest, CreateSharedFolder, ListPage, SharedFolder

_OPEN = frozenset({OutcomeKind.SENDING, OutcomeKind.UNKNOWN})


class _KeptError(Exception):
    """Ends a look: what was created is kept."""

    def __init__(self, code: UndoCode, reason: Message, error: KoodriveError | None = None) -> None:
        super().__init__(code)
        self.code, self.reason, self.error = code, reason, error


class _GoneError(Exception):
    """Ends a look: the service does not have it any more."""


class UndoLooker:
    """Looks with the client of one connection, for one object and what is in it.

    Args:
        journal: Where the creates are.
        lists: Reads the lists in which their names stand.
        client: Reads; belongs to `connection`.
        connection: Service address and user to read as.
        cancellation: Ends it within a second.
        within: Seconds; a list that was read within them need not be read once more.
    """

    def __init__(
        self,
        journal: Journal,
        lists: UndoLists,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
        within: float,
    ) -> None:
        self._journal, self._lists = journal, lists
        self._client, self._connection = client, connection
        self._cancellation, self._within = cancellation, within

    def look(self, attempt: Attempt, own_delete: int | None = None) -> UndoLook:
        """Return whether what `attempt` has created can be taken back.

        Args:
            attempt: The create.
            own_delete: The delete that is about to be sent, and keeps nothing; None before there is one.

        Raises:
            JournalError: When the history cannot be used.
            CancelledByUserError: When it was cancelled.
        """
        if self._journal.read_only:
            return UndoLook(attempt, UndoVerdict.KEPT, UndoCode.READ_ONLY, reasons.READ_ONLY)
        # Somebody else may have taken it back since it was shown.
        attempt = self._journal.attempts.attempt(attempt.attempt_id)
        try:
            request = self._require_undoable(attempt, own_delete)
            if isinstance(request, CreateAlbum):
                return UndoLook(attempt, UndoVerdict.READY, remarks=self._album(attempt, request))
            return self._folder(attempt, request)
        except _GoneError:
            # What was deleted before, as far as is known, was shown right before that.
            was_shown = self._journal.attempts.latest_delete(attempt.attempt_id) is not None
            if may_be_late(attempt, was_shown=was_shown):
                return UndoLook(attempt, UndoVerdict.KEPT, UndoCode.NOT_LISTED, reasons.MAY_BE_LATE)
            return UndoLook(attempt, UndoVerdict.GONE, UndoCode.VANISHED, reasons.VANISHED)
        except _KeptError as kept:
            is_done = kept.code is UndoCode.TAKEN_BACK
            verdict = UndoVerdict.GONE if is_done else UndoVerdict.KEPT
            return UndoLook(attempt, verdict, kept.code, kept.reason, error=kept.error)

    def _require_undoable(self, attempt: Attempt, own_delete: int | None) -> CreateRequest:
        """Return what was asked for, where the history says that it can be taken back."""
        is_made = attempt.action == Action.CREATE and attempt.outcome == OutcomeKind.CREATED
        if not is_made or not attempt.result_id:
            raise _KeptError(UndoCode.NOT_CREATED, reasons.NOT_CREATED)
        if (attempt.service_address, attempt.user_id) != self._connection.account_key:
            raise _KeptError(UndoCode.OTHER_ACCOUNT, reasons.other_account(attempt))
        if attempt.undone_by is not None:
            raise _KeptError(UndoCode.TAKEN_BACK, reasons.taken_back(attempt))
        delete = self._journal.attempts.latest_delete(attempt.attempt_id)
        if delete is not None and delete.outcome in _OPEN and delete.attempt_id != own_delete:
            raise _KeptError(UndoCode.UNDER_WAY, reasons.under_way(delete.attempt_id))
        request = serialization.request_from_body(attempt.kind, attempt.body)
        if request is None:
            raise _KeptError(UndoCode.UNREADABLE, reasons.NOT_UNDERSTOOD)
        lists, name = self._journal.service_lists, list_name(request)
        if lists.seen_before(self._connection, name, attempt.attempt_id, [attempt.result_id]):
            raise _KeptError(UndoCode.NOT_OURS, reasons.NOT_OURS)
        return request

    # Albums -----------------------------------------------------------------------------------------------------

    def _album(self, attempt: Attempt, request: CreateAlbum) -> tuple[Message, ...]:
        """Return what there is to say about an album that is empty and as it was created."""
        album_id = attempt.result_id or ""
        listed = self._listed(request, album_id)
        self._compare(request, listed)
        with self._readable():
            try:
                content = self._client.list_album_content(album_id, cancellation=self._cancellation)
            except KoodriveError as error:
                if is_not_found(error):
                    # The list may be that of a moment ago.
                    self._require_gone(request, album_id)
                raise
        _require_empty(content, is_album=True)
        is_collection = request.type is AlbumType.COLLECTION
        return reasons.EMPTY_ALBUM, reasons.COLLECTION if is_collection else reasons.UNDOCUMENTED

    def _listed(self, request: CreateRequest, object_id: str) -> Listed:
        """Return the row of an object in its list."""
        for within in (self._within, 0.0) if self._within else (0.0,):
            with self._readable():
                read = self._read_list(request, within)
            if read.is_cached:
                raise _KeptError(UndoCode.UNREADABLE, reasons.CACHED)
            for row in read.rows:
                if row.id == object_id:
                    return row
        with self._readable():
            is_known = is_known_by_id(request, object_id, self._client, self._cancellation)
        if is_known:
            raise _KeptError(UndoCode.NOT_LISTED, reasons.NOT_LISTED)
        if lacks(read, object_id, self._connection):
            with self._readable():
                self._end_as_gone(request)
        raise _KeptError(UndoCode.NOT_LISTED, reasons.gaps(read.gaps), read.problem)

    def _require_gone(self, request: CreateRequest, object_id: str) -> None:
        """End the look where the list agrees that an object is gone which the service does not know by its ID."""
        if lacks(self._read_list(request, 0.0), object_id, self._connection):
            self._end_as_gone(request)

    def _end_as_gone(self, request: CreateRequest) -> NoReturn:
        self._lists.require_in_sight(
            request,
            client=self._client,
            connection=self._connection,
            cancellation=self._cancellation,
        )
        raise _GoneError

    def _read_list(self, request: CreateRequest, within: float) -> ListSnapshot:
        return self._lists.read(
            request,
            client=self._client,
            connection=self._connection,
            cancellation=self._cancellation,
            within=within,
        )

    def _compare(self, request: CreateAlbum, listed: Listed) -> None:
        """Require that an album has the name and the folders that it was created with."""
        if request.type is AlbumType.MANUAL and request.name and listed.name is None:
            raise _KeptError(UndoCode.RENAMED, reasons.NO_NAME)
        if request.name and listed.name is not None:
            _require_name(request.name, listed.name)
        scope = listed.scope_dir if isinstance(listed, Album) else None
        if request.scope_dir and scope is not None and set(scope) != set(request.scope_dir):
            raise _KeptError(UndoCode.CHANGED, reasons.OTHER_FOLDERS)

    # Shared folders ---------------------------------------------------------------------------------------------

    def _folder(self, attempt: Attempt, request: CreateSharedFolder) -> UndoLook:
        folder = self._metadata(request, attempt.result_id or "")
        _require_name(request.name, folder.name)
        owner = folder.owner_id or folder.creator
        group_id = folder.group_id or attempt.group_id
        file_id = folder.share_folder_file_id or attempt.file_id
        if owner is None or group_id is None or file_id is None:
            raise _KeptError(UndoCode.UNREADABLE, reasons.NO_IDS)
        if owner != self._connection.user_id:
            raise _KeptError(UndoCode.NOT_OWNER, reasons.not_owner(owner))
        albums = self._albums_in(group_id, attempt.result_id or "")
        remarks = self._require_no_members(group_id)
        with self._readable():
            files = self._client.list_files(
                container_id=folder.container_id or request.container_id,
                parent_folder_id=file_id,
                cancellation=self._cancellation,
            )
        _require_empty(files, is_album=False)
        remarks = (reasons.EMPTY_FOLDER, *remarks, reasons.UNDOCUMENTED)
        return UndoLook(attempt, UndoVerdict.READY, remarks=remarks, own_albums=albums)

    def _metadata(self, request: CreateSharedFolder, folder_id: str) -> SharedFolder:
        with self._readable():
            try:
                folder = self._client.shared_folder_metadata(folder_id, self._cancellation)
            except KoodriveError as error:
                if is_not_found(error):
                    self._require_gone(request, folder_id)
                raise
        if folder.status == DELETED_STATUS:
            with self._readable():
                self._require_gone(request, folder_id)
        if folder.id != folder_id or folder.status:
            raise _KeptError(UndoCode.UNREADABLE, reasons.NOT_UNDERSTOOD)
        return folder

    def _albums_in(self, group_id: str, folder_id: str) -> tuple[UndoLook, ...]:
        """Return the empty albums of ours in a folder; any other one keeps it."""
        listed: list[Listed] = []
        for album_type in AlbumType:
            example = CreateAlbum(album_type, AlbumKind.SHARED, group_id=group_id, share_folder_id=folder_id)
            with self._readable():
                read = read_pages(page_of(example, self._client, self._cancellation))
            if not read.is_whole:
                raise _KeptError(UndoCode.UNREADABLE, reasons.gaps(read.gaps), read.problem)
            listed += read.rows
        if not listed:
            return ()
        own, _ = self._journal.history.created_objects(
            self._connection, RequestKind.ALBUM, [row.id for row in listed], 0
        )
        looks = [self._own_album(made.attempt_id) for made in own.values()]
        left = [look for look in looks if look.verdict is not UndoVerdict.GONE]
        kept = [look for look in left if look.verdict is UndoVerdict.KEPT]
        foreign = len(listed) - len(own)
        if kept or foreign:
            first = kept[0] if kept else None
            error = first.error if first is not None and isinstance(first.error, KoodriveError) else None
            reason = reasons.holds_albums(len(kept) + foreign, first)
            raise _KeptError(UndoCode.HAS_ALBUMS, reason, error)
        return tuple(left)

    def _own_album(self, attempt_id: int) -> UndoLook:
        """Return the look at an album that is listed in a folder, whatever the history says of it."""
        look = self.look(self._journal.attempts.attempt(attempt_id))
        request = serialization.request_from_body(look.attempt.kind, look.attempt.body)
        if look.code is not UndoCode.TAKEN_BACK or request is None:
            return look
        # A list may be late; but the user may have decided that it was taken back, and it was not.
        with self._readable():
            is_known = is_known_by_id(request, look.attempt.result_id or "", self._client, self._cancellation)
        return reasons.kept(look, UndoCode.TAKEN_BACK, reasons.STILL_THERE) if is_known else look

    def _require_no_members(self, group_id: str) -> tuple[Message, ...]:
        """Require that nobody has joined a folder; return what there is to say about who is invited."""
        with self._readable():
            invites = self._client.list_invites(group_id, self._cancellation)
        if invites.is_cached:
            raise _KeptError(UndoCode.UNREADABLE, reasons.CACHED)
        states = [invite.status for invite in invites.rows]
        if accepted := states.count(InviteStatus.ACCEPTED):
            raise _KeptError(UndoCode.HAS_MEMBERS, reasons.joined(accepted))
        if None in states or (invites.total or 0) > len(states):
            raise _KeptError(UndoCode.HAS_MEMBERS, reasons.UNKNOWN_INVITATION)
        pending = states.count(InviteStatus.PENDING)
        return (reasons.invited(pending),) if pending else ()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Keep what cannot be read in the block."""
        try:
            yield
        except JournalError:
            raise
        except KoodriveError as error:
            if is_cancelled(self._cancellation):
                raise CancelledByUserError from error
            raise _KeptError(UndoCode.UNREADABLE, reasons.unreadable(error), error) from error


def _require_name(sent: str, listed: str) -> None:
    if visible_form(sent) != visible_form(listed):
        raise _KeptError(UndoCode.RENAMED, reasons.renamed(sent, listed))


def _require_empty(page: ListPage, *, is_album: bool) -> None:  # type: ignore[type-arg]
    """Require that the first page of what is in an object shows nothing, and that nothing comes after it."""
    if page.rows or page.total:
        count = max(len(page.rows), page.total or 0)
        raise _KeptError(UndoCode.NOT_EMPTY, reasons.filled(count, is_album=is_album))
    if page.is_cached:
        raise _KeptError(UndoCode.UNREADABLE, reasons.CACHED)
    if page.next_cursor or page.has_odd_total:
        raise _KeptError(UndoCode.NOT_EMPTY, reasons.MAYBE_MORE_CONTENT)
