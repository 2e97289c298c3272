"""The banner: what it offers is what was said last."""

from __future__ import annotations

from ui.widgets.banner import Banner


def test_an_action_that_is_called_otherwise_gets_its_new_name(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.tell("problem", "No connection", actions=[("connect", "Connect an account")])
    banner.tell("problem", "No token", actions=[("connect", "Give the token")])
    assert banner.action("connect").text() == "Give the token"


def test_the_same_actions_stay_so_that_one_keeps_the_focus(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.tell("sending", "Creating", actions=[("cancel", "Cancel")])
    button = banner.action("cancel")
    banner.tell("sending", "Still waiting", actions=[("cancel", "Cancel")])
    assert banner.action("cancel") is button


def test_a_long_word_is_broken_and_a_trace_id_is_not(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.tell("refused", "Refused", "x" * 300)
    width = banner.minimumSizeHint().width()
    banner.tell("refused", "Refused", "a" * 58)
    assert width < 300
    assert "a" * 58 in banner.accessibleName()
