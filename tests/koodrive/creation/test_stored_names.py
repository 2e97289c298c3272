"""Could a service have stored this name as that one? Forms of one name, and names of their own."""

from __future__ import annotations

import html
import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.creation.stored_names import may_be_stored_as

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=31).filter(str.strip)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéß家族旅行", min_size=3, max_size=20)

ORDINARY = (
    "Family|Holiday 2025|Holiday 2026|Anna's birthday|Tom's birthday|Wedding|Garden|Grandma|Grandpa|Our cat|"
    "Christmas 2025|Easter|School|Kindergarten|Football|New house|Car|Recipes|Receipts|Beach|Mountains|Rome|Paris|"
    "London 2024|Shanghai|Beijing|Work|Screenshots|Camera|Videos|Favourites|Best of 2025|Baby|First steps|"
    "家庭|宝宝|春节|国庆节|旅行|毕业照|同学聚会|爸爸|妈妈|爷爷奶奶|生日|工作|截图|宠物|美食|婚礼|"
    "2025年夏天|2026年夏天|北京旅行|上海旅行|女儿成长|儿子成长"
)

FORMS = {
    "as it is": lambda name: name,
    "trimmed": str.strip,
    "composed": lambda name: unicodedata.normalize("NFC", name),
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "other width": lambda name: unicodedata.normalize("NFKC", name),
    "upper case": str.upper,
    "a number in brackets": lambda name: f"{name}(1)",
    "a number after a line": lambda name: f"{name}_1",
    "a number after a blank": lambda name: f"{name} (12)",
    "4 bytes as a question mark": lambda name: "".join(c if ord(c) < 0x10000 else "?" for c in name),
    "4 bytes left out": lambda name: "".join(c for c in name if ord(c) < 0x10000),
    "cut at 4 bytes": lambda name: "".join(itertools.takewhile(lambda c: ord(c) < 0x10000, name)),
    "cut at an ampersand": lambda name: name.partition("&")[0],
    "entities": html.escape,
    "entities twice": lambda name: html.escape(html.escape(name)),
    "final periods lost": lambda name: name.rstrip("."),
    "signs as lines": lambda name: "".join("_" if c in '/?!:*<>|"' else c for c in name),
    "only ASCII": lambda name: name.encode("ascii", "replace").decode(),
}


@given(NAMES, st.sampled_from(sorted(FORMS)))
def test_c39_a_form_of_a_name_is_recognised(name, form):
    # A number that is cut or joined is another one: Album 4 and Album 41 are names of a series.
    stored = FORMS[form](name)
    ends_in_digit = name[-1:].isdigit() or unicodedata.normalize("NFKD", name[-1:])[-1:].isdigit()
    splits_number = form.startswith(("cut", "4 bytes", "only")) and any(c.isnumeric() for c in name)
    if stored and not splits_number and not (ends_in_digit and "number" in form):
        assert may_be_stored_as(name, stored), (name, stored)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Album 41", "Album 41 (2)"),
        ("Album 41", "Album 41_1"),
        ("Trip 1", "Trip 1(1)"),
        ("Beach \U0001f3d6 2026", "Beach ? 2026"),
        ("Beach \U0001f3d6 2026", "Beach "),
        ("\U00020bb7野家", "?野家"),
        ("\U0001f3d6\U0001f3d6", "??"),
        ("\U0001f3d6", "(1)"),
        ("Zürich", "Zuerich"),
        ("Family", "Family - copy"),
        ("Family", "Family_20261130084512"),
        ("A\U0001f3d6 long trip", "A"),
    ],
)
def test_c39_forms_that_services_were_seen_to_store(name, stored):
    assert may_be_stored_as(name, stored)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Album 41", "Album 42"),
        ("Album 4", "Album 41"),
        ("Album 41", "Album 4"),
        ("Holiday 2025", "Holiday 2026"),
        ("春节 2025", "春节 2026"),
        ("家庭", "家人"),
        ("Anna's birthday", "Tom's birthday"),
        ("Anna", "Hanna's party"),
        ("Photos A", "Photos B"),
        ("\U0001f3d6", "Wedding"),
    ],
)
def test_c39_a_name_of_its_own_is_no_form_of_another(name, other):
    assert not may_be_stored_as(name, other)


@given(WORDS, st.integers(0, 999), st.integers(0, 999))
def test_c39_the_names_of_a_series_are_no_forms_of_each_other(word, first, second):
    if first != second:
        assert not may_be_stored_as(f"{word} {first}", f"{word} {second}")


def test_c39_ordinary_accounts_stay_decidable():
    names = ORDINARY.split("|")
    pairs = list(itertools.permutations(names, 2))
    alike = [pair for pair in pairs if may_be_stored_as(*pair)]
    share = len(alike) / len(pairs)
    print(f"{len(alike)} of {len(pairs)} pairs of ordinary names resemble each other ({share:.2%}): {alike}")  # noqa: T201 - a figure
    assert share < 0.005
