"""The spaces of the user, and the folders and files in them, page by page."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sandbox_calls import FILES, SPACE, TOP_FOLDERS, call, changed, create_folder

from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Sandbox
from koodrive.sandbox.files import Files
from koodrive.sandbox.identity import MISSING_CONTAINER_ID

RECYCLE_BIN = "/koodrive/ose/v1/files/1"


def space(sandbox, query="type=1", path=SPACE):
    return call(sandbox, "GET", f"{path}?{query}")


def files(sandbox, **changes):
    return call(sandbox, "POST", FILES, changed(TOP_FOLDERS, changes))


def pages(sandbox, size=100, **changes):
    """Follow the cursors to the end, and give the files of every page."""
    found, cursor = [], ""
    while True:
        reply = files(sandbox, pageInfo={"pageSize": size, "pageCursor": cursor}, **changes)
        assert reply.status == 200, reply.body
        found.append(reply.json["files"])
        if "nextCursor" not in reply.json:
            return found
        cursor = reply.json["nextCursor"]


def assert_refused(reply, code, word=""):
    assert (reply.status, reply.json["code"]) == (400, code)
    assert word in reply.json["msg"]


def test_the_space_is_told_in_texts(sandbox):
    data = space(sandbox).json["data"]
    assert all(isinstance(value, str) for value in data.values())
    assert (data["containerId"], data["ownerId"]) == (SANDBOX_CONTAINER_ID, SANDBOX_USER_ID)
    assert (data["type"], data["status"], data["capacity"], data["capacityKb"]) == ("1", "0", "200", "0")
    assert space(sandbox, f"type=1&containerId={SANDBOX_CONTAINER_ID}").json["data"] == data
    assert space(sandbox, path=SPACE.replace("16", "%31%36", 1)).json["data"] == data


def test_several_spaces_are_a_list_unless_one_is_named(sandbox):
    sandbox.set_spaces(["First", "Second", "First"])
    assert [item["containerId"] for item in space(sandbox).json["data"]] == ["First", "Second"]
    assert space(sandbox, "type=1&containerId=Second").json["data"]["containerId"] == "Second"
    assert_refused(space(sandbox, f"type=1&containerId={SANDBOX_CONTAINER_ID}"), 13000301, "containerId")
    sandbox.set_spaces([])
    assert_refused(space(sandbox), 13000301, "ownerId")


def test_spaces_of_others_are_private(sandbox):
    assert_refused(space(sandbox, path="/koodrive/ose/v1/space/1644817543959100033"), 13000410)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "type"),
        ("type=2", "type"),
        ("type=1&type=1", "type"),
        ("type=1&containerId=", "containerId"),
        ("type=1&x=1", "x"),
    ],
)
def test_bad_parameters_of_a_space_are_named(sandbox, query, name):
    assert_refused(space(sandbox, query), 13000102, f"{name} ")


def test_a_blank_in_the_path_is_named(sandbox):
    assert_refused(space(sandbox, path="/koodrive/ose/v1/space/16%2044"), 13000102, "ownerId ")


@pytest.mark.parametrize(
    "path", ["/koodrive/ose/v1/space/", f"{SPACE}/x", f"x{SPACE}", "/koodrive/ose/v1/files"]
)
def test_paths_beside_the_templates_do_not_exist(sandbox, path):
    assert call(sandbox, "GET", path).status == 404


def test_the_method_is_checked_behind_a_template(sandbox):
    reply = call(sandbox, "POST", SPACE)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET")


def test_the_top_of_a_space_has_folders_and_files(sandbox):
    top = files(sandbox).json["files"]
    assert {"Pictures", "Documents", "手机备份"} <= {item["fileName"] for item in top}
    assert {item["fileType"] for item in top} == {"10"}
    assert all(re.fullmatch("[0-9]{19}", item["id"]) for item in top)
    root = space(sandbox).json["data"]["bizRootFileId"]
    assert {tuple(item["parentFolder"]) for item in top} == {(root,)}
    assert {tuple(item["containers"]) for item in top} == {(SANDBOX_CONTAINER_ID,)}
    assert files(sandbox, parentFileId=root).json["files"] == top
    assert files(sandbox, parentFileId="root").json["files"] == top
    everything = files(sandbox, fileType=None).json["files"]
    assert [item for item in everything if item["fileType"] == "10"] == top
    assert [item["fileName"] for item in files(sandbox, fileType="15").json["files"]] == ["scan.jpg"]


def test_the_tree_is_three_deep_and_the_same_every_time(sandbox):
    def tree(running, parent="root", depth=0):
        children = [item for page in pages(running, parentFileId=parent) for item in page]
        return [
            (depth, item["id"], item["fileName"], tree(running, item["id"], depth + 1)) for item in children
        ]

    def flat(branches):
        for branch in branches:
            yield branch[:3]
            yield from flat(branch[3])

    found = list(flat(tree(sandbox)))
    assert {depth for depth, _, _ in found} == {0, 1, 2}
    assert len({folder_id for _, folder_id, _ in found}) == len(found) > 40
    assert all(int(float(folder_id)) != int(folder_id) for _, folder_id, _ in found)
    names = {name for _, _, name in found}
    assert {"Holidays 2024", "Holidays 2025", "Holidays 2026", "家庭相册"} <= names
    assert max(map(len, names)) > 100
    assert any("<b>" in name for name in names)
    assert any("\N{BIRTHDAY CAKE}" in name for name in names)
    with Sandbox() as other:
        assert list(flat(tree(other))) == found
        other.set_spaces(["Other"])
        ids = {item["id"] for item in files(other, containerId="Other").json["files"]}
        assert ids
        assert ids.isdisjoint(folder_id for _, folder_id, _ in found)


def test_the_recycle_bin_is_empty(sandbox):
    reply = call(sandbox, "POST", RECYCLE_BIN, TOP_FOLDERS)
    assert (reply.status, reply.json) == (200, {"files": [], "code": 0, "msg": "Success."})


@pytest.mark.parametrize("container_id", [MISSING_CONTAINER_ID, "other"])
@pytest.mark.parametrize("path", [FILES, RECYCLE_BIN])
def test_unknown_spaces_have_no_files(sandbox, container_id, path):
    assert_refused(call(sandbox, "POST", path, {"containerId": container_id}), 13000301, "containerId")


def test_unknown_parents_and_those_of_other_spaces_are_told_apart(sandbox):
    picture = files(sandbox, fileType="15").json["files"][0]["id"]
    for parent in ("1", picture):
        assert_refused(files(sandbox, parentFileId=parent), 13000309, "parentFileId")
    folder = files(sandbox).json["files"][0]["id"]
    sandbox.set_spaces([SANDBOX_CONTAINER_ID, "Second"])
    assert_refused(files(sandbox, parentFileId=folder, containerId="Second"), 13000302, "parentFileId")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"containerId": None}, "containerId"),
        ({"containerId": "x" * 65}, "containerId"),
        ({"parentFileId": "x" * 65}, "parentFileId"),
        ({"parentFileId": ""}, "parentFileId"),
        ({"fileType": 10}, "fileType"),
        ({"fileType": "12"}, "fileType"),
        ({"pageInfo": {"pageSize": 0}}, "pageInfo[pageSize]"),
        ({"pageInfo": {"pageSize": 101}}, "pageInfo[pageSize]"),
        ({"pageInfo": {"pageSize": "5"}}, "pageInfo[pageSize]"),
        ({"pageInfo": {"pageCursor": 0}}, "pageInfo[pageCursor]"),
        ({"pageInfo": {"pageNum": 1}}, "pageNum"),
        ({"pageInfo": []}, "pageInfo"),
        ({"sortInfo": []}, "sortInfo"),
        ({"imageProcess": 1}, "imageProcess"),
        ({"recursive": True}, "recursive"),
    ],
)
def test_bad_fields_of_a_list_are_named(sandbox, changes, field):
    assert_refused(files(sandbox, **changes), 13000102, f"{field} ")


def test_unknown_parts_of_a_list_are_passed_over(sandbox):
    reply = files(sandbox, sortInfo={"sortType": 1}, imageProcess="image/resize,w_100", pageInfo={})
    assert reply.json == files(sandbox).json


def test_the_kind_of_list_is_checked(sandbox):
    assert_refused(call(sandbox, "POST", "/koodrive/ose/v1/files/2", TOP_FOLDERS), 13000102, "type ")


def test_added_folders_come_behind_the_others_in_order(sandbox):
    names = ["B", "a", "B", "", "\u202e<i>x</i>"]
    ids = sandbox.add_folders("root", names)
    listed = files(sandbox).json["files"][-5:]
    assert [item["fileName"] for item in listed] == names
    assert [item["id"] for item in listed] == ids
    assert len(set(ids)) == 5
    inner = sandbox.add_folders(ids[1], ["inner"])
    assert [item["id"] for item in files(sandbox, parentFileId=ids[1]).json["files"]] == inner
    assert files(sandbox, parentFileId=inner[0]).json["files"] == []


@pytest.mark.parametrize(("parent", "container_id"), [("1", SANDBOX_CONTAINER_ID), ("root", "other")])
def test_folders_cannot_be_added_to_nowhere(sandbox, parent, container_id):
    with pytest.raises(ValueError, match="not found"):
        sandbox.add_folders(parent, ["x"], container_id=container_id)


def test_five_thousand_folders_are_listed_once_each_and_fast(sandbox):
    start = time.perf_counter()
    (parent,) = sandbox.add_folders("root", ["many"])
    ids = sandbox.add_folders(parent, (f"Folder {number}" for number in range(5000)))
    assert time.perf_counter() - start < 2
    start = time.perf_counter()
    found = pages(sandbox, parentFileId=parent)
    assert (time.perf_counter() - start) / len(found) < 0.05
    assert [item["id"] for page in found for item in page] == ids
    assert [len(page) for page in found[:5]] == [100, 0, 100, 50, 100]
    assert found[-1]


@pytest.mark.parametrize("total", [0, 1, 99, 100, 101, 150, 151, 200, 201, 350])
@pytest.mark.parametrize("size", [1, 7, 50, 100])
def test_paging_ends_with_everything_seen(sandbox, total, size):
    (parent,) = sandbox.add_folders("root", [f"{total}"])
    ids = sandbox.add_folders(parent, map(str, range(total)))
    found = pages(sandbox, size, parentFileId=parent)
    assert [item["id"] for page in found for item in page] == ids
    assert all(len(page) <= size for page in found)
    assert ([] in found[1:-1]) == (total > 150)
    assert bool(found[-1]) == bool(total)


def test_a_cursor_is_good_for_its_own_list_only(sandbox):
    first, second = sandbox.add_folders("root", ["first", "second"])
    for parent in (first, second):
        sandbox.add_folders(parent, map(str, range(5)))
    cursor = files(sandbox, parentFileId=first, pageInfo={"pageSize": 2}).json["nextCursor"]
    page = {"pageSize": 2, "pageCursor": cursor}
    assert len(files(sandbox, parentFileId=first, pageInfo=page).json["files"]) == 2
    assert_refused(files(sandbox, parentFileId=second, pageInfo=page), 13000102, "pageCursor")
    assert_refused(files(sandbox, parentFileId=first, fileType=None, pageInfo=page), 13000102, "pageCursor")
    assert_refused(files(sandbox, pageInfo={"pageCursor": "1"}), 13000102, "pageCursor")


@settings(max_examples=50)
@given(st.lists(st.text(), max_size=20), st.lists(st.text(), max_size=20))
def test_ids_are_never_given_twice(first, second):
    tree = Files()
    ids = [*tree.add_folders("S", "root", first), *tree.add_folders("S", "root", second)]
    for folder_id in ids[:3]:
        ids += tree.add_folders("S", folder_id, first)
    assert len(set(ids)) == len(ids)


def test_what_was_set_up_outlives_a_restart_but_not_a_reset():
    sandbox = Sandbox()
    with sandbox:
        sandbox.set_spaces(["First"])
        (made,) = sandbox.add_folders("root", ["made"], "First")
    with sandbox:
        assert files(sandbox, containerId="First").json["files"][-1]["id"] == made
        sandbox.expire_tokens()
        sandbox.accept_only("at")
        call(sandbox, "POST", "/sandbox/reset")
        assert space(sandbox).json["data"]["containerId"] == SANDBOX_CONTAINER_ID
        assert "made" not in {item["fileName"] for item in files(sandbox).json["files"]}


def test_shared_folders_can_still_be_made_in_any_space(sandbox):
    sandbox.set_spaces([])
    assert create_folder(sandbox, containerId="any").status == 200
