"""Workbooks made by hand, so that tests can break each part of them."""

from __future__ import annotations

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
HEADING = ("kind", "name", "type", "albumKind", "groupId", "shareFolderId", "Note")


def cell(column: int, row: int, value: object) -> str:
    """Return the XML of a cell: a number, a truth, a text, or XML as it stands."""
    place = f"{chr(ord('A') + column)}{row}"
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    text = str(value)
    if text.startswith("<c"):
        return text.replace("<c", f'<c r="{place}"', 1)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>' if text else ""


def row_xml(number: int, values: object, attributes: str = "") -> str:
    """Return the XML of a row."""
    cells = "".join(cell(column, number, value) for column, value in enumerate(values))
    return f'<row r="{number}" {attributes}>{cells}</row>'


def sheet_xml(rows: str, *, before: str = "", after: str = "", prologue: str = HEAD) -> str:
    """Return the XML of a sheet."""
    return f'{prologue}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(*sheets: str, names=("Sheet1", "Sheet2", "Sheet3"), states=("", "", "")) -> dict[str, bytes]:
    """Return the parts of a workbook by their paths."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" {state}/>'
        for n, (name, state, _) in enumerate(zip(names, states, sheets, strict=False), start=1)
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    targets += [(kind, f"{kind}.xml") for kind in ("sharedStrings", "styles")]
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_TYPES}"/>'.encode(),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
        ).encode(),
        **{f"xl/worksheets/sheet{n}.xml": xml.encode() for n, xml in enumerate(sheets, start=1)},
    }


def pack(content: dict[str, bytes]) -> bytes:
    """Return the bytes of a workbook with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def book(*rows: object, before: str = "", after: str = "") -> bytes:
    """Return a workbook with one sheet: `HEADING` and rows below it, each as values or as XML."""
    lines = [row_xml(1, HEADING)]
    lines += [row if isinstance(row, str) else row_xml(n, row) for n, row in enumerate(rows, start=2)]
    return pack(parts(sheet_xml("".join(lines), before=before, after=after)))
