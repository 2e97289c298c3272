"""Rules and sandbox hold each other: what the form accepts the sandbox accepts, and the reverse.

The sandbox judges by the OpenAPI description and by means of its own, so a mistake on either side shows here.
"""

from __future__ import annotations

import http.client
import json
import re
import string
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_validator import validate_request

from koodrive import KooDriveClient, rules
from koodrive.api import serialization
from koodrive.clock.server_clock import ServerClock
from koodrive.errors import RefusedError
from koodrive.rules.ids import is_placeholder
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

FIELD_CODES = {13000101, 13000102}
TRICKY = st.sampled_from(
    [
        "",
        " ",
        "\u3000",
        "\u200b",
        ".",
        "..",
        "...",
        "a\\b",
        "\u202eabc",
        "e\u0301" * 10,
        "©",
        "©\ufe0f",
        "1\u20e3",
    ]
    + [
        "👨\u200d👩\u200d👧",
        "🇨🇳",
        "x" * 20,
        "x" * 21,
        "x" * 31,
        "x" * 32,
        "\U00020bb7" * 20,
        "家" * 31,
        "\ufeff",
        *(
            "\u3164",
            "\u2800 ",
            "\ufe0f",
            "\x00",
            "❤",
            "❤\ufe0f",
            "❤\ufe0e",
            "☝🏻",
            "\U0001fc00",
            "ℹ\U000e0067",
        ),
    ]
    + [f"a{character}b" for character in '<>|:*?"/\n\r\b\t\x00\x85\u2028']
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=33)
ASCII = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=12)
NAMES = st.one_of(TRICKY, TEXT, ASCII)
# What stands for a missing ID, or was rounded, has the form of one; only our rules know better.
IDS = st.one_of(ASCII, TRICKY, TEXT).filter(
    lambda text: not (is_placeholder(text) or re.fullmatch("(?i)[0-9]e[0-9]{2}", text))
)
LONGS = st.one_of(st.sampled_from(["0", "1", "9223372036854775807"]), st.integers(1, 2**63 - 1).map(str))

ALBUM_FIELDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["1", "2"]),
        "albumKind": st.sampled_from(["1", "2"]),
        "name": NAMES,
        "scopeDir": st.lists(IDS, max_size=32),
        "scopeParentFolderId": IDS,
        "scopeKind": st.sampled_from(["1", "2", "1,2"]),
        "containerId": IDS,
        "groupId": IDS,
        "shareFolderId": LONGS,
    }
)
FOLDER_FIELDS = st.fixed_dictionaries({"shareType": st.just("0"), "containerId": IDS, "name": NAMES})


@pytest.fixture
def connection(sandbox):
    connection = http.client.HTTPConnection(sandbox.base_url.removeprefix("http://"), timeout=10)
    yield connection
    connection.close()


def is_accepted(connection: http.client.HTTPConnection, request: serialization.CreateRequest) -> bool:
    """Post `request` past our own rules, and return whether the sandbox finds nothing wrong with its fields."""
    headers = serialization.headers(
        authorization=f"Bearer {SANDBOX_TOKEN}",
        user_id=SANDBOX_USER_ID,
        x_date=ServerClock().x_date(),
        trace_id=serialization.new_trace_id(),
        language="en-US",
    )
    connection.request(
        "POST",
        serialization.endpoint(request),
        serialization.to_json(request).encode(),
        headers | {"Content-Type": "application/json; charset=utf-8"},
    )
    answer = connection.getresponse()
    return json.loads(answer.read())["code"] not in FIELD_CODES


MANY = settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(fields=ALBUM_FIELDS)
def test_albums(connection, fields):
    problems = rules.check_album(fields)
    assert is_accepted(connection, serialization.album_from_fields(fields)) == (not problems), problems


@MANY
@given(fields=FOLDER_FIELDS)
def test_shared_folders(connection, fields):
    problems = rules.check_shared_folder(fields)
    assert is_accepted(connection, serialization.shared_folder_from_fields(fields)) == (not problems), (
        problems
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=ALBUM_FIELDS.filter(lambda fields: not rules.check_album(fields)))
def test_what_the_client_sends_is_as_described(sandbox, fields):
    client = KooDriveClient(base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN)
    request = serialization.album_from_fields(fields)
    # The sandbox may not know the shared folder; what counts here is the form of the request.
    with suppress(RefusedError):
        client.create_album(request)
    validate_request(sandbox.requests()[-1])
