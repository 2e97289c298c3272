"""The notice at the top of the window about creates whose answers were lost: what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from koodrive.creation.findings import Resolution
from koodrive.models import OutcomeKind
from ui.core.theme import scaled
from ui.resolve.searches import DECIDED_BY_USER
from ui.resolve.texts import problem_text
from ui.texts.attempts import created_text, maybe_created_text, not_created_text, subject_text
from ui.texts.numbers import number_text
from ui.texts.translate import joined
from ui.widgets.banner import HARMLESS, Banner

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.creation.findings import LookResult
    from ui.resolve.searches import ResolutionSearches

_STATES = {
    Resolution.CANNOT_TELL: OutcomeKind.UNKNOWN,
    Resolution.DONE: OutcomeKind.CREATED,
    Resolution.NOT_DONE: HARMLESS,
}
"""Style of the banner; of several results the first of these counts."""


_LOW_WINDOW = 600
"""Height of the window, for letters of the usual size, below which the notice takes one line."""


class ResolveNotice(Banner):
    """Notice with the results since it was last dismissed, in a short summary; in a low window it takes one line.

    Args:
        searches: Where the searches are.

    Signals:
        history_requested: The attempt to show (an int, as object), or None for all.
        resolve_requested: The attempt to decide on, or None for all that are open.
    """

    history_requested = Signal(object)
    resolve_requested = Signal(object)

    _outdated = Signal()

    def __init__(self, searches: ResolutionSearches, parent: QWidget | None = None) -> None:
        super().__init__("news", parent)
        self._searches = searches
        self._interrupted = 0
        self._shown: dict[int, LookResult] = {}
        self._endings: dict[int, Resolution] = {}
        """Result shown for each attempt, here or elsewhere, so that none is shown twice."""
        self._is_outdated = False
        self._outdated.connect(self._show, Qt.ConnectionType.QueuedConnection)
        searches.changed.connect(self._on_search_changed)
        self.action_chosen.connect(self._on_action)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the window."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a low window to the page."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.set_in_one_line(self.window().height() < scaled(_LOW_WINDOW))

    def show_interrupted(self, count: int) -> None:
        """Show the number of requests that were under way when KooDesk last ended; their outcomes take its place.

        Args:
            count: At least 1.
        """
        self._interrupted = count
        self._show_soon()

    def add_result(self, finding: LookResult, *, shown_elsewhere: bool) -> None:
        """Show new outcomes that the user has not seen.

        Args:
            finding: With an ending.
            shown_elsewhere: Whether it is shown elsewhere.
        """
        if finding.ending is None:
            return
        for attempt_id in finding.attempt_ids:
            is_read = shown_elsewhere or finding.evidence == DECIDED_BY_USER
            is_news = not (is_read or self._is_known(attempt_id, finding))
            if is_read and attempt_id not in self._endings:
                # The user has read this result.
                self._interrupted = max(0, self._interrupted - 1)
            self._endings[attempt_id] = finding.ending
            if is_news:
                self._shown[attempt_id] = finding
                self._interrupted = 0
            elif attempt_id in self._shown:
                del self._shown[attempt_id]
        self._show_soon()

    def _is_known(self, attempt_id: int, finding: LookResult) -> bool:
        if attempt_id in self._shown or finding.ending is not Resolution.CANNOT_TELL:
            return False
        if self._endings.get(attempt_id) is Resolution.NOT_DONE:
            # It was opened again since.
            return False
        attempt = self._searches.attempt(attempt_id)
        # The history keeps such a finding, and the navigation shows that it waits.
        was_shown_before = attempt is not None and attempt.is_followed_up and finding.problem is None
        return was_shown_before or self._endings.get(attempt_id) is Resolution.CANNOT_TELL

    @property
    def _current(self) -> dict[int, LookResult]:
        """The shown outcomes, without attempts that are searched for again."""
        going_on = {search.attempt_id for search in self._searches.searches if search.is_going_on}
        return {
            attempt_id: finding for attempt_id, finding in self._shown.items() if attempt_id not in going_on
        }

    @Slot(object)
    def _on_search_changed(self, _attempt_id: int) -> None:
        if self._shown or self._interrupted:
            self._show_soon()

    def _show_soon(self) -> None:
        """Show what is known now; once for all that one look brings, which may be about very many attempts."""
        if not self._is_outdated:
            self._is_outdated = True
            self._outdated.emit()

    @Slot()
    def _show(self) -> None:
        self._is_outdated = False
        current = self._current
        if len(current) > 1:
            self._show_many(current)
        elif current:
            self._show_one(*next(iter(current.items())))
        elif self._interrupted:
            self._show_interrupted()
        else:
            self.clear()

    def _show_interrupted(self) -> None:
        is_searching = any(search.is_going_on for search in self._searches.searches)
        if self._interrupted == 1:
            title = self.tr("One request was under way when KooDesk ended last time")
            unknown = self.tr("Its outcome is unknown.")
        else:
            title = self.tr("{count} requests were under way when KooDesk ended last time").format(
                count=number_text(self._interrupted)
            )
            unknown = self.tr("Their outcome is unknown.")
        course = (
            self.tr("KooDesk is finding out.")
            if is_searching
            else self.tr("KooDesk finds out as soon as the connection is in use and has its token.")
        )
        self.show_content(
            OutcomeKind.UNKNOWN,
            title,
            joined(unknown, course),
            actions=[("history", self.tr("Show in history")), ("dismiss", self.tr("Dismiss"))],
        )

    def _show_one(self, attempt_id: int, finding: LookResult) -> None:
        history, dismiss = ("history", self.tr("Show in history")), ("dismiss", self.tr("Dismiss"))
        message = ""
        if finding.ending is Resolution.DONE:
            title = self._made_title(attempt_id, dict(finding.adopted).get(attempt_id, "–"))
            actions = [history, dismiss]
        elif finding.ending is Resolution.NOT_DONE:
            title = self._not_made_title(attempt_id)
            actions = [("resolve", self.tr("Send again…")), history, dismiss]
        elif finding.problem is not None:
            title = self.tr("KooDesk could not find out what became of {name}").format(
                name=self._name(attempt_id)
            )
            message = problem_text(finding.problem)
            actions = [("resolve", self.tr("Look again…")), history, dismiss]
        else:
            title = self._doubtful_title(attempt_id)
            actions = [("resolve", self.tr("Decide…")), dismiss]
        self.show_content(_STATES[finding.ending or Resolution.CANNOT_TELL], title, message, actions=actions)

    def _show_many(self, found: dict[int, LookResult]) -> None:
        endings = [finding.ending for finding in found.values()]
        parts = (
            (Resolution.DONE, self.tr("Created: {count}")),
            (Resolution.NOT_DONE, self.tr("Not created: {count}")),
            (Resolution.CANNOT_TELL, self.tr("Waiting for your decision: {count}")),
        )
        said = [
            text.format(count=number_text(endings.count(ending)))
            for ending, text in parts
            if ending in endings
        ]
        searching = sum(search.is_going_on for search in self._searches.searches)
        if searching:
            said.append(self.tr("Still being looked for: {count}").format(count=number_text(searching)))
        show = "resolve" if Resolution.CANNOT_TELL in endings else "history"
        self.show_content(
            next(state for ending, state in _STATES.items() if ending in endings),
            self.tr("Requests whose answers were lost: {count}").format(
                count=number_text(len(endings) + searching)
            ),
            " · ".join(said),
            actions=[(show, self.tr("Show…")), ("dismiss", self.tr("Dismiss"))],
        )

    def _name(self, attempt_id: int) -> str:
        attempt = self._searches.attempt(attempt_id)
        return self.tr("a request") if attempt is None else subject_text(attempt)

    def _made_title(self, attempt_id: int, object_id: str) -> str:
        attempt = self._searches.attempt(attempt_id)
        if attempt is None:
            return self.tr("A request created {id} after all").format(id=object_id)
        return created_text(attempt, object_id, after_all=True)

    def _not_made_title(self, attempt_id: int) -> str:
        attempt = self._searches.attempt(attempt_id)
        return self.tr("A request created nothing") if attempt is None else not_created_text(attempt)

    def _doubtful_title(self, attempt_id: int) -> str:
        attempt = self._searches.attempt(attempt_id)
        if attempt is None:
            return self.tr("A request may have created something: the service's lists do not tell")
        return maybe_created_text(attempt)

    @Slot(str)
    def _on_action(self, action: str) -> None:
        current = self._current
        only = next(iter(current)) if len(current) == 1 else None
        self._interrupted = 0
        self._shown.clear()
        self.clear()
        if action == "history":
            # What was not made can be sent again there.
            not_made = (number for number, found in current.items() if found.ending is Resolution.NOT_DONE)
            self.history_requested.emit(next(not_made, next(iter(current), None)))
        elif action == "resolve":
            self.resolve_requested.emit(only)
