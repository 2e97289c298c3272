"""The queue behind a create under way: names wait in it, stop with it, and none is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault
from ui.main_window.questions import before_quitting

if TYPE_CHECKING:
    from typing_driver import Typist


def test_a_name_typed_over_what_was_not_created_lets_that_wait(qtbot, typist, sandbox) -> None:
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    typist.type("Throttled")
    typist.enter()
    typist.rest()
    typist.type("N")
    assert typist.waiting == ["Throttled"]
    assert "Too many" in typist.form.title, "the reason stays while people type on"
    assert "Send again" not in typist.form.actions
    typist.type("ext")
    typist.enter()
    qtbot.waitUntil(lambda: typist.names == ["Next", "Throttled"], timeout=20_000)
    typist.rest()
    assert typist.waiting == []


def test_a_question_typed_over_is_not_lost(typist) -> None:
    for _ in range(2):
        typist.line.clear()
        typist.type("Twice")
        typist.enter()
        typist.rest()
    assert "Create one more" in typist.form.actions
    typist.type("T")
    assert typist.waiting == ["Twice"]
    assert not typist.page.banner.isVisible(), "the question goes with the form that it was about"
    typist.press_waiting("continue")
    typist.rest()
    assert "created a moment ago" in typist.form.title
    assert typist.waiting == ["Twice"]
    assert typist.names == ["Twice"]


@pytest.fixture
def repeated(qtbot, typist, sandbox) -> Typist:
    """Return the typist once the third of four names has been asked about, as it is the first once more."""
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    for name in ("Rep1", "Rep2", "Rep1", "Rep3"):
        typist.type(name)
        typist.enter()
    qtbot.waitUntil(lambda: typist.waiting_words.startswith("Not created"), timeout=20_000)
    assert "created a moment ago" in typist.form.title
    assert typist.waiting == ["Rep1", "Rep3"]
    return typist


def test_a_question_about_what_waits_is_answered_right_there(qtbot, repeated) -> None:
    repeated.form.choose("again")
    qtbot.waitUntil(lambda: repeated.names == ["Rep1", "Rep2", "Rep1", "Rep3"], timeout=20_000)
    repeated.rest()
    assert repeated.waiting == []
    assert repeated.form.title == "Album created"
    repeated.type("N")
    assert repeated.line.text() == "N"


def test_what_waits_behind_a_question_is_not_stuck(qtbot, repeated) -> None:
    repeated.press_waiting("continue")
    qtbot.waitUntil(lambda: repeated.names == ["Rep1", "Rep2", "Rep3"], timeout=20_000)
    qtbot.waitUntil(lambda: repeated.waiting_words == "Not created yet: “Rep1”", timeout=20_000)
    assert "Create one more" in repeated.form.actions
    repeated.form.choose("again")
    qtbot.waitUntil(lambda: repeated.names == ["Rep1", "Rep2", "Rep3", "Rep1"], timeout=20_000)
    repeated.rest()
    assert repeated.waiting == []


def test_a_question_goes_with_what_is_discarded(qtbot, repeated) -> None:
    repeated.press_waiting("discard")
    assert not repeated.page.banner.isVisible()
    assert repeated.waiting == ["Rep3"]
    repeated.press_waiting("continue")
    qtbot.waitUntil(lambda: repeated.names == ["Rep1", "Rep2", "Rep3"], timeout=20_000)
    repeated.rest()
    assert repeated.waiting == []


def test_a_name_that_is_corrected_is_no_next_one(typist, sandbox) -> None:
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    typist.type("Wrogn")
    typist.enter()
    typist.rest()
    QTest.keyClick(typist.line, Qt.Key.Key_End)
    for _ in range(2):
        QTest.keyClick(typist.line, Qt.Key.Key_Backspace)
    typist.type("ng")
    assert typist.waiting == []


def test_what_waits_goes_with_the_settings_that_the_connection_has_by_now(
    qtbot, typist, sandbox, window
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    for name in ("A", "B"):
        typist.type(name)
        typist.enter()
    typist.type("C")
    qtbot.waitUntil(lambda: typist.waiting_words.startswith("Not created"), timeout=20_000)
    window.session.use(replace(window.session.current, language="zh-CN"))
    qtbot.waitUntil(lambda: window.session.token is not None)
    typist.press_waiting("continue")
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()
    assert posts(sandbox)[-1].headers["language"] == "zh-CN"


def test_quitting_says_what_waits(qtbot, typist, sandbox, window) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    typist.type("A")
    typist.enter()
    assert "discarded" not in before_quitting([typist.page], window).informativeText(), "it is under way"
    typist.type("B")
    typist.enter()
    typist.type("C")
    text = before_quitting([typist.page], window).informativeText()
    assert "What waits behind it is not created." in text
    assert "Unsent input in a form is discarded." in text
    qtbot.waitUntil(lambda: typist.waiting_words.startswith("Not created"), timeout=20_000)
    assert "pressed Create" in before_quitting([typist.page], window).text()
