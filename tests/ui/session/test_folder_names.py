"""Names of IDs: read once, from the history, for the service that the IDs belong to, and shown beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from connection_fixtures import keyring, sandbox, session, stored  # noqa: F401 - fixtures
from history_samples import START, connection
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from koodrive.api import serialization
from koodrive.core.strict_json import indent_json
from koodrive.models import AlbumKind, AlbumType, CreateAlbum
from ui.history.details import AttemptDetails
from ui.history.loader import ReadableAttempt
from ui.session.folder_names import FolderNames

HERE = connection()
ELSEWHERE = replace(connection(2), service_address="https://elsewhere.example")


@pytest.fixture
def backend(session):  # noqa: F811 - the fixture above
    session.set_connections((HERE, ELSEWHERE))
    session.current = HERE
    return session.backend


def record_names(backend, where, **names):
    backend.journal.names.save(where.service_address, {key[1:]: name for key, name in names.items()})


def asked(session, monkeypatch):  # noqa: F811
    """Return a list that grows with every start of a task."""
    started, start = [], session.runner.start
    monkeypatch.setattr(
        session.runner, "start", lambda *args, **more: (started.append(args), start(*args, **more))[1]
    )
    return started


def test_names_are_read_once_for_each_id(qtbot, session, backend, monkeypatch):  # noqa: F811
    record_names(backend, HERE, _17="Holidays", _18="Pictures")
    started = asked(session, monkeypatch)
    names = FolderNames(session)
    with qtbot.waitSignal(names.changed):
        names.load_names(["17", "19", ""])
    assert (names.name("17"), names.name("18"), names.name("19")) == ("Holidays", "", "")
    names.load_names(["17", "19"])
    assert len(started) == 1
    with qtbot.waitSignal(names.changed):
        names.load_names(["17", "18"])
    assert names.name("18") == "Pictures"


def test_ids_that_are_wanted_meanwhile_are_read_next(qtbot, session, backend):  # noqa: F811
    record_names(backend, HERE, _17="Holidays", _18="Pictures")
    names = FolderNames(session)
    names.load_names(["17"])
    names.load_names(["18"])
    qtbot.waitUntil(lambda: (names.name("17"), names.name("18")) == ("Holidays", "Pictures"))


def test_names_of_one_service_are_not_those_of_another(qtbot, session, backend):  # noqa: F811
    record_names(backend, HERE, _17="Holidays")
    record_names(backend, ELSEWHERE, _17="Invoices")
    names = FolderNames(session)
    with qtbot.waitSignal(names.changed):
        names.load_names(["17"])
    with qtbot.waitSignal(names.changed):
        names.load_names(["17"], ELSEWHERE.service_address)
    qtbot.waitUntil(lambda: names.name("17") == "Invoices")
    names.load_names(["17"], "https://gone.example")
    assert names.name("17") == ""


def test_what_was_read_for_another_service_comes_too_late(qtbot, session, backend):  # noqa: F811
    record_names(backend, HERE, _17="Holidays")
    names = FolderNames(session)
    names.load_names(["17"])
    names.load_names([], ELSEWHERE.service_address)
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert names.name("17") == ""


def test_a_name_that_was_just_read_needs_no_history(session, backend):  # noqa: F811
    names = FolderNames(session)
    names.add_names({"17": "Holidays", "18": ""})
    assert (names.name("17"), names.name("18")) == ("Holidays", "")


def album(backend, **fields):
    """Write an attempt down and return what the history shows of it."""
    request = CreateAlbum(fields.pop("type"), fields.pop("kind"), "Album", **fields)
    body = serialization.to_json(request)
    number = backend.journal.attempts.begin(
        request=request, connection=HERE, trace_id="0" * 58, body=body, started_at=START
    )
    return ReadableAttempt(backend.journal.history.attempt(number), indent_json(body), None)


@pytest.fixture
def details(qtbot, session, backend):  # noqa: F811
    details = AttemptDetails(FolderNames(session))
    qtbot.addWidget(details)
    details.resize(360, 700)
    details.show()
    return details


def test_the_history_shows_the_names_of_collected_folders_and_copies_ids(qtbot, backend, details):
    record_names(backend, HERE, _17="<b>Pictures</b>", _18="Holidays", _19="\u202egnp")
    collection = {"type": AlbumType.COLLECTION, "kind": AlbumKind.PERSONAL, "scope_kind": "1,2"}
    details.show_attempt(
        album(backend, **collection, scope_dir=("18", "19", "20"), scope_parent_folder_id="17")
    )
    assert details.value("scopeDir").splitlines() == ["18", "19", "20"]
    qtbot.waitUntil(lambda: "Holidays" in details.value("scopeDir"))
    shown = details.findChild(QPlainTextEdit, "history.details.scopeDir").toPlainText()
    lines = shown.replace("\u2068", "").replace("\u2069", "").splitlines()
    assert lines == ["Holidays · 18", "[U+202E]gnp · 19", "20"]
    value = details.findChild(QWidget, "history.details.scopeParentFolderId")
    assert "<b>Pictures</b>" in value.accessibleName()
    button = details.findChild(QAbstractButton, "history.details.scopeParentFolderId.copy")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "17"


def test_the_history_shows_the_name_of_the_shared_folder_of_an_album(qtbot, backend, details):
    record_names(backend, HERE, _4711="Family")
    shared = {"type": AlbumType.MANUAL, "kind": AlbumKind.SHARED}
    details.show_attempt(album(backend, **shared, group_id="9", share_folder_id="4711"))
    value = details.findChild(QWidget, "history.details.shareFolderId")
    qtbot.waitUntil(lambda: "Family" in value.accessibleName())
    assert details.value("shareFolderId") == "4711"
    details.show_attempt(album(backend, type=AlbumType.MANUAL, kind=AlbumKind.PERSONAL))
    assert details.value("shareFolderId") == ""
    assert "Family" not in value.accessibleName()
