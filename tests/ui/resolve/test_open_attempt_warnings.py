"""Around a lost answer: what is asked before a form goes, the notice, the history, and the first page."""

from __future__ import annotations

import pytest
from lost_answer_services import ALBUM_LIST, QUICK, SLOW
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QTableView
from resolve_driver import banner, click, close, count_shown, find, lose, news, notice_text, outcome
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault
from ui.resolve.dialog import ResolveDialog


def lose_two(qtbot, window, sandbox):
    """Lose two answers of requests that make nothing, look elsewhere, and wait until that is found out."""
    window.searches.set_pauses(SLOW)
    attempts = [lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT, name) for name in ("One", "Two")]
    click(window, "nav.sharedFolder")
    window.searches.stop(attempts)
    window.searches.set_pauses(QUICK)
    window.searches.start(attempts)
    qtbot.waitUntil(lambda: "Not created: 2" in notice_text(window))
    return attempts


# Before a form goes ----------------------------------------------------------------------------------------------


def test_what_was_sent_and_is_unknown_is_not_lost_with_the_form(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    assert not window.album.has_unsaved_input
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.close()
        assert window.findChild(QMessageBox) is None


def test_the_same_content_is_put_in_without_a_question(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: banner(window).property("state") == "harmless")
    assert not window.album.has_unsaved_input
    attempt = window.session.backend.journal.history.attempt(attempt_id)
    for _ in range(2):
        window.history.template_requested.emit(attempt)
        assert window.findChild(QMessageBox) is None
        assert window.album.fields()["name"] == attempt.name
    window.findChild(QLineEdit, "album.name").insert("!")
    window.history.template_requested.emit(attempt)
    click(window, "replace.stay")


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"name": "家", "containerId": "17"}, True),
        ({"name": "家", "containerId": "17", "shareType": "0"}, True),
        ({"name": "家"}, False),
        ({}, False),
    ],
)
def test_the_form_knows_what_it_holds(window, fields, same):
    page = window.shared_folder
    page.start_fresh({"name": "家", "containerId": "17"})
    assert page.holds(fields) is same


# The notice at the top -------------------------------------------------------------------------------------------


def test_several_that_were_not_made_lead_to_the_first_of_them_and_are_no_problem(qtbot, window, sandbox):
    first, _second = lose_two(qtbot, window, sandbox)
    assert "Requests whose answers were lost: 2" in notice_text(window)
    assert news(window).property("state") == "harmless"
    click(window, "news.history")
    table = window.findChild(QTableView, "history.table")
    qtbot.waitUntil(lambda: table.selected is not None and table.selected.attempt_id == first)


def test_a_list_that_is_down_for_the_same_reason_is_said_once(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK) + 1, path=ALBUM_LIST)
    lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    title = banner(window).findChild(QLabel).text()
    qtbot.waitUntil(lambda: banner(window).action("search") is not None)
    words = banner(window).accessibleName()
    assert words.count(title) == 1
    assert "The service's list could not be read either." in words


# The history -----------------------------------------------------------------------------------------------------


def test_what_was_not_made_is_sent_again_from_the_history(qtbot, window, sandbox):
    first, second = lose_two(qtbot, window, sandbox)
    click(window, "nav.history")
    window.history.show_attempt(second)
    again = find(window, "history.sendAgain")
    qtbot.waitUntil(again.isVisible)
    assert find(window, "history.template").isEnabled()
    again.click()
    assert window.page_name == "album"
    qtbot.waitUntil(lambda: banner(window).property("state") == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Two"]
    assert len(posts(sandbox)) == 3
    assert outcome(window, first) == "refused"


def test_only_what_was_found_not_to_have_been_made_is_sent_again_from_there(qtbot, window, sandbox):
    window.findChild(QLineEdit, "album.name").insert("Refused")
    sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_CREATE)
    click(window, "album.create")
    qtbot.waitUntil(lambda: banner(window).property("state") == "refused")
    banner(window).trigger("history")
    qtbot.waitUntil(find(window, "history.template").isEnabled)
    assert not find(window, "history.sendAgain").isVisible()
    assert window.findChild(QAction, "history.menu.resolve").isVisible()


# The first page --------------------------------------------------------------------------------------------------


def test_without_a_connection_the_first_page_says_what_is_open(qtbot, window, sandbox, start):
    assert not window.findChild(QLabel, "welcome.open").isVisible()
    window.searches.set_pauses(SLOW)
    sandbox.inject(Fault.LIST_LAG, times=20, seconds=3600)
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    close(qtbot, window)

    again = start()
    assert again.page_name == "welcome"
    words = again.findChild(QLabel, "welcome.open")
    qtbot.waitUntil(words.isVisible)
    assert words.text() == (
        "? 1 request has no known outcome. Connect to its service, and KooDesk looks for it."
    )
    again.searches.set_pauses(QUICK)
    click(again, "welcome.findOut")
    qtbot.waitUntil(lambda: find(again, "resolve.startSandbox").isVisible())
    click(again, "resolve.startSandbox")
    qtbot.waitUntil(lambda: outcome(again, attempt_id) == "created", timeout=10_000)
    again.findChild(ResolveDialog).close()
    qtbot.waitUntil(lambda: count_shown(again) == 0 and not words.isVisible())
    close(qtbot, again)
