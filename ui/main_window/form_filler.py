"""Fills the create pages from history rows and listed objects; asks before it replaces typed content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.api.serialization import fields_from_body
from ui.main_window import page_stack
from ui.main_window.questions import before_replacing
from ui.texts.connections import connection_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.journal import Attempt
    from koodrive.models import CreatedSharedFolder
    from koodrive.rules.problems import FieldValue
    from ui.create.page import CreatePage
    from ui.main_window.page_stack import PageStack
    from ui.session.session import Session


class FormFiller(QObject):
    """Fills the create pages for the pages that show earlier or listed items.

    Args:
        session: Which connection is in use.
        stack: The pages.
        window: What a question stands over; it owns this object.

    Signals:
        page_requested: The name of the page that is to be shown.
        blocked: Title and message of what kept something from being done.
    """

    page_requested = Signal(str)
    blocked = Signal(str, str)

    def __init__(self, session: Session, stack: PageStack, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._stack = stack
        self._window = window

    @Slot(object, str)
    def share_in(self, folder: CreatedSharedFolder, name: str) -> None:
        """Prepare a shared album in `folder`, which is called `name`."""
        page = self._stack.album

        def fill() -> None:
            self.page_requested.emit(page_stack.ALBUM)
            page.share_in(folder, name)

        self._fill(page, fill)

    @Slot(object)
    def use_template(self, attempt: Attempt) -> None:
        """Fill a form from `attempt`."""
        self._fill(self._page(attempt), lambda: self._put(attempt), _fields(attempt))

    @Slot(str, object)
    def fill_with(self, name: str, fields: dict[str, FieldValue]) -> None:
        """Fill a form from a listed object.

        Args:
            name: The page, `ui.main_window.page_stack.ALBUM` or `SHARED_FOLDER`.
            fields: What is known of it, by API field name.
        """
        page = self._stack.album if name == page_stack.ALBUM else self._stack.shared_folder

        def fill() -> None:
            self.page_requested.emit(name)
            page.start_fresh(fields)

        self._fill(page, fill, fields)

    @Slot(object)
    def send_again(self, attempt: Attempt) -> None:
        """Send the request of `attempt` again, if the connection in use is that of the attempt.

        Otherwise only the form is filled, and `blocked` says why. Whatever speaks against sending it, an effect that
        has appeared meanwhile included, is said by the form.
        """
        page = self._page(attempt)

        def fill_and_send() -> None:
            self._put(attempt)
            current = self._session.current
            if current is not None and current.account_key == (attempt.service_address, attempt.user_id):
                page.submit()
                return
            self.blocked.emit(
                self.tr("Nothing was sent yet"),
                self.tr(
                    "This request belongs to the connection “{name}”, which is not in use. The form is filled: choose"
                    " that connection below on the left, then press Create."
                ).format(name=connection_text(attempt.connection_id, attempt.connection_name)),
            )

        self._fill(page, fill_and_send, _fields(attempt))

    def _page(self, attempt: Attempt) -> CreatePage:
        return self._stack.album if attempt.kind == page_stack.ALBUM else self._stack.shared_folder

    def _put(self, attempt: Attempt) -> None:
        self.page_requested.emit(attempt.kind)
        self._page(attempt).start_fresh(_fields(attempt))

    def _fill(
        self, page: CreatePage, fill: Callable[[], None], fields: dict[str, FieldValue] | None = None
    ) -> None:
        """Call `fill`, which gives `page` other content, when that loses nothing or the user agrees."""
        question = before_replacing(page, self._window, fields)
        if question is None:
            fill()
        else:
            question.accepted.connect(fill)
            question.open()


def _fields(attempt: Attempt) -> dict[str, FieldValue]:
    return fields_from_body(attempt.body)
