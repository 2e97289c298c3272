"""The window finds out what became of lost answers: by itself, in the dialog, and never after its end."""

from __future__ import annotations

import time

import pytest
from lost_answer_services import ALBUM_LIST, QUICK, SLOW
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from resolve_driver import (
    banner,
    click,
    close,
    count_shown,
    find,
    lose,
    lose_with_hanging_list,
    news,
    notice_text,
    outcome,
)
from window_fixtures import posts

from koodrive.api.serialization import SPACE
from koodrive.creation.search_schedule import Stage
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, Fault
from ui.resolve.dialog import ResolveDialog


def test_a_lost_answer_is_found_by_itself_and_told_in_its_card(qtbot, window, sandbox):
    window.resize(1_100, 760)
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    qtbot.waitUntil(lambda: banner(window).property("state") == "created")
    (made,) = sandbox.effects()
    assert banner(window).result_id == made["id"]
    assert outcome(window, attempt_id) == "created"
    assert not news(window).isVisible(), "the card says it"
    assert len(posts(sandbox)) == 1
    qtbot.waitUntil(lambda: count_shown(window) == 0 and not window.session.runner.is_busy)
    click(window, "nav.history")
    model = window.findChild(QTableView, "history.table").model()
    qtbot.waitUntil(
        lambda: made["id"] in [model.index(0, column).data() for column in range(model.columnCount())]
    )


def test_what_was_not_made_can_be_sent_again_from_its_card(qtbot, window, sandbox):
    window.resize(1_100, 760)
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    assert sandbox.effects() == []
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "refused")
    qtbot.waitUntil(lambda: banner(window).property("state") == "harmless")
    assert not news(window).isVisible()
    assert len(posts(sandbox)) == 1, "never by itself"


@pytest.mark.parametrize(
    ("fault", "words", "state"),
    [
        (Fault.COMMIT_THEN_DROP, "was created after all", "created"),
        (Fault.DROP_BEFORE_COMMIT, "was not created", "harmless"),
    ],
)
def test_whoever_looks_elsewhere_is_told_at_the_top(qtbot, window, sandbox, fault, words, state):
    window.searches.set_pauses((0.3, 0.02))
    sandbox.inject(Fault.LIST_LAG, seconds=30)
    attempt_id = lose(qtbot, window, sandbox, fault)
    click(window, "nav.sharedFolder")
    qtbot.waitUntil(news(window).isVisible)
    said = news(window).accessibleName()
    assert "Holiday 2026" in said
    assert words in said
    assert news(window).property("state") == state
    if state == "created":
        assert sandbox.effects()[0]["id"] in said
    click(window, "news.history")
    assert window.page_name == "history"
    assert not news(window).isVisible()
    table = window.findChild(QTableView, "history.table")
    qtbot.waitUntil(lambda: table.selected is not None and table.selected.attempt_id == attempt_id)


def test_the_count_beside_history_is_in_step(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    attempts = [
        lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT, name) for name in ("One", "Two", "Three")
    ]
    qtbot.waitUntil(lambda: count_shown(window) == 3)
    window.searches.declare_not_made(attempts[1])
    qtbot.waitUntil(lambda: count_shown(window) == 2)
    assert not news(window).isVisible(), "who decides knows"


def test_a_filter_that_nobody_has_applied_yet_does_not_hide_the_count(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    window.findChild(QLineEdit, "history.search").insert("nothing like it")
    lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: count_shown(window) == 1)


def test_the_dialog_opens_once_and_lets_people_decide(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    sandbox.make_elsewhere("album", {"name": "Twin", "type": 2, "albumKind": 1})
    sandbox.make_elsewhere("album", {"name": "Twin", "type": 2, "albumKind": 1})
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP, "Twin")
    click(window, "nav.sharedFolder")
    qtbot.waitUntil(news(window).isVisible)
    assert "do not tell" in news(window).accessibleName()
    assert len(sandbox.effects()) == 3
    click(window, "news.resolve")
    dialogs = window.findChildren(ResolveDialog)
    assert [dialog.attempt_id for dialog in dialogs] == [attempt_id]
    assert dialogs[0].isVisible()
    window.history.resolve_requested.emit(None)
    assert len(window.findChildren(ResolveDialog)) == 1
    qtbot.waitUntil(lambda: find(window, "resolve.notMade").isVisible())
    click(window, "resolve.notMade")
    qtbot.waitUntil(find(window, "resolve.confirm").isEnabled)
    click(window, "resolve.confirm")
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "refused" and count_shown(window) == 0)
    dialogs[0].close()
    assert not news(window).isVisible()
    qtbot.waitUntil(lambda: window.findChild(ResolveDialog) is None)
    window.history.resolve_requested.emit(None)
    qtbot.waitUntil(lambda: window.findChild(ResolveDialog) is not None)
    window.findChild(ResolveDialog).close()


