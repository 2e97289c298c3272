"""The OpenAPI description: valid by itself, true to the pages, and a match for what the sandbox says."""

from __future__ import annotations

import json
import re
import string
import sys
import unicodedata
from importlib import resources

import pytest
from jsonschema import Draft202012Validator
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest
from openapi_spec_validator import OpenAPIV31SpecValidator
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    COLLECTION_ALBUM,
    CREDENTIALS,
    FILES,
    FOLDER_CREATE,
    FOLDER_DELETE,
    LOGIN,
    LOGOUT,
    MANUAL_ALBUM,
    REFRESH,
    SHARED_FOLDER,
    SPACE,
    TOP_FOLDERS,
    good_headers,
)

from koodrive.core.characters import is_invisible

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def description():
    text = resources.files("resources").joinpath("koodrive.openapi.json").read_text(encoding="utf-8")
    return json.loads(text)


def test_it_is_valid(description):
    OpenAPIV31SpecValidator(description).validate()


def test_all_its_schemas_are_valid(description):
    for schema in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_all_requests_are_closed(description):
    schemas = description["components"]["schemas"]
    requests = [schema for name, schema in schemas.items() if name.endswith("Request")]
    assert len(requests) == 7
    for schema in requests:
        assert schema["additionalProperties"] is False


def test_c44_a_blank_is_for_the_description_what_it_is_for_the_rules(description):
    schemas = description["components"]["schemas"]
    patterns = {
        schemas["CreateAlbumRequest"]["properties"]["name"]["pattern"],
        schemas["SharedFolderName"]["pattern"],
    }
    (visible,) = map(re.compile, patterns)
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        assert (visible.search(character) is None) == is_invisible(character), hex(number)


def test_ids_hold_letters_digits_and_two_signs(description):
    forbidden = re.compile(description["components"]["schemas"]["Id"]["not"]["pattern"])
    allowed = frozenset(string.ascii_letters + string.digits + "_-")
    for number in range(sys.maxunicode + 1):
        assert (forbidden.search(chr(number)) is None) == (chr(number) in allowed), hex(number)


def test_ids_of_users_hold_no_whitespace_and_no_control_characters(description):
    forbidden = re.compile(description["components"]["schemas"]["UserId"]["not"]["pattern"])
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        expected = character.isspace() or unicodedata.category(character) == "Cc"
        assert (forbidden.search(character) is not None) == expected, hex(number)


@pytest.mark.parametrize("host", ["https://intl.myhuaweicloud-koodrive.com", "http://127.0.0.1:40123"])
def test_openapi_core_accepts_correct_requests(description, host):
    api = OpenAPI.from_dict(description)
    for path, body in (
        (ALBUM_CREATE, MANUAL_ALBUM),
        (ALBUM_CREATE, COLLECTION_ALBUM),
        (
            ALBUM_CREATE,
            {**MANUAL_ALBUM, "albumKind": 2, "groupId": "1", "shareFolderId": 1805929618625036417},
        ),
        (ALBUM_CREATE, {**COLLECTION_ALBUM, "type": "1", "albumKind": "1"}),
        (FOLDER_CREATE, SHARED_FOLDER),
        (FOLDER_DELETE, {"id": ["1"]}),
        (FOLDER_DELETE, {"id": "1"}),
        (FILES, {**TOP_FOLDERS, "pageInfo": {"pageSize": 100}, "parentFileId": "root"}),
        (LOGIN, CREDENTIALS),
        (REFRESH, {"refreshToken": "0" * 48}),
        (LOGOUT, {"userId": "1", "accessToken": "AT x"}),
    ):
        data = json.dumps(body).encode()
        headers = {**good_headers(), "x-hw-agentName": "agent"}
        api.validate_request(MockRequest(host, "post", path, headers=headers, data=data))
    query = {"albumKind": "1", "albumType": "2"}
    api.validate_request(MockRequest(host, "get", ALBUM_LIST, headers=good_headers(), args=query))
    for method, path in (
        ("delete", "album/1805929618625036417"),
        ("get", "album/1805929618625036417/list"),
        ("get", "sharefolder/metadata/1765148493107805441"),
        ("get", "usergroupsInvite/inviteList/1765148492881313001"),
    ):
        api.validate_request(MockRequest(host, method, f"/koodrive/ose/v1/{path}", headers=good_headers()))
    api.validate_request(MockRequest(host, "get", SPACE, headers=good_headers(), args={"type": "1"}))


def test_openapi_core_refuses_what_the_schema_can_say(description):
    api = OpenAPI.from_dict(description)
    for path, body in (
        (ALBUM_CREATE, {**MANUAL_ALBUM, "scopeKind": "1"}),
        (ALBUM_CREATE, {**COLLECTION_ALBUM, "albumKind": 2}),
        (ALBUM_CREATE, {**COLLECTION_ALBUM, "albumKind": "2"}),
        (ALBUM_CREATE, {**MANUAL_ALBUM, "type": "1"}),
        (ALBUM_CREATE, {"type": 2, "albumKind": 1}),
        (FOLDER_DELETE, {"id": []}),
        (FOLDER_DELETE, {"id": ["1", "2"]}),
        (FOLDER_DELETE, {"id": 1}),
        (FOLDER_DELETE, {"ids": ["1"]}),
    ):
        data = json.dumps(body).encode()
        request = MockRequest("http://127.0.0.1:1", "post", path, headers=good_headers(), data=data)
        with pytest.raises(Exception, match="Request body validation error"):
            api.validate_request(request)
