"""The first page that a new user sees: rehearse in the sandbox, or connect an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.texts.attempts import open_count_text
from ui.texts.translate import joined
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from ui.session.services import Services

_WIDTH = 480
"""Pixels of the column at most."""


class WelcomePage(QWidget):
    """Offers the two ways to begin.

    Args:
        _session: As for every page; there is no connection yet.

    Signals:
        sandbox_requested: The user wants to rehearse.
        connect_requested: The user wants to connect an account.
        find_out_requested: The user wants to find out what became of the requests of unknown outcome.
    """

    sandbox_requested = Signal()
    connect_requested = Signal()
    find_out_requested = Signal()

    def __init__(self, _services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sandbox = PushButton(self.tr("&Try it in the sandbox"), name="welcome.sandbox", role="primary")
        sandbox.clicked.connect(self.sandbox_requested)
        connect = PushButton(self.tr("&Connect an account…"), name="welcome.connect")
        connect.clicked.connect(self.connect_requested)
        find_out = PushButton(self.tr("&Find out…"), name="welcome.findOut")
        find_out.clicked.connect(self.find_out_requested)
        self._open_words = PlainLabel(name="welcome.open", role="message", wraps=True)
        self._open_words.setProperty("state", "advice")
        self._open = QWidget()
        """The open attempts of an earlier session; hidden without any."""
        self._open.hide()
        column(self._open_words, row(find_out, 1), spacing=8, parent=self._open)
        self.first_input: QWidget = sandbox
        self._build_ui(sandbox, connect)

    def _build_ui(self, sandbox: PushButton, connect: PushButton) -> None:
        about = self.tr(
            "Create albums and shared folders on KooDrive by point and click. Every ID is kept in the history,"
            " and nothing is sent twice by accident."
        )
        rehearsal = self.tr(
            "A small KooDrive on this computer, for rehearsal. Needs no account and reaches no network."
        )
        account = self.tr(
            "You need the service address, and one of: your account at the carrier, an access token,"
            " the key of an app. Tokens and keys go into the keyring of this computer."
        )
        heading = PlainLabel(self.tr("Welcome to KooDesk"), role="pageTitle")
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        # Without an alignment, which would take the height that the wrapped lines need from them.
        centred = row(1, content, 1, spacing=0)
        centred.setStretchFactor(content, 100)
        column(2, centred, 3, spacing=0, parent=self)
        column(
            column(heading, PlainLabel(about, wraps=True), spacing=8),
            *(_offer(sandbox, rehearsal), _offer(connect, account), self._open),
            spacing=24,
            margins=(24, 24, 24, 40),
            parent=content,
        )

    def show_open_count(self, count: int) -> None:
        """Show the number of requests without a known outcome, and keep it up to date."""
        advice = (
            self.tr("Connect to its service, and KooDesk looks for it.")
            if count == 1
            else self.tr("Connect to their service, and KooDesk looks for them.")
        )
        words = joined(open_count_text(count), advice)
        self._open_words.setText(self.tr("? {sentences}").format(sentences=words))
        self._open.setVisible(count > 0)


def _offer(button: PushButton, explanation: str) -> QLayout:
    """Return a button with what it stands for below it."""
    button.setAccessibleDescription(explanation)
    return column(row(button, 1), PlainLabel(explanation, role="quiet", wraps=True), spacing=8)
