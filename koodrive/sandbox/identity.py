"""The one account that the sandbox knows; all of it is public."""

from __future__ import annotations

from typing import Final

SANDBOX_TOKEN: Final = "sandbox-token"  # noqa: S105 - it opens nothing but the rehearsal server
SANDBOX_USER_ID: Final = "1644817543959100032"
SANDBOX_CONTAINER_ID: Final = "IAAFanxbXNArpAncA1645841408025905537"
"""The example of the API reference; creates take any other ID for a space, too."""

MISSING_CONTAINER_ID: Final = f"NOSPACE{SANDBOX_CONTAINER_ID}"
"""A space that does not exist, to rehearse the error 13000301."""

SANDBOX_ACCOUNT: Final = "0027188460911"
"""The example of the Login page."""
SANDBOX_PASSWORD: Final = "Quokka-Lantern-4417-Tundra"  # noqa: S105 - it opens nothing but the rehearsal server
SANDBOX_AGENT: Final = "KooDesk-Rehearsal-Carrier"
"""The carrier, for `x-hw-agentName`."""

SANDBOX_APP_ID: Final = "rehearsal-app-7f3d20c9"
SANDBOX_APP_SECRET: Final = "mWq7Zr2XvK9tLd4BnH8sYc3F"  # noqa: S105 - it opens nothing but the rehearsal server

TENANT_ID: Final = "c937ff95eeb44494a5a967e21d1852ae"
MEMBER_LIMIT: Final = 6
"""`maxMember` of every shared folder; the reference gives no number."""

FRIEND_ID: Final = "1644817543959100777"
"""The user ID of somebody else, who puts things into albums and shared folders."""
