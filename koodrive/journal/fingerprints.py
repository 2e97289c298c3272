"""Fingerprints of requests: equal for requests that look the same to the user.

A fingerprint is kept with each attempt, so that the duplicate check is one search along an index.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from koodrive.core.visible_names import visible_form

_DIGEST_BYTES = 16


def fingerprint_of(kind: str, service_address: str, user_id: str, body: str) -> str:
    """Return 32 hexadecimal digits that are equal for equal requests of one user to one service.

    The name counts in its visible form (`visible_form`). Neither the order of `scopeDir` nor the JSON type of numbers
    counts, about which connections differ (`koodrive.api.serialization.NumberForm`).

    Args:
        kind: A value of `RequestKind`.
        service_address: Base URL of the service.
        user_id: The user's ID on KooDrive.
        body: The JSON text of the request; a text that is no JSON object is compared as it is.
    """
    content = json.dumps([kind, service_address, user_id, _content_of(body)], sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def stored_fingerprint(kind: object, service_address: object, user_id: object, body: object) -> str | None:
    """Return the fingerprint of a stored attempt; an SQL function, for migrations.

    Args:
        kind: Column of the attempt, as a BLOB: text that is no UTF-8 must not keep a history from being opened.
        service_address: As `kind`.
        user_id: As `kind`.
        body: As `kind`; None where the row is damaged, which then has no fingerprint.
    """
    if body is None:
        return None
    return fingerprint_of(*(_text(value) for value in (kind, service_address, user_id, body)))


def stored_visible_form(name: object) -> str | None:
    """Return the visible form of a stored name; an SQL function, with a BLOB as `stored_fingerprint` has it."""
    return None if name is None else visible_form(_text(name))


def _text(stored: object) -> str:
    return stored.decode("utf-8", "replace") if isinstance(stored, bytes) else str(stored)


def _content_of(body: str) -> Any:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return body
    if not isinstance(payload, dict):
        return body
    return {field: _plain(field, value) for field, value in payload.items()}


def _plain(field: str, value: Any) -> Any:
    if field == "name":
        return visible_form(str(value))
    if isinstance(value, list):
        return sorted(str(item) for item in value)
    return str(value)
