"""The reading of the list at the press: its question, the remark without one, an ID that was known before."""

from __future__ import annotations

import time

import pytest
from form_driver import go_to, lone_form
from scripted_server import ScriptedServer, reply

from koodrive.listing import list_reader
from koodrive.listing.list_reader import PRESS_SECONDS
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

ALBUM_LIST = "/koodrive/ose/v1/album/list"


@pytest.fixture
def form(qtbot, window, sandbox, press_looks, monkeypatch):
    # The list was read when the window came up.
    monkeypatch.setattr(list_reader, "YOUNG_SECONDS", 0.0)
    with lone_form(qtbot, window, sandbox) as form:
        yield form


def test_c62_a_colleagues_album_is_asked_about_in_the_banner(form, sandbox):
    made = sandbox.make_elsewhere("album", {"name": "Team day", "type": 2, "albumKind": 1})
    form.type("name", "Team day")
    assert form.create() is None
    assert form.title == "The service has one of this name"
    assert form.card.result_id == made["id"]
    assert form.sent == 0
    form.choose("again")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == 1


def test_c62_that_the_list_was_not_looked_at_stands_in_banner_and_history(form, window, sandbox):
    sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30, times=2)
    form.type("name", "In a hurry")
    begun = time.monotonic()
    outcome = form.create()
    assert time.monotonic() - begun < PRESS_SECONDS + 1
    assert outcome.kind is OutcomeKind.CREATED
    assert "list was not looked at" in form.remark
    assert window.session.backend.journal.history.attempt(outcome.attempt_id).note == form.remark


def test_c62_cancel_ends_the_look_and_nothing_is_sent(form, sandbox):
    sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30, times=2)
    lists = sum(request.path == ALBUM_LIST for request in sandbox.requests())
    form.type("name", "Not now")
    form.click("create")
    assert form.title == "Creating… · Manual album"
    form.qtbot.waitUntil(lambda: sum(request.path == ALBUM_LIST for request in sandbox.requests()) > lists)
    form.choose("cancel")
    assert form.rest().kind is OutcomeKind.NOT_SENT
    assert form.sent == 0


def test_c41_an_id_that_came_before_is_told_in_the_banner(qtbot, form, window):
    with ScriptedServer(reply(200, b'{"albumId": "1805929618625036417", "code": 0}')) as server:
        go_to(form, window, server.url)
        form.type("name", "First")
        assert form.create().kind is OutcomeKind.CREATED
        assert "created before" not in form.remark
        outcome = form.create_named("Second")
    assert outcome.created.album_id == "1805929618625036417"
    assert "This ID was created before: “First”" in form.remark
    assert form.title == "Created · Manual album"
    assert "created before" in window.session.backend.journal.history.attempt(outcome.attempt_id).note
