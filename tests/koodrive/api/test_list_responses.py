"""The answers of the two lists, read strictly over a real socket: a doubt about one row is one about all."""

from __future__ import annotations

import json

import pytest
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api.transport import Timeouts
from koodrive.errors import AuthenticationError, OutcomeUnknownError, RateLimitedError, RefusedError
from koodrive.models import Album, SharedFolder

FOLDER_ROW = {
    "tenantId": "c937ff95eeb44494a5a967e21d1852ae",
    "creator": "1644817543959100032",
    "createTime": "2025-09-01T02:34:57.815Z",
    "ownerId": 1644817543959100032,
    "status": 0,
    "id": "1765148493107805441",
    "containerId": "IAAFanxbXNArpAncA1645841408025905537",
    "shareFolderFileId": "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
    "name": "家",
    "groupId": 1765148492881313001,
    "maxMember": 6,
}


def folders(body: bytes, status: int = 200):
    with ScriptedServer(reply(status, body)) as server:
        return _client(server).list_shared_folders().rows


def albums(body: bytes, status: int = 200):
    with ScriptedServer(reply(status, body)) as server:
        return _client(server).list_albums(album_type=1, album_kind=1).rows


def _client(server: ScriptedServer) -> KooDriveClient:
    return KooDriveClient(
        base_url=server.url, user_id="u-1", token="canary-7f3a9c", timeouts=Timeouts(connect=2, total=5)
    )


def answer(name: str, rows: object, **more: object) -> bytes:
    return json.dumps({name: rows, "code": 0, "msg": "Success.", **more}).encode()


def test_a_folder_keeps_every_id_exactly():
    assert folders(answer("folders", [FOLDER_ROW])) == (
        SharedFolder(
            id="1765148493107805441",
            name="家",
            share_folder_file_id="Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
            group_id="1765148492881313001",
            container_id="IAAFanxbXNArpAncA1645841408025905537",
            owner_id="1644817543959100032",
            creator="1644817543959100032",
            create_time="2025-09-01T02:34:57.815Z",
            max_member=6,
            status=0,
        ),
    )


def test_what_a_row_leaves_out_is_none():
    assert folders(answer("folders", [{"id": "17"}])) == (SharedFolder("17", ""),)
    assert albums(answer("albumList", [{"id": "17"}])) == (Album("17"),)


def test_an_album_has_a_name_or_folders():
    rows = [{"id": "17", "name": "x", "coverImg": ""}, {"id": "18", "scopeDir": ["1", 9223372036854775807]}]
    assert albums(answer("albumList", rows, total=2)) == (
        Album("17", "x"),
        Album("18", scope_dir=("1", "9223372036854775807")),
    )


@pytest.mark.parametrize("scope", [None, "17", {"id": 1}, [["1"]], [{"id": "1"}], ["1", True], ["1", 1.5]])
def test_folders_in_another_form_are_not_known(scope):
    assert albums(answer("albumList", [{"id": "17", "scopeDir": scope}])) == (Album("17"),)


@pytest.mark.parametrize("max_member", [None, "6", True, 6.0])
def test_a_limit_in_another_form_is_not_known(max_member):
    (folder,) = folders(answer("folders", [FOLDER_ROW | {"maxMember": max_member}]))
    assert folder.max_member is None


@pytest.mark.parametrize(("read", "name"), [(folders, "folders"), (albums, "albumList")])
class TestBothLists:
    """Tests of both lists."""

    def test_an_empty_list_is_empty(self, read, name):
        assert read(answer(name, [])) == ()

    @pytest.mark.parametrize("rows", [{}, "", "[]", 0, False, [None], ["17"], [[]], [{"id": "17"}, 18]])
    def test_another_form_of_the_list_is_not_trusted(self, read, name, rows):
        with pytest.raises(OutcomeUnknownError, match="Nothing was changed"):
            read(answer(name, rows))

    @pytest.mark.parametrize("object_id", [None, "", " ", 17, 17.0, True, "1 2", "1\n", "家"])
    def test_one_row_without_a_usable_id_spoils_the_page(self, read, name, object_id):
        with pytest.raises(OutcomeUnknownError):
            read(answer(name, [{"id": "17"}, {"id": object_id}]))

    def test_a_list_that_lies_elsewhere_is_not_taken_for_empty(self, read, name):
        body = json.dumps({"code": 0, "data": {name: [{"id": "17"}]}}).encode()
        with pytest.raises(OutcomeUnknownError):
            read(body)

    @pytest.mark.parametrize(
        ("status", "body", "error"),
        [
            (200, b'{"code": 13000410, "msg": "no"}', RefusedError),
            (401, b"", AuthenticationError),
            (429, b"", RateLimitedError),
            (503, b"", OutcomeUnknownError),
            (200, b"<html>", OutcomeUnknownError),
            (200, b"[]", OutcomeUnknownError),
            (200, b"{}", OutcomeUnknownError),
        ],
    )
    def test_a_failure_is_none_of_the_lists_content(self, read, name, status, body, error):
        with pytest.raises(error) as caught:
            read(body, status)
        assert type(caught.value) is error

    def test_an_id_that_is_there_twice_is_two_rows(self, read, name):
        assert [row.id for row in read(answer(name, [{"id": "17"}, {"id": "17"}]))] == ["17", "17"]
