"""The notice at the top and the count beside History, also for looks at very many attempts."""

from __future__ import annotations

import pytest
from lost_answer_services import site
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from koodrive.creation.findings import LookResult, Resolution
from koodrive.errors import OutcomeUnknownError
from koodrive.messages import Message
from ui.core.tasks import Lane, Task
from ui.resolve.notice import ResolveNotice
from ui.resolve.open_count import OpenAttemptCounter
from ui.resolve.searches import ResolutionSearches
from ui.widgets.labels import ElidedLabel

__all__ = ["site"]

MANY = 300


class CountedNews(ResolveNotice):
    """Counts how often it is written anew."""

    told = 0

    def show_content(self, *args, **kwargs) -> None:
        self.told += 1
        super().show_content(*args, **kwargs)


def test_one_look_is_told_once_however_many_attempts_it_is_about(qtbot, site):
    news = CountedNews(ResolutionSearches(site.session))
    qtbot.addWidget(news)
    for number in range(1, MANY + 1):
        news.add_result(
            LookResult((number,), Resolution.NOT_DONE, Message("It is not in it.")), shown_elsewhere=False
        )
    QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
    assert f"Not created: {MANY}" in news.accessibleName()
    assert news.property("state") == "harmless"
    assert news.told == 1


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "One request was under way"), (1_200, "1,200 requests were under way")],
)
def test_what_was_interrupted_reads_well_for_one_and_for_many(qtbot, site, count, words):
    news = ResolveNotice(ResolutionSearches(site.session))
    qtbot.addWidget(news)
    news.show_interrupted(count)
    QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
    assert words in news.accessibleName()


def test_what_people_have_read_elsewhere_is_not_called_unknown_any_more(qtbot, site):
    news = ResolveNotice(ResolutionSearches(site.session))
    qtbot.addWidget(news)
    news.show_interrupted(2)
    found = LookResult(
        (1,), Resolution.DONE, Message("It is the only one."), adopted=((1, "1700000000000000009"),)
    )
    for _ in range(2):
        news.add_result(found, shown_elsewhere=True)
        QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
        assert "One request was under way" in news.accessibleName()
    news.add_result(LookResult((2,), Resolution.NOT_DONE, Message("It is not in it.")), shown_elsewhere=True)
    QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
    assert not news.isVisibleTo(None)


def test_a_list_that_could_not_be_read_is_told_as_such_and_not_as_a_create(qtbot, site):
    problem = OutcomeUnknownError(Message("No trustworthy answer"), Message("It may have been created."))
    news = ResolveNotice(ResolutionSearches(site.session))
    qtbot.addWidget(news)
    news.add_result(
        LookResult((1,), Resolution.CANNOT_TELL, problem.title, problem=problem), shown_elsewhere=False
    )
    QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
    assert "The service's list could not be read: No trustworthy answer." in news.accessibleName()
    assert "may have been created" not in news.accessibleName()


def test_what_changes_while_it_is_counted_is_counted_once_more(qtbot, site):
    counted = []
    count = OpenAttemptCounter(site.session)
    count.counted.connect(counted.append)
    count.refresh()
    for _ in range(MANY):
        count.refresh()
    tasks = [task for task in site.runner.findChildren(Task) if task.lane is Lane.SETUP]
    assert len(tasks) == 1
    qtbot.waitUntil(lambda: counted == [0, 0] and not site.runner.is_busy)


def test_in_a_low_window_the_notice_takes_one_line_and_keeps_its_words(qtbot, site):
    window = QWidget()
    qtbot.addWidget(window)
    news = ResolveNotice(ResolutionSearches(site.session), window)
    QVBoxLayout(window).addWidget(news)
    window.resize(720, 800)
    window.show()
    news.show_interrupted(1)
    QCoreApplication.sendPostedEvents(news, QEvent.Type.MetaCall)
    message = news.findChild(QLabel, "news.message")
    assert message.isVisible()
    window.resize(720, 420)
    assert message.isHidden()
    assert "Its outcome is unknown." in news.toolTip()
    assert "Its outcome is unknown." in news.accessibleName()
    assert news.heightForWidth(720) <= 48
    assert news.findChild(ElidedLabel).isVisible()
    window.resize(720, 800)
    assert message.isVisible()
    assert news.toolTip() == ""
