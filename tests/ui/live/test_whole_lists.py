"""C-38 in the window: for an incomplete list the reason is shown, and the user decides."""

from __future__ import annotations

import pytest
from lost_answer_services import ALBUM_LIST
from PySide6.QtWidgets import QLabel, QLineEdit
from resolve_driver import banner, lose, outcome
from window_fixtures import has_settled

from koodrive.sandbox import Fault

QUICK = (0.01, 0.01)
GAP = "1 that it showed before or that the history knows"


@pytest.fixture
def known(qtbot, window, sandbox):
    """Create something, and let no list show it from then on."""
    window.searches.set_pauses(QUICK)
    window.album.findChild(QLineEdit, "album.name").insert("Known")
    window.album.submit()
    qtbot.waitUntil(lambda: has_settled(window.album))
    sandbox.inject(Fault.LIST_LAG, path=ALBUM_LIST, times=500, seconds=3600)


@pytest.mark.usefixtures("known")
def test_c38_the_banner_says_that_the_list_is_not_whole_and_lets_people_decide(qtbot, window, sandbox):
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    message = window.findChild(QLabel, "album.result.message")
    qtbot.waitUntil(lambda: GAP in message.text() and banner(window).action("resolve") is not None)
    assert "The service's list is not whole" in message.text()
    assert not banner(window).action("search").isHidden()
    assert outcome(window, attempt_id) == "unknown"
    assert len(sandbox.effects()) == 2
