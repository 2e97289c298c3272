"""The answers of a look before a delete: odd values never read as empty, gone, or shared with nobody."""

from __future__ import annotations

import json

import pytest
from client_calls import client
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply

from koodrive.api.content_responses import album_content_page, file_page, invite_page, shared_folder
from koodrive.api.list_responses import ListMissingError
from koodrive.api.responses import ApiResponse
from koodrive.errors import KoodriveError, OutcomeUnknownError, RefusedError
from koodrive.models import AlbumContent, File, Invite, InviteStatus, ListPage

HUGE = 10**30
FOLDER_ROW = {
    "id": "1765148493107805441",
    "name": "家",
    "ownerId": 1644817543959100032,
    "groupId": 1765148492881313001,
    "containerId": "IAAFanxbXNArpAncA1645841408025905537",
    "shareFolderFileId": "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
    "status": 0,
}
PAGES = {
    "contentList": (album_content_page, {"id": "F1"}),
    "files": (file_page, {"id": "F1"}),
    "details": (invite_page, {"inviteId": "1", "status": 1}),
}


def answer(payload, status=200, headers=None):
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    return ApiResponse(status, headers or {}, body, "t" * 58, None)


def read(name, rows, **more):
    return PAGES[name][0](answer({name: rows, "code": 0, "msg": "Success."} | more))


@pytest.mark.parametrize("name", PAGES)
class TestAnyPage:
    """What all pages of a look have in common."""

    def test_rows_and_no_rows(self, name):
        assert read(name, []).rows == ()
        assert len(read(name, [PAGES[name][1]] * 3).rows) == 3

    def test_a_code_that_is_left_out_is_no_reason_to_doubt(self, name):
        assert PAGES[name][0](answer({name: []})).rows == ()

    @pytest.mark.parametrize("rows", ["", "[]", 0, 1, {}, {"1": 2}, True, [None], [[]], ["F1"], [1]])
    def test_a_list_of_another_form_is_not_read(self, name, rows):
        with pytest.raises(OutcomeUnknownError):
            read(name, rows)

    @pytest.mark.parametrize("more", [{}, {"list": []}, {"data": {"rows": [1]}}, {"result": [{"id": "F1"}]}])
    def test_a_list_that_is_missing_is_no_empty_one(self, name, more):
        for payload in ({"code": 0, "msg": "Success."}, {"code": 0, name: None}):
            with pytest.raises(OutcomeUnknownError):
                PAGES[name][0](answer(payload | more))

    def test_a_refusal_and_other_answers_are_no_empty_list(self, name):
        for status, payload in (
            (200, {"code": 13000309, "msg": "x", name: []}),
            (400, {"code": 401, "msg": "x"}),
        ):
            with pytest.raises(RefusedError):
                PAGES[name][0](answer(payload, status))
        for status, payload in (
            (201, {"code": 0, name: []}),
            (500, {name: []}),
            (200, b"[]"),
            (200, b"<html>"),
        ):
            with pytest.raises(OutcomeUnknownError):
                PAGES[name][0](answer(payload, status))

    @pytest.mark.parametrize(
        ("total", "read_as", "is_odd"),
        [(0, 0, False), ("7", 7, False), (None, None, False), (-1, None, False), ("", None, False),
         (HUGE, None, True), ("many", None, True), (True, None, True), ([], None, True), (1.5, None, True),
         (-2, None, True)],
    )  # fmt: skip
    def test_totals_of_every_form(self, name, total, read_as, is_odd):
        page = read(name, [], total=total)
        assert (page.total, page.has_odd_total) == (read_as, is_odd)

    def test_a_cached_page_says_so(self, name):
        payload = {name: [], "code": 0}
        assert PAGES[name][0](answer(payload, headers={"Age": "60"})).is_cached
        assert not PAGES[name][0](answer(payload)).is_cached

    @given(
        st.dictionaries(
            st.sampled_from([*PAGES, "total", "code", "nextCursor", "nextPageCursor", "id"]),
            st.one_of(
                st.none(),
                st.booleans(),
                st.integers(),
                st.text(max_size=3),
                st.just([]),
                st.just({}),
                st.just([{}]),
            ),
        )
    )
    def test_chance_reads_as_empty_only_what_is_an_empty_list(self, name, payload):
        try:
            page = PAGES[name][0](answer(payload))
        except KoodriveError:
            return
        assert (
            page.rows
            or payload.get(name) == []
            or (payload.get(name) is None and payload["total"] in {0, "0"})
        )


