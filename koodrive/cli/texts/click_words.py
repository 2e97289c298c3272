"""The words of click, which knows no language but that of gettext: found again in what it says, as messages of ours."""

from __future__ import annotations

import re
from functools import cache

from koodrive.cli.texts.language import is_chinese, look_up
from koodrive.messages import Message

_WORDS = (
    Message("Show this message and exit."),
    Message("Show the version and exit."),
    Message("required"),
    Message("default: {default}"),
    Message("Missing command."),
    Message("Missing argument {name}."),
    Message("Missing option {name}."),
    Message("No such option {name}. Did you mean {known}?"),
    Message("No such option {name}. (Did you mean one of: {known}?)"),
    Message("No such option {name}."),
    Message("No such command {name}. Did you mean {known}?"),
    Message("No such command {name}. (Did you mean one of: {known}?)"),
    Message("No such command {name}."),
    Message("Option {name} requires an argument."),
    Message("Option {name} does not take a value."),
    Message("Invalid value for {name}: {message}"),
    Message("{value} is not one of {choices}."),
    Message("{value} does not match the formats {formats}."),
    Message("{value} is not a valid integer range."),
    Message("{value} is not a valid float range."),
    Message("{value} is not in the range {range}."),
    Message("File {path} does not exist."),
    Message("File {path} is a directory."),
    Message("File {path} is not readable."),
)
"""Of the first that fits; what no one fits stays English."""


def message_of(text: str) -> str:
    """Return the `Message` that a text of click's is, and any other text as it is.

    Args:
        text: What click has made; its values may be messages in turn.
    """
    if isinstance(text, Message) or not is_chinese():
        return text
    if look_up(text) != text:
        return Message(text)
    for words, pattern in zip(_WORDS, _patterns(), strict=True):
        if found := pattern.fullmatch(text):
            return words.filled(**{name: message_of(value) for name, value in found.groupdict().items()})
    return text


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(words)), re.DOTALL) for words in _WORDS
    )
