"""One row by itself: its kind, its choices, its IDs, what is not sent, and what an earlier result says of it."""

from __future__ import annotations

import pytest

from koodrive.batch.columns import FIELDS, RESULT_COLUMNS, heading_key, map_columns
from koodrive.batch.cross_check import check_table
from koodrive.batch.editing import edited, outer_blanks, table_row_of
from koodrive.batch.models import FolderIds, Severity, Verdict
from koodrive.batch.row_request import request_of
from koodrive.batch.table import open_rows, open_table
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreateSharedFolder, RequestKind, ScopeKind

SPACE = "IAAFq7Lx2Vbn0TzR9w1809340011223344557"
ALBUM, FOLDER = RequestKind.ALBUM, RequestKind.SHARED_FOLDER


def check(*rows, headings=None):
    """Return the rows of a table, each given as a mapping from heading to text."""
    headings = headings or list(dict.fromkeys(name for row in rows for name in row))
    return list(check_table(open_rows(headings, [[row.get(name, "") for name in headings] for row in rows])))


def problems(row):
    return {(one.code, one.field) for one in row.findings if one.severity is Severity.PROBLEM}


@pytest.mark.parametrize("row", [{"type": "9"}, {"相册类型": "自选"}, {"类型": "9 "}])
def test_a_choice_that_is_not_known_is_named_with_what_can_be_written(row):
    (checked,) = check({"kind": "album", "name": "x", "albumKind": "1", **row})
    (text,) = [str(one.message) for one in checked.findings if one.code == "choice_unknown"]
    word = next(iter(row.values())).strip()
    assert text == f"“{word}” is not known here. Use manual (2, 手工) or collection (1, 收录)."


def test_manual_and_automatic_are_types_under_a_heading_that_says_type_alone():
    manual, automatic = check(
        {"类型": "手动", "name": "x", "albumKind": "1"}, {"类型": "自动", "name": "y", "albumKind": "1"}
    )
    assert (manual.fields["type"], automatic.fields["type"]) == ("2", "1")
    assert map_columns(["类型", "相册类型"]).places == {"kind": 0, "type": 1}


@pytest.mark.parametrize(
    ("row", "headings", "kind"),
    [
        ({"kind": " Shared Folder "}, None, FOLDER),
        ({"kind": "相册"}, None, ALBUM),
        ({"kind": "ALBUM"}, None, ALBUM),
        ({"kind": "photo"}, None, None),
        ({"name": "x", "type": "2"}, None, ALBUM),
        ({"name": "x", "containerId": SPACE}, None, FOLDER),
        ({"name": "x", "containerId": SPACE, "type": "1"}, None, ALBUM),
        ({"name": "x", "in": "f"}, None, ALBUM),
        ({"name": "x", "type": "2", "shareType": "0"}, None, None),
        ({"name": "x"}, ["name", "type", "groupId"], ALBUM),
        ({"name": "x"}, ["name", "containerId"], FOLDER),
        ({"name": "x"}, ["name", "type", "containerId"], None),
        ({"name": "x"}, ["name"], None),
    ],
)
def test_the_kind_is_named_or_told_by_what_is_filled(row, headings, kind):
    (checked,) = check(row, headings=headings)
    assert checked.kind is kind
    if kind is None:
        assert checked.verdict is Verdict.PROBLEM
        assert checked.findings[0].field == "kind"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("type", "Manual album", "2"),
        ("type", "收录相册", "1"),
        ("type", "2.0", "2"),
        ("type", " 2 ", "2"),
        ("type", "3", "3"),
        ("albumKind", "个人相册", "1"),
        ("albumKind", "Members of a shared folder", "2"),
        ("scopeKind", "2, 1", "1,2"),
        ("scopeKind", "1;2", "1,2"),
        ("scopeKind", "图片", "1"),
        ("scopeKind", "both", "1,2"),
        ("scopeKind", "12", "12"),
        ("scopeKind", "1,1", "1,1"),
    ],
)
def test_choices_by_number_and_label(field, text, value):
    (row,) = check({"kind": "album", "type": "1", field: text} | ({"type": text} if field == "type" else {}))
    assert row.fields[field] == value


def test_only_what_is_sent_is_a_field_and_the_rest_is_advice():
    (row,) = check(
        {
            "name": "x",
            "type": "2",
            "albumKind": "1",
            "scopeDir": "d-1",
            "groupId": "4711",
            "containerId": SPACE,
        }
    )
    assert row.verdict is Verdict.READY
    assert row.fields == {"name": "x", "type": "2", "albumKind": "1"}
    assert {(one.code, one.field) for one in row.findings} == {
        ("not_sent", "scopeDir"),
        ("not_sent", "groupId"),
        ("not_sent", "containerId"),
    }


def test_ids_lose_the_blanks_around_them_and_offer_a_clean_value():
    (row,) = check({"kind": "shared_folder", "name": " x ", "containerId": f" {SPACE}\u00a0"})
    assert (row.verdict, row.fields["containerId"], row.fields["name"]) == (Verdict.READY, SPACE, " x ")
    assert {one.code for one in row.findings} == {"outer_blank"}
    (row,) = check({"kind": "shared_folder", "name": "a/b", "containerId": f"“{SPACE}”"})
    assert {one.field: one.clean_value for one in row.findings} == {"containerId": SPACE, "name": "ab"}


