"""The banner of a form: countdowns, and updates when the form or the connection changes."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from koodrive.models import OutcomeKind
from ui.create import result_texts, undo_texts
from ui.create.banner_content import OTHER, BannerAction, BannerContent
from ui.texts.translate import joined
from ui.widgets.countdown import Countdown
from ui.widgets.layout_pause import layout_pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.messages import Message
    from koodrive.models import Connection, Outcome
    from ui.widgets.banner import Banner


class ResultBanner(QObject):
    """Content and subject of a banner.

    Args:
        banner: Widget that shows the content.
        page: Widget that holds the banner; it owns this object.
    """

    def __init__(self, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._banner = banner
        self.content: BannerContent | None = None
        """Content of the banner; None while it is hidden."""
        self._subject = ""
        """Name, connection and time of the request; shown with every content about an attempt."""
        self._connection: Connection | None = None
        """Connection of the request."""
        self._is_elsewhere = False
        """Whether that connection is not the one in use."""
        self._content_here: BannerContent | None = None
        """Content while it was in use."""
        self._sending_title = ""
        self._content_at: Callable[[int], BannerContent] | None = None
        self._countdown = Countdown(page)
        self._countdown.ticked.connect(self._on_ticked)

    @property
    def is_visible(self) -> bool:
        """Whether the user can see it."""
        return self._banner.isVisible()

    def set_subject(self, subject: str, connection: Connection) -> None:
        """Set the request that the content is about.

        Args:
            subject: From `ui.create.result_texts.subject_text`.
            connection: Connection of the request, the one in use.
        """
        self._subject, self._connection = subject, connection
        self._is_elsewhere = False

    def show_content(self, content: BannerContent) -> None:
        """Replace the content."""
        self._countdown.stop()
        self._update(content)

    def show_outcome(self, outcome: Outcome, *, was_cancelled: bool) -> None:
        """Show the outcome of a request; one that was throttled counts down until it may be sent again.

        Args:
            outcome: Outcome of any kind.
            was_cancelled: Whether the user has cancelled it.
        """
        if outcome.kind is OutcomeKind.CREATED:
            self.show_content(result_texts.created(outcome))
        elif outcome.kind is OutcomeKind.DELETED:
            self.show_content(undo_texts.deleted(outcome))
        elif outcome.retry_after is not None:
            self.count_down(partial(result_texts.throttled, outcome), time.monotonic() + outcome.retry_after)
        else:
            # After a cancel it would stand where Cancel was, for the second click of a double click.
            offers_resend = outcome.kind is OutcomeKind.NOT_SENT and not was_cancelled
            self.show_content(result_texts.not_created(outcome, offers_resend=offers_resend))

    def add_remark(self, attempt_id: int | None, remark: Message) -> None:
        """Add a remark, if the banner shows the created object of `attempt_id`."""
        content = self.content
        if content is not None and content.attempt_id == attempt_id and content.state == OutcomeKind.CREATED:
            remarks = joined(content.remark, remark)
            self.show_content(replace(content, remark=remarks))

    def show_sending(self, *, accepts_next: bool, is_undo: bool = False) -> None:
        """Show that a request is under way.

        Args:
            accepts_next: Whether the form takes the next one meanwhile.
            is_undo: Whether it takes something back.
        """
        self._sending_title = undo_texts.sending_title(is_undo=is_undo)
        self._show_sending("" if accepts_next else self.tr("You can keep working on other pages."))

    @Slot()
    def show_still_waiting(self) -> None:
        """Show that the answer takes long."""
        self._show_sending(
            self.tr(
                "The service has not answered yet; KooDesk still waits. It is written down in the history."
            )
        )

    def show_cancelling(self) -> None:
        """Show that the request is being cancelled."""
        self.show_content(BannerContent(OutcomeKind.SENDING.value, self.tr("Cancelling…")))

    def _show_sending(self, message: str) -> None:
        actions = ((BannerAction.CANCEL, self.tr("Cancel")),)
        self.show_content(
            BannerContent(OutcomeKind.SENDING.value, self._sending_title, message, actions=actions)
        )

    def count_down(self, content_at: Callable[[int], BannerContent], deadline: float) -> None:
        """Show content that depends on the seconds left, and update it.

        Args:
            content_at: Returns the content for a number of whole seconds left, down to 0.
            deadline: End of the countdown, a value of `time.monotonic`.
        """
        self._content_at = content_at
        self._countdown.start(deadline)
        self._on_ticked()

    def after_edit(self, outcome: Outcome | None) -> None:
        """Remove content and actions that do not fit the form any more.

        Args:
            outcome: Of the last request, where it has one.
        """
        if self.content is None:
            return
        left = result_texts.after_edit(self.content, outcome)
        if left is None:
            self.clear()
        elif left != self.content:
            self.show_content(left)

    def mark_connection(self, current: Connection | None) -> None:
        """Show a result as one of another connection while the one that it belongs to is not in use.

        Args:
            current: The connection in use.
        """
        content, sent = self.content, self._connection
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
        elif content.state == OTHER and self._content_here is not None:
            content = self._content_here
        self._update(content)

    def clear(self) -> None:
        """Hide the banner."""
        self._countdown.stop()
        self.content = None
        self._banner.clear()

    @Slot()
    def _on_ticked(self) -> None:
        if self._content_at is not None:
            self._update(self._content_at(self._countdown.seconds_left))

    def _update(self, content: BannerContent) -> None:
        self.content = content
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
