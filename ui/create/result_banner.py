"""Keeps what the banner of a form says up to date: second by second, and when the form has other content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from koodrive.creation.findings import Resolution
from koodrive.creation.search_schedule import Stage
from koodrive.messages import Message
from koodrive.models import CreateAlbum, CreatedAlbum, CreatedSharedFolder, OutcomeKind
from ui.create import result_texts, search_texts
from ui.create.countdown import Countdown
from ui.create.result_texts import BannerContent
from ui.texts.translate import translate
from ui.widgets.layout_pause import layout_pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.creation.findings import LookResult
    from koodrive.creation.matching import Candidate
    from koodrive.creation.search_schedule import Search
    from koodrive.models import Connection, Created, CreateRequest, Outcome
    from ui.widgets.banner import Banner

_DECIDED = frozenset({Resolution.DONE, Resolution.NOT_DONE})


class SearchStatus:
    """Follows the one attempt of unknown outcome that a banner is about; what it is not about leaves it alone.

    Args:
        result: What the banner says.
    """

    def __init__(self, result: ResultBanner) -> None:
        self._result = result
        self._outcome: Outcome | None = None
        self._repeats = False
        self._candidates: tuple[Candidate, ...] = ()

    def follow(self, outcome: Outcome, *, repeats: bool = False) -> None:
        """Say from now on what becomes of an attempt.

        Args:
            outcome: Of the kind ``unknown``; what the banner says has its attempt in `BannerContent.follows`.
            repeats: Whether it is an earlier one than that of the form, which may be sent all the same.
        """
        self._outcome = outcome
        self._repeats = repeats
        self._candidates = ()

    def show_search(self, search: Search) -> None:
        """Say how far the search is.

        Args:
            search: Of any attempt.
        """
        content, outcome = self._result.content, self._outcome
        if content is not None and outcome is not None and search.attempt_id == content.follows:
            self._update(outcome, search)

    def _update(self, outcome: Outcome, search: Search) -> None:
        if search.stage is Stage.LOOKING:
            self._result.show_content(self._offered(search_texts.looking(outcome, search)))
        elif search.stage is Stage.WAITING:
            self._result.count_down(
                lambda seconds: self._offered(search_texts.waiting(outcome, search, seconds)),
                search.next_look_at,
            )
        elif search.stage is Stage.STOPPED:
            self._result.show_content(self._offered(search_texts.stopped(outcome)))
        elif search.finding is not None and search.finding.ending is Resolution.CANNOT_TELL:
            # What was done or not done has consequences for the form as well, and comes as a finding.
            self._candidates = search.finding.candidates
            self._result.show_content(self._offered(search_texts.cannot_tell(outcome, search.finding)))

    def _offered(self, content: BannerContent) -> BannerContent:
        """Return `content` with the choice to send it all the same, where that was offered before."""
        if not self._repeats or self._outcome is None:
            return content
        if content.message != self._outcome.message:
            content = search_texts.unsent(content)
        return result_texts.with_again(content)

    def show_finding(self, finding: LookResult) -> Outcome | None:
        """Say how the search has ended.

        Args:
            finding: For any attempts.

        Returns:
            The outcome as it is known now; None when the banner does not say what was found.
        """
        content, outcome = self._result.content, self._outcome
        if content is None or outcome is None or outcome.attempt_id not in finding.attempt_ids:
            return None
        if outcome.kind is not OutcomeKind.UNKNOWN and content.attempt_id == outcome.attempt_id:
            return outcome
        if content.follows != outcome.attempt_id:
            if content.state == OutcomeKind.UNKNOWN and content.attempt_id == outcome.attempt_id:
                self._forget_what_is_settled(finding)
            return None
        if finding.ending in _DECIDED:
            return self._settle(outcome, finding)
        if finding.ending is None:
            return None
        self._candidates = finding.candidates
        self._result.show_content(self._offered(search_texts.cannot_tell(outcome, finding)))
        return outcome

    def _forget_what_is_settled(self, finding: LookResult) -> None:
        if finding.ending in _DECIDED:
            # The form is about something else by now, and so would be every action.
            self._result.clear()

    def _settle(self, outcome: Outcome, finding: LookResult) -> Outcome | None:
        evidence = finding.evidence
        if finding.ending is Resolution.NOT_DONE:
            settled = replace(
                outcome, kind=OutcomeKind.REFUSED, title=Message("It was not made"), message=evidence
            )
            self._result.show_content(search_texts.not_done(settled))
            self._outcome = settled
            return settled
        made = dict(finding.adopted).get(outcome.attempt_id or 0)
        if made is None:
            return None
        created = _created(made, finding.candidates or self._candidates, outcome.request)
        settled = replace(outcome, kind=OutcomeKind.CREATED, created=created, title=None, message=None)
        self._result.show_content(result_texts.created(settled, translate(evidence)))
        self._outcome = settled
        return settled


def _created(result_id: str, candidates: tuple[Candidate, ...], request: CreateRequest) -> Created:
    """Return what the answer would have said, as far as it is known."""
    for candidate in candidates:
        if candidate.listed.id == result_id:
            return candidate.created
    return CreatedAlbum(result_id) if isinstance(request, CreateAlbum) else CreatedSharedFolder(result_id)


class ResultBanner(QObject):
    """What is said in a banner, and what it is about.

    Args:
        banner: Where it is said.
        page: Who shows the banner; it owns this object.
    """

    def __init__(self, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._banner = banner
        self._content: BannerContent | None = None
        self._subject = ""
        """What was sent, with which connection and when; shown with what is said of an attempt."""
        self._connection: Connection | None = None
        """With which connection that was sent."""
        self._is_elsewhere = False
        """Whether that connection is not the one in use."""
        self._content_here: BannerContent | None = None
        """What was said while it was in use."""
        self._content_at: Callable[[int], BannerContent] | None = None
        self._countdown = Countdown(page)
        self._countdown.ticked.connect(self._on_ticked)

    @property
    def content(self) -> BannerContent | None:
        """What the banner says, or None when it is not about a result."""
        return self._content

    def set_subject(self, subject: str, connection: Connection) -> None:
        """Set what is talked about from now on.

        Args:
            subject: From `ui.create.result_texts.subject_text`.
            connection: With which it is sent; the one in use.
        """
        self._subject, self._connection = subject, connection
        self._is_elsewhere = False

    def show_content(self, content: BannerContent) -> None:
        """Say `content` in place of what was said before."""
        self._countdown.stop()
        self._update(content)

    def show_sending(self, *, accepts_next: bool) -> None:
        """Say that a request is under way.

        Args:
            accepts_next: Whether the form takes the next one meanwhile.
        """
        self._show_sending(
            self.tr("You can type the next one, or keep working on other pages.")
            if accepts_next
            else self.tr("You can keep working on other pages.")
        )

    @Slot()
    def show_still_waiting(self) -> None:
        """Say that its answer takes long."""
        self._show_sending(
            self.tr(
                "The service has not answered yet; KooDesk still waits. It is written down in the history."
            )
        )

    def show_cancelling(self) -> None:
        """Say that nobody waits for its answer any more."""
        self.show_content(BannerContent(OutcomeKind.SENDING.value, self.tr("Cancelling…")))

    def _show_sending(self, message: str) -> None:
        actions = (("cancel", self.tr("Cancel")),)
        self.show_content(
            BannerContent(OutcomeKind.SENDING.value, self.tr("Creating…"), message, actions=actions)
        )

    def count_down(self, content_at: Callable[[int], BannerContent], deadline: float) -> None:
        """Say something that depends on the seconds that are left, and keep it right.

        Args:
            content_at: From the whole seconds that are left, down to 0, to what is said then.
            deadline: When they are over, by `time.monotonic`.
        """
        self._content_at = content_at
        self._countdown.start(deadline)
        self._on_ticked()

    def after_edit(self, outcome: Outcome | None) -> None:
        """Take back what no longer goes with the form, as it has other content.

        Args:
            outcome: Of the last request, where it has one.
        """
        if self._content is None:
            return
        left = result_texts.after_edit(self._content, outcome)
        if left is None:
            self.clear()
        elif left != self._content:
            self.show_content(left)

    def mark_connection(self, current: Connection | None) -> None:
        """Show a result as one of another connection while the one that it belongs to is not in use.

        Args:
            current: The connection in use.
        """
        content, sent = self._content, self._connection
        if content is None or sent is None:
            return
        is_elsewhere = current is None or (current.connection_id, current.account_key) != (
            sent.connection_id,
            sent.account_key,
        )
        if is_elsewhere == self._is_elsewhere:
            return
        self._is_elsewhere = is_elsewhere
        if is_elsewhere and content.state == OutcomeKind.CREATED:
            self._content_here, content = content, result_texts.of_other_connection(content)
        elif content.state == result_texts.OTHER and self._content_here is not None:
            content = self._content_here
        self._update(content)

    def clear(self) -> None:
        """Say nothing."""
        self._countdown.stop()
        self._content = None
        self._banner.clear()

    @Slot()
    def _on_ticked(self) -> None:
        if self._content_at is not None:
            self._update(self._content_at(self._countdown.seconds_left))

    def _update(self, content: BannerContent) -> None:
        self._content = content
        about = (
            self._subject if content.attempt_id is not None or content.state == OutcomeKind.SENDING else ""
        )
        if about and self._is_elsewhere:
            about = self.tr("{subject} · not the connection in use").format(subject=about)
        with layout_pause(self._banner):
            self._banner.show_content(
                content.state,
                content.title,
                content.message,
                remark=content.remark,
                about=about,
                ids=content.ids,
                actions=content.actions,
                disabled=content.disabled,
                guarded=result_texts.GUARDED,
            )
