"""The list of IDs shows names where it knows them; what it holds, edits, copies and hands out are the IDs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QStyleOptionViewItem, QWidget

from koodrive.rules.ids import check_scope_dir
from ui.fields.id_list import IdList, split_ids

LONG = "1765148493107805441"


@pytest.fixture
def ids(qtbot) -> IdList:
    ids = IdList("album.scopeDir")
    qtbot.addWidget(ids)
    ids.resize(600, 300)
    ids.show()
    ids.set_ids([LONG, "18"])
    return ids


def listed(ids: IdList) -> QListWidget:
    return ids.findChild(QListWidget, "album.scopeDir.list")


def shown(ids: IdList, row: int) -> str:
    """Return what is drawn in a row, without the marks that keep directions apart."""
    view = listed(ids)
    option, index = QStyleOptionViewItem(), view.model().index(row, 0)
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    view.itemDelegate().initStyleOption(option, index)
    return option.text.replace("\u2068", "").replace("\u2069", "")


def test_names_stand_before_the_ids(ids):
    ids.set_names({LONG: "Holidays 2026"})
    assert shown(ids, 0) == f"Holidays 2026 · {LONG}"
    assert shown(ids, 1) == "18"
    assert ids.ids == [LONG, "18"]
    item = listed(ids).item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"Holidays 2026, {LONG}"
    ids.set_names({})
    assert shown(ids, 0) == LONG
    assert item.toolTip() == ""


def test_nobody_is_told_of_a_change_when_a_name_comes(ids, qtbot):
    with qtbot.assertNotEmitted(ids.changed):
        ids.set_names({LONG: "Holidays 2026", "18": "Other"})


@pytest.mark.parametrize(
    "name", ["\u202egnp.exe", "<b>x</b>", "很长的中文文件夹名称" * 40, "A" * 5_000, "ملفات"]
)
def test_whatever_the_name_is_the_id_stays_readable(ids, name):
    ids.set_names({LONG: name})
    text = shown(ids, 0)
    assert text.endswith(f" · {LONG}")
    assert "\u202e" not in text
    assert listed(ids).fontMetrics().horizontalAdvance(text) <= listed(ids).viewport().width()


def test_where_there_is_no_room_for_a_name_the_id_is_shown_alone(ids):
    ids.set_names({LONG: "Holidays 2026"})
    ids.resize(100, 300)
    assert shown(ids, 0) in {LONG, f"Holidays 2026 · {LONG}"}
    option, index = QStyleOptionViewItem(), listed(ids).model().index(0, 0)
    option.rect.setWidth(60)
    listed(ids).itemDelegate().initStyleOption(option, index)
    assert option.text == LONG


def test_what_is_edited_is_the_id(ids, qtbot):
    ids.set_names({LONG: "Holidays 2026", "19": "Another"})
    view = listed(ids)
    view.editItem(view.item(0))
    editor = view.findChild(QLineEdit)
    assert editor.text() == LONG
    editor.setText("19")
    with qtbot.waitSignal(ids.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert ids.ids == ["19", "18"]
    assert shown(ids, 0) == "Another · 19"
    assert "Another" in view.item(0).toolTip()


def test_a_name_goes_with_its_id_when_that_is_moved(ids):
    ids.set_names({LONG: "Holidays 2026"})
    listed(ids).setCurrentRow(0)
    QTest.mouseClick(ids.findChild(QAbstractButton, "album.scopeDir.down"), Qt.MouseButton.LeftButton)
    assert ids.ids == ["18", LONG]
    assert [bool(listed(ids).item(row).toolTip()) for row in range(2)] == [False, True]


def test_choosing_is_asked_for_with_a_button(ids, qtbot):
    with qtbot.waitSignal(ids.choose_requested):
        QTest.mouseClick(ids.findChild(QAbstractButton, "album.scopeDir.choose"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("rounded", ["1,80593E+18", "1,8E18", "1.80593E+18", "1,8e+18"])
def test_an_id_that_a_spreadsheet_rounded_stays_one_and_is_called_so(ids, rounded):
    ids.set_ids([])
    QGuiApplication.clipboard().setText(f"{rounded}\n{LONG}")
    ids.entry.setFocus()
    QTest.keyClick(ids.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert ids.ids == [rounded, LONG]
    assert check_scope_dir(ids.ids).code == "id_rounded"
    ids.set_ids([])
    QGuiApplication.clipboard().setText(rounded)
    QTest.keyClick(ids.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(ids.entry, Qt.Key.Key_Return)
    assert ids.ids == [rounded]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1,2", ["1", "2"]),
        ("1, 2;3，4", ["1", "2", "3", "4"]),
        (f"{LONG},{LONG}", [LONG, LONG]),
        ("12,8E18", ["12", "8E18"]),
        ("1, 8E+18", ["1", "8E+18"]),
        ("1,8E18abc", ["1", "8E18abc"]),
        ("1,8E180", ["1", "8E180"]),
        ("F1,8E+18", ["F1", "8E+18"]),
        ("7,1,80593E+18,1,9E+18", ["7", "1,80593E+18", "1,9E+18"]),
    ],
)
def test_commas_separate_ids_but_for_decimal_ones(text, parts):
    assert split_ids(text) == parts


def test_the_list_is_there_as_soon_as_it_holds_something(qtbot):
    ids = IdList("album.scopeDir")
    qtbot.addWidget(ids)
    with qtbot.waitActive(ids):
        ids.show()
        ids.activateWindow()
    parts = [ids.findChild(QWidget, f"album.scopeDir.{name}") for name in ("list", "up", "down", "remove")]
    assert not any(part.isVisible() for part in parts)
    ids.add("one")
    assert all(part.isVisible() for part in parts)
    parts[-1].setFocus()
    parts[-1].click()
    assert not any(part.isVisible() for part in parts)
    assert ids.entry.hasFocus()
