"""Typing names in a row while creates are under way: each becomes one create, and no key presses a button."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from resolve_driver import enter_token, use_account
from typing_driver import ALT, Typist
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault, Sandbox

UNREACHABLE = "http://127.0.0.1:9"


def named(count: int) -> list[str]:
    return [f"Kunde {number:04} Bilder" for number in range(61, 61 + count)]


@pytest.mark.parametrize(("form", "path"), [("album", ALBUM_CREATE), ("sharedFolder", SHARED_FOLDER_CREATE)])
@pytest.mark.parametrize("goes_to_the_name", [True, False])
def test_c58_ten_names_typed_into_a_slow_service_are_ten_creates(
    qtbot, window, sandbox, form, path, goes_to_the_name
) -> None:
    window.open_page(form)
    typist = Typist(qtbot, window, sandbox, form)
    if form == "sharedFolder":
        typist.page.field("containerId").set_text(SANDBOX_CONTAINER_ID)
    sandbox.inject(Fault.SLOW, path=path, times=10, seconds=0.8 if goes_to_the_name else 0.1)
    names = named(10)
    for name in names:
        if goes_to_the_name:
            QTest.keyClick(typist.focused, Qt.Key.Key_N, ALT)
        typist.type_names(name)
    typist.rest()
    assert typist.names == names
    assert typist.pressed == []
    assert len(posts(sandbox)) == 10
    assert typist.queued == 0
    assert window.focusWidget() is typist.line


def test_c58_forty_names_with_a_token_that_ends_and_a_lost_answer_are_forty_creates(
    qtbot, typist, sandbox, window
) -> None:
    names = named(40)
    for place, name in enumerate(names):
        if place == 12:
            sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
        if place == 25:
            sandbox.expire_tokens()
        typist.type_names(name)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: typist.form.prompt.is_asking and not typist.activity.is_sending, timeout=30_000)
    assert typist.queued == len(typist.waiting) >= 14
    assert window.focusWidget() is typist.line
    window.services.renewal.use_token(sandbox.renew_token())
    typist.rest()
    assert typist.names == names
    assert typist.pressed == []
    assert typist.queued == 0
    assert len(typist.activity.entries) == 40


def test_c58_what_waits_is_in_the_journal_until_its_attempt_begins(qtbot, typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type_names("A", "B", "C")
    qtbot.waitUntil(lambda: typist.queued == 2)
    queued = window.session.backend.journal.queue.requests()
    assert [json.loads(one.body)["name"] for one in queued] == typist.waiting == ["B", "C"]
    assert typist.form.title == "Waiting · 2 before it · Manual album"
    typist.rest()
    assert typist.names == ["A", "B", "C"]
    assert typist.queued == 0


@pytest.fixture
def killed(qtbot, start, data_dir, tmp_path):
    """Return the service, and a window on the data of another one that was killed while B and C waited behind A."""
    with Sandbox() as service:
        use_account(data_dir, service)
        window = start()
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: window.session.token is not None and not window.session.runner.is_busy)
        window.open_page("album")
        typist = Typist(qtbot, window, service, "album")
        service.inject(Fault.HANG, path=ALBUM_CREATE, seconds=60)
        typist.type_names("A", "B", "C")
        qtbot.waitUntil(lambda: typist.queued == 2 and len(posts(service)) == 1)
        copy = tmp_path / "copy"
        shutil.copytree(data_dir, copy, ignore=shutil.ignore_patterns("*lock*", "*.socket"))
        for name in ("C", "B"):
            typist.press(name, "discard")
        typist.press("A", "cancel")
        typist.rest()
        again = start("--data-dir", str(copy))
        qtbot.waitUntil(lambda: len(again.activity.entries) == 3)
        yield service, again


def test_c58_after_a_kill_what_waited_is_offered_and_sends_nothing_by_itself(qtbot, killed) -> None:
    service, again = killed
    typist = Typist(qtbot, again, service, "album")
    again.open_page("album")
    assert typist.waiting == ["B", "C"]
    for name in ("B", "C"):
        card = typist.entry(name).card
        assert [card.action(key).text() for key in ("resend", "discard")] == ["Send", "Discard"]
        assert "Not sent yet" in card.accessibleName()
    card = typist.entry("B").card
    typist.press("B", "resend")
    assert typist.waiting == ["B", "C"], "there is no token yet"
    assert "It needs a new token" in card.accessibleName()
    enter_token(qtbot, again)
    qtbot.waitUntil(lambda: again.session.token is not None and not again.session.runner.is_busy)
    assert typist.waiting == ["B", "C"]
    assert len(posts(service)) == 1
    typist.press("C", "discard")
    qtbot.waitUntil(lambda: typist.queued == 1)
    typist.press("B", "resend")
    qtbot.waitUntil(lambda: typist.names == ["B"] and not typist.activity.is_sending)
    assert typist.entry("B").submission.outcome.kind is OutcomeKind.CREATED
    assert typist.queued == 0
    assert len(posts(service)) == 2


def test_c58_what_is_typed_without_enter_stays_in_the_field(typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type_names("Customer 0006")
    typist.type("Customer 0007 ")
    typist.rest()
    assert typist.form.state == "created"
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
    typist.type_names("Fine", "x" * 21)
    assert typist.waiting == []
    assert "1 character too many" in typist.page.findChild(QLabel, "album.name.message").text()
    typist.rest()
    assert typist.line.text() == "x" * 21


@pytest.mark.parametrize(
    ("fault", "kind", "made"),
    [
        (Fault.ERROR_BEFORE_COMMIT, OutcomeKind.UNKNOWN, ["A", "C"]),
        (Fault.NONZERO_CODE, OutcomeKind.REFUSED, ["A", "C"]),
        (Fault.THROTTLED, OutcomeKind.REFUSED, ["A", "C"]),
    ],
)
def test_c58_what_is_not_created_stays_at_its_entry_and_the_next_are_made(
    qtbot, typist, sandbox, window, fault, kind, made
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(fault, path=ALBUM_CREATE)
    typist.type_names("A", "B", "C")
    typist.type("D ")
    typist.rest()
    assert typist.names == made
    assert typist.entry("B").submission.outcome.kind is kind
    assert "template" in typist.entry("B").card.menu_actions
    assert window.focusWidget() is typist.line
    assert typist.line.text() == "D "
    assert typist.pressed == []


def test_c58_a_question_stands_at_its_entry_and_holds_nothing_up(qtbot, typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    typist.type_names("Twice", "Other", "Twice", "Third")
    typist.rest()
    assert typist.names == ["Twice", "Other", "Third"]
    typist.type("next")
    assert "created a moment ago" in typist.entry("Twice").card.accessibleName()
    typist.press("Twice", "again")
    typist.rest()
    assert typist.names == ["Twice", "Other", "Third", "Twice"]
    assert typist.line.text() == "next"
    assert typist.pressed == []


def test_c58_a_service_out_of_reach_holds_what_waits_until_the_next_press(
    qtbot, typist, sandbox, window
) -> None:
    own = window.session.current
    window.session.use(replace(own, service_address=UNREACHABLE))
    qtbot.waitUntil(lambda: window.session.token is not None)
    typist.type_names("A", "B", "C")
    qtbot.waitUntil(lambda: not typist.activity.is_sending)
    assert {typist.entry(name).submission.outcome is None for name in typist.waiting} <= {True}
    typist.type("D")
    assert typist.line.text() == "D"
    assert typist.queued == len(typist.waiting)
    assert posts(sandbox) == []


def test_c58_a_token_that_ends_takes_no_keys_from_the_name(qtbot, typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(Fault.EXPIRED_TOKEN, path=ALBUM_CREATE)
    typist.type_names("A", "B")
    typist.type("C")
    qtbot.waitUntil(
        lambda: typist.entry("A").submission.outcome is not None and not typist.activity.is_sending
    )
    qtbot.waitUntil(lambda: typist.form.prompt.is_asking, timeout=20_000)
    typist.type("D ")
    assert typist.line.text() == "CD "
    window.services.renewal.use_token(SANDBOX_TOKEN)
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()
    assert typist.waiting == []
    assert typist.pressed == []


def test_c58_a_switch_of_the_connection_sends_nothing_that_waits(qtbot, typist, sandbox, window) -> None:
    own = window.session.current
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    typist.type_names("A", "B")
    window.session.use(replace(own, service_address=UNREACHABLE, name="Far"))
    qtbot.waitUntil(lambda: not typist.activity.is_sending)
    assert typist.waiting == ["B"]
    assert typist.names == ["A"]
    assert typist.entry("B").card.isHidden()
    window.session.use(own)
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()


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


def test_c58_cancel_by_the_keyboard_ends_it_and_the_name_is_free(qtbot, typist, sandbox) -> None:
    sandbox.inject(Fault.HANG, path=ALBUM_CREATE, seconds=20)
    typist.type_names("Slow")
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 1)
    cancel = typist.form.card.action("cancel")
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert typist.pressed == ["cancel"]
    typist.rest()
    assert typist.form.submission.outcome.kind is OutcomeKind.UNKNOWN
    typist.line.setFocus()
    typist.type_names("Next")
    typist.rest()
    assert typist.names[-1] == "Next"


def test_a_token_that_is_over_at_the_press_takes_no_keys(qtbot, typist, sandbox, window) -> None:
    sandbox.expire_tokens()
    typist.type_names("A")
    qtbot.waitUntil(lambda: typist.form.prompt.is_asking and not typist.activity.is_sending)
    assert window.focusWidget() is typist.line
    for name in ("B", "C"):
        typist.type_names(name)
        typist.enter()
    assert typist.waiting == ["B", "C"]
    typist.type("D ")
    window.services.renewal.use_token(sandbox.renew_token())
    qtbot.waitUntil(lambda: typist.names == ["A", "B", "C"], timeout=20_000)
    typist.rest()
    assert typist.line.text() == "D "
    assert typist.waiting == typist.pressed == []


@pytest.mark.parametrize("made_before", [0, 2])
def test_names_typed_while_the_token_ends_are_made_in_order_with_the_token_of_the_prompt(
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
    qtbot.waitUntil(lambda: typist.form.prompt.is_asking and not typist.activity.is_sending)
    token = typist.form.prompt.findChild(QLineEdit, "album.signIn.token")
    assert token.text() == ""
    assert typist.names == names[:made_before]
    assert typist.waiting == names[made_before + 1 :]
    token.setFocus()
    token.insert(sandbox.renew_token())
    QTest.mouseClick(
        typist.form.prompt.findChild(QPushButton, "album.signIn.goOn"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: typist.names == names, timeout=20_000)
    typist.rest()
    assert window.focusWidget() is typist.line
    typist.type("Siete")
    assert typist.line.text() == "Siete"
    assert typist.waiting == typist.pressed == []
