"""Columns are chosen by a menu on the heading and remembered; one always stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui.core.tasks import TaskRunner
from ui.core.window_settings import WindowSettings
from ui.tables.column_choice import ColumnChoice


@pytest.fixture
def settings(qtbot, tmp_path):
    runner = TaskRunner()
    yield WindowSettings(tmp_path / "settings.ini", runner)
    with qtbot.waitSignal(runner.idle):
        runner.close()


@pytest.fixture
def new_choice(qtbot):
    def new_choice(**options):
        table = QTableView()
        qtbot.addWidget(table)
        table.setObjectName("some.table")
        model = QStandardItemModel(0, 3, table)
        model.setHorizontalHeaderLabels(["First", "Second", "Third"])
        table.setModel(model)
        return ColumnChoice(table, ("first", "second", "third"), **options)

    return new_choice


def choose(choice, name):
    (action,) = [one for one in choice.menu.actions() if one.objectName() == f"some.table.column.{name}"]
    action.trigger()
    return action


def test_what_is_chosen_is_shown_and_remembered(new_choice, settings):
    choice = new_choice(hidden=("third",))
    choice.remember(settings, "some/columns")
    assert choice.shown == ["first", "second"]
    choose(choice, "third")
    choose(choice, "first")
    assert choice.shown == ["second", "third"]
    later = new_choice(hidden=("third",))
    later.remember(settings, "some/columns")
    assert later.shown == ["second", "third"]


def test_the_last_column_stays(new_choice):
    choice = new_choice(hidden=("third",))
    choose(choice, "first")
    action = choose(choice, "second")
    assert choice.shown == ["second"]
    assert not action.isEnabled()


@pytest.mark.parametrize("stored", ["", "fourth", "@Invalid()"])
def test_what_is_no_column_is_left_out(new_choice, settings, stored):
    settings.setValue("some/columns", stored)
    choice = new_choice()
    choice.remember(settings, "some/columns")
    assert choice.shown == ["first", "second", "third"]


def test_the_menu_opens_on_the_heading(new_choice):
    choice = new_choice()
    header = choice.parent().horizontalHeader()
    assert header.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu
    header.customContextMenuRequested.emit(QPoint(3, 3))
    assert choice.menu.isVisible()
    choice.menu.close()
