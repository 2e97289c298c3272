"""C-38 and C-60 in the resolve dialog: why the list proves nothing, and which ID an answer named."""

from __future__ import annotations

from datetime import UTC, datetime

from connection_fixtures import keyring, sandbox, session, stored, window
from resolve_fixtures import album, driver

from koodrive.api import serialization
from koodrive.journal import Settlement
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault

__all__ = ["driver", "keyring", "sandbox", "session", "stored", "window"]

LEAD = "1805929618625036417"


def lose(driver, answer: str | None) -> int:
    """Write an attempt down whose answer could not be trusted, and let no list show anything."""
    backend = driver.session.backend
    backend.create(album("Known"), driver.connection, SANDBOX_TOKEN)
    driver.sandbox.inject(Fault.LIST_LAG, path=serialization.ALBUM_LIST, times=500, seconds=3600)
    request, now = album("Lost"), datetime.now(UTC)
    attempt_id = backend.journal.attempts.begin(
        request=request,
        connection=driver.connection,
        trace_id=serialization.new_trace_id(),
        body=serialization.to_json(request),
        started_at=now,
    )
    backend.journal.attempts.settle(attempt_id, Settlement(OutcomeKind.UNKNOWN, now, answer=answer))
    return attempt_id


def test_c38_the_dialog_says_why_the_list_proves_nothing(driver):
    attempt_id = lose(driver, None)
    driver.open(attempt_id)
    driver.wait_for("title", "The service's list is not whole")
    assert "1 that it showed before or that the history knows" in driver.text("text")
    assert "Its answer named" not in driver.text("text")
    assert {"lookNow", "notMade"} <= set(driver.buttons())
    assert "not whole" in driver.attempt(attempt_id).note


def test_c60_the_dialog_names_the_id_of_an_answer_that_cannot_be_trusted(driver):
    attempt_id = lose(driver, f'{{"code": 500, "albumId": "{LEAD}"}}')
    driver.open(attempt_id)
    driver.wait_for("title", "The service's list is not whole")
    assert f"Its answer named the ID {LEAD}" in driver.text("text")
    assert LEAD in driver.attempt(attempt_id).note
