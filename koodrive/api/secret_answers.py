"""Answers that hold secrets: what of them may become part of an error.

An answer to Login or RefreshToken has tokens in it that nobody knew before. Of such an answer, only the service's words
are shown, and even those without what looks like a secret.
"""

from __future__ import annotations

import dataclasses
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from koodrive.api.error_shapes import CODE_NAMES, NESTED, WORDS_NAMES
from koodrive.api.session_tokens import secrets_in
from koodrive.logs.redaction import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.api.answers import Answer

_LEFT_OUT = b"[left out]"
_SECRET_KEYS = frozenset({"accesstoken", "refreshtoken"})
_MOST_SECRETS = 8
"""A real answer has two; each one more makes every line of the log slower to write."""


def without_secrets(answer: Answer) -> Answer:
    """Return `answer` with nothing in it but its code and its words, for whoever judges it and raises errors.

    Args:
        answer: Of a call whose answer holds secrets. They are known to `koodrive.logs.redaction.KNOWN` afterwards.
    """
    payload = answer.payload
    if payload is None:
        # A web page is something else than no answer at all.
        return dataclasses.replace(answer, body=_LEFT_OUT if answer.body.strip() else b"")
    for token in islice(_tokens_in(payload), _MOST_SECRETS):
        for secret in secrets_in(token):
            KNOWN.learn(secret)
    kept = _kept(payload)
    if isinstance(payload.get(NESTED), dict):
        kept[NESTED] = _kept(payload[NESTED])
    return dataclasses.replace(answer, body=json.dumps(kept).encode())


def _tokens_in(payload: dict[str, Any]) -> Iterator[str]:
    """Yield the tokens, wherever the service has put them."""
    queue: list[Any] = [payload]
    while queue:
        value = queue.pop()
        if isinstance(value, list):
            queue += value
        elif isinstance(value, dict):
            queue += value.values()
            for name, token in value.items():
                if name.lower() in _SECRET_KEYS and isinstance(token, str):
                    yield token


def _kept(part: dict[str, Any]) -> dict[str, Any]:
    return {name: _shown(part[name]) for name in (*CODE_NAMES, *WORDS_NAMES) if name in part}


def _shown(value: object) -> object:
    if isinstance(value, str):
        return KNOWN.redact(value)
    # Anything else is neither a code nor words; it stays something that is there and cannot be read.
    return value if value is None or type(value) is int else {}
