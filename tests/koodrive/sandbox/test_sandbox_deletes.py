"""Deletes, what is in albums and shared folders, and what other people do to them, also right before a delete."""

from __future__ import annotations

import http.client
import threading

import pytest
from sandbox_calls import (
    ALBUM_LIST,
    FILES,
    FOLDER_DELETE,
    FOLDER_LIST,
    MANUAL_ALBUM,
    SHARED_FOLDER,
    ShiftedClock,
    call,
    create_album,
    create_folder,
)

from koodrive.sandbox import Change, Sandbox, SandboxError

ROOT = "/koodrive/ose/v1"
FIRST_EMPTY = {"X-Sandbox-Fault": "empty-first-page"}
NOT_FOUND, NO_PERMISSION, BAD_PARAMETER = 13000309, 13000410, 13000102


def delete_album(sandbox, album_id, headers=None):
    return call(sandbox, "DELETE", f"{ROOT}/album/{album_id}", None, headers)


def delete_folder(sandbox, folder_id, headers=None):
    return call(sandbox, "POST", FOLDER_DELETE, {"id": folder_id}, headers)


def content_of(sandbox, album_id, query=""):
    return call(sandbox, "GET", f"{ROOT}/album/{album_id}/list{query}").json


def files_of(sandbox, folder, **more):
    body = {"containerId": folder["containerId"], "parentFileId": folder["shareFolderFileId"], **more}
    return call(sandbox, "POST", FILES, body).json


def invites_of(sandbox, folder):
    return call(sandbox, "GET", f"{ROOT}/usergroupsInvite/inviteList/{folder['groupId']}")


def metadata_of(sandbox, folder_id, **more):
    return call(sandbox, "GET", f"{ROOT}/sharefolder/metadata/{folder_id}", **more)


def albums_in(sandbox, **query):
    chosen = {"albumKind": 1, "albumType": 2, **query}
    return call(
        sandbox, "GET", ALBUM_LIST + "?" + "&".join(f"{name}={one}" for name, one in chosen.items())
    ).json


@pytest.fixture
def album_id(sandbox):
    return create_album(sandbox).json["albumId"]


@pytest.fixture
def folder(sandbox):
    create_folder(sandbox)
    return sandbox.effects()[-1]


def control(sandbox, method, body=None):
    return call(sandbox, method, "/sandbox/changes", body, {"Authorization": None})


