"""The rules of both creates: every limit from both sides, every forbidden character, all problems at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive import rules
from koodrive.rules import advise_shared_folder, check_album, check_shared_folder
from koodrive.rules.names import ALBUM_NAME_LIMIT
from koodrive.rules.problems import IMMEDIATE_PROBLEMS

MANUAL = {"type": "2", "albumKind": "1", "name": "Holiday 2026"}
COLLECTION = {
    "type": "1",
    "albumKind": "1",
    "scopeDir": ["1765148493107805441", "1766"],
    "scopeParentFolderId": "root",
    "scopeKind": "1,2",
}
SHARED = {
    **MANUAL,
    "albumKind": "2",
    "groupId": "1765148492881313000",
    "shareFolderId": "1765148493107805441",
}
FOLDER = {"shareType": "0", "containerId": "IAAFanxbXNArpAncA1645841408025905537", "name": "Family"}


def codes(problems):
    return {field: problem.code for field, problem in problems.items()}


@pytest.mark.parametrize("fields", [MANUAL, COLLECTION, SHARED, {**COLLECTION, "name": "Trip"}])
def test_good_albums_have_no_problem(fields):
    assert check_album(fields) == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "required"),
        ("x", None),
        ("x" * 20, None),
        ("x" * 21, "too_long"),
        ("\U00020bb7" * 20, None),
        ("\U00020bb7" * 21, "too_long"),
        ("e\u0301" * 10, None),
        ("e\u0301" * 11, "too_long"),
        ("   ", "only_blanks"),
        ("\u3000\u200b\ufeff", "only_blanks"),
        ("...", None),
        ("a\ud800", "broken_character"),
        ('<>|:*?"/', None),
        ("🎉", None),
        ("\u202eabc", None),
    ],
)
def test_album_name(name, code):
    assert codes(check_album({**MANUAL, "name": name})) == ({"name": code} if code else {})


def test_a_collection_needs_no_name_but_a_blank_one_is_a_mistake():
    assert check_album({**COLLECTION, "name": ""}) == {}
    assert codes(check_album({**COLLECTION, "name": " "})) == {"name": "only_blanks"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("type", "", "choice_missing"),
        ("type", "3", "choice_unknown"),
        ("albumKind", "0", "choice_unknown"),
        ("scopeDir", [], "required"),
        ("scopeDir", ["1"] * 2, "duplicate"),
        ("scopeDir", "17", "not_a_list"),
        ("scopeDir", ("17", "18"), None),
        ("scopeDir", None, "required"),
        ("scopeDir", 17, "not_a_list"),
        ("scopeDir", [str(number) for number in range(30)], None),
        ("scopeDir", [str(number) for number in range(31)], "too_many"),
        ("scopeDir", ["1", ""], "id_has_blank"),
        ("scopeDir", ["1", "2 3"], "id_has_blank"),
        ("scopeParentFolderId", "", "required"),
        ("scopeParentFolderId", "a b", "id_has_blank"),
        ("scopeParentFolderId", "a\u200bb", "id_characters"),
        ("scopeParentFolderId", "a\x00b", "id_has_blank"),
        ("scopeKind", "", "choice_missing"),
        ("scopeKind", "1", None),
        ("scopeKind", "2", None),
        ("scopeKind", "2,1", "choice_unknown"),
        ("scopeKind", "3", "choice_unknown"),
        ("containerId", "", None),
        ("containerId", "IAAF anx", "id_has_blank"),
    ],
)
def test_fields_of_a_collection(field, value, code):
    assert codes(check_album({**COLLECTION, "name": "x", field: value})) == ({field: code} if code else {})


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("groupId", "", "required"),
        ("shareFolderId", "", "required"),
        ("shareFolderId", "Fi94r66FoDTSP44M1VkJNup0JH-FIano0", "share_folder_id_is_file_id"),
        ("shareFolderId", "12a", "share_folder_id_not_number"),
        ("shareFolderId", "-1", "share_folder_id_not_number"),
        ("shareFolderId", "0", "share_folder_id_not_number"),
        ("shareFolderId", "007", "share_folder_id_not_number"),
        ("shareFolderId", "１２", "share_folder_id_not_number"),
        ("shareFolderId", "9223372036854775807", None),
        ("shareFolderId", "9223372036854775808", "share_folder_id_too_large"),
        ("shareFolderId", "1" * 4400, "share_folder_id_too_large"),
    ],
)
def test_fields_of_a_shared_album(field, value, code):
    assert codes(check_album({**SHARED, field: value})) == ({field: code} if code else {})


def test_fields_that_are_not_sent_are_not_judged():
    nonsense = {
        "scopeDir": ["a a"],
        "scopeKind": "9",
        "groupId": " ",
        "shareFolderId": "F",
        "containerId": " ",
    }
    assert check_album({**MANUAL, **nonsense}) == {}


def test_all_problems_come_at_once_in_the_order_of_the_form():
    problems = check_album({"type": "1", "albumKind": "2", "name": " "})
    assert list(problems) == [
        "name",
        "scopeDir",
        "scopeParentFolderId",
        "scopeKind",
        "groupId",
        "shareFolderId",
    ]
    assert set(check_album({})) == {"type", "albumKind", "name"}


@pytest.mark.parametrize("character", [*list('<>|:*?"/'), "\n", "\r", "\x08", "\t"])
def test_a_forbidden_character_is_named(character):
    problem = check_shared_folder({**FOLDER, "name": f"a{character}b"})["name"]
    assert problem.code == "forbidden_character"
    spoken = {"\n": "line break", "\r": "carriage return", "\b": "backspace", "\t": "tab"}
    assert spoken.get(character, character) in problem.message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "required"),
        ("x" * 31, None),
        ("x" * 32, "too_long"),
        ("家" * 31, None),
        (".", "only_periods"),
        ("..", "only_periods"),
        ("...", None),
        (".a", None),
        ("back\\slash", None),
        ("a😀b", "emoji"),
        ("👨\u200d👩\u200d👧", "emoji"),
        ("🇨🇳", "emoji"),
        ("1\ufe0f\u20e3", "emoji"),
        ("©\ufe0f", "emoji"),
        ("©®™ #1 *2", "forbidden_character"),
        ("©®™ #1 2", None),
        ("0123456789", None),
        ("I ❤ you", None),
        ("🏝", None),
        ("🏝\ufe0f", "emoji"),
        ("☝🏻", "emoji"),
        ("☺\U000e0067", "emoji"),
        ("→", None),
        ("\u3000", "only_blanks"),
    ],
)
def test_shared_folder_name(name, code):
    assert codes(check_shared_folder({**FOLDER, "name": name})) == ({"name": code} if code else {})


def test_other_fields_of_a_shared_folder():
    assert codes(check_shared_folder({})) == {"containerId": "required", "name": "required"}
    assert codes(check_shared_folder({**FOLDER, "shareType": "1"})) == {"shareType": "choice_unknown"}
    assert codes(check_shared_folder({**FOLDER, "containerId": "a\nb"})) == {"containerId": "id_has_blank"}


@pytest.mark.parametrize("text", ["1.80593E+18", "1,80593E+18", "2E+18", "1.8e+18"])
def test_an_id_that_a_spreadsheet_has_rounded_is_refused(text):
    assert codes(check_album({**SHARED, "groupId": text})) == {"groupId": "id_rounded"}
    assert codes(check_album({**SHARED, "shareFolderId": text})) == {"shareFolderId": "id_rounded"}
    problem = check_album({**COLLECTION, "scopeDir": ["17", text]})["scopeDir"]
    assert problem.code == "id_rounded"
    assert "rounded ID 2" in problem.message
    assert codes(check_shared_folder({**FOLDER, "containerId": text})) == {"containerId": "id_rounded"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1805929618625030000", "looks_rounded"),
        ("1234567890123000", "looks_rounded"),
        ("1805929618625036417", None),
        ("123456789012000", None),
        ("c937ff95eeb44494a5a967e21d185000", None),
    ],
)
def test_an_id_that_may_be_rounded_gets_advice(text, code):
    for field in ("groupId", "shareFolderId"):
        advice = codes(rules.advise_album({**SHARED, "groupId": "17", field: text}))
        assert advice == ({field: code} if code else {})


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("a\u200bb\u202e", "invisible", "(U+200B, U+202E)"),
        ("e\u0301", "not_composed", "NFC"),
        ("\u00e9", None, ""),
        (" a", "outer_blank", "a space"),
        ("家庭\u3000相册", None, ""),
        ("👨\u200d👩\u200d👧", None, ""),
    ],
)
def test_a_name_gets_advice(name, code, words):
    advice = rules.advise_album({**MANUAL, "name": name})
    assert codes(advice) == ({"name": code} if code else {})
    assert all(words in problem.message for problem in advice.values())
    if code != "outer_blank":
        assert codes(advise_shared_folder({**FOLDER, "name": name})) == codes(advice)


@pytest.mark.parametrize(
    "name",
    [
        *("\u3164", "\u2800", "\u2800 \u2800", "\u00ad", "\u115f\u1160", "\uffa0", "\u034f", "\u17b4\u17b5"),
        *(
            "\u200b\u2060\ufeff",
            "\u200e\u202e",
            "\ufe0f",
            "\ufe0e\U000e0100",
            "\U000e0067\U000e007f",
            "\x00\x1b",
        ),
        *("\U0001d159", "\U0001d173", "\u2028", "\u180e\u180b", "\u061c", " \u3164\u3000"),
    ],
)
def test_c44_a_name_that_shows_nothing_is_only_blanks(name):
    assert codes(check_album({**MANUAL, "name": name})) == {"name": "only_blanks"}
    assert codes(check_album({**COLLECTION, "name": name})) == {"name": "only_blanks"}
    assert codes(check_shared_folder({**FOLDER, "name": name})) == {"name": "only_blanks"}
    assert check_album({**MANUAL, "name": f"{name}a"}) == {}


@pytest.mark.parametrize("name", ["\u0301", "\u0600", "\ufffd", "\ue000", "\u0f0b", "-", "\u2423"])
def test_c44_what_is_drawn_is_a_name(name):
    assert check_album({**MANUAL, "name": name}) == {}


@pytest.mark.parametrize("sign", [*"ℹ↔☎㊗㊙✔♀❤", "❤\ufe0e", "☎\ufe0e", "\U0001fc00", "🌡"])
def test_c64_a_sign_that_is_text_by_default_gets_advice(sign):
    fields = {**FOLDER, "name": f"a{sign}b"}
    assert check_shared_folder(fields) == {}
    advice = advise_shared_folder(fields)["name"]
    assert advice.code == "text_sign"
    assert str(advice.message) == f"Some services count this as an emoji ({sign[0]})."
    assert rules.advise_album({**MANUAL, "name": f"a{sign}b"}) == {}, "albums may have emoji"


def test_c64_what_is_free_gets_no_advice():
    assert advise_shared_folder({**FOLDER, "name": "©®™ #1 2 → ★ ♪"}) == {}


@pytest.mark.parametrize(
    "sign", ["ℹ\ufe0f", "❤\ufe0f", "♀\ufe0f", "😀", "😀\ufe0e", "7\ufe0f\u20e3", "#\u20e3", "🇨"]
)
def test_c64_what_is_shown_as_a_picture_is_a_wall(sign):
    assert codes(check_shared_folder({**FOLDER, "name": f"a{sign}b"})) == {"name": "emoji"}


@pytest.mark.parametrize("character", ["\U00020bb7", "\U0001f600", "\U0001d11e"])
def test_c65_utf16_units_above_the_limit_are_advice(character):
    assert rules.advise_album({**MANUAL, "name": character * 10}) == {}
    for name, units in ((character * 20, 40), ("a" * 9 + character * 6, 21)):
        assert check_album({**MANUAL, "name": name}) == {}
        advice = rules.advise_album({**MANUAL, "name": name})["name"]
        assert advice.code == "many_units"
        assert f"{units} UTF-16 units" in advice.message


def test_c65_a_folder_name_may_have_62_utf16_units():
    fields = {**FOLDER, "name": "\U00020bb7" * 31}
    assert check_shared_folder(fields) == {}
    assert "62 UTF-16 units" in advise_shared_folder(fields)["name"].message


@pytest.mark.parametrize("name", ["a:", "  😀", "x" * 32, " " * 32, "\t", "a\ud800"])
def test_c61_what_typing_on_cannot_mend_comes_before_what_it_can(name):
    assert check_shared_folder({**FOLDER, "name": name})["name"].code in IMMEDIATE_PROBLEMS


@pytest.mark.parametrize("name", ["", " ", "\u3164", ".", ".."])
def test_c61_what_typing_on_mends_is_not_told_at_once(name):
    problem = check_shared_folder({**FOLDER, "name": name})["name"]
    assert problem.code not in IMMEDIATE_PROBLEMS
    assert check_shared_folder({**FOLDER, "name": f"{name}a"}) == {}


def test_a_backslash_is_advice_not_a_problem():
    assert codes(advise_shared_folder({**FOLDER, "name": "a\\b"})) == {"name": "backslash"}
    assert codes(advise_shared_folder({**FOLDER, "name": " a"})) == {"name": "outer_blank"}
    assert codes(advise_shared_folder({**FOLDER, "name": "a\u202eb"})) == {"name": "invisible"}
    assert codes(advise_shared_folder({**FOLDER, "containerId": "1805929618625030000"})) == {
        "containerId": "looks_rounded"
    }
    assert advise_shared_folder(FOLDER) == {}


TEXT = st.text(st.characters(), max_size=50)
FIELD_VALUES = st.dictionaries(
    st.sampled_from(
        [
            "name",
            "type",
            "albumKind",
            "scopeDir",
            "scopeParentFolderId",
            "scopeKind",
            "containerId",
            "groupId",
            "shareFolderId",
            "shareType",
        ]
    ),
    st.one_of(TEXT, st.lists(TEXT, max_size=40), st.sampled_from(["1", "2", "1,2", "0"])),
)


@given(FIELD_VALUES)
def test_any_content_gets_a_verdict_with_words(fields):
    for problems in (check_album(fields), check_shared_folder(fields), advise_shared_folder(fields)):
        for problem in problems.values():
            assert problem.code.isascii()
            assert problem.message


@given(TEXT)
def test_the_counted_length_is_code_points(name):
    problem = check_album({**MANUAL, "name": name}).get("name")
    if problem is None:
        assert 1 <= len(name) <= ALBUM_NAME_LIMIT
    elif problem.code == "too_long":
        assert str(len(name)) in problem.message
