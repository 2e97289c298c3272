"""The sandbox's `emoji` data against the `regex` package, over all of Unicode."""

from __future__ import annotations

import sys

import pytest
import regex

from koodrive.rules.names import find_emoji
from koodrive.sandbox.openapi import has_emoji

CODE_POINTS = [chr(number) for number in range(sys.maxunicode + 1)]
FREE = "(?![0-9#*©®™])"


def test_c64_single_code_points_are_those_with_emoji_presentation():
    emoji = regex.compile(r"\p{Emoji_Presentation}")
    assert [c for c in CODE_POINTS if has_emoji(c)] == [c for c in CODE_POINTS if emoji.match(c)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("follower", "made_one"),
    [
        ("\ufe0f", r"\p{Emoji}"),
        ("\ufe0e", r"\p{Emoji_Presentation}"),
        ("\u200d", r"\p{Emoji_Presentation}"),
        ("\U0001f3fd", r"."),
        ("\U000e0067", FREE + r"\p{Emoji}"),
        ("\U000e007f", FREE + r"\p{Emoji}"),
        ("\u20e3", r"[0-9#*]|\p{Emoji_Presentation}"),
    ],
)
def test_c64_sandbox_and_rules_agree_on_every_code_point_with_a_follower(follower, made_one):
    by_unicode = regex.compile(made_one, regex.DOTALL)
    for character in CODE_POINTS:
        text = character + follower
        assert has_emoji(text) == bool(find_emoji(text)) == bool(by_unicode.match(character)), ascii(text)
