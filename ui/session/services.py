"""The session with the objects that work for it, as the window hands them on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ui.session.spaces import SpaceLookup
from ui.session.token_renewal import TokenRenewal

if TYPE_CHECKING:
    from ui.session.session import Session


class Services(NamedTuple):
    """The session, the spaces of its user and the renewal of its token, side by side."""

    session: Session
    spaces: SpaceLookup
    renewal: TokenRenewal

    @classmethod
    def of(cls, session: Session) -> Services:
        """Return the services of `session`, made anew."""
        return cls(session, SpaceLookup(session), TokenRenewal(session))
