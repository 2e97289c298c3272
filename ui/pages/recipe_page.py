"""The page Folder with album: a shared folder and a shared album in it, one after the other, from one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from koodrive.models import CreatedSharedFolder, OutcomeKind
from ui.pages.form_frame import COLUMN_WIDTH
from ui.pages.recipe_steps import AlbumStep, FolderStep
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from koodrive.models import Connection, Outcome
    from ui.pages.recipe_step import RecipeStep
    from ui.session import Session

FORM = "recipe"


class RecipePage(QWidget):
    """Makes a shared folder, then a shared album in it.

    Each step is an attempt of its own in the history. The second begins by itself once the first has made something;
    what becomes of the second changes nothing about the first.

    Args:
        session: Which connection is in use.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.folder = FolderStep(session)
        self.album = AlbumStep(session)
        self._folder_connection: Connection | None = None
        self._create = QPushButton()
        self._clear = QPushButton(self.tr("C&lear"))
        self._scroll = QScrollArea()
        self._build_ui()
        self._connect()
        self._show_progress()

    @property
    def steps(self) -> tuple[RecipeStep, ...]:
        """The steps in their order."""
        return self.folder, self.album

    def _build_ui(self) -> None:
        heading = PlainLabel(self.tr("Shared folder with an album in it"))
        heading.setProperty("role", "pageTitle")
        explanation = PlainLabel(
            self.tr(
                "Makes a shared folder, and then a shared album in it for everybody in the folder. If the album cannot"
                " be made, the folder stays and the album can be tried again."
            )
        )
        explanation.setProperty("role", "quiet")
        explanation.setWordWrap(True)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        column_layout = QVBoxLayout(column)
        column_layout.setContentsMargins(24, 24, 24, 16)
        column_layout.setSpacing(16)
        for widget in (heading, explanation, self.folder, self.album):
            column_layout.addWidget(widget)
        column_layout.addStretch(1)
        self._scroll.setWidgetResizable(True)
        # A click beside the fields must not take the focus from one of them.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._scroll.setWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self._footer())
        self.setFocusProxy(self.folder.inputs[0])

    def _footer(self) -> QWidget:
        for name, button in (("create", self._create), ("clear", self._clear)):
            button.setObjectName(f"{FORM}.{name}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._create.setProperty("role", "primary")
        line = QFrame()
        line.setProperty("role", "line")
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        buttons = QHBoxLayout(column)
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.addStretch(1)
        buttons.addWidget(self._clear)
        buttons.addWidget(self._create)
        row = QHBoxLayout()
        row.addWidget(column, stretch=1)
        row.addStretch(0)
        footer = QWidget()
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        layout.addLayout(row)
        return footer

    def _connect(self) -> None:
        self._create.clicked.connect(self.make)
        self._clear.clicked.connect(self.start_fresh)
        self.folder.settled.connect(self._on_folder_settled)
        self.album.settled.connect(self._on_album_settled)
        self.album.ready.connect(self._on_album_ready)
        for step in self.steps:
            step.restart_requested.connect(self.start_fresh)
            step.submission.busy_changed.connect(self._show_progress)
            for line in step.inputs:
                line.installEventFilter(self)

    @Slot()
    def make(self) -> None:
        """Make what is not there yet, the folder first, unless something is under way."""
        if any(step.submission.is_busy for step in self.steps) or self.album.is_looking:
            return
        if self.folder.is_done:
            self._create_album()
            return
        for step in self.steps:
            if step.own_problems:
                self._reveal(step)
                return
        self._folder_connection = self._session.current
        self.folder.submission.submit()

    def _reveal(self, first: RecipeStep) -> None:
        for step in reversed(self.steps):
            step.reveal_problems(step.own_problems)
        first.reveal_problems(first.own_problems)
        self._scroll.ensureWidgetVisible(first)

    @Slot(object)
    def _on_folder_settled(self, outcome: Outcome) -> None:
        self._show_progress()
        if outcome.kind is OutcomeKind.CREATED:
            # After the submission has ended, which tells this as one of its last things.
            QTimer.singleShot(0, self, self._create_album)

    def _create_album(self) -> None:
        outcome = self.folder.submission.outcome
        folder = outcome.created if outcome is not None else None
        if not isinstance(folder, CreatedSharedFolder) or self.album.is_done:
            return
        if self._session.current == self._folder_connection:
            self.album.put_into(folder)
        else:
            # Its IDs mean nothing, or something else, at another service or to another user.
            self.album.tell_other_connection(self._folder_connection)

    @Slot()
    def _on_album_ready(self) -> None:
        self.album.submission.submit()
        self._follow_album()

    @Slot()
    def _on_album_settled(self) -> None:
        self._show_progress()
        self._follow_album()

    def _follow_album(self) -> None:
        # After the banner has taken its room.
        QTimer.singleShot(0, self, self._scroll_to_album)

    def _scroll_to_album(self) -> None:
        self._scroll.ensureWidgetVisible(self.album.banner)

    @Slot()
    def start_fresh(self) -> None:
        """Begin with another one, unless something is under way."""
        if any(step.submission.is_busy for step in self.steps):
            return
        for step in self.steps:
            step.start_fresh()
        self._show_progress()
        self.folder.focus_first()

    @Slot()
    def _show_progress(self) -> None:
        is_busy = any(step.submission.is_busy for step in self.steps)
        self.folder.say(self.tr("✓ Made.") if self.folder.is_done else self.tr("Step 1 of 2"))
        self.album.say(self.tr("✓ Made.") if self.album.is_done else self.tr("Step 2 of 2"))
        self._create.setText(self.tr("&Create the album") if self.folder.is_done else self.tr("&Create both"))
        self._create.setEnabled(not is_busy and not self.album.is_done)
        self._clear.setEnabled(not is_busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in a line, however long it is held, create once; see QObject.eventFilter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self.make()
        return True