class TestDeletes:
    """What is deleted, by whom, and what stays."""

    def test_an_album_is_deleted_once_and_is_then_unknown(self, sandbox, album_id):
        other = create_album(sandbox, name="other").json["albumId"]
        assert delete_album(sandbox, album_id).json == {"code": 0, "msg": "Success."}
        again = delete_album(sandbox, album_id)
        assert (again.status, again.json["code"]) == (400, NOT_FOUND)
        assert [album["id"] for album in albums_in(sandbox)["albumList"]] == [other]
        assert albums_in(sandbox)["total"] == 1
        assert call(sandbox, "GET", f"{ROOT}/album/{album_id}/list").json["code"] == NOT_FOUND
        (entry,) = sandbox.deletes()
        assert (entry["kind"], entry["id"], entry["items"], entry["inWindow"]) == ("album", album_id, [], [])
        assert len(sandbox.effects()) == 2, "what was made stays in the log of effects"

    @pytest.mark.parametrize("in_a_list", [True, False])
    def test_a_folder_is_deleted_in_either_form_and_frees_its_name(self, sandbox, folder, in_a_list):
        sent = [folder["id"]] if in_a_list else folder["id"]
        assert delete_folder(sandbox, sent).status == 200
        assert call(sandbox, "GET", f"{FOLDER_LIST}?offset=0&limit=10").json["folders"] == []
        assert metadata_of(sandbox, folder["id"]).json["code"] == NOT_FOUND
        assert invites_of(sandbox, folder).json["code"] == NOT_FOUND
        assert files_of(sandbox, folder)["code"] == NOT_FOUND
        assert create_folder(sandbox).status == 200

    @pytest.mark.parametrize("sent", [[], ["1", "2"], [1], 1, None, "", "a b", [""], {}, [["1"]]])
    def test_what_is_no_id_deletes_nothing(self, sandbox, folder, sent):
        reply = delete_folder(sandbox, sent)
        assert (reply.status, reply.json["code"]) == (400, BAD_PARAMETER)
        assert sandbox.deletes() == []

    def test_the_ids_of_one_kind_are_none_of_the_other(self, sandbox, album_id, folder):
        assert delete_album(sandbox, folder["id"]).json["code"] == NOT_FOUND
        assert delete_folder(sandbox, [album_id]).json["code"] == NOT_FOUND
        assert delete_folder(sandbox, [folder["shareFolderFileId"]]).json["code"] == NOT_FOUND
        assert sandbox.deletes() == []

    def test_only_the_owner_deletes(self, sandbox):
        album = sandbox.make_elsewhere("album", MANUAL_ALBUM, creator="42")
        folder = sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator="42")
        for reply in (delete_album(sandbox, album["id"]), delete_folder(sandbox, [folder["id"]])):
            assert (reply.status, reply.json["code"]) == (400, NO_PERMISSION)
        assert invites_of(sandbox, folder).json["code"] == NO_PERMISSION
        assert sandbox.deletes() == []

    @pytest.mark.parametrize(
        "target", ["album/list", "album/create", "album/", "album", "album/a%20b", "album/..%2F1"]
    )
    def test_a_path_without_an_album_deletes_nothing(self, sandbox, album_id, target):
        assert call(sandbox, "DELETE", f"{ROOT}/{target}").status in {400, 404, 405}
        assert sandbox.deletes() == []

    def test_a_folder_takes_its_albums_along_and_the_log_says_so(self, sandbox, folder):
        shared = {"albumKind": 2, "groupId": folder["groupId"], "shareFolderId": int(folder["id"])}
        inner = create_album(sandbox, **shared).json["albumId"]
        outer = create_album(sandbox).json["albumId"]
        delete_folder(sandbox, [folder["id"]])
        whole, part = sandbox.deletes()
        assert (whole["id"], whole["albums"], whole["withFolder"]) == (folder["id"], [inner], None)
        assert (part["id"], part["withFolder"]) == (inner, folder["id"])
        assert [album["id"] for album in albums_in(sandbox)["albumList"]] == [outer]

    def test_of_two_at_once_one_deletes(self, sandbox, album_id):
        replies, gate = [], threading.Barrier(2)

        def run():
            gate.wait(5)
            replies.append(delete_album(sandbox, album_id).status)

        threads = [threading.Thread(target=run) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        assert sorted(replies) == [200, 400]
        assert len(sandbox.deletes()) == 1


class TestContent:
    """What the calls for a look show."""

    def test_an_album_shows_its_content_page_by_page(self, sandbox, album_id):
        assert content_of(sandbox, album_id) == {"contentList": [], "total": 0, "code": 0, "msg": "Success."}
        sandbox.change_elsewhere(Change.FILL, album_id, count=5)
        first = content_of(sandbox, album_id, "?pageSize=3")
        rest = content_of(sandbox, album_id, f"?pageSize=3&pageCursor={first['nextPageCursor']}")
        assert (first["total"], rest["total"], "nextPageCursor" in rest) == (5, 5, False)
        ids = [row["id"] for row in first["contentList"] + rest["contentList"]]
        assert len(set(ids)) == 5
        for query in (
            "?pageSize=0",
            "?pageSize=101",
            "?pageSize=a",
            "?pageCursor=x",
            "?sortType=4",
            "?page=1",
        ):
            assert content_of(sandbox, album_id, query)["code"] == BAD_PARAMETER
        delete_album(sandbox, album_id)
        assert sandbox.deletes()[0]["items"] == ids

    def test_a_folder_shows_files_and_invitations(self, sandbox, folder):
        assert files_of(sandbox, folder)["files"] == []
        assert invites_of(sandbox, folder).json["details"] == []
        sandbox.change_elsewhere("fill", folder["id"], count=2)
        for change in ("invite", "join", "decline"):
            sandbox.change_elsewhere(change, folder["id"])
        assert [row["status"] for row in invites_of(sandbox, folder).json["details"]] == [0, 1, 2]
        assert len(files_of(sandbox, folder)["files"]) == 2
        assert files_of(sandbox, folder, fileType="10")["files"] == []
        assert files_of(sandbox, {**folder, "containerId": "elsewhere"})["code"] == 13000302
        sandbox.change_elsewhere("empty", folder["id"])
        assert files_of(sandbox, folder)["files"] == []
        delete_folder(sandbox, [folder["id"]])
        assert len(sandbox.deletes()[0]["members"]) == 1

    def test_metadata_is_the_row_of_the_list(self, sandbox, folder):
        (row,) = call(sandbox, "GET", f"{FOLDER_LIST}?offset=0&limit=10").json["folders"]
        assert metadata_of(sandbox, folder["id"]).json["sharefolder"] == row

    def test_a_deleted_folder_may_be_shown_as_one(self, sandbox, folder):
        sandbox.show_deleted()
        assert metadata_of(sandbox, folder["id"]).json["sharefolder"]["status"] == 0
        delete_folder(sandbox, [folder["id"]])
        assert metadata_of(sandbox, folder["id"]).json["sharefolder"]["status"] == 1
        assert delete_folder(sandbox, [folder["id"]]).json["code"] == NOT_FOUND
        assert metadata_of(sandbox, "1").json["code"] == NOT_FOUND

    def test_a_new_name_is_shown_everywhere_and_frees_the_old_one(self, sandbox, album_id, folder):
        sandbox.change_elsewhere("rename", folder["id"], name="Other")
        sandbox.change_elsewhere("rename", album_id, name="Mine now")
        assert metadata_of(sandbox, folder["id"]).json["sharefolder"]["name"] == "Other"
        assert albums_in(sandbox)["albumList"][0]["name"] == "Mine now"
        assert create_folder(sandbox).status == 200
        assert create_folder(sandbox, name="Other").json["code"] == 13000405
        assert sandbox.effects()[0]["name"] == MANUAL_ALBUM["name"], "effects are what was asked for"

    @pytest.mark.parametrize("fault", ["list-lag", "cached-list"])
    def test_an_old_list_shows_what_is_gone_and_not_what_was_put_in(self, fault):
        clock = ShiftedClock()
        with Sandbox(clock=clock) as sandbox:
            clock.ahead = -3600
            old = sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER)
            album = sandbox.make_elsewhere("album", MANUAL_ALBUM)
            clock.ahead = 0
            sandbox.change_elsewhere("fill", album["id"])
            sandbox.change_elsewhere("delete", old["id"])
            lagging = {"X-Sandbox-Fault": fault}
            assert metadata_of(sandbox, old["id"], headers=lagging).status == 200
            content = call(sandbox, "GET", f"{ROOT}/album/{album['id']}/list", None, lagging)
            assert content.json["total"] == 0
            assert (content.headers["Age"] is None) is (fault == "list-lag")
            assert metadata_of(sandbox, old["id"]).status == 400
            assert content_of(sandbox, album["id"])["total"] == 1

    @pytest.mark.parametrize(
        ("fault", "rows", "total"),
        [("empty-page", 0, 2), ("no-rows", 0, 0), ("rows-left-out", 0, 2), ("total-too-high", 2, 12),
         ("total-too-low", 2, 1), ("empty-first-page", 0, 2), ("sparse-list", 2, 2)],
    )  # fmt: skip
    def test_lists_of_content_meet_the_faults_of_lists(self, sandbox, album_id, fault, rows, total):
        sandbox.change_elsewhere("fill", album_id, count=2)
        sandbox.inject(fault)
        create_album(sandbox, name="meets no fault of lists")
        page = content_of(sandbox, album_id)
        assert (len(page["contentList"]), page["total"]) == (rows, total)
        if fault == "empty-first-page":
            assert (
                len(content_of(sandbox, album_id, f"?pageCursor={page['nextPageCursor']}")["contentList"])
                == 2
            )
        assert len(content_of(sandbox, album_id)["contentList"]) == 2

    def test_the_files_of_a_folder_may_begin_with_an_empty_page(self, sandbox, folder):
        sandbox.change_elsewhere("fill", folder["id"])
        sandbox.inject("empty-first-page", path=FILES)
        page = files_of(sandbox, folder)
        assert page["files"] == []
        assert create_album(sandbox).status == 200
        assert (
            call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2", None, FIRST_EMPTY).json["total"]
            == 1
        )
        assert len(files_of(sandbox, folder, pageInfo={"pageCursor": page["nextCursor"]})["files"]) == 1