@pytest.mark.parametrize(("name", "field"), [("contentList", "nextPageCursor"), ("files", "nextCursor")])
class TestCursors:
    """The cursor of the next page."""

    @pytest.mark.parametrize(
        ("cursor", "expected"),
        [("abc", "abc"), (17, "17"), (HUGE, str(HUGE)), ("", None), (None, None), ("0", "0")],
    )
    def test_what_goes_on_and_what_is_the_end(self, name, field, cursor, expected):
        assert read(name, [], **{field: cursor}).next_cursor == expected

    @pytest.mark.parametrize("cursor", [True, False, {}, [], {"next": 1}, 1.5])
    def test_what_is_no_cursor_may_hide_more(self, name, field, cursor):
        with pytest.raises(OutcomeUnknownError):
            read(name, [], **{field: cursor})


class TestRows:
    """The rows of each list."""

    def test_an_empty_album_may_leave_its_list_out_where_it_counts_none(self):
        for payload in (
            {"code": 0, "total": 0},
            {"contentList": None, "total": "0", "code": 0},
            {"total": 0},
        ):
            assert album_content_page(answer(payload)) == ListPage((), total=0)
        for total in (1, None, "", "none", True):
            with pytest.raises(ListMissingError):
                album_content_page(answer({"code": 0, "total": total}))
        with pytest.raises(OutcomeUnknownError):
            album_content_page(answer({"code": 0, "total": 0, "contents": [{"id": "F1"}]}))

    def test_content_files_and_invitations_keep_what_there_is(self):
        row = {"id": "Fi94", "takeTime": "2025-09-01T02:34:57.815Z", "ownerId": 1644817543959100032}
        expected = AlbumContent("Fi94", "1644817543959100032", "2025-09-01T02:34:57.815Z")
        assert read("contentList", [row]).rows == (expected,)
        assert read("files", [{"id": "F1", "fileType": 10}]).rows == (File("F1", "", "10"),)
        assert read("files", [{"id": "F1", "fileName": "a"}]).rows[0].is_folder is False
        row = {"inviteId": 17, "status": "1", "inviteePhone": "0027176****932"}
        assert read("details", [row]).rows == (Invite("17", InviteStatus.ACCEPTED, "0027176****932"),)

    @pytest.mark.parametrize("status", [None, 3, -1, "accepted", "", True, [], 1.0, "01x", HUGE])
    def test_an_invitation_of_an_unknown_state_is_one(self, status):
        (invite,) = read("details", [{"inviteId": "1", "status": status}]).rows
        assert invite.status is None

    @pytest.mark.parametrize("name", ["contentList", "files"])
    @pytest.mark.parametrize(
        "row", [{}, {"id": None}, {"id": 1}, {"id": ""}, {"id": "x" * 65}, {"id": "a b"}]
    )
    def test_a_row_without_an_id_is_not_read_and_so_not_nothing(self, name, row):
        with pytest.raises(OutcomeUnknownError):
            read(name, [row])

    def test_a_shared_folder_keeps_its_state_and_its_ids_exactly(self):
        found = shared_folder(answer({"sharefolder": FOLDER_ROW, "code": 0, "msg": "Success."}))
        assert (found.id, found.name, found.status) == (FOLDER_ROW["id"], "家", 0)
        assert (found.owner_id, found.group_id) == ("1644817543959100032", "1765148492881313001")
        assert shared_folder(answer({"sharefolder": FOLDER_ROW | {"status": "1"}})).status == 1

    @pytest.mark.parametrize("row", [None, [], [FOLDER_ROW], {}, "", {**FOLDER_ROW, "id": None}, 0])
    def test_what_is_no_shared_folder_is_not_read(self, row):
        for payload in ({"code": 0, "sharefolder": row}, {"code": 0, "shareFolder": FOLDER_ROW}):
            with pytest.raises(OutcomeUnknownError):
                shared_folder(answer(payload))


def test_a_list_beyond_all_measure_is_not_read():
    rows = json.dumps({"contentList": [{"id": f"F{number}"} for number in range(80_000)], "code": 0}).encode()
    assert len(rows) > 1024 * 1024
    with (
        ScriptedServer(reply(200, rows)) as server,
        pytest.raises(OutcomeUnknownError, match="larger than any real one"),
    ):
        client(server.url).list_album_content("17")


def test_ids_in_paths_and_cursors_go_out_escaped():
    page = json.dumps(
        {"contentList": [], "details": [], "sharefolder": FOLDER_ROW, "total": 0, "code": 0}
    ).encode()
    with ScriptedServer(reply(200, page)) as server:
        service = client(server.url)
        service.list_album_content("a/b?c", page_cursor="x&y=1", page_size=5)
        service.list_invites("1/../2")
        service.shared_folder_metadata("#1")
        first = [request.split(b"\r\n")[0].decode() for request in server.requests]
    assert first == [
        "GET /koodrive/ose/v1/album/a%2Fb%3Fc/list?pageSize=5&pageCursor=x%26y%3D1 HTTP/1.1",
        "GET /koodrive/ose/v1/usergroupsInvite/inviteList/1%2F..%2F2 HTTP/1.1",
        "GET /koodrive/ose/v1/sharefolder/metadata/%231 HTTP/1.1",
    ]
