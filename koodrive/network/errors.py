"""Error before the first byte of a request leaves, with texts for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.errors import NotSentError
    from koodrive.messages import Message


class PreSendError(Exception):
    """Raised inside the HTTP stack; `koodrive.api.transport_errors` translates it to a `KoodriveError`.

    Args:
        kind: The error that it becomes.
        title: The event, as a short sentence without a full stop.
        advice: The remedy, as whole sentences; no password, header or token.
    """

    def __init__(self, kind: type[NotSentError], title: Message, advice: Message) -> None:
        super().__init__(str(title))
        self.kind = kind
        self.title = title
        self.advice = advice
