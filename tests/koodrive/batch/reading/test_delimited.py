"""CSV files and pasted tables, as spreadsheets, programs and people write them."""

from __future__ import annotations

import pytest

from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import EncodingNeededError, TableError
from koodrive.batch.limits import CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT
from koodrive.batch.models import Verdict
from koodrive.batch.table import TableOptions, open_table


@pytest.fixture
def opened(tmp_path):
    """Return a function that opens a text as a file."""

    def open_text(text, **options):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return open_table(path, TableOptions(**options))

    return open_text


def cells(table):
    return [row.cells for row in table.rows()]


def names(table):
    return [row.fields.get("name") for row in check_table(table)]


def code_of(function, *arguments, **options):
    with pytest.raises(TableError) as raised:
        function(*arguments, **options)
    assert str(raised.value.message)
    return raised.value.code


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("name,type\na;b,2", ","),
        ("name;type;Preis, netto, brutto\na,b;2;1,5", ";"),
        ("name\ttype\na;b,c\t2", "\t"),
        ("sep=;\nname;type\na;2", ";"),
        ("\ufeffsep=|\r\nname|type\r\na|2", "|"),
        ('"sep=;"\nname;type\na;2', ";"),
        ("name\nRot, Grün; Blau", ""),
        ('"name"\n"a, ""b"""\n', ""),
        ("Albums of 2026, all\n\nname,type\nx,2", ","),
    ],
)
def test_the_separator_is_what_splits_the_heading(opened, text, separator):
    table = opened(text)
    assert table.source.separator == separator
    assert table.columns.places["name"] == 0
    assert next(table.rows()).line == (4 if text.startswith("Albums") else 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_end_with_any_line_end(opened, end):
    text = end.join(
        ('name,"ref"', "a,1", "", '"b","2"', ",", f'"c{end if end != chr(13) else chr(10)}d",3', "")
    )
    table = opened(text)
    assert [(row.row, row.line) for row in table.rows()] == [(1, 2), (2, 4), (3, 6)]
    assert table.empty_count == 2
    assert cells(table)[1] == ("b", "2")


def test_quotes(opened):
    rows = list(check_table(opened('name,ref\n"a ""b"" c",1\n a"b" ,2\n"a" b,3\n "x, y" ,4\n"",5\n"""",6\n')))
    assert [row.cells[0] for row in rows] == ['a "b" c', ' a"b" ', '"a" b', "x, y", "", '"']
    assert [row.row for row in rows if any(one.code == "stray_quote" for one in row.findings)] == [3]


def test_quotes_of_the_clipboard_stand_only_around_tabs_and_line_breaks():
    table = open_table('name\tref\n"Hello"\t1\n"two\nlines"\t"a ""b"""\n"Hello" she said\t3')
    assert cells(table) == [('"Hello"', "1"), ("two\nlines", 'a "b"'), ('"Hello" she said', "3")]
    assert all(not row.findings for row in table.rows())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("\ufeff \r\n\t\n", "empty"),
        ("name,type\n", "no_rows"),
        ("name,type\n,\n ,\n", "no_rows"),
        ("a,b\nc,d\n", "no_heading"),
        ("Titel\nx,y", "no_heading"),
        ("name,type,Name\na,2,b", "duplicate_heading"),
        ("name,space ID,containerId\na,2,b", "duplicate_heading"),
        ('name,type\n"a,2\nb,2\n', "quote_not_closed"),
        ('name,type\n"' + "a\n" * CELL_LIMIT + 'b",2\n', "quote_not_closed"),
        ("name,type\n" + "a" * (CELL_LIMIT + 1) + ",2\n", "cell_too_long"),
        ('name,type\n"' + "a" * (CELL_LIMIT + 1) + '",2\n', "cell_too_long"),
        ("name,type\n" + "a" * 200_000, "cell_too_long"),
        ("name,type\n" + "a," * 600_000, "line_too_long"),
        ('name,type\n"' + '""\n' * CELL_LIMIT + '",2\n', "quote_not_closed"),
        ('name,type\n"a\n' + "b" * CELL_LIMIT + '",2\n', "cell_too_long"),
        ("name,type\na" + "," * COLUMN_LIMIT, "too_many_columns"),
        ("name\n" + "a\n" * (ROW_LIMIT + 1), "too_many_rows"),
        ("<html><table><tr><td>name</td></tr></table>", "not_a_table"),
        ("\ufeff\n<?xml version='1.0'?><a/>", "not_a_table"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "not_a_table"),
        (bytes(range(1, 9)) + b"\xff\xd8", "not_a_table"),
        ('[{"name": "a"}]', "no_heading"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(opened, text, code):
    assert code_of(opened, text) == code


def test_the_largest_cell_and_the_largest_table_are_read(opened):
    table = opened("name,Note\n" + "a,b\n" * (ROW_LIMIT - 1) + f"c,{'x' * CELL_LIMIT}\n")
    assert table.row_count == ROW_LIMIT


def test_rows_that_are_shorter_or_longer_than_the_heading(opened):
    rows = list(check_table(opened("name,type,albumKind,\nshort\nRot, Grün,2,1,\nNote,2,1,here\nA,2,1,,,\n")))
    assert rows[0].cells == ("short", "", "", "")
    assert rows[1].verdict is Verdict.PROBLEM
    assert (rows[2].verdict, rows[2].findings[0].code) == (Verdict.DOUBTFUL, "nameless_column")
    assert rows[3].verdict is Verdict.READY


def test_characters_that_no_cell_can_have(opened):
    table = opened(b'\xef\xbb\xbfname,Note\n"a\rb",x\n"c\0",x\nok,"\xed\xa0\x80"\n"two\r\nlines",x\n')
    found = [[(one.code, one.field) for one in row.findings] for row in table.rows()]
    assert found == [[("broken_character", field)] for field in ("name", "name", "Note")] + [[]]


def test_half_a_character_in_utf_16_is_a_problem_of_its_cell(opened):
    data = "name,Note\nok,x\n".encode("utf-16-le") + "bad,".encode("utf-16-le") + b"\x00\xd8"
    rows = list(opened(b"\xff\xfe" + data).rows())
    assert [one.field for one in rows[1].findings] == ["Note"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("name\nÜ".encode(), "utf-8"),
        ("name\nÜ".encode("utf-8-sig"), "utf-8"),
        ("name\nÜ".encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + "name\nÜ".encode("utf-16-be"), "utf-16-be"),
        ("name\nÜ".encode("utf-32"), "utf-32-le"),
        (b"\x84\x31\x95\x33" + "name\nÜ".encode("gb18030"), "gb18030"),
    ],
)
def test_marked_and_valid_unicode_is_certain(opened, data, encoding):
    assert (opened(data).source.encoding, cells(opened(data))) == (encoding, [("Ü",)])
    if not data.startswith(b"name"):
        assert cells(opened(data, encoding="gb18030")) == [("Ü",)], "a mark is stronger than an option"


@pytest.mark.parametrize(
    ("text", "encoding", "readings"),
    [
        ("name\n春节", "gb18030", {"gb18030": "春节", "windows-1252": "´º½Ú"}),
        ("name\n過年€", "cp950", {"big5": "過年€"}),
        ("name\nMüller", "windows-1252", {"gb18030": "M黮ler", "windows-1252": "Müller"}),
        ("name\nŒuvres – été", "windows-1252", {"windows-1252": "Œuvres – été"}),
        ("name,Ü", "utf-16-le", {"utf-16-le": "name,Ü"}),
    ],
)
def test_any_other_text_is_asked_about_in_all_its_readings(opened, text, encoding, readings):
    with pytest.raises(EncodingNeededError) as raised:
        opened(text.encode(encoding))
    found = {one.encoding: one.sample for one in raised.value.readings}
    assert readings.items() <= found.items()
    assert next(iter(readings)) in str(raised.value.message)


def test_big5_is_that_of_windows(opened):
    assert cells(opened("name\n過年€".encode("cp950"), encoding="big5")) == [("過年€",)]


def test_the_question_shows_where_and_how_it_reads(opened):
    with pytest.raises(EncodingNeededError, match=r"from line 3 on.*gb18030 .“脺,2”.*windows-1252"):
        opened("name,type\nÜ,2\n".encode() + "Müller,2\n".encode("windows-1252"))


def test_the_end_of_a_file_of_dos_is_no_row(opened):
    assert cells(opened(b"name\r\na\r\n\x1a")) == [("a",)]


def test_an_encoding_that_is_named_is_kept_to(opened):
    gb = "名称,type\n春节,2\n".encode("gb18030")
    assert cells(opened(gb, encoding="GB18030")) == [("春节", "2")]
    assert cells(opened("name\n文件".encode("big5"), encoding="big5")) == [("文件",)]
    assert code_of(opened, gb, encoding="utf-8") == "encoding_wrong"
    assert code_of(opened, gb, encoding="klingon") == "encoding_unknown"
    assert code_of(opened, gb, encoding="base64") == "encoding_unknown"


def test_apostrophes_of_our_own_files_are_removed_and_no_others(opened):
    table = opened("name,groupId\n'=1+1,'1809347726153089025\n'tis,x\n''tis,x\n'2026,x\n'Mar 1,x\n")
    assert [row.cells[0] for row in table.rows()] == ["=1+1", "'tis", "'tis", "'2026", "Mar 1"]
    assert next(table.rows()).cells[1] == "1809347726153089025"


def test_nothing_is_evaluated(opened):
    assert names(opened('name,type,albumKind\n"=HYPERLINK(""x"")",2,1\n@SUM(1),2,1\n')) == [
        '=HYPERLINK("x")',
        "@SUM(1)",
    ]


def test_a_text_without_a_heading_gets_one():
    table = open_table("One\nTwo, too\n", TableOptions(headings=("name",)))
    assert [(row.line, row.cells) for row in table.rows()] == [(1, ("One",)), (2, ("Two, too",))]
