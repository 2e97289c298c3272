"""Tokens, spaces and files of the one user of the sandbox, and what others are about to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.sandbox.auth import FORMATS, Authenticator
from koodrive.sandbox.changes import WaitingChanges
from koodrive.sandbox.files import Files, Spaces
from koodrive.sandbox.identity import SANDBOX_CONTAINER_ID

if TYPE_CHECKING:
    from koodrive.sandbox.auth import Tokens


class Account:
    """State of the user besides albums and shared folders, in memory only.

    Args:
        tokens: The tokens that were given out.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.authenticator = Authenticator(tokens)
        self.spaces = Spaces()
        self.files = Files()
        self.waiting = WaitingChanges()
        self.shows_deleted = False
        """Whether the metadata of a shared folder that was deleted are still shown, with status 1."""

    def start_over(self) -> None:
        """Reset everything to its initial state."""
        self.tokens.start_over()
        self.authenticator.accept_only(FORMATS)
        self.spaces.put([SANDBOX_CONTAINER_ID])
        self.files.start_over()
        self.waiting.clear()
        self.shows_deleted = False
