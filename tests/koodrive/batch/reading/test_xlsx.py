"""Workbooks: what they hide is found, and what is too large, odd or damaged is refused before it is in memory."""

from __future__ import annotations

import datetime as dt
import io
import struct
import tracemalloc
import zipfile

import pytest
import workbooks
from workbooks import book, pack, parts, row_xml, sheet_xml

from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import TableError
from koodrive.batch.models import Severity, Verdict
from koodrive.batch.table import TableOptions, open_table

ALBUM = ("album", "Name", "2", "1")


@pytest.fixture
def opened(tmp_path):
    """Return a function that opens the bytes of a workbook."""

    def open_bytes(data, **options):
        path = tmp_path / "book.xlsx"
        path.write_bytes(data)
        return open_table(path, TableOptions(**options))

    return open_bytes


@pytest.fixture
def checked(opened):
    """Return a function that checks the rows of a workbook."""
    return lambda data, **options: list(check_table(opened(data, **options)))


def found(row):
    return {(finding.code, finding.field) for finding in row.findings}


def test_values_of_all_kinds(checked):
    rows = checked(
        book(
            ("album", 20.0, 2, 1),
            ("album", 2.5, 2, 1),
            ("album", True, 2, 1),
            ("album", '<c t="d"><v>2026-03-04</v></c>', 2, 1),
            ("album", "x", 2, 2, 1234567890123456, "1809347726841090561", 1809347726153089025),
            ("album", " _x000D_ \U00020bb7", 2, 1, "", "", '<c t="e"><v>#N/A</v></c>'),
        )
    )
    assert [row.fields.get("name") for row in rows] == [
        "20",
        "2.5",
        "TRUE",
        "2026-03-04",
        "x",
        " \r \U00020bb7",
    ]
    assert [found(row) for row in rows] == [
        set(),
        {("number_cell", "name")},
        {("truth_cell", "name")},
        {("date_cell", "name")},
        {("id_rounded", "groupId")},
        {("broken_character", "name"), ("invisible", "name")},
    ]
    assert rows[4].cells[6] == "1.809347726153089e+18", "an unknown column is nobody's problem"


def test_formulas_and_errors(checked):
    rows = checked(
        book(
            ("album", '<c t="str"><f>A1</f><v>Text</v></c>', "<c><f>1+1</f><v>2</v></c>", 1),
            ("album", "<c><f>A1</f></c>", 2, 1),
            ("album", "<c><f>A1</f><v></v></c>", 2, 1),
            ("album", '<c t="str"><f>A1</f><v></v></c>', 1, 1),
            ("album", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 2, 1),
            ("<c><f>A1</f></c>",),
        )
    )
    assert rows[0].verdict is Verdict.READY
    assert found(rows[0]) == {("formula", "name"), ("formula", "type")}
    assert ("formula_without_value", "name") in found(rows[1]) & found(rows[2])
    assert ("formula", "name") in found(rows[3])
    assert ("error_cell", "name") in found(rows[4])
    assert ("formula_without_value", "kind") in found(rows[5]), "a row whose texts are lost is not empty"


def test_hidden_rows_and_columns_and_merged_cells(checked, opened):
    data = book(
        row_xml(2, ALBUM, 'hidden="1"'),
        row_xml(3, ("album", "B", "2", "1"), 'ht="0" customHeight="1"'),
        ("album", "C", "2", "1"),
        ("album", "D", "2", "1"),
        ("album", "E", "2", "1", "", "", "merged beside"),
        before='<cols><col min="2" max="3" hidden="1"/><col min="7" max="7" width="0"/></cols>',
        after='<mergeCells><mergeCell ref="B4:B5"/><mergeCell ref="G6:H6"/></mergeCells>',
    )
    assert [found(row) for row in checked(data)] == [
        {("hidden_row", None)},
        {("hidden_row", None)},
        {("merged_cells", "name")},
        {("merged_cells", "name")},
        set(),
    ]
    assert {(one.code, one.field) for one in opened(data).findings} == {
        ("hidden_column", "name"),
        ("hidden_column", "type"),
    }


