"""The words of click, which knows no language but that of gettext: found again in what it says, as messages of ours."""

from __future__ import annotations

import re
from functools import cache

from koodrive.cli.texts.language import in_language, is_chinese, look_up
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


def said_by_click(text: str) -> str:
    """Return what click says in the language of the command.

    Args:
        text: A message of ours that went through click, or words of its own; their values may be either in turn.
    """
    if isinstance(text, Message) or not is_chinese() or look_up(text) != text:
        return look_up(in_language(text))
    for words, pattern in zip(_WORDS, _patterns(), strict=True):
        if found := pattern.fullmatch(text):
            return in_language(words).format(
                **{name: said_by_click(value) for name, value in found.groupdict().items()}
            )
    return text


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(words)), re.DOTALL) for words in _WORDS
    )
