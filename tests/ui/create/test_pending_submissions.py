"""Creates that wait behind another one: none is lost, each can be discarded, and quitting says that they wait."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault
from ui.main_window.questions import before_quitting


def test_a_name_typed_while_the_service_is_throttled_waits_and_is_made(typist, sandbox) -> None:
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    typist.type_names("Throttled")
    typist.rest()
    typist.type("N")
    card = typist.entry("Throttled").card
    assert "Too many" in card.accessibleName(), "the reason stays while people type on"
    typist.type_names("ext")
    assert typist.waiting == ["Next"]
    typist.rest()
    assert typist.names == ["Next"]
    typist.press("Throttled", "resend")
    typist.rest()
    assert typist.names == ["Next", "Throttled"]
    assert typist.pressed == []


def test_a_question_typed_over_is_not_lost(typist) -> None:
    for _ in range(2):
        typist.type_names("Twice")
        typist.rest()
    typist.type("T")
    assert typist.form.actions == ["Create one more"]
    assert "created a moment ago" in typist.form.title
    assert typist.names == ["Twice"]


def test_what_waits_behind_a_question_is_not_stuck(typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    typist.type_names("Rep1", "Rep2", "Rep1", "Rep3")
    typist.rest()
    assert typist.names == ["Rep1", "Rep2", "Rep3"]
    typist.press("Rep1", "again")
    typist.rest()
    assert typist.names == ["Rep1", "Rep2", "Rep3", "Rep1"]


def test_what_is_discarded_while_it_waits_is_not_made_and_leaves_the_journal(qtbot, typist, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type_names("A", "B", "C")
    qtbot.waitUntil(lambda: typist.queued == 2)
    typist.press("B", "discard")
    assert [entry.pending.request.name for entry in typist.activity.entries] == ["C", "A"]
    typist.rest()
    assert typist.names == ["A", "C"]
    assert typist.queued == 0


@pytest.mark.parametrize("change", [{"language": "zh-CN"}, {"name": "Renamed"}])
def test_what_waits_goes_with_the_settings_that_the_connection_has_by_now(
    qtbot, typist, sandbox, window, change
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.4)
    typist.type_names("A", "B")
    window.session.use(replace(window.session.current, **change))
    qtbot.waitUntil(lambda: typist.names == ["A", "B"], timeout=20_000)
    typist.rest()
    assert posts(sandbox)[-1].headers["language"] == change.get("language", "en-US")


def test_what_waits_for_a_token_goes_with_the_settings_that_the_connection_has_by_now(
    qtbot, typist, sandbox, window
) -> None:
    sandbox.expire_tokens()
    typist.type_names("A")
    qtbot.waitUntil(lambda: typist.form.prompt.is_asking and not typist.activity.is_sending)
    window.session.use(replace(window.session.current, name="Renamed"))
    window.services.renewal.use_token(sandbox.renew_token())
    qtbot.waitUntil(lambda: typist.names == ["A"], timeout=20_000)
    typist.rest()


def test_quitting_says_what_waits(qtbot, typist, sandbox, window) -> None:
    def question() -> str:
        activity = typist.activity
        asked = before_quitting(
            [typist.page], window, is_sending=activity.is_sending, is_waiting=activity.is_waiting
        )
        return " ".join(label.text() for label in asked.findChildren(QLabel))

    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.8)
    typist.type_names("A")
    assert "A request is under way." in question()
    assert "discards" not in question(), "it is under way"
    typist.type_names("B")
    typist.type("C")
    assert "Requests that wait are kept, and offered when KooDesk starts again." in question()
    assert "Quitting discards unsent input in a form." in question()
    typist.rest()
    assert "under way" not in question()
