"""C-43: IDs that are pasted into the window with what was around them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from koodrive.rules.clean_id import NARROWED, UNWRAPPED
from ui.fields.id_line import clean_pasted_ids
from ui.fields.id_list import IdList
from ui.inputs.field import TextField


@pytest.fixture
def field(qtbot):
    field = TextField("album", "groupId", "Group ID", help_text="help")
    clean_pasted_ids(field)
    qtbot.addWidget(field)
    field.show()
    return field


def message(field):
    return field.findChild(QLabel, "album.groupId.message").text()


def paste(line, text):
    QGuiApplication.clipboard().setText(text)
    line.paste()


@pytest.mark.parametrize(
    "text",
    ["'1765148493107805441", '"1765148493107805441",', " 1765148493107805441\n", "(1765148493107805441)"],
)
def test_c43_a_pasted_id_is_cleaned_and_that_is_said(field, text):
    paste(field.line, text)
    assert field.text == "1765148493107805441"
    assert message(field) == str(UNWRAPPED)
    field.line.setCursorPosition(0)
    field.line.insert("1")
    assert message(field) == "help"


def test_c43_full_width_digits_of_an_input_method_become_digits_one_by_one(field):
    for digit in "１７":
        event = QInputMethodEvent()
        event.setCommitString(digit)
        QApplication.sendEvent(field.line, event)
    assert field.text == "17"
    assert message(field) == str(NARROWED)


def test_c43_a_typed_apostrophe_goes_when_the_field_is_left(field, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    for character in "'17":
        field.line.insert(character)
    assert field.text == "'17"
    field.left.emit()
    assert field.text == "17"


def test_c43_undo_brings_back_what_was_pasted_and_leaves_it_there(field):
    paste(field.line, "'17x")
    field.line.undo()
    assert field.text == "'17x"


@pytest.mark.parametrize("text", ["{groupId}", "null", "17 18", "1.8E+18"])
def test_c43_what_is_no_id_stays_as_it_was_pasted(field, text):
    paste(field.line, text)
    assert field.text == text
    assert message(field) == "help"


def test_c43_a_list_cleans_every_id_and_counts_them(qtbot):
    ids = IdList("album.scopeDir")
    qtbot.addWidget(ids)
    ids.add('["17", "18"]\n\'19\n20,17')
    assert ids.ids == ["17", "18", "19", "20"]
    assert "Quotes or brackets removed: 3" in ids._notice.text()
    assert "Already in the list: 1" in ids._notice.text()
    ids._list.item(0).setText("“21”")
    assert ids.ids == ["21", "18", "19", "20"]
    assert ids._notice.text() == str(UNWRAPPED)


def test_c43_a_list_keeps_placeholders_for_the_rules_to_name(qtbot):
    ids = IdList("album.scopeDir")
    qtbot.addWidget(ids)
    ids.add("{folderId}\nnull")
    assert ids.ids == ["{folderId}", "null"]
