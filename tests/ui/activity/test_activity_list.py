"""The list of creates: the cards of the connection in use, the newest first, and the way of Tab through them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from koodrive.models import Outcome, OutcomeKind
from koodrive.sandbox import Fault


@pytest.fixture
def listed(window):
    """Return the list, in a window that has room for it."""
    window.resize(1100, 760)
    window.open_page("album")
    return window.page_services.panel.list


def add_settled(window, pending, count: int) -> None:
    for number in range(count):
        one = pending(f"Of before {number}")
        outcome = Outcome(OutcomeKind.REFUSED, one.request, 1_000 + number)
        window.activity.add_settled(one, datetime.now(UTC), outcome)


def visible_names(window) -> list[str]:
    return [entry.pending.request.name for entry in window.activity.entries if entry.card.isVisible()]


def test_it_says_what_appears_there_until_something_does(qtbot, window, listed, pending) -> None:
    empty = listed.findChild(QLabel, "activity.empty")
    assert empty.isVisible()
    window.activity.submit(pending("First"))
    qtbot.waitUntil(lambda: not empty.isVisible())
    assert visible_names(window) == ["First"]
    qtbot.waitUntil(lambda: not window.activity.is_sending)


def test_older_ones_are_shown_on_request_and_none_becomes_a_window(qtbot, window, listed, pending) -> None:
    add_settled(window, pending, 45)
    qtbot.waitUntil(lambda: visible_names(window) == [f"Of before {number}" for number in range(40)])
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    more = listed.findChild(QPushButton, "activity.more")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(visible_names(window)) == 45
    assert not more.isVisible()


def test_a_card_of_another_connection_stays_hidden_whatever_becomes_of_it(
    qtbot, window, sandbox, listed, pending
) -> None:
    own = window.session.current
    sandbox.inject(Fault.SLOW, path="/koodrive/ose/v1/album/create", seconds=0.3)
    entry = window.activity.submit(pending("Slow"))
    window.session.use(replace(own, connection_id="c2", user_id="1644817543959100777"))
    elsewhere = listed.findChild(QLabel, "activity.elsewhere")
    assert elsewhere.isVisible()
    qtbot.waitUntil(lambda: entry.submission.outcome is not None and not window.activity.is_sending)
    qtbot.waitUntil(lambda: not elsewhere.isVisible())
    assert entry.card.isHidden()
    window.session.use(own)
    assert entry.card.isVisible()
    assert entry.card.property("state") == "created"


def test_c58_tab_reaches_the_cards_from_the_newest_and_each_from_its_menu_to_its_actions(
    qtbot, window, sandbox, listed, pending
) -> None:
    for name in ("Older", "Newer"):
        window.activity.submit(pending(name))
        qtbot.waitUntil(lambda: not window.activity.is_sending)
    sandbox.inject(Fault.HANG, path="/koodrive/ose/v1/album/create", seconds=30)
    entry = window.activity.submit(pending("Slow"))
    qtbot.waitUntil(entry.card.isVisible)
    window.page_services.panel.request_tab.setFocus()
    stops = []
    for _ in range(7):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    cards = [one.card for one in window.activity.entries]
    found = [
        (
            next((place for place, card in enumerate(cards) if card.isAncestorOf(stop)), None),
            stop.objectName(),
        )
        for stop in stops
    ]
    assert found == [
        (0, "album.result.menu"),
        (0, "album.result.cancel"),
        (1, "album.earlier.menu"),
        (1, "album.earlier.id"),
        (1, "album.earlier.id.copy"),
        (2, "album.earlier.menu"),
        (2, "album.earlier.id"),
    ]
    entry.submission.cancel()
    qtbot.waitUntil(lambda: not window.activity.is_sending)


def test_the_list_follows_once_after_all_that_one_turn_has_changed(qtbot, window, listed, pending) -> None:
    changes = []
    window.activity.changed.connect(lambda: changes.append(len(visible_names(window))))
    for name in ("First", "Second", "Third"):
        window.activity.submit(pending(name))
    assert changes == []
    qtbot.waitUntil(lambda: bool(changes))
    assert changes[0] == 3
    qtbot.waitUntil(lambda: not window.activity.is_sending and not window.activity.is_waiting)
