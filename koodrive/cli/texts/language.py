"""The language of the command: chosen by ``--language`` or the locale, read from the catalogue of the window."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENGLISH, CHINESE = "en", "zh-CN"
LANGUAGES = (ENGLISH, CHINESE)
"""What ``--language`` takes."""
_OPTION = "--language"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_SIMPLIFIED = re.compile(r"zh([-_.@](hans|cn|sg|utf-?8|gb).*)?", re.IGNORECASE)
_CATALOGUE = "koodesk_zh_CN.ts"
_CONTEXT = "koodrive"

_translations: dict[str, str] = {}
"""English template to its translation, for the command that runs in this process."""


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Choose the language of all that is said from now on.

    Before click reads the command line, as help and errors of the command line are in this language, too.

    Args:
        arguments: The command line; its last ``--language`` goes before the locale.
        environment: Its locale is that of the first of ``LC_ALL``, ``LC_MESSAGES``, ``LANG`` which is not empty.
    """
    locale = next(filter(None, (environment.get(name) for name in _LOCALE_VARIABLES)), "")
    wanted = _given(arguments) or locale
    _translations.clear()
    if _SIMPLIFIED.fullmatch(wanted) and _takes_chinese(sys.stdout) and _takes_chinese(sys.stderr):
        _translations.update(_read_catalogue())


def is_chinese() -> bool:
    """Return whether the command speaks Chinese."""
    return bool(_translations)


def in_language(text: str) -> str:
    """Return a `Message` in the chosen language; any other text, which is from outside, as it is."""
    return text.in_language(look_up) if isinstance(text, Message) else text


def look_up(template: str) -> str:
    """Return the translation of an English template or text of ours; where there is none, the text itself."""
    return _translations.get(template) or template


def _given(arguments: Sequence[str]) -> str:
    given = ""
    for argument, following in pairwise([*arguments, ""]):
        name, equals, value = argument.partition("=")
        value = (value if equals else following).casefold()
        # Another value is refused, in the language of the locale.
        if name == _OPTION and value in map(str.casefold, LANGUAGES):
            given = value
    return given


def _takes_chinese(stream: object) -> bool:
    try:
        "中".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True


def _read_catalogue() -> dict[str, str]:
    """Return the translations of this package; without a catalogue there are none."""
    from importlib import resources  # noqa: PLC0415 - only where another language than English is spoken
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    file = resources.files("resources").joinpath("translations", _CATALOGUE)
    if not file.is_file():
        return {}
    contexts = ET.fromstring(file.read_text(encoding="utf-8")).iter("context")  # noqa: S314 - our own file
    messages = [
        message
        for context in contexts
        if context.findtext("name") == _CONTEXT
        for message in context.iter("message")
    ]
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}
