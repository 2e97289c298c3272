"""The first page that a new user sees: rehearse in the sandbox, or connect an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.texts.attempts import open_count_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from ui.session.services import Services


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
        heading = PlainLabel(self.tr("Welcome to KooDesk"))
        heading.setProperty("role", "pageTitle")
        about = PlainLabel(
            self.tr(
                "Create albums and shared folders on KooDrive by point and click. Every ID is kept in the history,"
                " and nothing is sent twice by accident."
            )
        )
        about.setWordWrap(True)
        column = QWidget()
        column.setMaximumWidth(480)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addSpacing(16)
        sandbox = self._offer(
            layout,
            "welcome.sandbox",
            self.tr("&Try it in the sandbox"),
            self.tr(
                "A small KooDrive on this computer, for rehearsal. Needs no account and reaches no network."
            ),
            role="primary",
            signal=self.sandbox_requested,
        )
        self._offer(
            layout,
            "welcome.connect",
            self.tr("&Connect an account…"),
            self.tr(
                "You need the service address, and one of: your account at the carrier, an access token,"
                " the key of an app. Tokens and keys go into the keyring of this computer."
            ),
            role="",
            signal=self.connect_requested,
        )
        self._open = self._open_line()
        layout.addWidget(self._open)
        row = QHBoxLayout()
        row.addStretch(1)
        # Without an alignment, which would take the height that the wrapped lines need from them.
        row.addWidget(column, stretch=100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.first_input: QWidget = sandbox

    def _open_line(self) -> QWidget:
        """Return the line about open attempts of an earlier session; hidden without any."""
        line = QWidget()
        self._open_words = PlainLabel()
        self._open_words.setObjectName("welcome.open")
        self._open_words.setProperty("role", "message")
        self._open_words.setProperty("state", "advice")
        self._open_words.setWordWrap(True)
        button = PushButton(self.tr("&Find out…"))
        button.setObjectName("welcome.findOut")
        button.clicked.connect(self.find_out_requested)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._open_words)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        line.hide()
        return line

    def show_open_count(self, count: int) -> None:
        """Show the number of requests without a known outcome, and keep it up to date."""
        advice = (
            self.tr("Connect to its service, and KooDesk looks for it.")
            if count == 1
            else self.tr("Connect to their service, and KooDesk looks for them.")
        )
        self._open_words.setText(f"? {open_count_text(count)} {advice}")
        self._open.setVisible(count > 0)

    @staticmethod
    def _offer(
        layout: QVBoxLayout, name: str, label: str, explanation: str, *, role: str, signal: SignalInstance
    ) -> PushButton:
        button = PushButton(label)
        button.setObjectName(name)
        button.setProperty("role", role)
        button.setAccessibleDescription(explanation)
        button.clicked.connect(signal)
        words = PlainLabel(explanation)
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(words)
        layout.addSpacing(16)
        return button
