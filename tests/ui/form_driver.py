"""A driver that types into a create page, presses its buttons and reads its banner."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.models import RequestKind
from ui.activity.activity import Activity
from ui.activity.activity_list import ActivityList
from ui.activity.card import ActivityCard
from ui.create.album_page import AlbumPage
from ui.session.sign_in_prompt import SignInPrompt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from koodrive.creation.findings import LookResult
    from koodrive.models import Outcome
    from koodrive.sandbox import Fault, Sandbox
    from ui.activity.entry import ActivityEntry
    from ui.create.page import CreatePage
    from ui.create.submission import Submission
    from ui.main_window.main_window import MainWindow
    from ui.widgets.banner import Banner


@contextmanager
def lone_form(
    qtbot, window: MainWindow, sandbox: Sandbox, page_class: type[CreatePage] = AlbumPage
) -> Iterator[FormDriver]:
    """Yield a form and its cards with the session of `window` that are not connected to the window."""
    page = page_class(window.services)
    activity = Activity(window.services, page)
    page.submitted.connect(activity.submit)
    page.preview.setParent(page)
    page.resize(1100, 700)
    ActivityList(activity, page.activity_button, page).setGeometry(800, 0, 300, 700)
    page.show()
    form = FormDriver(qtbot, page, sandbox, activity=activity)
    try:
        yield form
    finally:
        form.rest()
        activity.close()
        page.close()
        page.deleteLater()


class FormDriver:
    """Types into a page, presses its buttons and reads its newest entry, or its notice; counts creates only."""

    def __init__(
        self, qtbot, page: CreatePage, sandbox: Sandbox, *, activity: Activity | None = None
    ) -> None:
        self.qtbot = qtbot
        self.page = page
        self.sandbox = sandbox
        self.name = page.kind.value
        self.activity: Activity = activity or page.window().activity

    @property
    def entry(self) -> ActivityEntry | None:
        return self.activity.newest(self.name)

    @property
    def submission(self) -> Submission:
        assert self.entry is not None
        return self.entry.submission

    @property
    def card(self) -> Banner:
        """The notice while there is one, else the card of the newest entry."""
        if not self.page.notice.isHidden() or self.entry is None:
            return self.page.notice
        return self.entry.card

    def type(self, api_field: str, text: str) -> None:
        self.page.findChild(QLineEdit, f"{self.name}.{api_field}").insert(text)

    def click(self, name: str) -> None:
        root = self.card if name.startswith("result.") else self.page
        button = root.findChild(QAbstractButton, f"{self.name}.{name}")
        assert button is not None, f"there is no {name}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, action: str) -> None:
        """Choose an action of the card, in its menu or by its button as soon as that can be pressed."""
        card = self.card
        if isinstance(card, ActivityCard) and action in card.menu_actions:
            card.trigger(action)
            return
        self.qtbot.waitUntil(lambda: card.action(action).isEnabled())
        card.action(action).click()

    def create(self) -> Outcome | None:
        """Press Create and return the outcome; None when nothing was sent."""
        before = self.entry
        self.click("create")
        self.rest()
        return self.submission.outcome if self.entry is not before else None

    def create_named(self, name: str) -> Outcome | None:
        """Type a name into the form, and press Create, see `create`."""
        self.type("name", name)
        return self.create()

    def rest(self) -> Outcome | None:
        """Wait until nothing of this form is under way, and return the outcome of the newest entry."""
        self.qtbot.waitUntil(lambda: not self.is_sending, timeout=15_000)
        return self.submission.outcome if self.entry is not None else None

    @property
    def is_sending(self) -> bool:
        """Whether a request of this form is under way."""
        return any(one.submission.is_busy for one in self.activity.entries if one.kind.value == self.name)

    def fault(self, fault: Fault, **details) -> None:
        """Inject a fault into the next create only."""
        self.sandbox.inject(fault, path=_PATHS[self.name], **details)

    @property
    def sent(self) -> int:
        """Number of creates that have reached the service."""
        return len(posts(self.sandbox))

    @property
    def state(self) -> str:
        return "" if self.card.isHidden() else self.card.property("state")

    @property
    def title(self) -> str:
        """The title; the state in words where that says it all."""
        return self._label("title") or self._label("state")

    @property
    def state_words(self) -> str:
        """The state and what it is, in words."""
        return self._label("state")

    @property
    def message(self) -> str:
        return self._label("message")

    @property
    def remark(self) -> str:
        return self._label("remark")

    def _label(self, name: str) -> str:
        label = self.card.findChild(QLabel, f"{self.card.objectName()}.{name}")
        return "" if label is None or label.isHidden() else label.text()

    @property
    def prompt(self) -> SignInPrompt:
        """The prompt for a token, in the card of this form that has last needed one."""
        prompt = self.page.window().findChild(SignInPrompt, f"{self.name}.signIn")
        assert prompt is not None
        return prompt

    @property
    def menu(self) -> tuple[str, ...]:
        """The keys in the menu of the card of the newest entry."""
        assert self.entry is not None
        return self.entry.card.menu_actions

    @property
    def actions(self) -> list[str]:
        """The labels of the actions beside each other, from left to right."""
        buttons = self.card.findChildren(QPushButton, options=_DIRECT)
        return [button.text() for button in buttons if button.property("action") and not button.isHidden()]

    def look(self, attempt_ids: Sequence[int], *, last: bool = False) -> tuple[LookResult, ...]:
        """Look for the outcome of attempts on this thread."""
        session = self.page.session
        return session.backend.look(
            attempt_ids, session.current, session.token, last=attempt_ids if last else ()
        )


_PATHS = {RequestKind.ALBUM: ALBUM_CREATE, RequestKind.SHARED_FOLDER: SHARED_FOLDER_CREATE}
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def go_to(form: FormDriver, window: MainWindow, address: str) -> None:
    """Have the form send to `address`, once the lists of the sandbox are read."""
    window.session.use(replace(window.session.current, service_address=address))
    form.qtbot.waitUntil(lambda: window.session.token is not None)
