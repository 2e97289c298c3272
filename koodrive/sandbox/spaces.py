"""The individual spaces of the one user, and what `space/{ownerId}` tells about them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import exchange
from koodrive.sandbox.exchange import refusal, success
from koodrive.sandbox.identity import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, TENANT_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.sandbox.exchange import Answer

_CAPACITY_GB: Final = "200"
_MADE: Final = "2025-03-14T08:15:27.104Z"
_FIRST_NUMBER: Final = 1_700_000_000_000_000_000
_NUMBERS: Final = 99_999_999_999_999_999


def number_of(*parts: str) -> str:
    """Give the ID, a text of 19 digits, of what these parts name; it is always the same, and odd.

    An odd number of that size is damaged by a client that reads it as a floating point number.
    """
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return str(_FIRST_NUMBER + int.from_bytes(digest[:8]) % _NUMBERS | 1)


class Spaces:
    """The spaces that exist; by default there is one."""

    def __init__(self) -> None:
        self._container_ids: tuple[str, ...] = (SANDBOX_CONTAINER_ID,)

    def put(self, container_ids: Iterable[str]) -> None:
        """Have these spaces, in this order, and no others."""
        self._container_ids = tuple(dict.fromkeys(container_ids))

    def require(self, container_id: str) -> None:
        """Check that there is such a space.

        Raises:
            RefusalError: When there is none.
        """
        if container_id not in self._container_ids:
            raise refusal(exchange.SPACE_NOT_FOUND, "Space not found: containerId")

    def answer(self, values: dict[str, Any]) -> Answer:
        """Answer `space/{ownerId}`.

        Args:
            values: The checked parameters ownerId and containerId (optional).

        Raises:
            RefusalError: When they are somebody else's, or there is none.
        """
        if values["ownerId"] != SANDBOX_USER_ID:
            raise refusal(exchange.NO_PERMISSION, f"No permission on space {values['ownerId']}: ownerId")
        if "containerId" in values:
            self.require(values["containerId"])
            return success(data=_space(values["containerId"]))
        found = [_space(container_id) for container_id in self._container_ids]
        if not found:
            raise refusal(exchange.SPACE_NOT_FOUND, "Space not found: ownerId")
        return success(data=found if len(found) > 1 else found[0])


def root_of(container_id: str) -> str:
    """Give the ID of the folder that is the top of a space."""
    return number_of(container_id, "root")


def _space(container_id: str) -> dict[str, str]:
    return {
        "type": "1",
        "status": "0",
        "ownerId": SANDBOX_USER_ID,
        "containerId": container_id,
        "bizRootFileId": root_of(container_id),
        "bizSboxFileId": number_of(container_id, "safe"),
        "capacity": _CAPACITY_GB,
        "capacityKb": "0",
        "spaceUsed": "7340032",
        "tenantId": TENANT_ID,
        "creator": SANDBOX_USER_ID,
        "createTime": _MADE,
        "modifier": SANDBOX_USER_ID,
        "updateTime": _MADE,
        "rootFileId": root_of(container_id),
    }
