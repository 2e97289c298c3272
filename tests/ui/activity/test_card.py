"""The card of one create: state in words, IDs, actions and a menu."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from ui.activity.card import WAITING, ActivityCard
from ui.create.banner_content import BannerAction
from ui.widgets.state_mark import StateMark

HISTORY = (BannerAction.HISTORY, "Show in history")


@pytest.fixture
def card(qtbot) -> ActivityCard:
    card = ActivityCard("album.result", "Summer", "Manual album", "14:03")
    qtbot.addWidget(card)
    card.set_listed(True)
    return card


def words(card: ActivityCard, part: str) -> str:
    label = card.findChild(QLabel, f"{card.objectName()}.{part}")
    return "" if label.isHidden() else label.text()


def mark_of(card: ActivityCard) -> str:
    return card.findChild(StateMark).state


@pytest.mark.parametrize(
    ("state", "title", "state_words", "title_words", "mark"),
    [
        (WAITING, "Waiting · 2 before it", "Waiting · 2 before it · Manual album", "", "waiting"),
        ("sending", "Creating…", "Creating… · Manual album", "", "sending"),
        ("created", "Album created", "Created · Manual album", "", "created"),
        ("deleted", "Album taken back", "Taken back · Manual album", "", "deleted"),
        ("refused", "Too long", "Refused · Manual album", "Too long", "refused"),
        ("unknown", "It was lost", "Unknown · Manual album", "It was lost", "unknown"),
        ("harmless", "It was not sent", "Not sent · Manual album", "It was not sent", "not_sent"),
    ],
)
def test_it_says_the_state_in_words_and_with_a_mark(
    card, state, title, state_words, title_words, mark
) -> None:
    card.show_content(state, title)
    assert (words(card, "state"), words(card, "title"), mark_of(card)) == (
        state_words,
        title_words,
        mark,
    )
    assert card.accessibleName().startswith("Summer. ")


def test_a_question_about_an_earlier_one_does_not_look_like_a_created_one(card) -> None:
    card.show_content("created", "Created a moment ago", actions=[(BannerAction.AGAIN, "Create one more")])
    assert words(card, "state") == "Not sent · Manual album"
    assert words(card, "title") == "Created a moment ago"
    assert mark_of(card) == "doubtful"


def test_another_place_in_the_queue_is_told(card) -> None:
    card.show_content(WAITING, "Waiting · 2 before it")
    card.show_place("Waiting")
    assert words(card, "state") == "Waiting · Manual album"


def test_it_is_hidden_without_a_place_in_the_list(card) -> None:
    card.show_content("sending", "Creating…")
    assert card.isVisible()
    card.set_listed(False)
    card.show_content("created", "Album created")
    assert card.isHidden()
    card.set_listed(True)
    assert card.isVisible()


def test_what_is_chosen_less_often_stands_in_the_menu(card) -> None:
    card.attempt_id = 17
    chosen = []
    card.action_chosen.connect(chosen.append)
    card.show_content("refused", "Too long", actions=[HISTORY, (BannerAction.RESEND, "Send again")])
    assert card.menu_actions == ("history", "template", "ticket")
    assert card.action("history") is None
    assert card.action("resend") is not None
    menu = card.findChild(QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert chosen == ["history"]


def test_what_the_history_calls_refused_is_called_so_here(card) -> None:
    card.show_content(
        "harmless", "Too many requests", actions=[HISTORY, (BannerAction.RESEND, "Send again in 3 s")]
    )
    assert words(card, "state") == "Refused · Manual album"
    assert card.action("resend").accessibleName() == "Send again in 3 s: Summer"
    card.show_content("harmless", "Too many requests", actions=[HISTORY, (BannerAction.RESEND, "Send again")])
    assert card.action("resend").accessibleName() == "Send again: Summer"


def test_a_created_one_has_nothing_for_a_ticket(card) -> None:
    card.attempt_id = 17
    card.show_content("created", "Album created", actions=[HISTORY])
    assert card.menu_actions == ("history", "template", "undo")


def test_one_that_was_taken_back_says_so_and_offers_it_no_more(card) -> None:
    card.attempt_id = 17
    card.show_content("created", "Album created", actions=[HISTORY])
    card.show_undone("14:31")
    assert words(card, "state") == "Created 14:03, taken back 14:31 · Manual album"
    assert mark_of(card) == "deleted"
    assert card.menu_actions == ("history", "template")


def test_all_of_its_parts_get_the_new_name(card) -> None:
    card.show_content("created", "Album created", ids=[("id", "Album ID", "17")])
    card.rename("album.earlier")
    assert card.findChild(QAbstractButton, "album.earlier.menu") is not None
    assert not [one for one in card.findChildren(QLabel) if one.objectName().startswith("album.result")]


def test_cancel_stands_beside_the_state_and_all_but_the_ids_below_the_name(card) -> None:
    card.resize(280, 200)
    card.show_content("sending", "Creating…", actions=[(BannerAction.CANCEL, "Cancel")])
    card.show()
    state, cancel = (card.findChild(kind, f"album.result.{part}") for kind, part in PARTS)
    assert abs(cancel.geometry().top() - state.geometry().top()) <= 4
    assert cancel.geometry().left() > state.geometry().left()

    card.show_content("created", "Album created", "Copy the ID now.", ids=[("id", "Album ID", "1805")])
    card.layout().activate()
    message, value = (card.findChild(kind, f"album.result.{part}") for kind, part in IDS)
    name = card.findChild(QLabel, "album.result.name")
    assert message.geometry().left() + message.contentsMargins().left() == name.geometry().left()
    assert value.mapTo(card, value.rect().topLeft()).x() < name.geometry().left()


PARTS = ((QLabel, "state"), (QAbstractButton, "cancel"))
IDS = ((QLabel, "message"), (QLineEdit, "id"))
