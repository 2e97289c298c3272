"""Something is asked for that may be there already: nothing is sent, and the choice to send it all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_driver import FormDriver, lone_form
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from koodrive.core.deadline import Cancellation
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


@pytest.fixture
def form(qtbot, window, sandbox):
    with lone_form(qtbot, window, sandbox) as form:
        yield form


def snapshot_list(form):
    session, fields = form.page.session, form.page.fields()
    session.backend.snapshot_list(
        form.page.spec.build(fields), session.current, session.token, Cancellation()
    )


def lost(form, name):
    """Lose the answer of a create, and the banner that says so."""
    form.fault(Fault.DROP_BEFORE_COMMIT)
    form.type("name", name)
    outcome = form.create()
    assert outcome.kind is OutcomeKind.UNKNOWN
    form.page.start_fresh()
    form.type("name", name)
    return outcome


def test_what_was_created_a_moment_ago_is_not_sent_again(form, sandbox):
    form.type("name", "Once")
    first = form.create()
    assert form.create() is None
    assert form.sent == len(sandbox.effects()) == 1
    assert (form.state, form.title) == ("created", "This was created a moment ago")
    assert form.card.result_id == first.created.album_id
    assert form.actions == ["Copy ID", "Show in history", "Create one more"]
    form.choose("copy")
    assert QGuiApplication.clipboard().text() == first.created.album_id
    shown = []
    form.page.history_requested.connect(shown.append)
    form.choose("history")
    assert shown == [first.attempt_id]


def test_one_more_is_sent_exactly_once(form, sandbox):
    form.type("name", "Twice")
    form.create()
    form.create()
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.create() is None
    assert form.sent == len(sandbox.effects()) == 2


def test_after_a_lost_answer_people_can_find_out_first(form):
    unknown = lost(form, "Perhaps")
    assert form.create() is None
    assert form.sent == 1
    assert (form.state, form.title) == ("unknown", "It may have been created already")
    assert form.actions == ["Find out…", "Show in history", "Create one more"]
    wanted = []
    form.page.resolve_requested.connect(wanted.append)
    form.choose("resolve")
    assert wanted == [unknown.attempt_id]


def test_a_name_that_stands_in_the_list_is_not_sent_unasked(form, sandbox):
    elsewhere = sandbox.make_elsewhere("album", {"name": "Taken", "type": 2, "albumKind": 1})
    form.type("name", "Taken")
    snapshot_list(form)
    assert form.create() is None
    assert form.sent == 0
    assert (form.state, form.card.result_id) == ("problem", elsewhere["id"])
    assert form.actions == ["Copy ID", "Create one more"]
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == 1


@pytest.mark.parametrize("how", ["created", "unknown", "listed"])
def test_the_choice_goes_with_the_form_that_it_was_about(form, sandbox, how):
    if how == "unknown":
        lost(form, "Same")
    elif how == "created":
        form.type("name", "Same")
        form.create()
    else:
        sandbox.make_elsewhere("album", {"name": "Same", "type": 2, "albumKind": 1})
        form.type("name", "Same")
        snapshot_list(form)
    assert form.create() is None
    assert "again" in form.submission.result.content.keys
    form.type("name", "x")
    assert not form.card.isVisible()


def test_the_choice_goes_with_the_connection_that_it_was_about(form, window):
    form.type("name", "Here")
    form.create()
    form.create()
    window.session.use(replace(window.session.current, name="Elsewhere"))
    assert not form.card.isVisible()


def test_what_was_typed_into_the_list_meanwhile_is_not_sent_as_one_more(form, sandbox):
    form.click("type.1")
    form.type("scopeParentFolderId", "root")
    for folders in (["17", "18"], ["17"]):
        form.page.field("scopeDir").list.set_ids(folders)
        assert form.create().kind is OutcomeKind.CREATED
    assert form.create() is None
    form.page.findChild(QLineEdit, "album.scopeDir.entry").insert("18")
    form.choose("again")
    assert form.rest() is None
    assert form.title == "This was created a moment ago"
    assert form.card.result_id == sandbox.effects()[0]["id"]
    assert form.sent == 2


def test_a_double_click_on_send_again_does_not_go_through_to_one_more(form, sandbox, window):
    """The choice appears where the first click was, before the second one comes."""
    form.type("name", "Offline")
    window.session.use(replace(window.session.current, service_address="http://127.0.0.1:9"))
    form.qtbot.waitUntil(lambda: window.session.token is not None)
    assert form.create().kind is OutcomeKind.NOT_SENT
    assert form.actions == ["Show in history", "Send again"]
    form.choose("resend")
    form.rest()
    assert not form.card.action("resend").isEnabled()
    form.qtbot.waitUntil(form.card.action("resend").isEnabled)


def test_one_more_cannot_be_hit_by_the_end_of_a_double_click(form):
    form.type("name", "Once")
    form.create()
    form.create()
    form.click("result.again")
    assert not form.submission.is_busy
    form.qtbot.waitUntil(form.card.action("again").isEnabled)
    form.click("result.again")
    assert form.rest().kind is OutcomeKind.CREATED


def test_the_keyboard_stays_in_the_name_and_a_held_enter_repeats_nothing(qtbot, window, sandbox):
    form = FormDriver(qtbot, window.album, sandbox)
    line = form.page.findChild(QLineEdit, "album.name")
    line.setFocus()
    form.type("name", "Once")
    form.create()
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    form.rest()
    assert window.focusWidget() is line
    assert form.actions == ["Copy ID", "Show in history", "Create one more"]
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is form.card.action("copy")
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    form.rest()
    assert form.sent == 1
