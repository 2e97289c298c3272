"""Hidden pages read nothing after a create; they are up to date when they are shown."""

from __future__ import annotations

import threading

import pytest
from lost_answer_services import SLOW
from PySide6.QtWidgets import QTableView
from resolve_driver import count_shown, lose
from window_fixtures import has_settled

from koodrive.backend.backend import Backend
from koodrive.sandbox import Fault
from ui.history.fetcher import HistoryFetcher
from ui.live.reader import LiveReader


@pytest.fixture
def reads(monkeypatch):
    """Return the pages that have begun to read, one entry each time."""
    begun = []

    def recording(owner, method, name):
        original = getattr(owner, method)

        def record(self, *arguments, **options):
            begun.append(name)
            return original(self, *arguments, **options)

        monkeypatch.setattr(owner, method, record)

    recording(HistoryFetcher, "request", "history")
    recording(LiveReader, "begin", "live")
    return begun


def names_shown(window, page):
    model = window.findChild(QTableView, f"{page}.table").model()
    return [model.index(row, column).data() for row in range(model.rowCount()) for column in (1, 2)]


@pytest.mark.parametrize("page", ["history", "live"])
def test_a_hidden_page_reads_when_it_is_shown(qtbot, window, form, reads, page):
    window.open_page(page)
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    window.open_page("album")
    reads.clear()
    form.type("name", "Summer 2026")
    form.create()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert reads == []
    window.open_page(page)
    qtbot.waitUntil(lambda: "Summer 2026" in names_shown(window, page))
    assert reads == [page]
    window.open_page("album")
    window.open_page(page)
    assert reads == [page], "nothing has happened since"


@pytest.mark.parametrize("page", ["history", "live"])
def test_a_page_that_is_looked_at_reads_at_once(qtbot, window, form, reads, page):
    form.type("name", "Summer 2026")
    form.page.submit()
    window.open_page(page)
    form.rest()
    qtbot.waitUntil(lambda: "Summer 2026" in names_shown(window, page))


def test_the_open_questions_are_counted_without_the_page(qtbot, window, sandbox, reads):
    window.searches.set_pauses(SLOW)
    reads.clear()
    lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT, "Perhaps")
    qtbot.waitUntil(lambda: count_shown(window) == 1)
    assert reads == []


def test_what_is_made_during_a_reading_is_read_afterwards(qtbot, window, form, monkeypatch):
    is_read, may_end, read = threading.Event(), threading.Event(), Backend.live

    def live(backend, *arguments):
        view = read(backend, *arguments)
        is_read.set()
        assert may_end.wait(10)
        return view

    monkeypatch.setattr(Backend, "live", live)
    window.open_page("live")
    qtbot.waitUntil(is_read.is_set, timeout=10_000)
    form.type("name", "Meanwhile")
    form.page.submit()
    qtbot.waitUntil(lambda: has_settled(form.page))
    may_end.set()
    qtbot.waitUntil(lambda: "Meanwhile" in names_shown(window, "live"), timeout=10_000)