class TestOtherPeople:
    """Changes that wait for a delete, and the control calls."""

    def test_a_change_that_waits_comes_right_before_the_delete(self, sandbox, album_id):
        sandbox.change_elsewhere("fill", album_id, before_delete=True)
        assert content_of(sandbox, album_id)["total"] == 0
        other = create_album(sandbox, name="other").json["albumId"]
        delete_album(sandbox, other)
        assert delete_album(sandbox, album_id).status == 200
        first, second = sandbox.deletes()
        assert (first["inWindow"], first["items"]) == ([], [])
        assert (second["inWindow"], len(second["items"])) == (["fill"], 1)
        assert control(sandbox, "GET").json == {"changes": []}

    def test_a_delete_that_waits_takes_the_object_away(self, sandbox, album_id):
        sandbox.change_elsewhere("delete", before_delete=True)
        assert delete_album(sandbox, album_id).json["code"] == NOT_FOUND
        (entry,) = sandbox.deletes()
        assert (entry["traceId"], entry["deletedBy"] == entry["creator"]) == (None, False)

    def test_what_is_not_carried_out_meets_no_change(self, sandbox, album_id):
        sandbox.change_elsewhere("fill", before_delete=True, times=2)
        for fault in ("expired-token", "throttled", "error-before-commit"):
            delete_album(sandbox, album_id, {"X-Sandbox-Fault": fault})
        delete_album(sandbox, "1")
        assert control(sandbox, "GET").json["changes"][0]["times"] == 2
        delete_album(sandbox, album_id)
        assert control(sandbox, "GET").json["changes"][0]["times"] == 1
        assert call(sandbox, "POST", "/sandbox/reset", {}, {"Authorization": None}).status == 200
        assert control(sandbox, "GET").json == {"changes": []}
        assert sandbox.deletes() == []

    def test_control_calls_change_at_once_or_before_a_delete(self, sandbox, album_id):
        assert control(sandbox, "POST", {"change": "fill", "id": album_id, "count": 3}).status == 200
        assert content_of(sandbox, album_id)["total"] == 3
        armed = {"change": "rename", "id": album_id, "count": 1, "name": "x", "times": 1}
        waiting = {"change": "rename", "id": album_id, "name": "x", "before": "delete"}
        assert control(sandbox, "POST", waiting).json == {"changes": [armed]}
        assert control(sandbox, "DELETE").json == {"changes": []}
        assert call(sandbox, "GET", "/sandbox/state", None, {"Authorization": None}).json["deleted"] == []

    @pytest.mark.parametrize(
        "body",
        [{}, {"change": "burn"}, {"change": "fill"}, {"change": "fill", "id": "1"}, {"change": "rename", "id": "1"},
         {"change": "fill", "id": 1}, {"change": "fill", "count": 0, "before": "delete"},
         {"change": "fill", "count": True, "before": "delete"}, {"change": "fill", "before": "create"},
         {"change": "fill", "name": "x", "before": "delete"}, {"change": "fill", "how": 1}, [], b"{"],
    )  # fmt: skip
    def test_changes_that_make_no_sense_are_refused(self, sandbox, album_id, body):
        assert control(sandbox, "POST", body).status == 400
        assert control(sandbox, "GET").json == {"changes": []}

    def test_an_album_has_no_members(self, sandbox, album_id):
        assert control(sandbox, "POST", {"change": "join", "id": album_id}).status == 400
        sandbox.change_elsewhere("join", album_id, before_delete=True)
        delete_album(sandbox, album_id)
        assert sandbox.deletes()[0]["inWindow"] == []

    def test_a_sandbox_that_does_not_run_changes_nothing(self):
        with pytest.raises(SandboxError):
            Sandbox().change_elsewhere("fill", "1")


