"""A driver that types into a create page, presses its buttons and reads its banner."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.models import RequestKind
from ui.create.album_page import AlbumPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from koodrive.creation.findings import LookResult
    from koodrive.models import Outcome
    from koodrive.sandbox import Fault, Sandbox
    from ui.create.page import CreatePage
    from ui.main_window.main_window import MainWindow


@contextmanager
def lone_form(
    qtbot, window: MainWindow, sandbox: Sandbox, page_class: type[CreatePage] = AlbumPage
) -> Iterator[FormDriver]:
    """Yield a form with the session of `window` that is not connected to the window."""
    page = page_class(window.services)
    page.resize(800, 700)
    page.show()
    try:
        yield FormDriver(qtbot, page, sandbox)
    finally:
        qtbot.waitUntil(lambda: not page.submission.is_busy, timeout=15_000)
        page.close()
        page.deleteLater()


class FormDriver:
    """Types into a page, presses its buttons and reads its banner; counts creates only."""

    def __init__(self, qtbot, page: CreatePage, sandbox: Sandbox) -> None:
        self.qtbot = qtbot
        self.page = page
        self.sandbox = sandbox
        self.name = page.kind.value

    def type(self, api_field: str, text: str) -> None:
        self.page.findChild(QLineEdit, f"{self.name}.{api_field}").insert(text)

    def click(self, name: str) -> None:
        button = self.page.findChild(QAbstractButton, f"{self.name}.{name}")
        assert button is not None, f"there is no {name}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, action: str) -> None:
        """Press an action of the banner as soon as it can be pressed."""
        self.qtbot.waitUntil(lambda: self.page.banner.action(action).isEnabled())
        self.click(f"result.{action}")

    def create(self) -> Outcome | None:
        """Press Create and return the outcome; None when nothing was sent."""
        self.click("create")
        return self.rest()

    def rest(self) -> Outcome | None:
        self.qtbot.waitUntil(lambda: not self.page.submission.is_busy, timeout=15_000)
        return self.page.submission.outcome

    def fault(self, fault: Fault, **details) -> None:
        """Inject a fault into the next create only."""
        self.sandbox.inject(fault, path=_PATHS[self.name], **details)

    @property
    def sent(self) -> int:
        """Number of creates that have reached the service."""
        return len(posts(self.sandbox))

    @property
    def state(self) -> str:
        return self.page.banner.property("state") if self.page.banner.isVisible() else ""

    @property
    def title(self) -> str:
        return self.page.banner.findChild(QLabel, options=_DIRECT).text()

    @property
    def message(self) -> str:
        return self._label("message")

    @property
    def remark(self) -> str:
        return self._label("remark")

    def _label(self, name: str) -> str:
        label = self.page.banner.findChild(QLabel, f"{self.name}.result.{name}")
        return label.text() if label.isVisible() else ""

    @property
    def actions(self) -> list[str]:
        """The labels of the actions, from left to right."""
        buttons = self.page.banner.findChildren(QAbstractButton, options=_DIRECT)
        shown = [button for button in buttons if button.isVisible()]
        return [button.text() for button in sorted(shown, key=lambda button: (button.y(), button.x()))]

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
