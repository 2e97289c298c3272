"""Whatever a table holds: each row is judged, and one that may be sent is a request by all rules."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from koodrive.api.serialization import require_valid, to_json
from koodrive.batch.columns import FIELDS
from koodrive.batch.cross_check import check_table
from koodrive.batch.editing import edited, table_row_of
from koodrive.batch.errors import TableError
from koodrive.batch.models import FolderIds, Severity, Verdict
from koodrive.batch.row_check import check_row
from koodrive.batch.row_request import request_of
from koodrive.batch.table import open_table
from koodrive.batch.template import CHOICES
from koodrive.journal.encoding import fingerprint_of

WORDS = ("album", "shared_folder", "1", "2", "1,2", "", "a", "Ａ", "f1", "3", "d-1 d-2", "d-2;d-1", "x" * 21)
ODD_WORDS = (
    "\ud800",
    "\0",
    "\r",
    "'=1",
    '"',
    "created",
    "1.8E+18",
    "{groupId}",
    "\ufffd",
    " ",
    "\u200b",
    "相册",
)
CELL = st.sampled_from((*WORDS, *ODD_WORDS, *CHOICES["type"], *CHOICES["scopeKind"])) | st.text(max_size=5)
HEADINGS = st.lists(
    st.sampled_from([*FIELDS, "Note", "", "outcome", "albumId", "groupId", "时间"]), min_size=1, max_size=9
)
FOLDER = FolderIds("77", "88", "99")


def opened(headings, rows, separator, *, is_quoted):
    def cell(text):
        return f'"{text.replace(chr(34), 2 * chr(34))}"' if is_quoted else text

    return open_table("\n".join(separator.join(map(cell, row)) for row in (headings, *rows)))


@settings(max_examples=200, deadline=None)
@given(HEADINGS, st.lists(st.lists(CELL, max_size=10), max_size=6), st.sampled_from("\t,;"), st.booleans())
def test_every_row_gets_a_verdict_that_holds(headings, rows, separator, is_quoted):
    try:
        table = opened(headings, rows, separator, is_quoted=is_quoted)
    except TableError:
        return
    checked = list(check_table(table))
    assert len(checked) == table.row_count
    for row, read in zip(checked, table.rows(), strict=True):
        assert len(row.cells) == len(table.columns.headings)
        severities = {finding.severity for finding in row.findings}
        assert (Severity.PROBLEM in severities) == (row.verdict is Verdict.PROBLEM)
        if row.verdict in {Verdict.READY, Verdict.DOUBTFUL}:
            require_valid(request_of(row, FOLDER if row.folder_row else None))
        if row.verdict is not Verdict.EXISTS:
            again = check_row(table_row_of(row), table.columns)
            assert again == check_row(read, table.columns), "a row that was checked can be checked again"
        assert edited(row, table.columns, {0: "x"}).cells[1:] == row.cells[1:]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2"]),
            st.sampled_from(["1", "2"]),
            st.sampled_from(["A", "Ａ", "A ", "B"]),
            st.sampled_from(["d-1 d-2", "d-2\td-1".replace("\t", ";"), "d-3"]),
            st.sampled_from(["", "s"]),
            st.sampled_from(["11", "12"]),
        ),
        min_size=2,
        max_size=4,
    )
)
def test_rows_are_the_same_request_when_their_fingerprints_and_names_are_and_else_doubtful(rows):
    headings = (
        "type",
        "albumKind",
        "name",
        "scopeDir",
        "containerId",
        "groupId",
        "shareFolderId",
        "scopeKind",
    )
    lines = [(*row, "77", "1") for row in rows]
    table = opened(
        (*headings, "scopeParentFolderId"), [(*line, "p") for line in lines], "\t", is_quoted=False
    )
    seen: dict[str, set[str]] = {}
    for row in check_table(table):
        mark = fingerprint_of(row.kind, "", "", to_json(request_of(row)))
        codes = {finding.code for finding in row.findings}
        assert ("same_request" in codes) == (row.fields["name"] in seen.get(mark, ()))
        assert mark not in seen or codes & {"same_request", "same_name"}
        seen.setdefault(mark, set()).add(row.fields["name"])
