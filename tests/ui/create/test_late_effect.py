"""A create that seemed to have failed appears late: the form stops, looks again and shows the true result."""

from __future__ import annotations

import pytest
from form_driver import FormDriver
from lost_answer_services import QUICK, SLOW
from PySide6.QtWidgets import QLabel, QLineEdit
from resolve_driver import banner, click, count_shown, find, lose, news, notice_text, outcome
from window_fixtures import posts, submission_of

from koodrive.creation.search_schedule import Stage
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault

ALBUM = {"name": "Holiday 2026", "type": 2, "albumKind": 1}


@pytest.fixture
def ruled_out(qtbot, window, sandbox):
    """Return an attempt that was found not to have been made; its form is still there."""
    window.searches.set_pauses(QUICK)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: shown(window, "title") == "It was not created")
    qtbot.waitUntil(lambda: count_shown(window) == 0 and not window.session.runner.is_busy)
    return attempt_id


def shown(window, part):
    """Return the title or the message of the banner."""
    title, *others = banner(window).findChildren(QLabel)
    if part == "title":
        return title.text()
    return next(label.text() for label in others if label.objectName().endswith(part))


def send_again(qtbot, window):
    """Press Send again in the banner as soon as that can be done, and wait for the end of it."""
    qtbot.waitUntil(find(window, "album.result.resend").isEnabled)
    click(window, "album.result.resend")
    qtbot.waitUntil(lambda: not submission_of(window.album).is_busy)


def test_a_late_effect_is_found_instead_of_made_twice(qtbot, window, sandbox, ruled_out):
    made = sandbox.make_elsewhere("album", ALBUM)
    titles, counts = [], []
    window.page_services.resolve.counted.connect(counts.append)
    window.searches.changed.connect(lambda _attempt_id: titles.append(shown(window, "title")))
    send_again(qtbot, window)
    assert titles[0] == "It may have been created after all"
    assert len(posts(sandbox)) == 1
    qtbot.waitUntil(lambda: not window.session.runner.is_busy and max(counts, default=0) == 1)
    qtbot.waitUntil(lambda: window.searches.search(ruled_out).stage is Stage.ENDED)
    assert outcome(window, ruled_out) == "created"
    assert banner(window).result_id == made["id"]
    assert banner(window).property("state") == "created"
    qtbot.waitUntil(lambda: count_shown(window) == 0)
    assert len(posts(sandbox)) == 1


def test_without_a_late_effect_it_is_sent_once(qtbot, window, sandbox, ruled_out):
    send_again(qtbot, window)
    qtbot.waitUntil(lambda: banner(window).property("state") == "created")
    assert len(posts(sandbox)) == 2
    assert len(sandbox.effects()) == 1


def test_what_nobody_can_tell_can_still_be_made_once_more(qtbot, window, sandbox, ruled_out):
    for _ in range(2):
        sandbox.make_elsewhere("album", ALBUM)
    send_again(qtbot, window)
    qtbot.waitUntil(lambda: window.searches.search(ruled_out).stage is Stage.ENDED)
    assert banner(window).action("resolve").text() == "Decide…"
    assert shown(window, "message").startswith("Nothing was sent this time.")
    qtbot.waitUntil(lambda: count_shown(window) == 1)
    qtbot.waitUntil(find(window, "album.result.again").isEnabled)
    click(window, "album.result.again")
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 2 and not submission_of(window.album).is_busy)


def test_whoever_has_gone_elsewhere_is_told_what_nobody_can_tell(qtbot, window, sandbox, ruled_out):
    window.searches.set_pauses(SLOW)
    for _ in range(2):
        sandbox.make_elsewhere("album", ALBUM)
    send_again(qtbot, window)
    click(window, "nav.sharedFolder")
    window.searches.stop([ruled_out])
    window.searches.set_pauses(QUICK)
    window.searches.start([ruled_out])
    qtbot.waitUntil(lambda: "do not tell" in notice_text(window) and news(window).isVisible())


def test_an_earlier_request_that_is_open_is_looked_for_at_once(qtbot, window, sandbox):
    window.searches.set_pauses(SLOW)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    qtbot.waitUntil(lambda: window.searches.search(attempt_id).stage is Stage.WAITING)
    window.searches.stop([attempt_id])
    window.findChild(QLineEdit, "album.name").insert("Holiday 2026")
    click(window, "album.create")
    qtbot.waitUntil(lambda: not submission_of(window.album).is_busy)
    assert shown(window, "title") == "It may have been created already"
    assert window.searches.search(attempt_id).is_going_on
    assert banner(window).action("stopSearch") is not None
    assert banner(window).action("again") is not None
    assert len(posts(sandbox)) == 1


def test_a_name_that_a_late_effect_has_taken_is_looked_for(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    window.open_page("sharedFolder")
    form = FormDriver(qtbot, window.shared_folder, sandbox)
    form.type("name", "Family")
    form.type("containerId", SANDBOX_CONTAINER_ID)
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    form.fault(Fault.DROP_BEFORE_COMMIT)
    attempt_id = form.create().attempt_id
    qtbot.waitUntil(lambda: form.title == "It was not created")
    assert form.state == "harmless"
    fields = {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": "Family"}
    sandbox.make_elsewhere("sharedFolder", fields)
    # The list does not show it yet when the form looks for the second time.
    sandbox.inject(Fault.LIST_LAG, times=20, seconds=3600)
    window.searches.set_pauses(SLOW)
    form.choose("resend")
    outcome_now = form.rest()
    assert (outcome_now.kind, outcome_now.name_conflict_id) == ("refused", attempt_id)
    assert form.actions == ["Find out…"]
    assert window.searches.search(attempt_id).is_going_on
    qtbot.waitUntil(lambda: count_shown(window) == 1)