def test_what_became_of_things_survives_a_restart(tmp_path):
    with Sandbox(tmp_path / "state") as sandbox:
        album = create_album(sandbox).json["albumId"]
        gone = create_album(sandbox, name="gone").json["albumId"]
        create_folder(sandbox)
        folder = sandbox.effects()[-1]
        sandbox.change_elsewhere("fill", album, count=2)
        sandbox.change_elsewhere("join", folder["id"])
        sandbox.change_elsewhere("rename", folder["id"], name="Later")
        delete_album(sandbox, gone)
        before = (
            sandbox.effects(),
            sandbox.deletes(),
            content_of(sandbox, album),
            invites_of(sandbox, folder).json,
        )
    with Sandbox(tmp_path / "state") as again:
        after = (again.effects(), again.deletes(), content_of(again, album), invites_of(again, folder).json)
        assert after == before
        assert metadata_of(again, folder["id"]).json["sharefolder"]["name"] == "Later"
        assert delete_album(again, gone).json["code"] == NOT_FOUND
        assert create_folder(again).status == 200


@pytest.mark.parametrize(("fault", "deletes"), [("commit-then-drop", 1), ("drop-before-commit", 0)])
def test_a_lost_answer_to_a_delete(sandbox, album_id, fault, deletes):
    with pytest.raises(http.client.RemoteDisconnected):
        delete_album(sandbox, album_id, {"X-Sandbox-Fault": fault})
    assert len(sandbox.deletes()) == deletes


def test_a_late_delete_is_carried_out_at_the_end(album_id, sandbox):
    sandbox.inject("late-commit", seconds=600)
    with pytest.raises(http.client.RemoteDisconnected):
        delete_album(sandbox, album_id)
    assert sandbox.deletes() == []
    sandbox.stop()
    assert [entry["id"] for entry in sandbox.deletes()] == [album_id]


def test_a_body_with_a_delete_is_read_and_passed_over(sandbox, album_id):
    assert call(sandbox, "DELETE", f"{ROOT}/album/{album_id}", {"id": "x"}).status == 200
