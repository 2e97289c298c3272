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
    """Lose the answer of a create, and type the same name once more."""
    form.fault(Fault.DROP_BEFORE_COMMIT)
    form.type("name", name)
    outcome = form.create()
    assert outcome.kind is OutcomeKind.UNKNOWN
    form.type("name", name)
    return outcome


def test_what_was_created_a_moment_ago_is_not_sent_again(form, sandbox):
    first = form.create_named("Once")
    assert form.create_named("Once") is None
    assert form.sent == len(sandbox.effects()) == 1
    assert (form.state, form.title) == ("created", "This was created a moment ago")
    assert form.card.result_id == first.created.album_id
    assert form.state_words == "Not sent · Manual album"
    assert form.actions == ["Create one more"]
    form.click("result.id.copy")
    assert QGuiApplication.clipboard().text() == first.created.album_id
    shown = []
    form.submission.history_requested.connect(shown.append)
    form.choose("history")
    assert shown == [first.attempt_id]


def test_one_more_is_sent_exactly_once(form, sandbox):
    form.create_named("Twice")
    form.create_named("Twice")
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.create_named("Twice") is None
    assert form.sent == len(sandbox.effects()) == 2


def test_after_a_lost_answer_people_can_find_out_first(form):
    unknown = lost(form, "Perhaps")
    assert form.create() is None
    assert form.sent == 1
    assert (form.state, form.title) == ("unknown", "It may have been created already")
    assert form.actions == ["Find out…", "Create one more"]
    wanted = []
    form.submission.resolve_requested.connect(wanted.append)
    form.choose("resolve")
    assert wanted == [unknown.attempt_id]


def test_a_name_that_stands_in_the_list_is_not_sent_unasked(form, sandbox):
    elsewhere = sandbox.make_elsewhere("album", {"name": "Taken", "type": 2, "albumKind": 1})
    form.type("name", "Taken")
    snapshot_list(form)
    assert form.create() is None
    assert form.sent == 0
    assert (form.state, form.card.result_id) == ("problem", elsewhere["id"])
    assert form.actions == ["Create one more"]
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == 1


@pytest.mark.parametrize("how", ["created", "unknown", "listed"])
def test_the_choice_stays_at_its_entry_while_the_next_one_is_typed(form, sandbox, how):
    if how == "unknown":
        lost(form, "Same")
    elif how == "created":
        form.create_named("Same")
        form.type("name", "Same")
    else:
        sandbox.make_elsewhere("album", {"name": "Same", "type": 2, "albumKind": 1})
        form.type("name", "Same")
        snapshot_list(form)
    assert form.create() is None
    sent = form.sent
    form.type("name", "x")
    form.choose("again")
    assert form.rest().request.name == "Same"
    assert form.sent == sent + 1
    assert form.page.fields()["name"] == "x"


def test_the_choice_is_hidden_while_another_connection_is_in_use(form, window):
    own = window.session.current
    form.create_named("Here")
    form.create_named("Here")
    window.session.use(replace(own, connection_id="c2", user_id="1644817543959100777"))
    assert form.card.isHidden()
    window.session.use(own)
    form.qtbot.waitUntil(lambda: window.session.token is not None)
    assert not form.card.isHidden()
    assert form.actions == ["Create one more"]


def test_what_was_typed_into_the_list_meanwhile_is_not_part_of_the_one_more(form, sandbox):
    form.click("type.1")
    form.type("scopeParentFolderId", "root")
    for folders in (["17", "18"], ["17"]):
        form.page.field("scopeDir").list.set_ids(folders)
        assert form.create().kind is OutcomeKind.CREATED
    form.page.field("scopeDir").list.set_ids(["17", "18"])
    assert form.create() is None
    assert form.title == "This was created a moment ago"
    assert form.card.result_id == sandbox.effects()[0]["id"]
    form.page.findChild(QLineEdit, "album.scopeDir.entry").insert("19")
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert sandbox.effects()[-1]["scopeDir"] == ["17", "18"]
    assert form.sent == 3


def test_a_double_click_on_send_again_does_not_go_through_to_one_more(form, sandbox, window):
    """The choice appears where the first click was, before the second one comes."""
    window.session.use(replace(window.session.current, service_address="http://127.0.0.1:9"))
    form.qtbot.waitUntil(lambda: window.session.token is not None)
    assert form.create_named("Offline").kind is OutcomeKind.NOT_SENT
    assert form.actions == ["Send again"]
    form.choose("resend")
    form.rest()
    assert not form.card.action("resend").isEnabled()
    form.qtbot.waitUntil(form.card.action("resend").isEnabled)


def test_one_more_cannot_be_hit_by_the_end_of_a_double_click(form):
    form.create_named("Once")
    form.create_named("Once")
    form.click("result.again")
    assert not form.submission.is_busy
    form.qtbot.waitUntil(form.card.action("again").isEnabled)
    form.click("result.again")
    assert form.rest().kind is OutcomeKind.CREATED


def test_the_keyboard_stays_in_the_name_and_a_held_enter_repeats_nothing(qtbot, window, sandbox):
    form = FormDriver(qtbot, window.album, sandbox)
    line = form.page.findChild(QLineEdit, "album.name")
    line.setFocus()
    form.create_named("Once")
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    form.rest()
    assert window.focusWidget() is line
    assert form.actions == []
    form.type("name", "Once")
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    form.rest()
    assert window.focusWidget() is line
    assert form.actions == ["Create one more"]
    assert form.sent == 1
