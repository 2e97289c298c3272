"""What KooDrive does with a request: admit it, carry it out, answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from koodrive.sandbox import exchange, lists
from koodrive.sandbox.admission import admit, refusal
from koodrive.sandbox.catalog import NameTakenError
from koodrive.sandbox.exchange import Answer, RefusalError, business_error, success
from koodrive.sandbox.identity import MISSING_CONTAINER_ID

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.admission import Call
    from koodrive.sandbox.catalog import Catalog, Record
    from koodrive.sandbox.exchange import ReceivedRequest


class KooDriveService:
    """The calls of KooDrive on a catalog.

    Args:
        catalog: What exists.
        clock: The time of the service, in seconds since 1970.
    """

    def __init__(self, catalog: Catalog, clock: Callable[[], float]) -> None:
        self._catalog = catalog
        self._clock = clock
        self._calls: dict[str, Callable[[Call], Answer]] = {
            "createAlbum": self._create_album,
            "createSharedFolder": self._create_shared_folder,
            "listAlbums": lambda call: lists.albums(self._catalog.made(), call.values),
            "listSharedFolders": lambda call: lists.shared_folders(self._catalog.made(), call.values),
        }

    def answer(self, request: ReceivedRequest, skew: float = 0.0) -> Answer:
        """Carry out `request` by a clock that is `skew` seconds ahead, and answer it."""
        now = datetime.fromtimestamp(self._clock() + skew, UTC)
        try:
            call = admit(request, now)
            return self._calls[call.operation](call)
        except RefusalError as refused:
            return refused.answer
        except OSError as exc:
            # Only the state file is written here: nothing was made.
            return business_error(500, exchange.INNER_FAILURE, f"the state file: {exc.strerror}")

    def _create_album(self, call: Call) -> Answer:
        body = call.body
        _require_space(body.get("containerId"))
        if "shareFolderId" in body:
            self._require_group(str(body["shareFolderId"]), body["groupId"])
        record = self._catalog.add_album(body, call.create_time, call.trace_id)
        return success(albumId=record["id"])

    def _create_shared_folder(self, call: Call) -> Answer:
        _require_space(call.body["containerId"])
        try:
            record = self._catalog.add_shared_folder(call.body, call.create_time, call.trace_id)
        except NameTakenError as exc:
            raise refusal(exchange.DUPLICATE_NAME, "Duplicate file name") from exc
        return success(id=record["id"], data=_shared_folder_data(record))

    def _require_group(self, folder_id: str, group_id: str) -> None:
        folder = self._catalog.shared_folder(folder_id)
        if folder is None:
            raise refusal(exchange.RESOURCE_NOT_FOUND, "Resource not found: shareFolderId")
        if folder["groupId"] != group_id:
            raise refusal(exchange.NO_PERMISSION, f"No permission on space {folder_id}: groupId")


def _require_space(container_id: str | None) -> None:
    if container_id == MISSING_CONTAINER_ID:
        raise refusal(exchange.SPACE_NOT_FOUND, "Space not found: containerId")


def _shared_folder_data(record: Record) -> dict[str, Any]:
    return {
        "tenantId": record["tenantId"],
        "creator": record["creator"],
        "createTime": record["createTime"],
        "groupId": int(record["groupId"]),
        "id": record["id"],
        "shareFolderId": record["shareFolderFileId"],
    }
