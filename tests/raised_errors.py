"""Exceptions as they come out of a `try`: with the traceback that only a raise gives them."""

from __future__ import annotations

from typing import TypeVar

E = TypeVar("E", bound=BaseException)


def raised(error: E) -> E:
    """Raise `error`, and return it."""
    try:
        raise error
    except type(error) as caught:
        return caught
