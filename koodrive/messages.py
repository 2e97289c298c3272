"""Messages for the user that keep their template, so that a window can translate them."""

from __future__ import annotations

from typing import Self


class Message(str):
    """An English sentence that remembers the template and the values that it was made from.

    It is an ordinary ``str`` to everybody who only wants to show or log it. A window that speaks another
    language translates `template` and fills in `values` again.

    Args:
        template: English text with ``{name}`` places, as for `str.format`.
        values: Values of the places. Text that comes from outside belongs here, never in the template.

    Raises:
        KeyError: When the template names a place for which there is no value.
    """

    template: str
    values: dict[str, object]

    __slots__ = ("template", "values")

    def __new__(cls, template: str, **values: object) -> Self:  # noqa: D102 - the class says it
        sentence = super().__new__(cls, template.format(**values) if values else template)
        sentence.template = template
        sentence.values = values
        return sentence

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.template, self.values)


def _rebuild(template: str, values: dict[str, object]) -> Message:
    return Message(template, **values)
