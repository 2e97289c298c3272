"""JSON read without forgiveness, for answers that decide and texts that are evidence."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, NoReturn


def loads(text: str) -> Any:
    """Return the one JSON value in `text`; integers are exact however long, fractions are `Decimal`.

    Raises:
        ValueError: When `text` is anything else, has a key twice in one object, NaN or Infinity, or is nested
            too deep.
    """
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_reject, parse_float=Decimal)
    except (ArithmeticError, RecursionError) as error:
        # Decimal cannot hold 1e99999999999999999999.
        raise ValueError("the text cannot be read as JSON") from error


def indent_json(text: str) -> str:
    """Return JSON with line breaks and indentation, and any text as it is when that would change what it says.

    Args:
        text: A request or an answer; keys that stand twice and numbers such as ``1.10`` stay as they are.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_reject, parse_float=_reject)
        return json.dumps(value, ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return text


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return value


def _reject(token: str) -> NoReturn:
    raise ValueError(f"{token} is not read")