def test_sending_again_from_the_dialog_sends_once_and_only_here(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "refused")
    attempt = window.session.backend.journal.history.attempt(attempt_id)
    window.album.start_fresh()
    click(window, "nav.history")
    window.page_services.resolve.send_again_requested.emit(attempt)
    assert window.page_name == "album"
    qtbot.waitUntil(lambda: banner(window).property("state") == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Holiday 2026"]
    assert len(posts(sandbox)) == 2


def test_sending_again_asks_before_it_replaces_what_is_typed(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "refused")
    attempt = window.session.backend.journal.history.attempt(attempt_id)
    window.album.start_fresh()
    window.findChild(QLineEdit, "album.name").insert("precious")
    window.page_services.resolve.send_again_requested.emit(attempt)
    assert len(posts(sandbox)) == 1
    click(window, "replace.stay")
    assert len(posts(sandbox)) == 1
    assert window.findChild(QLineEdit, "album.name").text() == "precious"


def test_sending_again_with_another_connection_in_use_only_fills_the_form(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "refused")
    attempt = window.session.backend.journal.history.attempt(attempt_id)
    other = Connection("c2", "Other", sandbox.base_url, "7", "bearer", "en-US")
    window.session.backend.credentials.save_for_session("c2", SANDBOX_TOKEN)
    window.session.use(other)
    window.album.start_fresh()
    window.page_services.resolve.send_again_requested.emit(attempt)
    assert window.findChild(QLineEdit, "album.name").text() == "Holiday 2026"
    assert "Sandbox" in window.messages.notice.accessibleName()
    assert len(posts(sandbox)) == 1


def test_what_nobody_can_tell_is_said_at_the_top_where_activity_is_not_in_sight(qtbot, window, sandbox):
    window.searches.set_pauses((0.4, 0.02))
    sandbox.make_elsewhere("album", {"name": "Twin", "type": 2, "albumKind": 1})
    sandbox.make_elsewhere("album", {"name": "Twin", "type": 2, "albumKind": 1})
    lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP, "Twin")
    assert not banner(window).isVisible()
    qtbot.waitUntil(lambda: "do not tell" in notice_text(window))
    assert news(window).isVisible()


def test_a_double_click_on_stop_does_not_begin_anew(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: banner(window).action("stopSearch") is not None)
    click(window, "album.result.stopSearch")
    click(window, "album.result.search")
    assert window.searches.search(attempt_id).stage is Stage.STOPPED
    qtbot.waitUntil(find(window, "album.result.search").isEnabled)
    click(window, "album.result.search")
    assert window.searches.search(attempt_id).is_going_on


def test_a_decision_that_was_not_written_is_said_also_without_the_dialog(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "created")
    window.searches.declare_not_made(attempt_id)
    qtbot.waitUntil(window.messages.notice.isVisible)
    assert "nothing left to decide" in window.messages.notice.accessibleName()
    assert outcome(window, attempt_id) == "created"


def test_closing_in_the_middle_of_a_look_is_quick_and_leaves_nothing(qtbot, window, sandbox):
    lose_with_hanging_list(qtbot, window, sandbox)
    begun = time.monotonic()
    close(qtbot, window)
    assert time.monotonic() - begun < 1.5
    assert len(posts(sandbox)) == 1


def test_a_service_out_of_reach_is_told_as_such(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK) + 1, path=ALBUM_LIST)
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    click(window, "nav.history")
    qtbot.waitUntil(news(window).isVisible)
    assert "could not find out what became of" in notice_text(window)
    assert "do not tell" not in notice_text(window)
    window.searches.start([attempt_id])
    assert not news(window).isVisible(), "it is being found out"
    qtbot.waitUntil(lambda: "was created after all" in notice_text(window))


def test_the_end_of_the_application_takes_the_dialog_with_it(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    window.history.resolve_requested.emit(attempt_id)
    qtbot.waitUntil(lambda: find(window, "resolve.stop").isVisible())
    close(qtbot, window)
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def test_another_connection_in_the_middle_of_a_look_gets_nothing_of_it(qtbot, window, sandbox):
    attempt_id = lose_with_hanging_list(qtbot, window, sandbox)
    window.session.backend.credentials.save_for_session("c2", SANDBOX_TOKEN)
    asked = len(sandbox.requests())
    window.session.use(Connection("c2", "Other", sandbox.base_url, "7", "bearer", "en-US"))
    qtbot.waitUntil(lambda: len(sandbox.requests()) > asked and not window.session.runner.is_busy)
    assert outcome(window, attempt_id) == "unknown"
    assert window.searches.searches == []
    # All that is asked for as the other one is the list of the form.
    lists = [item.path for item in sandbox.requests()[asked:] if not item.path.startswith(SPACE)]
    assert lists == [ALBUM_LIST]
    assert count_shown(window) == 1, "open all the same"
    assert banner(window).property("state") == "unknown"
    assert banner(window).action("stopSearch") is None