def test_rows_that_are_hidden_unless_said(checked):
    rows = checked(
        book(
            row_xml(2, ALBUM, 'hidden="0"'),
            ("album", "B", "2", "1"),
            before='<sheetFormatPr zeroHeight="1" defaultRowHeight="15"/>',
        )
    )
    assert [found(row) for row in rows] == [set(), {("hidden_row", None)}]


def test_a_table_that_begins_in_the_middle_of_the_sheet(checked):
    rows = sheet_xml(
        '<row r="5"><c r="C5" t="inlineStr"><is><t>name</t></is></c><c r="D5" t="inlineStr"><is><t>kind</t></is></c>'
        '</row><row r="9"><c r="C9" t="inlineStr"><is><t>N</t></is></c></row>'
    )
    (row,) = checked(pack(parts(rows)))
    assert (row.row, row.line, row.fields) == (1, 9, {"name": "N"})


def test_the_first_visible_sheet_or_the_one_that_is_named(opened):
    sheets = [sheet_xml(row_xml(1, ("name", "type")) + row_xml(2, (text, "2"))) for text in "abc"]
    data = pack(parts(*sheets, names=("Notes", "März", "四月"), states=('state="hidden"', "", "")))
    table = opened(data)
    assert (table.source.sheet, table.source.sheets) == ("März", ("März", "四月"))
    assert next(table.rows()).cells == ("b", "2")
    assert table.findings[0].code == "more_sheets"
    assert next(opened(data, sheet="四月").rows()).cells == ("c", "2")
    with pytest.raises(TableError, match="März, 四月") as raised:
        opened(data, sheet="May")
    assert raised.value.code == "sheet_unknown"


def test_a_first_sheet_without_a_table_names_the_others(opened):
    data = pack(parts(sheet_xml(row_xml(1, ("Read me",))), sheet_xml(""), names=("Help", "Rows")))
    with pytest.raises(TableError, match="Rows") as raised:
        opened(data)
    assert raised.value.code == "no_heading"


