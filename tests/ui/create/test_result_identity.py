"""A result says what it is about, with which connection and when, and which ID is which."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from form_driver import FormDriver
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault

ISOLATES = re.compile("[\u2066-\u2069]")


def about(form: FormDriver) -> str:
    label = form.card.findChild(QLabel, f"{form.name}.result.about")
    return ISOLATES.sub("", label.text()) if label.isVisible() else ""


@pytest.fixture
def folder_form(qtbot, window, sandbox) -> FormDriver:
    window.open_page("sharedFolder")
    form = FormDriver(qtbot, window.shared_folder, sandbox)
    form.page.field("containerId").set_text(SANDBOX_CONTAINER_ID)
    return form


def test_c59_a_result_names_object_connection_and_time(form, window) -> None:
    form.type("name", "Summer & <b>")
    form.create()
    assert form.title == "Album created"
    assert re.fullmatch(r"“Summer & <b>” · Sandbox · \d\d:\d\d", about(form))
    form.type("name", "Another")
    assert "Summer" in about(form), "it stays what it is about"


def test_c59_while_it_is_under_way_and_when_it_fails_too(qtbot, form) -> None:
    form.fault(Fault.SLOW, seconds=0.4)
    form.fault(Fault.THROTTLED)
    for title in ("Creating…", "Too many"):
        form.page.field("name").set_text(f"For {title}")
        form.click("create")
        if title == "Creating…":
            assert about(form).startswith(f"“For {title}” · Sandbox · ")
        form.rest()
    assert form.submission.outcome.kind is OutcomeKind.REFUSED
    assert about(form).startswith("“For Too many” · Sandbox · ")


def test_c59_what_was_never_sent_names_nothing(form) -> None:
    form.click("create")
    assert form.title.startswith("Fields to correct")
    assert about(form) == ""


def test_c59_after_a_switch_a_result_is_not_one_of_the_new_connection(qtbot, form, window) -> None:
    form.type("name", "Summer")
    form.create()
    assert form.state == "created"
    window.session.use(
        replace(
            window.session.current, connection_id="other", name="Carrier A", user_id="1644817543959100777"
        )
    )
    assert form.state == "other"
    assert "Sandbox" in about(form)
    assert "not the connection in use" in about(form)
    assert "Carrier" not in form.card.accessibleName()
    assert form.actions == ["Copy ID", "Show in history"]
    assert form.card.result_id


def test_back_at_its_connection_a_result_is_as_it_was(form, window) -> None:
    own = window.session.current
    form.type("name", "Summer")
    form.create()
    before = form.state, about(form), form.actions
    window.session.use(replace(own, connection_id="other", name="Carrier A"))
    window.session.use(own)
    assert (form.state, about(form), form.actions) == before


def test_c59_an_answer_that_comes_after_the_switch_is_marked(qtbot, form, window, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    form.type("name", "Summer")
    form.click("create")
    window.session.use(replace(window.session.current, connection_id="other", name="Carrier A"))
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.state == "other"
    assert "not the connection in use" in about(form)


def test_the_result_of_a_shared_folder_lists_every_id_with_its_label(folder_form, sandbox) -> None:
    form = folder_form
    form.type("name", "Family")
    outcome = form.create()
    created, banner = outcome.created, form.card
    assert banner.findChild(QLabel, "sharedFolder.result.id.label").text() == "Folder ID (primary key)"
    assert banner.result_id == created.id
    for key, value in (("groupId", created.group_id), ("fileId", created.share_folder_id)):
        line = banner.findChild(QLineEdit, f"sharedFolder.result.{key}")
        assert line.isVisible()
        assert line.text() == value
        QTest.mouseClick(
            banner.findChild(QAbstractButton, f"sharedFolder.result.{key}.copy"), Qt.MouseButton.LeftButton
        )
        assert QGuiApplication.clipboard().text() == value
    assert "Group ID" in banner.accessibleName()
    assert created.group_id in banner.accessibleName()
    form.choose("copy")
    assert QGuiApplication.clipboard().text() == created.id


def test_an_album_has_one_id_and_its_label(form) -> None:
    form.type("name", "Summer")
    form.create()
    assert form.card.findChild(QLabel, "album.result.id.label").text() == "Album ID"
    assert not form.card.findChildren(QLineEdit)


def test_the_help_of_the_group_id_is_true(window) -> None:
    assert (
        window.album.findChild(QLabel, "album.groupId.message").text()
        == "Group ID: shown when the shared folder was created, and in the history."
    )


def test_create_another_keeps_a_name_that_is_typed_already(form) -> None:
    form.type("name", "Summer")
    form.create()
    form.page.field("name").set_text("Autumn")
    form.choose("another")
    assert form.page.fields()["name"] == "Autumn"
    assert form.page.has_unsaved_input
    form.create()
    form.choose("another")
    assert form.page.fields()["name"] == ""
    assert not form.page.has_unsaved_input
