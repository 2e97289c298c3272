"""The history page and requests without a known outcome: how many there are, and the way to find out."""

from __future__ import annotations

import pytest
from connection_fixtures import keyring, sandbox, session, stored, window
from history_fixtures import find, label_text, opened, press, select, table
from history_samples import write
from PySide6.QtWidgets import QPushButton
from resolve_fixtures import LONG, driver, folder

from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.history.page import HistoryPage
from ui.resolve.searches import Stage
from ui.session.services import Services

__all__ = ["driver", "keyring", "sandbox", "session", "stored", "window"]


def test_the_line_counts_what_is_open(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    assert label_text(page, "open") == ""
    assert not find(page, QPushButton, "findOut").isVisible()

    write(journal, 2, outcome=OutcomeKind.UNKNOWN)
    page.refresh()
    qtbot.waitUntil(lambda: label_text(page, "open") == "? 1 request has no known outcome.")
    write(journal, 3, outcome=OutcomeKind.UNKNOWN)
    page.refresh()
    qtbot.waitUntil(lambda: label_text(page, "open") == "? 2 requests have no known outcome.")

    with qtbot.waitSignal(page.resolve_requested) as requested:
        press(page, qtbot, "findOut")
    assert requested.args == [None]


def test_finding_out_is_offered_for_an_unknown_outcome_only(page, qtbot, journal) -> None:
    wanted = write(journal, 1, outcome=OutcomeKind.UNKNOWN)
    write(journal, 2)
    opened(page, qtbot, 2)
    select(page, qtbot, 0)
    assert not find(page, QPushButton, "resolve").isEnabled()
    select(page, qtbot, 1)

    with qtbot.waitSignal(page.resolve_requested) as requested:
        press(page, qtbot, "resolve")
    assert requested.args == [wanted]


@pytest.fixture
def live_page(qtbot, driver) -> HistoryPage:
    """Return a history page that follows the searches of `driver`."""
    page = HistoryPage(Services(driver.session, None, None))
    qtbot.addWidget(page)
    page.set_searches(driver.searches)
    # As the window does with a page that is shown.
    driver.searches.decided.connect(page.refresh)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_the_details_say_that_it_is_being_looked_for(live_page, qtbot, driver) -> None:
    attempt_id = driver.lose(folder("Holiday"), Fault.DROP_BEFORE_COMMIT)
    driver.searches.set_pauses(LONG)
    driver.session.use(driver.connection)
    driver.wait_for_stage(attempt_id, Stage.WAITING)
    opened(live_page, qtbot, 1)
    select(live_page, qtbot, 0)
    assert label_text(live_page, "details.search") == "KooDesk is looking for it in the service's list."

    driver.searches.stop([attempt_id])
    assert "stopped looking" in label_text(live_page, "details.search")


def test_what_is_found_out_shows_by_itself_with_how_it_was_found(live_page, qtbot, driver) -> None:
    attempt_id = driver.lose(folder("Holiday"))
    opened(live_page, qtbot, 1)
    details = select(live_page, qtbot, 0)
    assert label_text(live_page, "open") == "? 1 request has no known outcome."

    driver.session.use(driver.connection)
    qtbot.waitUntil(lambda: details.value("sharedFolderId") != "")
    assert details.value("sharedFolderId") == driver.attempt(attempt_id).result_id
    assert "Found in the service's list at" in details.value("note")
    assert (label_text(live_page, "open"), label_text(live_page, "details.search")) == ("", "")
    assert table(live_page).selected.outcome is OutcomeKind.CREATED
