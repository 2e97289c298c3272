"""What an emoji is: the sandbox's `emoji` data against the `regex` package, over all of Unicode."""

from __future__ import annotations

import sys

import pytest
import regex

from koodrive.sandbox.emoji_format import has_emoji

CODE_POINTS = [chr(number) for number in range(sys.maxunicode + 1)]
KEYCAPS = regex.compile(r"[0-9#*]")


def test_single_code_points_are_all_emoji_characters_but_signs_and_digits():
    emoji = regex.compile(r"(?![0-9#*©®™])\p{Emoji}")
    assert [c for c in CODE_POINTS if has_emoji(c)] == [c for c in CODE_POINTS if emoji.match(c)]


def test_code_points_with_a_selector_are_all_emoji_characters():
    selected = regex.compile(r"\p{Emoji}\uFE0F")
    pairs = [f"{c}\ufe0f" for c in CODE_POINTS]
    assert [pair for pair in pairs if has_emoji(pair)] == [pair for pair in pairs if selected.match(pair)]


def test_keycaps_are_put_on_digits_and_two_signs_only():
    capped = [c for c in CODE_POINTS if has_emoji(f"{c}\u20e3") and not has_emoji(c)]
    assert "".join(capped) == "#*0123456789"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("plain 123 #* ©®™ → ♪", False),
        ("❤", True),
        ("↔", True),
        ("©\ufe0f", True),
        ("\ufe0f", False),
        ("\u20e3", False),
        ("a\ufe0f", False),
        ("a❤\ufe0f", True),
        ("x😀", True),
        ("7\ufe0f\u20e3", True),
        ("7\u20e3", True),
        ("👩\u200d👩\u200d👧", True),
        ("🇩🇪", True),
    ],
)
def test_sequences(text, expected):
    assert has_emoji(text) is expected
