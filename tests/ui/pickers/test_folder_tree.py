"""The tree of folders, given pages by hand: what it asks for, what it shows, and that it keeps Qt's contract."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from koodrive.errors import AuthenticationError, NotSentError
from koodrive.messages import Message
from koodrive.models import Folder, FolderPage
from koodrive.rules.ids import SCOPE_DIR_LIMIT
from ui.pickers.folder_model import FolderTreeModel
from ui.pickers.folder_selection import FolderSelection

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
TOP = QModelIndex()


class Tree:
    """A model with a tester that watches it, and the requests that it has made."""

    def __init__(self) -> None:
        self.model = FolderTreeModel()
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Warning
        )
        # Otherwise it fetches within its own look at a reset, and takes that for our doing.
        self.tester.setUseFetchMore(False)
        self.wanted = []
        self.unwanted = []
        self.model.wanted.connect(self.wanted.append)
        self.model.unwanted.connect(self.unwanted.append)

    def begin(self, choice=None, top_id="root"):
        self.model.begin(choice or FolderSelection(), top_id)
        return self

    def answer(self, names, cursor=None, prefix=""):
        folders = tuple(Folder(f"id-{prefix}{name}", name) for name in names)
        self.model.add_page(self.wanted[-1].number, FolderPage(folders, cursor))

    def texts(self, parent=TOP):
        return [self.model.index(row, 0, parent).data() for row in range(self.model.rowCount(parent))]

    def row(self, *places):
        index = TOP
        for place in places:
            index = self.model.index(place, 0, index)
        return index

    def check(self, index, state=CHECKED):
        return self.model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def can_check(self, index):
        return bool(self.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable)


@pytest.fixture
def tree(qapp, qtlog):
    tree = Tree()
    yield tree
    warnings = [record.message for record in qtlog.records]
    assert warnings == [], "Qt's tester has found the contract broken"


def failure(kind=NotSentError):
    return kind(Message("The service cannot be reached"), Message("Look at the network."))


def test_the_top_is_fetched_first_and_nothing_else(tree):
    tree.begin()
    assert tree.texts() == ["Loading…"]
    assert [(one.parent_folder_id, one.page_cursor) for one in tree.wanted] == [("root", "")]
    tree.answer(["Pictures", "Videos"])
    assert tree.texts() == ["Pictures", "Videos"]
    assert len(tree.wanted) == 1
    assert tree.model.hasChildren(tree.row(0))


def test_the_children_of_a_folder_are_fetched_once_when_it_is_opened(tree):
    tree.begin().answer(["Pictures"])
    tree.model.fetchMore(tree.row(0))
    tree.model.fetchMore(tree.row(0))
    assert [one.parent_folder_id for one in tree.wanted] == ["root", "id-Pictures"]
    assert tree.texts(tree.row(0)) == ["Loading…"]
    tree.answer([])
    assert not tree.model.hasChildren(tree.row(0))
    tree.model.fetchMore(tree.row(0))
    assert len(tree.wanted) == 2


def test_the_next_page_is_fetched_when_people_come_near_its_row_and_only_then(tree):
    tree.begin().answer(["a", "b"], cursor="second")
    assert tree.texts() == ["a", "b", "Loading…"]
    assert not tree.model.canFetchMore(TOP), "Qt would fetch all pages one after the other"
    assert tree.model.is_waiting(tree.row(2))
    tree.model.go_on(tree.row(2))
    tree.model.go_on(tree.row(2))
    assert [one.page_cursor for one in tree.wanted] == ["", "second"]
    tree.answer(["c"])
    assert tree.texts() == ["a", "b", "c"]


def test_a_folder_that_two_pages_show_is_shown_once(tree):
    tree.begin().answer(["a", "b", "b"], cursor="second")
    tree.model.go_on(tree.row(2))
    tree.answer(["b", "c"])
    assert tree.texts() == ["a", "b", "c"]


def test_a_service_that_repeats_a_page_is_not_asked_for_ever(tree):
    tree.begin().answer(["a"], cursor="same")
    tree.model.go_on(tree.row(1))
    tree.answer(["a"], cursor="same")
    assert not tree.model.is_waiting(tree.row(1))
    assert tree.model.is_action(tree.row(1))
    assert "Enter looks further" in tree.texts()[1]


def test_a_failure_is_told_in_its_place_and_tried_again_there(tree):
    tree.begin().answer(["Pictures", "Videos"])
    tree.model.fetchMore(tree.row(0))
    failed = tree.wanted[-1].number
    tree.model.fetchMore(tree.row(1))
    tree.model.fail(failed, failure())
    assert tree.texts(tree.row(0)) == ["⚠ The service cannot be reached. Enter tries again."]
    assert "Look at the network." in tree.row(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tree.model.has_failed
    tree.answer(["Films"])
    assert tree.texts(tree.row(1)) == ["Films"]
    tree.model.go_on(tree.row(0, 0))
    assert not tree.model.has_failed
    tree.answer(["Holidays"])
    assert tree.texts(tree.row(0)) == ["Holidays"]


def test_only_what_failed_for_the_token_is_fetched_again_with_a_new_one(tree):
    tree.begin().answer(["a", "b"])
    for row, kind in ((0, NotSentError), (1, AuthenticationError)):
        tree.model.fetchMore(tree.row(row))
        tree.model.fail(tree.wanted[-1].number, failure(kind))
    tree.model.try_again(AuthenticationError)
    assert [one.parent_folder_id for one in tree.wanted[3:]] == ["id-b"]
    tree.model.try_again()
    assert [one.parent_folder_id for one in tree.wanted[4:]] == ["id-a"]


def test_a_folder_that_is_closed_while_it_loads_is_waited_for_no_more(tree):
    tree.begin().answer(["a"])
    tree.model.fetchMore(tree.row(0))
    number = tree.wanted[-1].number
    tree.model.cancel_loading(tree.row(0))
    assert tree.unwanted == [number]
    tree.answer(["late"])
    assert tree.model.rowCount(tree.row(0)) == 0
    assert tree.model.canFetchMore(tree.row(0))


def test_pages_of_a_space_that_is_shown_no_more_are_passed_over(tree):
    tree.begin()
    old = tree.wanted[-1].number
    tree.begin()
    assert tree.unwanted == [old]
    tree.model.add_page(old, FolderPage((Folder("1", "old"),)))
    tree.model.fail(old, failure())
    assert tree.texts() == ["Loading…"]


def test_boxes_of_other_parents_and_beyond_the_limit_say_why_they_cannot_be_checked(tree):
    names = [str(number) for number in range(SCOPE_DIR_LIMIT + 1)]
    tree.begin().answer(["a", "b"])
    tree.model.fetchMore(tree.row(0))
    tree.answer(names)
    assert tree.check(tree.row(0, 0))
    assert not tree.can_check(tree.row(1))
    assert not tree.check(tree.row(1))
    assert "one parent" in tree.row(1).data(Qt.ItemDataRole.ToolTipRole)
    for row in range(1, SCOPE_DIR_LIMIT):
        assert tree.check(tree.row(0, row))
    assert not tree.can_check(tree.row(0, SCOPE_DIR_LIMIT))
    reason = tree.row(0, SCOPE_DIR_LIMIT).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert reason.startswith("An album collects from 30 folders at most.")
    assert "uncheck one of these first" in reason
    assert tree.check(tree.row(0, 0), UNCHECKED)
    assert tree.can_check(tree.row(0, SCOPE_DIR_LIMIT))
    tree.model.uncheck_all()
    assert tree.can_check(tree.row(1))
    assert Qt.CheckState(tree.row(0, 1).data(Qt.ItemDataRole.CheckStateRole)) == UNCHECKED


def test_what_the_form_has_is_checked_where_it_is_met(tree):
    tree.begin(FolderSelection(["id-x"], "id-a")).answer(["a", "b"])
    assert not tree.can_check(tree.row(0))
    tree.model.fetchMore(tree.row(0))
    tree.answer(["x", "y"])
    assert Qt.CheckState(tree.row(0, 0).data(Qt.ItemDataRole.CheckStateRole)) == CHECKED
    assert tree.can_check(tree.row(0, 1))
    assert tree.model.choice.names == {"id-x": "x"}


def test_the_way_to_a_folder(tree):
    tree.begin(top_id="17").answer(["Pictures"])
    tree.model.fetchMore(tree.row(0))
    tree.answer(["Holidays"])
    assert tree.model.path("17") == ()
    assert tree.model.path("id-Holidays") == ("Pictures", "Holidays")
    assert tree.model.path("elsewhere") is None
    assert tree.wanted[0].parent_folder_id == "root"


def test_names_are_shown_literally_and_bounded(tree):
    tree.begin().answer(["<b>x</b>", "\u202egnp", "A" * 5_000, ""])
    texts = tree.texts()
    assert texts[:2] == ["<b>x</b>", "[U+202E]gnp"]
    assert len(texts[2]) <= 200
    assert texts[3] == "id-", "a folder without a name is shown by its ID"
    assert "&lt;b&gt;x" in tree.row(0).data(Qt.ItemDataRole.ToolTipRole)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_comes_in_whatever_order_the_contract_of_qt_is_kept(qtlog, qapp, data):
    tree = Tree().begin()
    open_requests = []
    tree.model.wanted.connect(open_requests.append)
    open_requests += tree.wanted
    for step in range(data.draw(st.integers(5, 25))):
        rows = list(every(tree.model))
        deed = data.draw(
            st.sampled_from(["page", "page", "fail", "open", "go on", "close", "check", "again"])
        )
        index = data.draw(st.sampled_from(rows)) if rows else TOP
        if deed in {"page", "fail"} and open_requests:
            request = open_requests.pop(data.draw(st.integers(0, len(open_requests) - 1)))
            if deed == "fail":
                tree.model.fail(request.number, failure())
                continue
            count = data.draw(st.integers(0, 3))
            folders = tuple(Folder(f"{request.number}-{step}-{n}", f"n{n}") for n in range(count))
            cursor = data.draw(st.sampled_from([None, f"c{step}"]))
            tree.model.add_page(request.number, FolderPage(folders, cursor))
        elif deed == "open":
            tree.model.fetchMore(index)
        elif deed == "go on":
            tree.model.go_on(index)
        elif deed == "close":
            tree.model.cancel_loading(index)
        elif deed == "check":
            tree.check(index)
        else:
            tree.model.try_again()
    assert [record.message for record in qtlog.records] == []


def every(model, parent=TOP):
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        yield index
        yield from every(model, index)
