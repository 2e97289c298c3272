"""Typing the next name while a create is under way: each one becomes a create or stays, and no key presses a button."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from typing_driver import ALT, Typist
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.main_window.questions import before_quitting


@pytest.mark.parametrize(("form", "path"), [("album", ALBUM_CREATE), ("sharedFolder", SHARED_FOLDER_CREATE)])
@pytest.mark.parametrize("goes_to_the_name", [True, False])
def test_c58_ten_names_typed_into_a_slow_service_are_ten_creates(
    qtbot, window, sandbox, form, path, goes_to_the_name
) -> None:
    window.open_page(form)
    typist = Typist(qtbot, window, sandbox, form)
    if form == "sharedFolder":
        typist.page.field("containerId").set_text(SANDBOX_CONTAINER_ID)
    sandbox.inject(Fault.SLOW, path=path, times=10, seconds=0.3)
    names = [f"Kunde {number:04} Bilder" for number in range(61, 71)]
    for name in names:
        if goes_to_the_name:
            QTest.keyClick(typist.focused, Qt.Key.Key_N, ALT)
        typist.type(name)
        typist.enter()
        qtbot.wait(100)
    qtbot.waitUntil(lambda: typist.names == names, timeout=20_000)
    typist.rest()
    assert typist.pressed == []
    assert len(posts(sandbox)) == 10
    assert window.focusWidget() is typist.line


def test_c58_what_is_typed_without_enter_stays_in_the_field(typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type("Customer 0006")
    typist.enter()
    typist.type("Customer 0007 ")
    typist.rest()
    assert typist.form.title == "Album created"
    typist.type("b")
    assert typist.line.text() == "Customer 0007 b"
    assert typist.names == ["Customer 0006"]
    assert typist.page.has_unsaved_input
    assert typist.pressed == []


def test_c58_a_held_enter_makes_one_and_lets_nothing_wait(typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    typist.type("Once")
    for _ in range(20):
        typist.enter()
    assert typist.waiting == []
    typist.rest()
    assert typist.names == ["Once"]


def test_c58_a_name_with_a_problem_waits_for_nothing_and_stays(typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type("Fine")
    typist.enter()
    typist.type("x" * 21)
    typist.enter()
    assert typist.waiting == []
    assert "1 character too many" in typist.page.findChild(QLabel, "album.name.message").text()
    typist.rest()
    assert typist.line.text() == "x" * 21


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.ERROR_BEFORE_COMMIT, OutcomeKind.UNKNOWN),
        (Fault.THROTTLED, OutcomeKind.REFUSED),
    ],
)
def test_c58_what_waits_stops_where_something_is_not_created_and_is_not_lost(
    qtbot, typist, sandbox, window, fault, kind
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(fault, path=ALBUM_CREATE)
    for name in ("A", "B", "C"):
        typist.type(name)
        typist.enter()
    assert typist.waiting_words == "Next: “B”, “C”"
    qtbot.waitUntil(lambda: typist.names[:1] == ["A"] and not typist.page.submission.is_busy, timeout=20_000)
    assert typist.page.submission.outcome.kind is kind
    assert typist.waiting == (["C"] if kind is OutcomeKind.UNKNOWN else ["B", "C"])
    assert typist.waiting_words.startswith("Not created yet: ")
    assert before_quitting([typist.page], window) is not None
    assert window.focusWidget() is typist.line
    typist.type("D ")
    assert typist.line.text() == "D "
    typist.press_waiting("continue")
    qtbot.waitUntil(lambda: "C" in typist.names and not typist.page.submission.is_busy, timeout=20_000)
    assert typist.waiting == []
    assert typist.waiting_words == ""
    assert typist.pressed == []


def test_c58_a_question_comes_back_with_its_name(qtbot, typist, sandbox) -> None:
    typist.type("Twice")
    typist.enter()
    typist.rest()
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    for name in ("Other", "Twice", "Third"):
        typist.type(name)
        typist.enter()
    qtbot.waitUntil(lambda: typist.waiting_words.startswith("Not created"), timeout=20_000)
    assert typist.waiting == ["Twice", "Third"]
    assert "created a moment ago" in typist.form.title
    assert "Create one more" in typist.form.actions
    typist.type("next")
    assert "created a moment ago" in typist.form.title, "the reason stays while people type on"
    typist.press_waiting("edit")
    assert typist.line.text() == "Twice"
    assert typist.waiting == ["next", "Third"], "what the form held waits instead"
    typist.press_waiting("discard")
    assert typist.waiting == ["Third"]
    typist.press_waiting("continue")
    qtbot.waitUntil(lambda: typist.names == ["Twice", "Other", "Third"], timeout=20_000)
    typist.rest()
    assert typist.line.text() == "Twice"


def test_c58_a_token_that_ends_takes_no_keys_from_the_name(qtbot, typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(Fault.EXPIRED_TOKEN, path=ALBUM_CREATE)
    for name in ("A", "B"):
        typist.type(name)
        typist.enter()
    typist.type("C")
    qtbot.waitUntil(lambda: typist.page.prompt.is_asking, timeout=20_000)
    typist.type("D ")
    assert typist.line.text() == "CD "
    assert typist.waiting == ["B"]
    window.services.renewal.use_token(SANDBOX_TOKEN)
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()
    assert typist.waiting == []
    assert typist.pressed == []


def test_c58_a_switch_of_the_connection_sends_nothing_that_waits(qtbot, typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    for name in ("A", "B"):
        typist.type(name)
        typist.enter()
    window.session.use(replace(window.session.current, service_address="http://127.0.0.1:9", name="Far"))
    typist.rest()
    assert typist.waiting == ["B"]
    typist.press_waiting("continue")
    assert typist.form.title in {"This belongs to another connection", "This connection has no token"}
    assert typist.names == ["A"]


def test_c58_tab_reaches_the_actions_in_order_while_it_is_under_way_and_after(
    typist, sandbox, window
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=1)
    typist.type("Slow")
    typist.enter()
    QTest.keyClick(typist.line, Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "album.result.cancel"
    typist.line.setFocus()
    typist.rest()
    stops = []
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(window.focusWidget().objectName())
    assert stops == ["album.result.copy", "album.result.history", "album.result.another"]


def test_c58_the_button_that_started_it_gives_the_keyboard_to_the_name(typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    typist.type("By the button")
    create = typist.page.findChild(QPushButton, "album.create")
    create.setFocus()
    QTest.keyClick(create, Qt.Key.Key_Space)
    assert window.focusWidget() is typist.line
    typist.type("Next one")
    typist.rest()
    assert typist.line.text() == "Next one"
    assert typist.pressed == []


def test_c58_cancel_by_the_keyboard_leads_back_to_the_name(typist, sandbox, window) -> None:
    sandbox.inject(Fault.HANG, path=ALBUM_CREATE, seconds=20)
    typist.type("Slow")
    typist.enter()
    cancel = typist.page.banner.action("cancel")
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert typist.pressed == ["cancel"]
    assert window.focusWidget() is typist.line
    typist.rest()
    assert window.focusWidget() is typist.line


def test_a_token_refused_before_the_next_name_is_begun_takes_no_keys(qtbot, typist, sandbox, window) -> None:
    sandbox.expire_tokens()
    typist.type("A")
    typist.enter()
    qtbot.waitUntil(lambda: typist.page.prompt.is_asking and not typist.page.submission.is_busy)
    assert window.focusWidget() is typist.line
    for name in ("B", "C"):
        typist.type(name)
        typist.enter()
        typist.enter()
    assert typist.waiting == ["A", "B", "C"]
    typist.type("D ")
    window.services.renewal.use_token(sandbox.renew_token())
    qtbot.waitUntil(lambda: typist.names == ["A", "B", "C"], timeout=20_000)
    typist.rest()
    assert typist.line.text() == "D "
    assert typist.waiting == typist.pressed == []


def test_a_token_that_is_over_at_the_press_takes_no_keys(qtbot, typist, sandbox, window) -> None:
    sandbox.expire_tokens()
    typist.type("Spent")
    typist.enter()
    qtbot.waitUntil(lambda: typist.page.prompt.is_asking and not typist.page.submission.is_busy)
    typist.page.prompt.cancel()
    QTest.mouseClick(typist.page.findChild(QPushButton, "album.clear"), Qt.MouseButton.LeftButton)
    typist.type("A")
    create = typist.page.findChild(QPushButton, "album.create")
    create.setFocus()
    QTest.keyClick(create, Qt.Key.Key_Space)
    assert typist.page.prompt.is_asking
    assert window.focusWidget() is typist.line
    typist.type("B")
    typist.enter()
    assert typist.waiting == ["A", "B"]
    window.services.renewal.use_token(sandbox.renew_token())
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()
    assert typist.waiting == typist.pressed == []


@pytest.mark.parametrize("made_before", [0, 2])
def test_names_typed_while_the_token_ends_are_made_in_order_and_the_next_replaces_the_last(
    qtbot, typist, sandbox, window, made_before
) -> None:
    names = ["Uno y medio", "Dos", "Tres con todo", "Cuatro", "Cinco", "Seis al fin"]
    for place, name in enumerate(names):
        typist.type(name[:2])
        if place == made_before:
            typist.rest()
            sandbox.expire_tokens()
        typist.type(name[2:])
        typist.enter()
        qtbot.wait(30)
    qtbot.waitUntil(lambda: typist.page.prompt.is_asking and not typist.page.submission.is_busy)
    token = typist.page.findChild(QLineEdit, "album.signIn.token")
    assert token.text() == ""
    assert typist.names == names[:made_before]
    assert typist.waiting == names[made_before:]
    token.setFocus()
    token.insert(sandbox.renew_token())
    QTest.mouseClick(typist.page.findChild(QPushButton, "album.signIn.goOn"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: typist.names == names, timeout=20_000)
    typist.rest()
    assert window.focusWidget() is typist.line
    typist.type("Siete")
    assert typist.line.text() == "Siete"
    assert typist.waiting == typist.pressed == []
