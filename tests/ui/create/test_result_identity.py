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


def about(form: FormDriver) -> tuple[str, str, str]:
    """Return name, kind and time that the card shows."""
    return tuple(
        ISOLATES.sub("", form.card.findChild(QLabel, f"{form.card.objectName()}.{part}").text())
        for part in ("name", "state", "time")
    )


@pytest.fixture
def folder_form(qtbot, window, sandbox) -> FormDriver:
    window.open_page("sharedFolder")
    form = FormDriver(qtbot, window.shared_folder, sandbox)
    form.page.field("containerId").set_text(SANDBOX_CONTAINER_ID)
    return form


def test_c59_a_result_names_object_kind_and_time(form, window) -> None:
    form.create_named("Summer & <b>")
    name, state, clock = about(form)
    assert (name, state) == ("Summer & <b>", "Created · Manual album")
    assert re.fullmatch(r"\d\d:\d\d", clock)
    form.type("name", "Another")
    assert about(form) == (name, state, clock), "it stays what it is about"


def test_c59_while_it_is_under_way_and_when_it_fails_too(qtbot, form) -> None:
    form.fault(Fault.SLOW, seconds=0.4)
    form.fault(Fault.THROTTLED)
    for title in ("Creating…", "Too many"):
        form.type("name", f"For {title}")
        form.click("create")
        if title == "Creating…":
            assert about(form)[:2] == ("For Creating…", "Creating… · Manual album")
        form.rest()
    assert form.submission.outcome.kind is OutcomeKind.REFUSED
    assert about(form)[0] == "For Too many"


def test_c59_what_was_never_sent_names_nothing(form) -> None:
    form.click("create")
    assert form.title.startswith("Fields to correct")
    assert form.entry is None


def test_c59_after_a_switch_a_result_is_not_among_those_of_the_new_connection(qtbot, form, window) -> None:
    form.create_named("Summer")
    assert form.state == "created"
    window.session.use(
        replace(
            window.session.current, connection_id="other", name="Carrier A", user_id="1644817543959100777"
        )
    )
    assert form.card.isHidden()
    assert form.entry.card.property("state") == "other"
    assert "Carrier" not in form.card.accessibleName()
    assert form.entry.card.result_id


def test_back_at_its_connection_a_result_is_as_it_was(form, window) -> None:
    own = window.session.current
    form.create_named("Summer")
    before = form.state, about(form), form.actions, form.menu
    window.session.use(replace(own, connection_id="other", name="Carrier A"))
    window.session.use(own)
    assert (form.state, about(form), form.actions, form.menu) == before


def test_c59_an_answer_that_comes_after_the_switch_is_not_shown_there(qtbot, form, window, sandbox) -> None:
    own = window.session.current
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    form.type("name", "Summer")
    form.click("create")
    window.session.use(replace(own, connection_id="other", name="Carrier A", user_id="1644817543959100777"))
    assert window.page_services.panel.findChild(QLabel, "activity.elsewhere").text().endswith(": 1")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.card.isHidden()
    window.session.use(own)
    assert form.state == "created"


def test_the_result_of_a_shared_folder_lists_every_id_with_its_label(folder_form, sandbox) -> None:
    form = folder_form
    outcome = form.create_named("Family")
    created, banner = outcome.created, form.card
    assert banner.result_id == created.id
    for key, value in (
        ("id", created.id),
        ("groupId", created.group_id),
        ("fileId", created.share_folder_id),
    ):
        line = banner.findChild(QLineEdit, f"sharedFolder.result.{key}")
        assert not line.isHidden()
        assert line.text() == value
        QTest.mouseClick(
            banner.findChild(QAbstractButton, f"sharedFolder.result.{key}.copy"), Qt.MouseButton.LeftButton
        )
        assert QGuiApplication.clipboard().text() == value
    assert "Folder ID (primary key)" in banner.accessibleName()
    assert "Group ID" in banner.accessibleName()
    assert created.group_id in banner.accessibleName()


def test_an_album_has_one_id_and_its_label(form) -> None:
    outcome = form.create_named("Summer")
    (line,) = form.card.findChildren(QLineEdit)
    assert (line.objectName(), line.text()) == ("album.result.id", outcome.created.album_id)
    assert "Album ID" in form.card.accessibleName()


def test_the_help_of_the_group_id_is_true(window) -> None:
    assert (
        window.album.findChild(QLabel, "album.groupId.message").text()
        == "Group ID: shown when the shared folder was created, and in the history."
    )
