"""The banner: what it offers is what was said last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.banner import Banner


def test_an_action_that_is_called_otherwise_gets_its_new_name(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.show_content("problem", "No connection", actions=[("connect", "Connect an account")])
    banner.show_content("problem", "No token", actions=[("connect", "Give the token")])
    assert banner.action("connect").text() == "Give the token"


def test_the_same_actions_stay_so_that_one_keeps_the_focus(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.show_content("sending", "Creating", actions=[("cancel", "Cancel")])
    button = banner.action("cancel")
    banner.show_content("sending", "Still waiting", actions=[("cancel", "Cancel")])
    assert banner.action("cancel") is button


def test_a_long_word_is_broken_and_a_trace_id_is_not(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.show_content("refused", "Refused", "x" * 300)
    width = banner.minimumSizeHint().width()
    banner.show_content("refused", "Refused", "a" * 58)
    assert width < 300
    assert "a" * 58 in banner.accessibleName()


@pytest.fixture
def banner(qtbot):
    banner = Banner("b")
    qtbot.addWidget(banner)
    banner.resize(400, 200)
    return banner


def test_what_gets_another_name_or_rests_is_the_same_button(banner):
    actions = [("history", "Show"), ("resend", "Send again in 5 s")]
    banner.show_content("refused", "Too many", actions=actions, disabled={"resend"})
    button = banner.action("resend")
    assert not button.isEnabled()
    banner.show_content("refused", "Too many", actions=[actions[0], ("resend", "Send again")])
    assert banner.action("resend") is button
    assert (button.text(), button.isEnabled()) == ("Send again", True)


def test_a_guarded_action_cannot_be_hit_by_a_double_click_on_what_stood_there(qtbot, banner):
    chosen = []
    banner.action_chosen.connect(chosen.append)
    banner.show_content(
        "created", "Made", actions=[("copy", "Copy"), ("again", "One more")], guarded={"again"}
    )
    QTest.mouseClick(banner.action("again"), Qt.MouseButton.LeftButton)
    banner.show_content(
        "created", "Made", actions=[("copy", "Copy"), ("again", "One more")], guarded={"again"}
    )
    assert not banner.action("again").isEnabled()
    assert chosen == []
    qtbot.waitUntil(banner.action("again").isEnabled)
    QTest.mouseClick(banner.action("again"), Qt.MouseButton.LeftButton)
    assert chosen == ["again"]


def test_what_may_not_be_chosen_yet_stays_so_when_its_guard_ends(qtbot, banner):
    told = {"actions": [("resend", "Send again")], "guarded": {"resend"}}
    banner.show_content("refused", "Too many", disabled={"resend"}, **told)
    qtbot.waitUntil(lambda: not banner._locked)
    assert not banner.action("resend").isEnabled()
    banner.show_content("refused", "Too many", **told)
    assert banner.action("resend").isEnabled()


def test_the_focus_goes_to_the_first_harmless_action(qtbot, banner):
    banner.show()
    banner.activateWindow()
    banner.show_content("unknown", "Lost", actions=[("stop", "Stop")])
    banner.focus_action()
    assert banner.focusWidget() is banner.action("stop")
    banner.show_content("refused", "No", actions=[("again", "Again"), ("history", "Show")], guarded={"again"})
    assert banner.focusWidget() is banner.action("history")


def test_actions_that_find_no_room_go_to_the_next_line(qtbot, banner):
    banner.show_content("created", "Made", actions=[(str(number), "W" * 12) for number in range(5)])
    banner.show()
    qtbot.waitUntil(lambda: banner.action("4").y() > banner.action("0").y())
    banner.resize(400, banner.heightForWidth(400))
    assert all(banner.rect().contains(banner.action(str(number)).geometry()) for number in range(5))
    assert banner.minimumSizeHint().width() <= 400


def test_a_remark_is_quiet_and_said(banner):
    banner.show_content("created", "Made", remark="Your clock is wrong.")
    assert banner.accessibleName() == "Made Your clock is wrong."
    banner.show_content("created", "Made")
    assert banner.accessibleName() == "Made"


def test_the_second_click_of_a_double_click_does_nothing_of_what_the_first_has_brought_about(qtbot, banner):
    chosen = []
    banner.action_chosen.connect(chosen.append)
    banner.show_content("created", "Made before", actions=[("copy", "Copy"), ("again", "Create one more")])
    QTest.mouseClick(banner.action("again"), Qt.MouseButton.LeftButton)
    banner.show_content("created", "Made", actions=[("copy", "Copy"), ("another", "Create another")])
    QTest.mouseClick(banner.action("another"), Qt.MouseButton.LeftButton)
    assert chosen == ["again"]
    assert banner.action("copy").isEnabled(), "the keyboard is there"
    qtbot.waitUntil(banner.action("another").isEnabled)
    QTest.mouseClick(banner.action("another"), Qt.MouseButton.LeftButton)
    assert chosen == ["again", "another"]