def test_folders_to_collect_from_are_separated_by_blanks_semicolons_or_lines():
    row = {"type": "1", "albumKind": "1", "scopeParentFolderId": "p", "scopeKind": "1"}
    first, second = check(row | {"scopeDir": " d-1;d-2\nd-3\r\n d-4 "}, row | {"scopeDir": "d-1,d-2"})
    assert first.fields["scopeDir"] == ["d-1", "d-2", "d-3", "d-4"]
    assert (second.verdict, second.findings[0].clean_value) == (Verdict.PROBLEM, "d-1\nd-2")


def test_requests_get_the_ids_of_their_folder():
    rows = check(
        {"kind": "shared_folder", "ref": "f", "name": "F", "containerId": SPACE},
        {"kind": "album", "in": "f", "name": "A", "type": "2"},
        {
            "kind": "album",
            "in": "f",
            "name": "B",
            "type": "1",
            "scopeDir": "d",
            "scopeParentFolderId": "p",
            "scopeKind": "both",
        },
    )
    assert [row.verdict for row in rows] == [Verdict.READY] * 3
    folder = FolderIds("1809347726841090561", "1809347726153089025", SPACE)
    assert request_of(rows[0]) == CreateSharedFolder("F", SPACE)
    assert request_of(rows[1], folder) == CreateAlbum(
        AlbumType.MANUAL,
        AlbumKind.SHARED,
        "A",
        group_id=folder.group_id,
        share_folder_id=folder.share_folder_id,
    )
    collection = request_of(rows[2], folder)
    assert (collection.container_id, collection.scope_kind) == (SPACE, ScopeKind.IMAGES_AND_VIDEOS)
    with pytest.raises(ValueError, match="cannot be sent"):
        request_of(rows[1])


def test_in_and_ids_contradict_each_other():
    _, row = check(
        {"kind": "shared_folder", "ref": "f", "name": "F", "containerId": SPACE},
        {"kind": "album", "in": "f", "name": "A", "type": "2", "albumKind": "2", "groupId": "4711"},
    )
    assert problems(row) == {("in_and_ids", "in")}


def test_a_results_file_leaves_out_what_was_created():
    headings = ["kind", "ref", "in", "name", "type", "albumKind", "containerId", "groupId", *RESULT_COLUMNS]
    lines = [
        ["album", "", "", "A", "2", "1", "", "", "created", "1805929618625036417"],
        ["shared_folder", "f", "", "F", "", "", SPACE, "", "created", "", "77", "F-file", "88"],
        ["album", "", "f", "B", "2", "2", "", "", "refused"],
        ["album", "", "", "C", "2", "1", "", "", "unknown"],
        ["album", "", "", "", "", "", "", "", "created", ""],
        ["album", "", "", "A", "2", "1", "", "", ""],
    ]
    rows = list(check_table(open_rows(headings, lines)))
    assert [row.verdict for row in rows] == [
        Verdict.EXISTS,
        Verdict.EXISTS,
        Verdict.READY,
        Verdict.DOUBTFUL,
        Verdict.EXISTS,
        Verdict.PROBLEM,
    ]
    assert (rows[0].existing, rows[1].existing) == ("1805929618625036417", "77")
    assert rows[1].existing_folder == FolderIds("77", "88", SPACE)
    assert rows[2].folder_row == 2
    assert "groupId" not in rows[2].fields
    assert str(rows[5].findings[0].message).startswith("Line 1 is the same")


def test_a_folder_whose_ids_are_lost_keeps_its_albums_from_being_sent():
    headings = ["kind", "ref", "in", "name", "type", "containerId", *RESULT_COLUMNS]
    lines = [
        ["shared_folder", "f", "", "F", "", SPACE, "created", "", "1.8E+18", "", "88"],
        ["album", "", "f", "B", "2", ""],
    ]
    rows = list(check_table(open_rows(headings, lines)))
    assert rows[0].verdict is Verdict.EXISTS
    assert problems(rows[1]) == {("in_folder_problem", "in")}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("ALBUM_KIND", "albumKind"),
        ("Who is it for?", "albumKind"),
        ("相册类别", "albumKind"),
        ("共享文件夹 ID（主键）", "shareFolderId"),
        ("共享文件夹ID(主键)", "shareFolderId"),
        ("Shared folder ID (primary key)", "shareFolderId"),
        ("Space ID (optional)", "containerId"),
        ("空间 ID（选填）", "containerId"),
        ("scope dir", "scopeDir"),
        ("In folder", "in"),
        ("ｎａｍｅ", "name"),
    ],
)
def test_headings_by_name_and_label(heading, field):
    assert map_columns([heading]).places == {field: 0}


def test_all_fields_are_told_apart():
    assert len({heading_key(field) for field in FIELDS}) == len(FIELDS)


def test_a_cell_that_is_edited_loses_what_was_found_in_it():
    table = open_table('kind\tname\ttype\talbumKind\tgroupId\t\nalbum\t"a" b\t2\t1\t\tnote\n')
    (row,) = check_table(open_rows(table.columns.headings, [["album", " x ", "2", "1", "", ""]]))
    assert outer_blanks(row, table.columns) == {1: "x"}
    (row,) = check_table(table)
    assert {one.code for one in row.findings} == {"nameless_column"}
    assert edited(row, table.columns, {1: "b" * 21}).verdict is Verdict.PROBLEM
    mended = edited(row, table.columns, {5: "", 1: "b"})
    assert (mended.verdict, mended.fields["name"]) == (
        Verdict.DOUBTFUL,
        "b",
    ) or mended.verdict is Verdict.READY
    assert table_row_of(row).cells == row.cells
