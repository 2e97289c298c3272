"""Folders that can be chosen together: of one parent, up to the limit of an album."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.models import Folder
from koodrive.rules import check_album
from koodrive.rules.ids import SCOPE_DIR_LIMIT
from ui.pickers.folder_selection import FolderSelection, UnselectableReason


def folder(number, parent="p") -> Folder:
    return Folder(f"{parent}-{number}", f"Folder {number}")


def test_only_folders_of_the_parent_of_the_first_one_can_be_chosen():
    choice = FolderSelection()
    assert choice.check("p", folder(1))
    assert choice.check("p", folder(2))
    assert not choice.check("q", folder(1, "q"))
    assert choice.hindrance("q", "q-1") is UnselectableReason.OTHER_PARENT
    assert choice.hindrance("q", "p-1") is None, "what is chosen can be unchecked wherever it is met"
    assert (choice.ids, choice.parent_folder_id) == (("p-1", "p-2"), "p")


def test_after_the_last_one_is_unchecked_every_parent_is_free():
    choice = FolderSelection()
    choice.check("p", folder(1))
    choice.uncheck("p-1")
    assert choice.parent_folder_id == ""
    assert choice.check("q", folder(1, "q"))


def test_thirty_is_the_limit():
    choice = FolderSelection()
    for number in range(SCOPE_DIR_LIMIT):
        assert choice.check("p", folder(number))
    assert choice.hindrance("p", "p-99") is UnselectableReason.FULL
    assert not choice.check("p", folder(99))
    choice.uncheck("p-3")
    assert choice.check("p", folder(99))


def test_what_the_form_has_is_chosen_before_it_is_met():
    choice = FolderSelection(["p-1", "p-2"], "p")
    assert choice.hindrance("p", "p-3") is None
    assert choice.hindrance("q", "q-1") is UnselectableReason.OTHER_PARENT
    assert choice.meet("p", [folder(1)])
    assert choice.names == {"p-1": "Folder 1"}
    assert not choice.meet("q", [folder(1, "q")])


def test_folders_of_an_unknown_parent_find_it_when_they_are_met():
    choice = FolderSelection(["p-1"])
    assert choice.hindrance("p", "p-2") is UnselectableReason.PLACE_UNKNOWN
    choice.meet("p", [folder(1), folder(2)])
    assert choice.parent_folder_id == "p"
    assert choice.hindrance("p", "p-2") is None


def test_a_parent_that_was_typed_wrongly_is_corrected_and_strangers_are_unchecked():
    choice = FolderSelection(["p-1", "q-1"], "typed")
    choice.meet("p", [folder(1)])
    assert choice.parent_folder_id == "p"
    assert choice.meet("q", [folder(1, "q")])
    assert (choice.ids, choice.misplaced) == (("p-1",), 1)


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=6, unique=True),
    st.sampled_from(["", "p", "q"]),
    st.lists(
        st.tuples(
            st.sampled_from(["check", "uncheck", "meet", "clear"]), st.sampled_from("pqr"), st.integers(0, 40)
        ),
        max_size=120,
    ),
)
def test_whatever_people_do_the_rules_of_the_form_have_nothing_to_say(given_ids, parent, deeds):
    choice = FolderSelection(given_ids, parent)
    for deed, place, number in deeds:
        one = folder(number, place)
        if deed == "check":
            could = choice.hindrance(place, one.folder_id) is None
            assert choice.check(place, one) is could
        elif deed == "uncheck":
            choice.uncheck(one.folder_id)
        elif deed == "meet":
            choice.meet(place, [folder(n, place) for n in range(41)])
        else:
            choice.uncheck_all()
        # Whatever was met or checked here has its parent in its ID.
        met = {one.split("-")[0] for one in choice.ids if "-" in one}
        assert met <= {choice.parent_folder_id}
        assert len(choice.ids) <= SCOPE_DIR_LIMIT
        assert bool(choice.ids) or not choice.parent_folder_id
    if choice.ids and choice.parent_folder_id:
        fields = {"scopeDir": list(choice.ids), "scopeParentFolderId": choice.parent_folder_id}
        problems = check_album({"type": "1", "albumKind": "1", "scopeKind": "1", **fields})
        assert not problems.keys() & fields.keys()


@pytest.mark.parametrize("ids", [(), ("p-1",)])
def test_a_parent_without_folders_counts_for_nothing(ids):
    choice = FolderSelection(ids, "p")
    assert choice.parent_folder_id == ("p" if ids else "")
