"""C-43: what an ID in a field may be, what looks rounded, and what is removed around a pasted one."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from koodrive import rules
from koodrive.journal.export import protect
from koodrive.rules.clean_id import NARROWED, UNWRAPPED, clean_id

SEED = 20261130
ID_FIELDS = ("groupId", "scopeParentFolderId", "containerId")
SHARED_COLLECTION = {
    "type": "1",
    "albumKind": "2",
    "scopeDir": ["17"],
    "scopeParentFolderId": "16",
    "scopeKind": "1",
    "groupId": "15",
    "shareFolderId": "18",
}
GOOD = [
    "17",
    "1805929618625036417",
    "IAAFanxbXNArpAncA1645841408025905537",
    "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
    "_-",
]


def judged(text):
    """Return the code of the problem of `text` at every field that takes an ID, and in the list."""
    found = set()
    for field in ID_FIELDS:
        problems = rules.check_album({**SHARED_COLLECTION, field: text})
        found.add(problems[field].code if problems else None)
    problems = rules.check_album({**SHARED_COLLECTION, "scopeDir": ["10", text]})
    found.add(problems["scopeDir"].code if problems else None)
    (code,) = found
    return code


def javascript(number):
    return str(int(Decimal(repr(float(number)))))


def doubted(text):
    fields = {**SHARED_COLLECTION, "groupId": text, "shareFolderId": text, "scopeDir": ["16", text]}
    advice = {name: problem.code for name, problem in rules.advise_album(fields).items()}
    assert advice in ({}, dict.fromkeys(("groupId", "shareFolderId", "scopeDir"), "looks_rounded"))
    return bool(advice)


@pytest.mark.parametrize("text", [*GOOD, "a" * 64])
def test_c43_an_id_is_letters_digits_and_two_signs(text):
    assert judged(text) is None


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("a" * 65, "id_too_long", "65 of 64"),
        ("7" * 100_000, "id_too_long", "100000"),
        ("'17", "id_characters", "'"),
        ("(17)", "id_characters", "( )"),
        ("１７", "id_characters", "１"),
        ("17\u200b", "id_characters", "U+200B"),
        ("家", "id_characters", "家"),
        ("=1+1", "id_characters", "= +"),
        ("../17", "id_characters", ". /"),
        (" 17", "id_has_blank", "spaces"),
        ("17 18", "id_has_blank", "spaces"),
        ("1.8E+18", "id_rounded", "rounded"),
        ("1.8E18", "id_rounded", "rounded"),
        ("1.805929618625036E18", "id_rounded", "rounded"),
        ("1,8e18", "id_rounded", "rounded"),
        ("{groupId}", "id_placeholder", "“{groupId}”"),
        ("{{container_id}}", "id_placeholder", "“{{container_id}}”"),
        ("${GROUP_ID}", "id_placeholder", "“${GROUP_ID}”"),
        ("<your group id>", "id_placeholder", "“<your group id>”"),
        ("[folder1]", "id_placeholder", "“[folder1]”"),
        ("groupId", "id_placeholder", "“groupId”"),
        ("null", "id_placeholder", "“null”"),
        ("undefined", "id_placeholder", "“undefined”"),
        ("None", "id_placeholder", "“None”"),
        ("NaN", "id_placeholder", "“NaN”"),
    ],
)
def test_c43_what_is_no_id_is_a_problem_that_names_it(text, code, named):
    assert judged(text) == code
    message = rules.check_album({**SHARED_COLLECTION, "groupId": text})["groupId"].message
    assert named in message or code == "id_has_blank"
    assert len(message) < 200
    assert f"{2}" in rules.check_album({**SHARED_COLLECTION, "scopeDir": ["17", text]})["scopeDir"].message


def test_c43_the_primary_key_of_a_shared_folder_is_judged_likewise():
    def code(text):
        return rules.check_album({**SHARED_COLLECTION, "shareFolderId": text})["shareFolderId"].code

    assert code("1.8E18") == "id_rounded"
    assert code("{shareFolderId}") == code("null") == "id_placeholder"
    assert code("'17") == "share_folder_id_not_number"
    assert code("9" * 65) == code(javascript(2**63 - 1)) == "share_folder_id_too_large"


@pytest.mark.parametrize("low", [1_644_817_543_959_100_032, 10**18, 9 * 10**18, 10**17])
def test_c43_every_rounded_id_gets_advice_and_hardly_any_exact_one(low):
    drawn = random.Random(SEED)
    exact = [drawn.randrange(low, low + low // 10) for _ in range(3000)]
    assert all(doubted(javascript(number)) for number in exact)
    assert all(doubted(str(int(float(number)))) for number in exact), "as a program with doubles prints it"
    assert all(doubted(str(number // 10**4 * 10**4)) for number in exact), (
        "15 digits are what a spreadsheet keeps"
    )
    by_chance = sum(doubted(str(number)) for number in exact if javascript(number) != str(number))
    assert by_chance <= len(exact) // (50 if low >= 10**18 else 5)


@pytest.mark.parametrize(
    "text", ["17", "9007199254740992", "123456789012345", "c937ff95eeb44494a5a967e21d185000", ""]
)
def test_c43_what_a_double_holds_apart_gets_no_advice(text):
    fields = {**SHARED_COLLECTION, "groupId": text, "containerId": text}
    assert "groupId" not in rules.advise_album(fields)


WRAPPINGS = [
    "'{}",
    "’{}",
    '"{}"',
    "“{}”",
    "「{}」",
    "`{}`",
    "({})",
    "[{}]",
    "{{{}}}",
    "<{}>",
    "【{}】",
    '["{}",',
    '="{}"',
    " {}\n",
    "\u00a0{}\u3000",
    "\ufeff{}\u200b",
    "\u202a{}\u202c",
    '  "{}" ,\r\n',
    "（{}）",
]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("bare", GOOD[:-1])
def test_c43_what_is_around_a_pasted_id_is_removed_and_said(wrapping, bare):
    found = clean_id(wrapping.format(bare))
    assert found.text == bare
    assert UNWRAPPED in found.changes
    assert clean_id(found.text).changes == ()


def test_c43_the_apostrophe_of_our_own_export_comes_off():
    assert clean_id(protect("1765148493107805441")).text == "1765148493107805441"


def test_c43_full_width_digits_become_digits():
    found = clean_id("１８０５929618625036417")
    assert (found.text, found.changes) == ("1805929618625036417", (NARROWED,))
    assert clean_id("＂１７＂") == type(found)("17", (UNWRAPPED, NARROWED))


def test_c43_zero_width_characters_inside_are_removed():
    assert clean_id("18059\u200b29618\u2060625").text == "1805929618625"


@pytest.mark.parametrize(
    "text",
    ["", " ", "{groupId}", "<group id>", "null", "'null'", "17 18", "1.8E+18", "家", "7" * 65, "''", "a,b"],
)
def test_c43_what_is_no_id_even_so_stays_for_the_rules_to_name(text):
    assert clean_id(text) == type(clean_id(""))(text)
