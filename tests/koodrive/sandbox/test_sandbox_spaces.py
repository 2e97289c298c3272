"""The spaces of the user, and the folders and files in them, page by page."""

from __future__ import annotations

import re

import pytest
from sandbox_calls import FILES, SPACE, TOP_FOLDERS, call, changed

from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID

pytestmark = pytest.mark.slow


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
