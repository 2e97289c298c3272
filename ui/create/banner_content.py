"""Content of the banner of a form, and the keys of its actions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OTHER = "other"
"""State of a result of a connection that is not in use."""


class BannerAction(StrEnum):
    """Keys of the actions in the banner of a form."""

    CANCEL = "cancel"
    COPY = "copy"
    SHARED_ALBUM = "sharedAlbum"
    HISTORY = "history"
    RESOLVE = "resolve"
    SEARCH = "search"
    STOP_SEARCH = "stopSearch"
    AGAIN = "again"
    """Send it although that may create one more."""
    RESEND = "resend"
    """Send it again; it has created nothing."""
    SIGN_IN = "signIn"
    SEND_ANYWAY = "sendAnyway"
    DISCARD = "discard"
    """Take it out of the queue."""
    TEMPLATE = "template"
    UNDO = "undo"
    """Ask whether it shall be taken back."""
    TICKET = "ticket"
    CONNECT = "connect"
    OPEN_CONNECTION = "openConnection"
    RELOAD_TOKEN = "reloadToken"  # noqa: S105 - no secret


@dataclass(frozen=True, slots=True)
class BannerContent:
    """Texts, actions and subject of a banner."""

    state: str
    """One of the five outcome words, ``problem``, `HARMLESS`, or `OTHER`."""
    title: str
    message: str = ""
    remark: str = ""
    ids: tuple[tuple[str, str, str], ...] = ()
    """Key, label and value of each ID, the most important first."""
    actions: tuple[tuple[str, str], ...] = ()
    disabled: frozenset[str] = frozenset()
    """The actions that cannot be chosen yet."""
    attempt_id: int | None = None
    """Attempt that the action `HISTORY` shows."""
    resolve_id: int | None = None
    """Attempt that the action `RESOLVE` opens."""
    follows: int | None = None
    """The attempt of unknown outcome that it is about; its search goes on here."""

    @property
    def result_id(self) -> str:
        """The first ID, or an empty text."""
        return self.ids[0][2] if self.ids else ""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the actions."""
        return frozenset(key for key, _ in self.actions)
