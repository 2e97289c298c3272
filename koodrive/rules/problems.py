"""Types of the rules: fields of a form in, problems out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeAlias

from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FieldValue: TypeAlias = "str | Sequence[str]"
Fields: TypeAlias = "Mapping[str, FieldValue]"
"""API field name (camelCase) to text, `scopeDir` to a list of text."""

IMMEDIATE_PROBLEMS = frozenset({"broken_character", "emoji", "forbidden_character", "too_long"})
"""Codes of the problems that no further key press resolves: a form shows them during typing. All others wait until the
field is left or typing pauses."""
PATIENT_ADVICE = frozenset({"outer_blank"})
"""Codes of the advice that waits likewise, as the next key mends it as a rule: the blank before the next word."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Problem of one field.

    `code` is stable ASCII for programs and tests; `message` is a sentence for the user.
    """

    code: str
    message: Message

    @classmethod
    def of(cls, code: str, template: str, **values: object) -> Self:
        """Return the problem whose message is `template` with `values` (see `Message`)."""
        return cls(code, Message(template, **values))


Problems: TypeAlias = "dict[str, Problem]"
"""API field name to problem; empty when all is well."""


def too_many(code: str, template: str, count: int, limit: int) -> Problem:
    """Return the problem that something has `count` parts where `limit` are allowed.

    Args:
        code: Of the problem.
        template: Says so with ``{count}``, ``{limit}`` and ``{excess}``.
        count: How many there are.
        limit: How many there may be.
    """
    return Problem.of(code, template, count=count, limit=limit, excess=count - limit)
