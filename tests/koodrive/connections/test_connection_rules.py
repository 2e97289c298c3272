"""Rules of the connection dialog's fields."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.api.token_expiry import USUAL_LIFE
from koodrive.connections.rules import USUAL_IDLE_MINUTES, check_connection
from koodrive.models import Connection

JUDGED = ("name", "serviceAddress", "userId", "account", "agentName", "idleMinutes")
FIELDS = {"name": "Family cloud", "serviceAddress": "https://example.com", "userId": "U-1"}


class TestChecks:
    """Rules of the dialog's fields."""

    def test_good_fields_have_no_problem(self):
        assert check_connection(FIELDS) == {}

    def test_all_problems_come_at_once(self):
        problems = check_connection({})
        assert {field: problem.code for field, problem in problems.items()} == {
            "name": "required",
            "serviceAddress": "required",
            "userId": "required",
        }

    @pytest.mark.parametrize(
        ("field", "text", "code"),
        [
            ("name", " \u200b\t", "only_blanks"),
            ("name", "x" * 61, "too_long"),
            ("name", "𠮷" * 61, "too_long"),
            ("name", "two\nlines", "name_character"),
            ("name", "a\u2028b", "name_character"),
            ("name", "a\x00b", "name_character"),
            ("name", "broken \ud800", "broken_character"),
            ("serviceAddress", "http://example.com", "address_not_secure"),
            ("userId", "a b", "user_id_character"),
            ("userId", "用户", "user_id_character"),
            ("userId", "a\r\nX-Evil: 1", "user_id_character"),
            ("agentName", "Carrier\r\nX-Evil: 1", "agent_name_character"),
            ("agentName", "运营商", "agent_name_character"),
            ("agentName", " Carrier", "agent_name_form"),
            ("agentName", "Carrier\n", "agent_name_form"),
            ("agentName", "x" * 201, "agent_name_form"),
            ("idleMinutes", "", "idle_minutes"),
            ("idleMinutes", "0", "idle_minutes"),
            ("idleMinutes", "1441", "idle_minutes"),
            ("idleMinutes", "twenty", "idle_minutes"),
            ("idleMinutes", "20\n", "idle_minutes"),
            ("idleMinutes", "٢٠", "idle_minutes"),
        ],
        ids=ascii,
    )
    def test_each_rule_has_its_code_and_names_its_field_only(self, field, text, code):
        problems = check_connection(FIELDS | {field: text})
        assert {field: problem.code for field, problem in problems.items()} == {field: code}

    @pytest.mark.parametrize("name", ["x", "x" * 60, "𠮷" * 60, "家庭云 👨‍👩‍👧", " outer blanks "], ids=ascii)
    def test_names_within_the_limits_are_fine(self, name):
        assert check_connection(FIELDS | {"name": name}) == {}

    @pytest.mark.parametrize(
        ("account", "code"),
        [
            ("x" * 201, "too_long"),
            (" \t", "only_blanks"),
            ("a\r\nb", "account_character"),
            ("a\x00", "account_character"),
            ("a\ud800", "account_character"),
        ],
        ids=ascii,
    )
    def test_an_account_stands_on_one_line(self, account, code):
        problems = check_connection(FIELDS | {"account": account, "agentName": "Carrier"})
        assert {field: problem.code for field, problem in problems.items()} == {"account": code}

    @pytest.mark.parametrize(
        "account", ["0027188460911", "thandi@example.com", "家 家", "x" * 200], ids=ascii
    )
    def test_an_account_needs_a_carrier(self, account):
        assert check_connection(FIELDS | {"account": account, "agentName": "Carrier One"}) == {}
        for missing in ("", "  "):
            problems = check_connection(FIELDS | {"account": account, "agentName": missing})
            assert {field: problem.code for field, problem in problems.items()} == {"agentName": "required"}

    @pytest.mark.parametrize("minutes", ["1", "20", "999", "1440"])
    def test_minutes_within_a_day_are_fine(self, minutes):
        assert check_connection(FIELDS | {"idleMinutes": minutes}) == {}

    def test_the_message_counts(self):
        message = check_connection(FIELDS | {"name": "x" * 75})["name"].message
        assert message == "15 characters too many (75 of 60)."

    @pytest.mark.parametrize(
        ("name", "other"),
        [("Cloud", "cloud"), ("STRASSE", "straße"), ("Cloud ", "Cloud"), ("caf\u00e9", "CAFE\u0301")],
        ids=ascii,
    )
    def test_a_name_is_taken_whatever_its_case_or_form(self, name, other):
        problems = check_connection(FIELDS | {"name": name}, other_names=["x", other])
        assert problems["name"].code == "name_taken"

    def test_a_different_name_is_not(self):
        assert check_connection(FIELDS, other_names=["Family", "Family cloud 2"]) == {}

    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(JUDGED, st.text(max_size=70))))
    def test_every_text_gets_a_verdict(self, fields):
        problems = check_connection(fields, other_names=["x"])
        assert set(problems) <= set(JUDGED)
        assert all(problem.code.isascii() and problem.message for problem in problems.values())


def test_what_is_usual_is_one_thing():
    usual = {field.name: field.default for field in dataclasses.fields(Connection)}
    assert usual["idle_minutes"] == USUAL_IDLE_MINUTES
    assert timedelta(minutes=int(USUAL_IDLE_MINUTES)) == USUAL_LIFE
