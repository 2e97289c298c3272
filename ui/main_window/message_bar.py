"""Messages above the pages of the window: errors that belong to no form, and the end of the application."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.lazy import load
from ui.texts.translate import error_texts, titled
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from ui.widgets.banner import Banner

_LONGEST_UNEXPECTED = 300
_LONGEST_NAME = 100

# The binding puts this before what an exception says, once for every function of ours that Qt had called by then.
_PASSED_THROUGH = re.compile(r"Error calling Python override of [\w:]+\(\): ")


class WindowMessages(QObject):
    """Shows messages at the top of a window's content.

    Args:
        content: Where the banners appear, above all that is there.
        window: The window; it owns this object.

    Signals:
        dismissed: The user has done with the notice, which is gone.
        retry_requested: The data directory could not be opened, and the user wants to try again.
        end_requested: The user does not want to wait any longer for what is under way.
    """

    dismissed = Signal()
    retry_requested = Signal()
    end_requested = Signal()

    def __init__(self, content: QVBoxLayout, window: QWidget) -> None:
        super().__init__(window)
        self._content = content

    # Made when they are needed, as the window stands sooner without.

    @cached_property
    def notice(self) -> Banner:
        """Banner for messages that belong to no form."""
        notice = self._banner("notice")
        notice.action_chosen.connect(self._on_notice_action)
        return notice

    @cached_property
    def finishing(self) -> Banner:
        """Banner for the wait before the window closes."""
        finishing = self._banner("finishing")
        finishing.action_chosen.connect(self.end_requested)
        return finishing

    def _banner(self, name: str) -> Banner:
        banner: Banner = load("ui.widgets.banner:Banner")(name)
        self._content.insertWidget(0, banner)
        return banner

    @Slot(object)
    def add_notice(self, notice: QWidget) -> None:
        """Put a notice above the pages, which are last, and below the messages."""
        self._content.insertWidget(self._content.count() - 1, notice)

    @Slot(str, str)
    def show_message(self, title: str, message: str) -> None:
        """Show a message that the user can dismiss."""
        self.notice.show_content("problem", title, message, actions=[("dismiss", self.tr("Dismiss"))])

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show an error that belongs to no form."""
        self.show_message(*self._texts_of(error))

    def show_not_opened(self, error: Exception) -> tuple[str, str]:
        """Show why the data directory could not be opened, and offer to try again (`retry_requested`).

        Returns:
            Title and message, as they are shown.
        """
        title, message = self._texts_of(error)
        self.notice.show_content("problem", title, message, actions=[("retry", self.tr("Try again"))])
        return title, message

    def show_missing_profile(self, name: str) -> None:
        """Show that there is no connection called `name`, as the command line wanted."""
        self.show_message(
            self.tr("No connection is called “{name}”").format(name=in_short(name, _LONGEST_NAME)),
            self.tr("Choose one below on the left, or add it."),
        )

    def show_finishing(self) -> None:
        """Show that the window closes as soon as nothing is under way any more."""
        self.finishing.show_content(
            "sending", self.tr("Finishing…"), self.tr("Waiting for what is under way.")
        )

    def show_renewing(self) -> None:
        """Show that new tokens are waited for, and offer to do without (`end_requested`)."""
        self.finishing.show_content(
            "sending",
            self.tr("Finishing…"),
            self.tr("Your session is being renewed. Without the answer you may have to sign in again."),
            actions=[("endNow", self.tr("&End now"))],
        )

    def _texts_of(self, error: Exception) -> tuple[str, str]:
        title, message = error_texts(error)
        if not hasattr(error, "message"):
            details = titled(message, _PASSED_THROUGH.sub("", str(error)))
            unexpected = load("koodrive.logs.redaction:SECRETS").redact(details)
            message = unexpected[:_LONGEST_UNEXPECTED]
        return title, message

    @Slot(str)
    def _on_notice_action(self, action: str) -> None:
        self.notice.clear()
        self.dismissed.emit()
        if action == "retry":
            self.retry_requested.emit()
