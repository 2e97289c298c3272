"""JSON as the service has to read it: exact, and without the liberties that parsers take."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, NoReturn


def read_object(body: bytes) -> dict[str, Any]:
    """Read one JSON object in UTF-8.

    Args:
        body: The whole text.

    Returns:
        The members. Numbers with a fraction or an exponent are `Decimal`, so that they are no integers.

    Raises:
        ValueError: With the reason, when the text is not UTF-8, not strict JSON (a member twice, NaN or
            Infinity, a lone surrogate, text after the value) or not an object.
    """
    try:
        value = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_members,
            parse_constant=_refuse_constant,
            parse_float=Decimal,
        )
        _refuse_lone_surrogates(value)
    except RecursionError as exc:
        raise ValueError("it is nested too deeply") from exc
    if not isinstance(value, dict):
        raise ValueError("it is not a JSON object")  # noqa: TRY004 - one kind of error for all bad texts
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is there twice")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _refuse_lone_surrogates(value: object) -> None:
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, list):
        for item in value:
            _refuse_lone_surrogates(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            name.encode("utf-8")
            _refuse_lone_surrogates(item)
