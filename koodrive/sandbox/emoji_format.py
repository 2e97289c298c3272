"""The JSON Schema format `koodrive-no-emoji`, from the Unicode data of the `emoji` package."""

from __future__ import annotations

import functools
from dataclasses import dataclass

_EMOJI_SELECTOR = "\N{VARIATION SELECTOR-16}"
_TEXT = frozenset("0123456789#*©®™")
"""Emoji=Yes, but text to everybody unless something asks for the emoji."""
_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_TAGS = frozenset(chr(number) for number in range(0xE0020, 0xE0080))


def has_emoji(text: str) -> bool:
    """Tell whether `text` holds an emoji by the definition in the OpenAPI description."""
    data = _emoji_data()
    followers = f"{text[1:]}\0"
    return any(
        character in data.pictures
        or (follower == _EMOJI_SELECTOR and character in data.all)
        or (follower in _TAGS and character in data.all and character not in _TEXT)
        or (follower == _KEYCAP and character in data.keycaps)
        for character, follower in zip(text, followers, strict=False)
    )


@dataclass(frozen=True, slots=True)
class _EmojiData:
    all: frozenset[str]
    """Emoji=Yes."""
    pictures: frozenset[str]
    """Emoji_Presentation=Yes."""
    keycaps: frozenset[str]
    """What a keycap can be put on."""


@functools.cache
def _emoji_data() -> _EmojiData:
    # The table takes 30 ms to load, which nobody should pay who only imports the sandbox.
    from emoji import EMOJI_DATA, STATUS  # noqa: PLC0415

    single = {text for text in EMOJI_DATA if len(text) == 1}
    # What is an emoji as it stands, without a selector behind it; a skin tone is a component.
    pictures = {text for text in single if EMOJI_DATA[text]["status"] != STATUS["unqualified"]}
    keycaps = {text[0] for text in EMOJI_DATA if text.endswith(_KEYCAP)}
    # Regional indicators are no emoji of their own there; they appear in pairs, as flags.
    flags = [text for text in EMOJI_DATA if len(text) == 2 and not single & set(text)]
    indicators = {part for text in flags if text[1] not in {_EMOJI_SELECTOR, _KEYCAP} for part in text}
    return _EmojiData(
        all=frozenset(single | keycaps | indicators),
        pictures=frozenset(pictures | indicators),
        keycaps=frozenset(keycaps),
    )