def lying(data, size):
    """Return a ZIP file whose parts say that they have `size` bytes."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = changed.find(mark)
        while place >= 0:
            struct.pack_into("<I", changed, place + offset, size)
            place = changed.find(mark, place + 4)
    return bytes(changed)


DTD = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
WHOLE = book(ALBUM)
FAR = sheet_xml(row_xml(1, ("name",)) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
WIDE = sheet_xml(row_xml(1, ("name",)) + '<row r="2"><c r="XFD2"><v>1</v></c></row>')
LONG = sheet_xml(row_xml(1, ("name",)) + row_xml(2, ("x" * 40_000,)))
HUGE = sheet_xml(row_xml(1, ("name",)) + row_xml(2, ("".join(map(chr, range(0x4E00, 0x9000))) * 30,)))
STRINGS = f'<sst xmlns="{workbooks._MAIN}">{"<si/>" * 3_000_000}</sst>'.encode()
BROKEN = {
    "damaged": [
        WHOLE[:300],
        WHOLE[:-30],
        b"PK\x03\x04" + b"\0" * 100,
        pack(parts(sheet_xml("<row"))),
        pack(parts(sheet_xml('<row r="1"><c r="A2"><v>1</v></c></row>'))),
        pack(parts(sheet_xml('<row r="1"><c r="A0"><v>1</v></c></row>'))),
        pack(parts(sheet_xml('<row r="9999999"><c><v>1</v></c></row>'))),
        pack(parts(sheet_xml('<row r="1"><c r="AAAAA1"><v>1</v></c></row>'))),
        pack(parts(sheet_xml("", prologue='<?xml version="1.0" encoding="UTF-16"?>'))),
        pack(parts(sheet_xml("")) | {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}),
    ],
    "dtd": [
        pack(parts(sheet_xml("", prologue=DTD))),
        pack(parts(sheet_xml("")) | {"xl/sharedStrings.xml": f"{DTD}<sst/>".encode()}),
        pack(parts(sheet_xml("")) | {"xl/styles.xml": f"{DTD}<s/>".encode()}),
    ],
    "unpacks_too_large": [
        pack(parts(sheet_xml(" " * 3_000_000))),
        pack(parts(sheet_xml("")) | {"xl/media/x": b"\0" * 3_000_000}),
        pack(parts(sheet_xml("")) | {"xl/sharedStrings.xml": STRINGS}),
        pack(parts(HUGE)),
        pack(parts(sheet_xml("")) | {f"xl/media/{n}": b"\0" * 1_000_000 for n in range(5)}),
        lying(WHOLE, 100),
        lying(WHOLE, 700_000_000),
    ],
    "too_far_apart": [pack(parts(FAR.replace("XFD", "AZ")))],
    "too_many_columns": [pack(parts(WIDE)), pack(parts(FAR))],
    "cell_too_long": [pack(parts(LONG))],
    "no_rows": [book()],
    "no_heading": [pack(parts(sheet_xml(row_xml(1, ("a", "b")))))],
    "empty": [pack(parts(sheet_xml("")))],
    "duplicate_heading": [pack(parts(sheet_xml(row_xml(1, ("name", "名称")) + row_xml(2, ("a", "b")))))],
    "not_a_table": [pack({"word/document.xml": b"<x/>"})],
    "other_spreadsheet": [
        pack({"xl/workbook.bin": b""}),
        pack({"content.xml": b"<x/>", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    ],
    "password": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")],
}


@pytest.mark.parametrize(
    ("code", "place"), [(code, n) for code, files in BROKEN.items() for n in range(len(files))]
)
def test_what_cannot_be_used_is_refused_with_its_reason(opened, code, place):
    tracemalloc.start()
    try:
        with pytest.raises(TableError) as raised:
            opened(BROKEN[code][place])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert raised.value.code == code
    assert peak < 20_000_000


def test_two_parts_of_one_name_are_refused(opened):
    file = io.BytesIO(WHOLE)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", "<x/>")
    with pytest.raises(TableError) as raised:
        opened(file.getvalue())
    assert raised.value.code == "damaged"


def test_a_formatted_rest_down_to_the_last_row_costs_nothing(checked):
    rest = "".join(
        f'<row r="{n}" spans="1:2"><c r="A{n}" s="1"/><c r="B{n}" t="str"><f>A{n}</f><v></v></c></row>'
        for n in range(3, 20_000)
    )
    rows = checked(pack(parts(sheet_xml(row_xml(1, ("name", "type")) + row_xml(2, ("A", "2")) + rest))))
    assert len(rows) == 1


def test_dates_by_their_format(opened, tmp_path):
    import xlsxwriter  # noqa: PLC0415

    path = tmp_path / "dates.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["name", "ref"])
    sheet.write_datetime(1, 0, dt.date(2026, 3, 4), made.add_format({"num_format": "d-mmm"}))
    sheet.write_number(2, 0, 0.5, made.add_format({"num_format": "h:mm"}))
    sheet.write_number(3, 0, 1.5, made.add_format({"num_format": "[h]:mm"}))
    made.close()
    rows = list(open_table(path).rows())
    assert [row.cells[0] for row in rows] == ["2026-03-04", "12:00:00", "1 day, 12:00:00"]
    assert all(row.findings[0].code == "date_cell" for row in rows)
    assert all(row.findings[0].severity is Severity.PROBLEM for row in rows)


def test_an_id_in_a_cell_for_durations_names_its_line(tmp_path):
    import xlsxwriter  # noqa: PLC0415

    path = tmp_path / "durations.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["name", "groupId"])
    sheet.write_number(1, 1, 1.8e18, made.add_format({"num_format": "[h]:mm"}))
    made.close()
    with pytest.raises(TableError, match="line 2") as raised:
        open_table(path)
    assert raised.value.code == "unreadable_cell"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'Target="worksheets/', b'Target="/xl/worksheets/'),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006",
            b"http://purl.oclc.org/ooxml/officeDocument",
        ),
        (b"xl/", b"data/"),
    ],
)
def test_workbooks_of_other_programs(checked, old, new):
    content = {
        name.replace(old.decode(), new.decode()) if old == b"xl/" else name: data.replace(old, new)
        for name, data in parts(sheet_xml(row_xml(1, ("name",)) + row_xml(2, ("x",)))).items()
    }
    (row,) = checked(pack(content))
    assert row.fields == {"name": "x"}
