"""The page Folder with album: a shared folder and a shared album in it, one after the other, from one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from koodrive.models import CreatedSharedFolder, OutcomeKind
from ui.create.layout import HEAD_MARGIN, centred, footer_with, form_column
from ui.create.submit_button import SubmitTrigger
from ui.inputs.form_area import FormArea
from ui.recipe.steps import AlbumStep, FolderStep
from ui.texts.translate import translate
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from koodrive.models import Outcome
    from ui.recipe.step import RecipeStep
    from ui.session.services import Services

FORM = "recipe"


class RecipePage(PartlyBuilt, QWidget):
    """Makes a shared folder, then a shared album in it.

    Each step is an attempt of its own in the history. The second begins by itself once the first has made something;
    its outcome does not change the first.

    Args:
        services: Connection and token in use.
        in_parts: See `PartlyBuilt`.
    """

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._start_building(self._build(services), in_parts=in_parts)

    def _build(self, services: Services) -> Iterator[None]:
        self.folder = FolderStep(services)
        yield
        self.album = AlbumStep(services)
        yield
        self.create_button = PushButton(name=f"{FORM}.create", role="primary", in_form=True)
        """Last Tab stop of the page."""
        self.activity_button = PushButton(self.tr("Activity"), name=f"{FORM}.activity", in_form=True)
        """Opens Activity, where there is no room for it beside the form."""
        self._target = ElidedLabel()
        self._target.setObjectName(f"{FORM}.target")
        self._target.setProperty("role", "quiet")
        self._clear = PushButton(self.tr("C&lear"), name=f"{FORM}.clear", in_form=True)
        self._trigger = SubmitTrigger(self.create_button, self)
        # The keyboard rests here while the inputs are locked; Tab does not stop here.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build_ui()
        yield
        self._connect()
        self._chain_focus()
        self._show_progress()

    @property
    def steps(self) -> tuple[RecipeStep, ...]:
        """The steps in their order."""
        return self.folder, self.album

    def _build_ui(self) -> None:
        heading = PlainLabel(self.tr("Shared folder with an album in it"), role="pageTitle", wraps=True)
        explanation = PlainLabel(
            self.tr(
                "Creates a shared folder, and then a shared album in it for everybody in the folder. If"
                " the album cannot be created, the folder stays and the album can be tried again."
            ),
            role="quiet",
            wraps=True,
        )
        self.activity_button.hide()
        margins = (24, HEAD_MARGIN, 24, HEAD_MARGIN)
        head = row(heading, self.activity_button, stretch=heading, margins=margins)
        self._fields = FormArea(form_column(explanation, self.folder, self.album, 1))
        self._target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons = row(self._target, self._clear, self.create_button, stretch=self._target, margins=margins)
        parts = (centred(head), self._fields, footer_with(buttons))
        column(*parts, spacing=0, stretch=self._fields, parent=self)
        self.first_input: QWidget = self.folder.inputs[0]

    def _connect(self) -> None:
        self._trigger.pressed.connect(self.make)
        self._clear.clicked.connect(self.start_fresh)
        self._session.current_changed.connect(self._show_target)
        self._show_target()
        self.folder.submission.settled.connect(self._on_folder_settled)
        self.album.submission.settled.connect(self._on_album_settled)
        self.album.ready.connect(self._on_album_ready)
        for step in self.steps:
            step.restart_requested.connect(self._start_another)
            step.locking.connect(self._retain_focus)
            step.banner.set_fallback_focus(self)
            step.progressed.connect(self._show_progress)
            for line in step.inputs:
                self._trigger.add_line(line)

    def _chain_focus(self) -> None:
        """Give Tab the order that the eye has."""
        last: QWidget | None = self.activity_button
        for step in self.steps:
            last = step.chain_focus(last)
        if last is not None:
            QWidget.setTabOrder(last, self._clear)
            QWidget.setTabOrder(self._clear, self.create_button)

    @Slot()
    def _show_target(self) -> None:
        current = self._session.current
        words = self.tr("Will be sent to {connection}")
        self._target.set_text(words.format(connection=translate(current.name)) if current is not None else "")

    @Slot()
    def make(self) -> None:
        """Create the missing objects, the folder first, unless a request is under way; after both, begin anew."""
        if self._is_busy:
            return
        if self.album.is_done:
            self._start_another()
            return
        if self.folder.is_done:
            self._create_album()
            return
        for step in self.steps:
            if step.own_problems:
                self._reveal(step)
                return
        self.folder.submission.submit()

    def _reveal(self, first: RecipeStep) -> None:
        for step in reversed(self.steps):
            step.reveal_problems(step.own_problems)
        first.reveal_problems(first.own_problems)
        self._fields.keep_in_sight(first)

    @Slot(object)
    def _on_folder_settled(self, outcome: Outcome) -> None:
        self._show_progress()
        if outcome.kind is OutcomeKind.CREATED:
            # After the submission has ended; it emits this shortly before.
            QTimer.singleShot(0, self, self._create_album)

    def _create_album(self) -> None:
        outcome = self.folder.submission.outcome
        # A page that is disabled as a whole is that of a window which is being closed.
        if outcome is None or self.album.is_done or not self.isEnabled():
            return
        folder = outcome.created
        if not isinstance(folder, CreatedSharedFolder):
            return
        if self._is_at_folder():
            self.album.set_folder(folder, outcome.request.name or "")
        self._fields.keep_in_sight(self.album.banner)

    @Slot()
    def _on_album_ready(self) -> None:
        if self.isEnabled() and self._is_at_folder():
            self.album.submission.submit()
        self._fields.keep_in_sight(self.album.banner)

    def _is_at_folder(self) -> bool:
        """Return whether service and user are those of the folder; otherwise show why nothing was sent.

        Its IDs mean nothing, or something else, at another service or to another user.
        """
        current, sent = self._session.current, self.folder.submission.sent.connection
        if current is not None and sent is not None and current.account_key == sent.account_key:
            return True
        self.album.show_other_connection(sent)
        return False

    @Slot()
    def _on_album_settled(self) -> None:
        self._show_progress()
        self._fields.keep_in_sight(self.album.banner)

    @Slot()
    def _start_another(self) -> None:
        space = self.folder.space
        self.start_fresh()
        if not self._is_sending:
            self.folder.set_space(space)

    @Slot()
    def start_fresh(self) -> None:
        """Begin with another one, unless something is under way."""
        if self._is_sending:
            return
        for step in self.steps:
            step.start_fresh()
        self._show_progress()
        self.folder.focus_first()

    @property
    def _is_sending(self) -> bool:
        return any(step.submission.is_busy for step in self.steps)

    @property
    def _is_busy(self) -> bool:
        return self._is_sending or self.album.is_looking

    @Slot()
    def _show_progress(self) -> None:
        self.folder.show_state(self.tr("✓ Created.") if self.folder.is_done else self.tr("Step 1 of 2"))
        self.album.show_state(self._album_text())
        is_half_done = self.folder.is_done and not self.album.is_done
        if self.album.is_done:
            words = self.tr("&Create another")
        else:
            words = self.tr("&Create the album") if is_half_done else self.tr("&Create both")
        self.create_button.setText(words)
        can_create = not self._is_busy
        if not can_create and self.window().focusWidget() in (self.create_button, self._clear):
            self._retain_focus()
        self.create_button.setEnabled(can_create)
        self._clear.setEnabled(not self._is_sending)

    def _retain_focus(self) -> None:
        """Take the keyboard before the input that has it is disabled: Tab's next stop may be an action.

        Text typed meanwhile presses nothing here, and a message says that it is lost.
        """
        focused = self.window().focusWidget()
        inputs = [line for step in self.steps for line in step.inputs]
        if focused in (self.create_button, self._clear) or (
            focused is not None and any(line is focused or line.isAncestorOf(focused) for line in inputs)
        ):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show that typed text is lost while both are being created."""
        step = self.album if self.folder.is_done else self.folder
        if self.hasFocus() and event.text().isprintable() and event.text().strip():
            if self.album.is_done:
                step.show_state(self.tr("✓ Created. Press “Create another” or Clear to type the next one."))
            elif self._is_busy:
                step.show_state(self.tr("What you type now is not kept: wait until both are created."))
        super().keyPressEvent(event)

    def _album_text(self) -> str:
        if self.album.is_done:
            return self.tr("✓ Created.")
        if self.album.is_looking:
            return self.tr("Step 2 of 2: looking into the new folder…")
        outcome = self.album.submission.outcome
        has_made_nothing = outcome is not None and outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.NOT_SENT}
        # With a fresh token it is sent by itself.
        waits = self.album.submission.is_busy or (outcome is not None and outcome.is_token_refused)
        if self.folder.is_done and has_made_nothing and not waits:
            return self.tr("Step 2 of 2: the folder stays. Press Create the album to try again.")
        return self.tr("Step 2 of 2")
