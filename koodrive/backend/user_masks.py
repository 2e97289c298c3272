"""Puts masks in place of user IDs, so that who they are is not told, but who is who can still be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from koodrive.logs import piecewise
from koodrive.logs.redaction import forms

if TYPE_CHECKING:
    from collections.abc import Iterable

_PERSONAL_KEYS = re.compile(
    r'"(?:creator|owner|ownerId|userId|user_id|modifier|lastEditorId|memberId)"\s*:\s*"?([^",\s}{\[\]]+)'
)
_NOBODY = frozenset({"null", "true", "false"})


class UserMasks:
    """The masks of one bundle: the same ID has the same mask in all of its texts.

    Args:
        user_ids: The IDs, in an order that stays; those that occur twice count once.
    """

    def __init__(self, user_ids: Iterable[str]) -> None:
        self._masks: dict[str, str] = {}
        for number, user_id in enumerate(dict.fromkeys(filter(None, user_ids)), start=1):
            mask = f"[user {number}]"
            for form in {user_id, *forms(user_id)}:
                self._masks.setdefault(form, mask)
        self._longest = 1 + max(map(len, self._masks), default=0)
        longest_first = sorted(self._masks, key=len, reverse=True)
        words = "|".join(re.escape(form) for form in longest_first)
        self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{words})(?![A-Za-z0-9])") if words else None

    def masked(self, text: str) -> str:
        """Return `text` with a mask in place of each ID that stands in it as a word of its own."""
        if self._pattern is None:
            return text
        return piecewise.substitute(
            self._pattern, lambda match: self._masks[match.group()], text, self._longest
        )


def user_ids_in(json_text: str) -> list[str]:
    """Return what the fields of an answer that name people hold, in their order.

    Args:
        json_text: The text of an answer; it need not be JSON.
    """
    return [found for found in _PERSONAL_KEYS.findall(json_text) if found not in _NOBODY]
