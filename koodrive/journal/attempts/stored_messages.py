"""Messages as columns: the English words, and beside those that have values their template and values in JSON.

The words are what counts: an older KooDesk shows them, and so does this one where the JSON is missing or damaged, or
makes other words. A message without values is its own template, and needs no JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from koodrive.journal.encoding import decoded, to_db_text
from koodrive.messages import Message, message_from_data, message_from_words, message_to_data

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NAMES = ("title", "message", "note")

DATA_COLUMNS = tuple(f"{name}_data" for name in _NAMES)
"""The columns of `exchange` with the JSON of its messages."""

MESSAGE_COLUMNS = ", ".join(f"e.{name}" for name in (*_NAMES, *DATA_COLUMNS))
"""All columns of the messages of ``exchange e``, for a SELECT; `with_messages` reads them."""


def message_columns(**messages: str | None) -> dict[str, str | None]:
    """Return the columns of messages: each with its name, and its JSON or None as ``<name>_data``.

    Args:
        messages: A `Message`, a plain text, or None.
    """
    words = {name: None if message is None else to_db_text(message) for name, message in messages.items()}
    return words | {f"{name}_data": _data_of(message) for name, message in messages.items()}


def with_messages(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of which each of the `MESSAGE_COLUMNS` is a `Message` or None, without those of the JSON."""
    messages = {name: stored_message(row[name], row.get(f"{name}_data")) for name in _NAMES}
    return {name: value for name, value in row.items() if name not in DATA_COLUMNS} | messages


def stored_message(words: object, data: object) -> Message | None:
    """Return the message of two columns, which may be damaged; None where there are no words.

    Args:
        words: What it says in English.
        data: Its template and values in JSON; None for a message without values.
    """
    if words is None:
        return None
    message = None if data is None else _message_of(decoded(data))
    return (
        message
        if message is not None and to_db_text(message) == words
        else message_from_words(decoded(words))
    )


def to_json(value: object) -> str:
    r"""Return `value` as JSON text that the database takes: a lone surrogate becomes ``\udXXX``, which JSON knows."""
    return to_db_text(_ENCODER.encode(value))


def message_to_json(message: Message | None) -> str | None:
    """Return a message as JSON, for a column without the words beside it."""
    return None if message is None else to_json(message_to_data(message))


def message_from_json(text: str | None) -> Message | None:
    """Return the message that `message_to_json` has made `text` of; one that says `text` where that is damaged."""
    return None if text is None else _message_of(text) or message_from_words(text)


def _data_of(message: str | None) -> str | None:
    return message_to_json(message) if isinstance(message, Message) and message.values else None


def _message_of(data: str) -> Message | None:
    """Return the message of its JSON, or None where that is damaged."""
    try:
        return message_from_data(json.loads(data))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
