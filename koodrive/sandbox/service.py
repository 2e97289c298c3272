"""KooDriveService: carries out the calls of KooDrive that were admitted, and what others do without one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import fake_answers, lists, messages, sign_in
from koodrive.sandbox.admission import admit, admit_elsewhere
from koodrive.sandbox.catalog import NameTakenError, Origin, service_time
from koodrive.sandbox.changes import OF_FOLDERS, Change
from koodrive.sandbox.identity import FRIEND_ID, MISSING_CONTAINER_ID, SANDBOX_USER_ID
from koodrive.sandbox.messages import RefusalError, Response, business_error, refusal, success

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.account import Account
    from koodrive.sandbox.admission import AdmittedRequest
    from koodrive.sandbox.catalog import Catalog, Record
    from koodrive.sandbox.changes import PlannedChange
    from koodrive.sandbox.faults import Fault
    from koodrive.sandbox.messages import ReceivedRequest, Response

_CREATE_PATHS: Final = {
    "album": "/koodrive/ose/v1/album/create",
    "sharedFolder": "/koodrive/ose/v1/sharefolder/create",
}
_LISTS: Final = {"listAlbums": lists.albums, "listSharedFolders": lists.shared_folders}


class KooDriveService:
    """The calls of KooDrive on a catalog and an account.

    Args:
        catalog: The albums and shared folders.
        account: Their owner.
        clock: The time of the service, in seconds since 1970.
    """

    def __init__(self, catalog: Catalog, account: Account, clock: Callable[[], float]) -> None:
        self.catalog = catalog
        self._account = account
        self._clock = clock
        self._creates: dict[str, Callable[[AdmittedRequest], Record]] = {
            "createAlbum": self._make_album,
            "createSharedFolder": self._make_shared_folder,
        }
        self._others: dict[str, Callable[[AdmittedRequest, str | None], Response]] = {
            "deleteAlbum": lambda call, _: self._delete("album", call.values["albumId"], call.origin),
            "deleteSharedFolder": lambda call, _: self._delete("sharedFolder", _one_id(call), call.origin),
            "listAlbumContent": self._album_content,
            "getSharedFolderMetadata": self._folder_metadata,
            "listInvites": self._invites,
            "listFiles": self._files,
        }

    def respond(
        self,
        request: ReceivedRequest,
        *,
        skew: float = 0.0,
        lag: float | None = None,
        stored: Fault | None = None,
    ) -> Response:
        """Carry out `request` and answer it.

        Args:
            request: As it came.
            skew: How many seconds the clock of the service is ahead.
            lag: How many seconds things need until a list shows them; None shows everything.
            stored: The fault of names with which something is made.
        """
        try:
            call = _as_stored(admit(request, self._now(skew), self._account.authenticator), stored)
            response = self._carry_out(call, lag)
        except RefusalError as refused:
            response = refused.response
        return sign_in.with_text_code(response) if request.path.startswith(sign_in.PATHS) else response

    def postponed(
        self, request: ReceivedRequest, *, stored: Fault | None = None
    ) -> Callable[[], None] | None:
        """Admit `request` now, but do not carry it out.

        Args:
            request: As it came.
            stored: The fault of names with which something is made.

        Returns:
            A function that carries it out as of the time of its call; None when `request` is not admitted.
        """
        try:
            call = _as_stored(admit(request, self._now(), self._account.authenticator), stored)
        except RefusalError:
            return None

        def work() -> None:
            origin = replace(call.origin, create_time=service_time(self._now()))
            # The connection is closed: a refusal has no recipient.
            with suppress(RefusalError):
                self._carry_out(replace(call, origin=origin))

        return work

    def make_elsewhere(
        self, kind: str, fields: Record, creator: str | None, created_at: float | None
    ) -> Record:
        """Make an object without a request, as another program of the account would.

        Raises:
            ValueError: With the reason, when the service would have refused to make it.
            OSError: When the state file could not be written; then nothing was made.
        """
        if kind not in _CREATE_PATHS:
            raise ValueError(f"kind has to be one of {', '.join(_CREATE_PATHS)}")
        creator = SANDBOX_USER_ID if creator is None else creator
        if not (creator.isascii() and creator.isdecimal()):
            raise ValueError("creator has to be a user ID, which consists of digits")
        time = self._now() if created_at is None else datetime.fromtimestamp(created_at, UTC)
        try:
            call = admit_elsewhere(_CREATE_PATHS[kind], fields, Origin(creator, service_time(time)))
            return self._creates[call.operation](call)
        except RefusalError as refused:
            raise ValueError(refused.reason) from refused

    def change_elsewhere(self, planned: PlannedChange) -> None:
        """Change an object without a request, as somebody else would, or have that wait for the next delete.

        Raises:
            ValueError: With the reason, when there is no such object.
            OSError: When the state file could not be written; then nothing was changed.
        """
        now, object_id = service_time(self._now()), planned.object_id or ""
        if planned.change is Change.DELETE:
            origin = Origin(FRIEND_ID, now)
            done = any(self.catalog.delete(kind, object_id, origin) for kind in _CREATE_PATHS)
        else:
            done = self._is_possible(planned) and self.catalog.change(planned, now)
        if not done:
            raise ValueError("id has to be that of an album or a shared folder that can be changed so")

    def _is_possible(self, planned: PlannedChange) -> bool:
        is_folder = self.catalog.find("sharedFolder", planned.object_id or "") is not None
        return is_folder or planned.change not in OF_FOLDERS

    def _now(self, ahead: float = 0.0) -> datetime:
        return datetime.fromtimestamp(max(0.0, self._clock() + ahead), UTC)

    def _carry_out(self, call: AdmittedRequest, lag: float | None = None) -> Response:
        if call.operation in self._creates:
            return self._create(call)
        if call.operation in sign_in.OPERATIONS:
            return sign_in.respond(call, self._account.tokens)
        if call.operation == "getSpace":
            return self._account.spaces.respond(call.values)
        end = None if lag is None else service_time(self._now(-lag))
        if call.operation in self._others:
            return self._others[call.operation](call, end)
        return _LISTS[call.operation](self.catalog.until(end), call.values)

    def _create(self, call: AdmittedRequest) -> Response:
        try:
            record = self._creates[call.operation](call)
        except OSError as exc:
            # Only the state file is written here: nothing was made.
            return business_error(500, messages.INNER_FAILURE, f"the state file: {exc.strerror}")
        return _created(record)

    def _delete(self, kind: str, object_id: str, origin: Origin) -> Response:
        record = self.catalog.find(kind, object_id)
        if record is not None and record["creator"] != SANDBOX_USER_ID:
            raise refusal(messages.NO_PERMISSION, f"No permission on space {object_id}: not the owner")
        try:
            in_window = []
            for planned in self._account.waiting.for_delete(object_id) if record is not None else ():
                # What is gone, or takes no such change, stays as it is.
                with suppress(ValueError):
                    self.change_elsewhere(planned)
                    in_window.append(planned.change)
            is_done = self.catalog.delete(kind, object_id, origin, in_window)
        except OSError as exc:
            return business_error(500, messages.INNER_FAILURE, f"the state file: {exc.strerror}")
        if not is_done:
            raise refusal(messages.RESOURCE_NOT_FOUND, f"Resource not found: {object_id}")
        return success()

    def _album_content(self, call: AdmittedRequest, end: str | None) -> Response:
        album_id = call.values["albumId"]
        self._require("album", album_id)
        return lists.album_content(self.catalog.items(album_id, end), call.values, album_id)

    def _folder_metadata(self, call: AdmittedRequest, end: str | None) -> Response:
        folder_id, status = call.values["shareFolderId"], 0
        if end is None:
            folder = self.catalog.find("sharedFolder", folder_id)
        else:
            folder = _folder_in(self.catalog.until(end), folder_id)
        if folder is None and self._account.shows_deleted:
            folder, status = _folder_in(self.catalog.made(), folder_id), 1
        if folder is None:
            raise refusal(messages.RESOURCE_NOT_FOUND, f"Resource not found: {folder_id}")
        return success(sharefolder=lists.shared_folder_item(folder) | {"status": status})

    def _invites(self, call: AdmittedRequest, _end: str | None) -> Response:
        folder = self.catalog.find_folder(call.values["groupId"])
        if folder is None:
            raise refusal(messages.RESOURCE_NOT_FOUND, "Resource not found: groupId")
        if folder["creator"] != SANDBOX_USER_ID:
            raise refusal(messages.NO_PERMISSION, f"No permission on space {folder['id']}: not the owner")
        return lists.invites(self.catalog.invitations(folder["id"]))

    def _files(self, call: AdmittedRequest, end: str | None) -> Response:
        folder = self.catalog.find_folder(call.body.get("parentFileId", ""))
        if folder is None or call.values["type"] != "0":
            self._account.spaces.require(call.body["containerId"])
            return self._account.files.respond(call.values, call.body)
        if folder["containerId"] != call.body["containerId"]:
            raise refusal(messages.FILE_NOT_IN_SPACE, "File not in the given space: parentFileId")
        return lists.folder_files(self.catalog.items(folder["id"], end), call.body, folder)

    def _require(self, kind: str, object_id: str) -> Record:
        record = self.catalog.find(kind, object_id)
        if record is None:
            raise refusal(messages.RESOURCE_NOT_FOUND, f"Resource not found: {object_id}")
        return record

    def _make_album(self, call: AdmittedRequest) -> Record:
        # The table of the page says text and its example has numbers, so both may come.
        body = {**call.body, **{name: int(call.body[name]) for name in ("type", "albumKind")}}
        _require_space(body.get("containerId"))
        if "shareFolderId" in body:
            self._require_group(str(body["shareFolderId"]), body["groupId"])
        return self.catalog.add_album(body, call.origin)

    def _make_shared_folder(self, call: AdmittedRequest) -> Record:
        _require_space(call.body["containerId"])
        try:
            return self.catalog.add_shared_folder(call.body, call.origin)
        except NameTakenError as exc:
            raise refusal(messages.DUPLICATE_NAME, "Duplicate file name") from exc

    def _require_group(self, folder_id: str, group_id: str) -> None:
        folder = self.catalog.find("sharedFolder", folder_id)
        if folder is None:
            raise refusal(messages.RESOURCE_NOT_FOUND, "Resource not found: shareFolderId")
        if folder["groupId"] != group_id:
            raise refusal(messages.NO_PERMISSION, f"No permission on space {folder_id}: groupId")


def _as_stored(call: AdmittedRequest, fault: Fault | None) -> AdmittedRequest:
    if fault is None or not isinstance(name := call.body.get("name"), str):
        return call
    return replace(call, body={**call.body, "name": fake_answers.stored_name(name, fault)})


def _folder_in(records: list[Record], folder_id: str) -> Record | None:
    return next((one for one in records if (one["kind"], one["id"]) == ("sharedFolder", folder_id)), None)


def _one_id(call: AdmittedRequest) -> str:
    # The table of the page says text and its example has a list, so both may come.
    value = call.body["id"]
    return str(value[0] if isinstance(value, list) else value)


def _require_space(container_id: str | None) -> None:
    if container_id == MISSING_CONTAINER_ID:
        raise refusal(messages.SPACE_NOT_FOUND, "Space not found: containerId")


def _created(record: Record) -> Response:
    if record["kind"] == "album":
        return success(albumId=record["id"])
    return success(id=record["id"], data=_shared_folder_data(record))


def _shared_folder_data(record: Record) -> dict[str, Any]:
    ids = {"groupId": int(record["groupId"]), "shareFolderId": record["shareFolderFileId"]}
    return {name: record[name] for name in ("tenantId", "creator", "createTime", "id")} | ids
