"""The calls behind the pickers: what leaves for spaces and folders, and what is made of any answer."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from client_calls import TOKEN, client, parsed
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply

from koodrive.api import list_responses
from koodrive.api.list_responses import ListMissingError
from koodrive.api.responses import ApiResponse
from koodrive.errors import AuthenticationError, KoodriveError, OutcomeUnknownError, RefusedError
from koodrive.models import Folder, FolderPage, QueryType, Space

SPACE = {
    "type": "1",
    "status": "0",
    "ownerId": "1644817543959100032",
    "containerId": "IAAFanxbXNArpAncA1645841408025905537",
    "bizRootFileId": "1645841408025905538",
    "bizSboxFileId": "1645841408025905539",
    "capacity": "2048",
    "capacityKb": "512",
}
FOLDER = {"id": "1765148493107800001", "fileName": "Holidays", "fileType": "10"}
READERS = {
    "spaces": list_responses.spaces,
    "folders": list_responses.folder_page,
    "shared folders": lambda answer: list_responses.shared_folder_page(answer).rows,
    "albums": lambda answer: list_responses.album_page(answer).rows,
    "probe": list_responses.require_shared_folders,
}


def answer(payload: object, status: int = 200) -> ApiResponse:
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    return ApiResponse(status, {}, body, "t" * 58, action=None)


def spaces(data: object, **more: object) -> tuple[Space, ...]:
    return list_responses.spaces(answer({"code": 0, "msg": "success", "data": data, **more}))


def folders(files: object, **more: object) -> FolderPage:
    return list_responses.folder_page(answer({"code": 0, "msg": "success", "files": files, **more}))


class TestSpaces:
    """GetSpace."""

    def test_the_individual_space_of_the_user_is_asked_for(self):
        with ScriptedServer(reply(200, json.dumps({"code": 0, "data": SPACE}).encode())) as server:
            (space,) = client(server.url).get_spaces()
            client(server.url).get_spaces("IAAF/ 1")
        first, headers, body = parsed(server.requests[0])
        assert first == "GET /koodrive/ose/v1/space/u-1?type=1 HTTP/1.1"
        assert headers["Authorization"] == f"Bearer {TOKEN}"
        assert body == b""
        assert parsed(server.requests[1])[0].split()[1].endswith("?type=1&containerId=IAAF%2F+1")
        assert space == Space(
            "IAAFanxbXNArpAncA1645841408025905537", (2048 << 30) + (512 << 10), "0", "1645841408025905538"
        )

    def test_several_spaces_are_several(self):
        second = SPACE | {"containerId": "IAAF2"}
        assert [space.container_id for space in spaces([SPACE, second])] == [SPACE["containerId"], "IAAF2"]

    def test_a_user_without_a_space_has_none(self):
        assert spaces([]) == ()

    @pytest.mark.parametrize(
        ("capacity", "kilobytes", "expected"),
        [
            ("5", None, 5 << 30),
            (5, 1, (5 << 30) + 1024),
            ("0", "0", 0),
            (None, "7", None),
            ("", None, None),
            ("-1", None, None),
            ("5.5", None, None),
            ("٥", None, None),
            ("9" * 20, None, None),
            (True, None, None),
        ],
    )
    def test_a_capacity_is_in_bytes_where_it_is_told(self, capacity, kilobytes, expected):
        (space,) = spaces({"containerId": "IAAF", "capacity": capacity, "capacityKb": kilobytes})
        assert space.capacity_bytes == expected

    @pytest.mark.parametrize(
        "data", [None, {}, "IAAF", 17, [None], [[]], {"containerId": 17}, {"containerId": ""}, [SPACE, {}]]
    )
    def test_what_names_no_space_is_not_trusted(self, data):
        with pytest.raises(OutcomeUnknownError):
            spaces(data)

    def test_a_refusal_comes_out_as_it_is(self):
        with pytest.raises(RefusedError) as caught:
            list_responses.spaces(answer({"code": 13000102, "msg": "several spaces"}, 400))
        assert (caught.value.code, caught.value.server_text) == ("13000102", "several spaces")


class TestFolders:
    """GetPersonalFiles."""

    def test_the_folders_of_a_folder_are_asked_for(self):
        with ScriptedServer(reply(200, json.dumps({"code": 0, "files": [FOLDER]}).encode())) as server:
            caller = client(server.url)
            assert caller.list_folders(container_id="IAAF").folders == (Folder(FOLDER["id"], "Holidays"),)
            caller.list_folders(container_id="IAAF", parent_folder_id="17", page_cursor="c 1", page_size=7)
        first, headers, body = parsed(server.requests[0])
        assert first == "POST /koodrive/ose/v1/files/0 HTTP/1.1"
        assert headers["Content-Type"] == "application/json"
        assert json.loads(body) == {
            "pageInfo": {"pageSize": 100},
            "containerId": "IAAF",
            "parentFileId": "root",
            "fileType": "10",
        }
        second = json.loads(parsed(server.requests[1])[2])
        assert second["pageInfo"] == {"pageSize": 7, "pageCursor": "c 1"}
        assert second["parentFileId"] == "17"

    def test_a_page_tells_where_the_next_one_begins(self):
        assert folders([FOLDER], nextCursor="c2").next_cursor == "c2"
        assert folders([FOLDER], nextCursor=17).next_cursor == "17"
        assert folders([], nextCursor="c2") == FolderPage((), "c2")

    @pytest.mark.parametrize("cursor", [None, "", [], {}, True, 1.5])
    def test_without_a_usable_cursor_it_is_the_last(self, cursor):
        assert folders([FOLDER], nextCursor=cursor).next_cursor is None
        assert folders([FOLDER]).next_cursor is None

    def test_other_files_are_passed_over_whatever_they_look_like(self):
        files = [FOLDER | {"fileType": 10}, {"id": None, "fileType": "15"}, {"fileType": 11}, FOLDER]
        assert [folder.folder_id for folder in folders(files).folders] == [FOLDER["id"]] * 2

    def test_what_has_no_type_was_asked_for_as_a_folder(self):
        assert folders([{"id": "17"}]).folders == (Folder("17", ""),)

    @pytest.mark.parametrize("more", [{}, {"files": None}, {"data": None}, {"data": {}, "nextCursor": "c"}])
    def test_files_that_are_left_out_are_none(self, more):
        page = list_responses.folder_page(answer({"code": 0, **more}))
        assert page == FolderPage((), more.get("nextCursor"))

    @pytest.mark.parametrize(
        "more",
        [
            {"fileList": [FOLDER]},
            {"fileList": []},
            {"data": {"files": [FOLDER]}},
            {"files": {}},
            {"files": "[]"},
        ],
    )
    def test_another_form_is_not_taken_for_an_empty_folder(self, more):
        with pytest.raises(OutcomeUnknownError):
            list_responses.folder_page(answer({"code": 0, **more}))

    def test_one_folder_without_an_id_spoils_the_page(self):
        with pytest.raises(OutcomeUnknownError):
            folders([FOLDER, {"fileName": "x", "fileType": "10"}])


@pytest.mark.parametrize("query_type", list(QueryType))
@pytest.mark.parametrize("key_word", ["", "Fa mily", "家&b=1"])
def test_shared_folders_are_asked_for_by_whose_they_are_and_what_they_are_called(query_type, key_word):
    with ScriptedServer(reply(200, b'{"folders": [], "code": 0}')) as server:
        client(server.url).list_shared_folders(query_type=query_type, key_word=key_word)
    target = parsed(server.requests[0])[0].split()[1]
    words = {"": "", "Fa mily": "&keyWord=Fa+mily", "家&b=1": "&keyWord=%E5%AE%B6%26b%3D1"}
    assert target.partition("?")[2] == f"offset=0&limit=100&queryType={int(query_type)}{words[key_word]}"


@pytest.mark.parametrize("name", ["shared folders", "albums", "spaces"])
def test_an_answer_without_any_list_is_told_apart_from_one_with_another(name):
    for payload in ({"code": 0}, {"code": 0, "msg": "ok", "total": 0, "page": {}}):
        with pytest.raises(ListMissingError):
            READERS[name](answer(payload))
    for more in ({"rows": []}, {"rows": [{"id": "17"}]}, {"page": {"rows": []}}):
        with pytest.raises(OutcomeUnknownError) as caught:
            READERS[name](answer({"code": 0, **more}))
        assert type(caught.value) is OutcomeUnknownError


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("name", READERS)
def test_a_token_that_is_not_accepted_is_told(name, status):
    with pytest.raises(AuthenticationError):
        READERS[name](answer(b"", status))


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just("10"))
_FIELDS = st.sampled_from(
    ["id", "name", "containerId", "capacity", "fileName", "fileType", "scopeDir", "data", "files", "x"]
)
_JSON = st.recursive(
    _SCALARS,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(_FIELDS, part, max_size=5),
    max_leaves=12,
)
_PAYLOADS = st.dictionaries(
    st.sampled_from(["data", "files", "folders", "albumList", "nextCursor", "msg", "rows"]), _JSON
).map(lambda more: {"code": 0, **more})


@given(payload=_PAYLOADS)
@pytest.mark.parametrize("name", READERS)
def test_only_our_errors_leave_whatever_the_service_says(name, payload):
    with suppress(KoodriveError):
        READERS[name](answer(payload))


@given(body=st.binary(max_size=60), status=st.integers(100, 599))
@pytest.mark.parametrize("name", READERS)
def test_only_our_errors_leave_whatever_bytes_come(name, body, status):
    with pytest.raises(KoodriveError):
        READERS[name](answer(body, status))


@given(payload=_PAYLOADS)
def test_what_is_read_is_text_and_numbers_only(payload):
    with suppress(KoodriveError):
        for space in list_responses.spaces(answer(payload)):
            assert isinstance(space.container_id, str)
            assert type(space.capacity_bytes) in {int, type(None)}
    with suppress(KoodriveError):
        page = list_responses.folder_page(answer(payload))
        assert {type(text) for folder in page.folders for text in (folder.folder_id, folder.name)} <= {str}
        assert page.next_cursor is None or page.next_cursor != ""


@given(container=st.text(), parent=st.text(), cursor=st.text(), key_word=st.text())
def test_only_our_errors_leave_whatever_is_asked(container, parent, cursor, key_word):
    """No server listens there: what can be asked does not arrive, and what cannot is told the same way."""
    caller = client("http://127.0.0.1:9")
    for ask in (
        lambda: caller.get_spaces(container),
        lambda: caller.list_folders(container_id=container, parent_folder_id=parent, page_cursor=cursor),
        lambda: caller.list_shared_folders(key_word=key_word),
    ):
        with pytest.raises(KoodriveError):
            ask()
