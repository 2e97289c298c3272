"""Any exception has a title and a message for the user; an unexpected one shows its class only."""

from __future__ import annotations

from koodrive.errors import KoodriveError
from koodrive.messages import Message
from ui.texts.translate import error_texts


def test_an_error_of_ours_says_what_it_has_to_say(qapp):
    error = KoodriveError(Message("It is full"), Message("{count} are too many. Take one away.", count=7))
    assert error_texts(error) == ("It is full", "7 are too many. Take one away.")


def test_nothing_of_what_nobody_has_foreseen_is_shown_but_its_kind(qapp):
    title, message = error_texts(ValueError("canary-secret"))
    assert title == "Something unexpected went wrong"
    assert message == "ValueError"
