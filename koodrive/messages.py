"""Messages for the user that keep their template, so that a window can translate them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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

    def in_language(self, look_up: Callable[[str], str]) -> str:
        """Return the message in another language; values that are messages are translated first.

        Args:
            look_up: Returns the translation of a template, or the template where there is none.
        """
        values = {
            name: value.in_language(look_up) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        template = look_up(self.template)
        return template.format(**values) if values else template

    def value_of(self, name: str) -> object | None:
        """Return the value of a place of the message, or of the first message in it that has one; None without any."""
        if name in self.values:
            return self.values[name]
        within = (value.value_of(name) for value in self.values.values() if isinstance(value, Message))
        return next((found for found in within if found is not None), None)

    def filled(self, **values: object) -> Self:
        """Return the same template with `values`: for a constant that names places."""
        return type(self)(self.template, **values)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.template, self.values)


def _rebuild(template: str, values: dict[str, object]) -> Message:
    return Message(template, **values)


_SENTENCES = Message("{first} {second}")
_CLAUSES = Message("{first}; {second}")
_ITEMS = Message("{first}, {second}")


def sentences(first: str, *others: str) -> Message:
    """Return whole sentences one after the other, as the language joins them (Chinese has no blank between them).

    Args:
        first: A `Message`, or a text from outside, which stays as it is.
        others: What follows, likewise; empty ones are left out.
    """
    return _chained(_SENTENCES, first, *others)


def without(message: Message, sentence: str) -> Message:
    """Return what `sentences` has joined, without one of them.

    Args:
        message: One or more sentences.
        sentence: The one that is not wanted.
    """
    if message.template != _SENTENCES.template:
        return Message("") if message == sentence else message
    first, second = (
        part if isinstance(part, Message) else Message("{text}", text=part)
        for part in message.values.values()
    )
    return sentences(without(first, sentence), without(second, sentence))


def clauses(*parts: str) -> Message:
    """Return clauses of one sentence: ``it is long; it is old``.

    Args:
        parts: Each a `Message`, or a text from outside; empty ones are left out.
    """
    return _chained(_CLAUSES, *parts)


def listed(*items: str) -> Message:
    """Return items as one list, with the language's own sign between them: ``one, two`` (Chinese has ``、``).

    Args:
        items: What is listed: each a `Message`, or a text from outside; empty ones are left out.
    """
    return _chained(_ITEMS, *items)


def message_to_data(message: str) -> dict[str, object]:
    """Return a message as what JSON can hold, with its template and its values apart.

    Args:
        message: A `Message`, or a plain text, which stands as a value.
    """
    if not isinstance(message, Message):
        return {"template": "{text}", "values": {"text": str(message)}}
    values = {name: _value_to_data(value) for name, value in message.values.items()}
    return {"template": message.template, "values": values}


def message_from_data(data: Mapping[str, Any]) -> Message:
    """Return the message that `message_to_data` has made `data` of.

    Raises:
        KeyError: When `data` is something else.
    """
    values = {
        name: message_from_data(value) if isinstance(value, dict) else value
        for name, value in data["values"].items()
    }
    return Message(data["template"], **values)


def message_from_words(words: str) -> Message:
    """Return the message without values that has made `words`, which are its template, too."""
    return Message(words)


def _chained(pair: Message, *parts: str) -> Message:
    """Return all parts by the template of two, one after the other."""
    texts = [part for part in parts if part] or [""]
    chain = reduce(lambda first, second: pair.filled(first=first, second=second), texts)
    return chain if isinstance(chain, Message) else Message("{text}", text=chain)


def _value_to_data(value: object) -> object:
    if isinstance(value, Message):
        return message_to_data(value)
    return value if value is None or isinstance(value, bool | int | float) else str(value)
