"""Rows compared with each other, also while they are edited."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from koodrive.batch.cross_check import FOLDER_SIZE, RowIndex, check_table
from koodrive.batch.models import TableRow, Verdict
from koodrive.batch.row_check import check_row
from koodrive.batch.table import open_table

HEADING = "kind\tref\tin\tname\ttype\talbumKind\tcontainerId"
SPACE = "IAAFq7Lx2Vbn0TzR9w1809340011223344557"


def checked(*lines):
    return list(check_table(open_table("\n".join((HEADING, *lines)))))


def codes(row):
    return {finding.code for finding in row.findings}


def test_the_second_of_two_same_requests_is_a_problem_that_names_the_first():
    rows = checked("album\t\t\tAlbum\t2\t1\t", "album\t\t\tOther\t2\t1\t", "album\t\t\tAlbum\t2\t1\t")
    assert [row.verdict for row in rows] == [Verdict.READY, Verdict.READY, Verdict.PROBLEM]
    assert str(rows[2].findings[0].message) == "Line 2 is the same: this would make it twice."


def test_one_that_only_looks_the_same_is_doubtful_and_the_one_that_is_the_same_is_found_behind_it():
    names = ("Album", "Ａlbum", "Album", "Ａlbum")
    rows = checked(*(f"album\t\t\t{name}\t2\t1\t" for name in names))
    assert [row.verdict for row in rows] == [
        Verdict.READY,
        Verdict.DOUBTFUL,
        Verdict.PROBLEM,
        Verdict.PROBLEM,
    ]
    assert codes(rows[1]) == {"same_name"}
    assert "line 3" in str(rows[3].findings[0].message).lower()


def test_albums_find_their_folder_by_ref_and_line_before_and_behind():
    rows = checked(
        "album\t\tf\tA\t2\t\t",
        f"shared_folder\tf\t\tF\t\t\t{SPACE}",
        "album\t\t3\tB\t2\t2\t",
        "album\t\tnone\tC\t2\t2\t",
        "album\t\tf\tD\t2\t1\t",
        f"shared_folder\tg\th\tG\t\t\t{SPACE}",
        f"shared_folder\th\th\tH\t\t\t{SPACE}",
        "album\tf\t\tE\t2\t1\t",
    )
    assert [row.folder_row for row in rows[:3]] == [None, None, 2]
    assert codes(rows[0]) == {"in_ambiguous"}
    assert [codes(row) for row in rows[3:]] == [
        {"in_missing"},
        {"in_ambiguous"},
        {"in_not_possible"},
        {"in_cycle"},
        {"ref_repeated"},
    ]
    assert rows[2].verdict is Verdict.READY


def test_the_hundred_and_first_album_in_a_folder_gets_advice():
    lines = [f"album\t\tf\tAlbum {number}\t2\t2\t" for number in range(FOLDER_SIZE + 5)]
    rows = checked(f"shared_folder\tf\t\tF\t\t\t{SPACE}", *lines)
    assert [row.row for row in rows if "full_folder" in codes(row)] == [FOLDER_SIZE + 2]


CELLS = st.tuples(
    st.sampled_from(["album", "shared_folder", "?"]),
    st.sampled_from(["", "a", "b", "3"]),
    st.sampled_from(["", "", "a", "b", "3", "4"]),
    st.sampled_from(["One", "Two", "Ｏne", ""]),
    st.sampled_from(["2", ""]),
    st.sampled_from(["1", "2", ""]),
    st.sampled_from([SPACE, ""]),
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(CELLS, min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), CELLS, st.booleans()), max_size=6),
)
def test_an_index_that_follows_edits_says_the_same_as_a_new_one(table, edits):
    columns = open_table(f"{HEADING}\nalbum\t\t\tx\t2\t1\t").columns

    def own(number, cells):
        return check_row(TableRow(number, number + 1, cells), columns)

    rows = {number: own(number, cells) for number, cells in enumerate(table, start=1)}
    index = RowIndex()
    for row in rows.values():
        index.add(row)
    shown = {number: index.judge(row) for number, row in rows.items()}
    for place, cells, is_excluded in edits:
        number = place % len(rows) + 1
        rows[number] = own(number, cells)
        if is_excluded:
            rows[number] = replace(rows[number], verdict=Verdict.EXCLUDED)
        changed = index.update(rows[number])
        shown[number] = index.judge(rows[number])
        for other in changed:
            shown[other] = index.judge(shown[other])
        fresh = RowIndex()
        for row in rows.values():
            fresh.add(row)
        assert shown == {number: fresh.judge(row) for number, row in rows.items()}
