"""Keeps what the banner of a form says up to date: second by second, and when the form has other content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from koodrive.models import OutcomeKind
from ui.create import result_words
from ui.create.countdown import Countdown
from ui.create.result_words import Told
from ui.widgets.layout_pause import layout_pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.models import Connection, Outcome
    from ui.widgets.banner import Banner


class ResultBanner(QObject):
    """What is said in a banner, and what it is about.

    Args:
        banner: Where it is said.
        page: Who shows the banner; it owns this object.
    """

    def __init__(self, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._banner = banner
        self._told: Told | None = None
        self._subject = ""
        """What was sent, with which connection and when; shown with what is said of an attempt."""
        self._connection: Connection | None = None
        """With which connection that was sent."""
        self._is_elsewhere = False
        """Whether that connection is not the one in use."""
        self._told_here: Told | None = None
        """What was said while it was in use."""
        self._words: Callable[[int], Told] | None = None
        self._countdown = Countdown(page)
        self._countdown.ticked.connect(self._on_ticked)

    @property
    def told(self) -> Told | None:
        """What the banner says, or None when it is not about a result."""
        return self._told

    def set_subject(self, subject: str, connection: Connection) -> None:
        """Set what is talked about from now on.

        Args:
            subject: From `ui.create.result_words.subject_words`.
            connection: With which it is sent; the one in use.
        """
        self._subject, self._connection = subject, connection
        self._is_elsewhere = False

    def say(self, told: Told) -> None:
        """Say `told` in place of what was said before."""
        self._countdown.stop()
        self._tell(told)

    def say_sending(self, *, lets_type: bool) -> None:
        """Say that a request is under way.

        Args:
            lets_type: Whether the form takes the next one meanwhile.
        """
        self._say_sending(
            self.tr("You can type the next one, or keep working on other pages.")
            if lets_type
            else self.tr("You can keep working on other pages.")
        )

    @Slot()
    def say_still_waiting(self) -> None:
        """Say that its answer takes long."""
        self._say_sending(
            self.tr(
                "The service has not answered yet; KooDesk still waits. It is written down in the history."
            )
        )

    def say_cancelling(self) -> None:
        """Say that nobody waits for its answer any more."""
        self.say(Told(OutcomeKind.SENDING.value, self.tr("Cancelling…")))

    def _say_sending(self, message: str) -> None:
        actions = (("cancel", self.tr("Cancel")),)
        self.say(Told(OutcomeKind.SENDING.value, self.tr("Creating…"), message, actions=actions))

    def count_down(self, words: Callable[[int], Told], deadline: float) -> None:
        """Say something that depends on the seconds that are left, and keep it right.

        Args:
            words: From the whole seconds that are left, down to 0, to what is said then.
            deadline: When they are over, by `time.monotonic`.
        """
        self._words = words
        self._countdown.start(deadline)
        self._on_ticked()

    def after_edit(self, outcome: Outcome | None) -> None:
        """Take back what no longer goes with the form, as it has other content.

        Args:
            outcome: Of the last request, where it has one.
        """
        if self._told is None:
            return
        left = result_words.after_edit(self._told, outcome)
        if left is None:
            self.clear()
        elif left != self._told:
            self.say(left)

    def mark_connection(self, current: Connection | None) -> None:
        """Show a result as one of another connection while the one that it belongs to is not in use.

        Args:
            current: The connection in use.
        """
        told, sent = self._told, self._connection
        if told is None or sent is None:
            return
        is_elsewhere = current is None or (current.connection_id, current.place) != (
            sent.connection_id,
            sent.place,
        )
        if is_elsewhere == self._is_elsewhere:
            return
        self._is_elsewhere = is_elsewhere
        if is_elsewhere and told.state == OutcomeKind.CREATED:
            self._told_here, told = told, result_words.of_other_connection(told)
        elif told.state == result_words.OTHER and self._told_here is not None:
            told = self._told_here
        self._tell(told)

    def clear(self) -> None:
        """Say nothing."""
        self._countdown.stop()
        self._told = None
        self._banner.clear()

    @Slot()
    def _on_ticked(self) -> None:
        if self._words is not None:
            self._tell(self._words(self._countdown.seconds_left))

    def _tell(self, told: Told) -> None:
        self._told = told
        about = self._subject if told.attempt_id is not None or told.state == OutcomeKind.SENDING else ""
        if about and self._is_elsewhere:
            about = self.tr("{subject} · not the connection in use").format(subject=about)
        with layout_pause(self._banner):
            self._banner.tell(
                told.state,
                told.title,
                told.message,
                remark=told.remark,
                about=about,
                ids=told.ids,
                actions=told.actions,
                disabled=told.disabled,
                guarded=result_words.GUARDED,
            )
