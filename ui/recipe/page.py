"""The page Folder with album: a shared folder and a shared album in it, one after the other, from one press."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.models import CreatedSharedFolder, OutcomeKind
from ui.create import result_texts
from ui.create.banner_content import BannerContent
from ui.create.layout import FormLayout
from ui.create.page import set_tab_order
from ui.inputs.submit_trigger import SubmitTrigger
from ui.recipe.steps import AlbumStep, FolderStep
from ui.widgets.banner import HARMLESS, Banner
from ui.widgets.buttons import PushButton
from ui.widgets.countdown import Countdown
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from koodrive.models import Outcome
    from ui.recipe.step import RecipeStep
    from ui.session.services import Services

FORM = "recipe"
_TYPING_PAUSE = 0.7
"""Seconds after which a key belongs to something else than the one before."""


class RecipePage(PartlyBuilt, QWidget):
    """Makes a shared folder, then a shared album in it.

    Each step is an attempt of its own in the history. The second begins by itself once the first has made something;
    its outcome does not change the first.

    Args:
        services: Connection and token in use.
        in_parts: See `PartlyBuilt`.

    Signals:
        undo_requested: Attempt ID of the folder that the user wants to take back (int, as object).
    """

    undo_requested = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._start_building(self._build(services), in_parts=in_parts)

    def _build(self, services: Services) -> Iterator[None]:
        self.folder = FolderStep(services)
        yield
        self.album = AlbumStep(services)
        yield
        self.notice = Banner(f"{FORM}.notice")
        title = self.tr("Folder with album")
        self._frame = FormLayout(FORM, title, "", self._session, notice=self.notice)
        self.create_button = self._frame.create_button
        """Last Tab stop of the page."""
        self.activity_button = self._frame.activity_button
        """Opens Activity, where there is no room for it beside the page."""
        self._held_for: tuple[str, str] | None = None
        """Account that a press waits for; None where it is that of the start, or nothing waits."""
        self._is_held = False
        """Whether both are created as soon as the connection is ready, or the service takes requests again."""
        self._countdown = Countdown(self)
        self._typed_at = float("-inf")
        """When a key was last pressed while the fields were locked, as `time.monotonic` has it."""
        self.undo_button = PushButton(
            self.tr("&Take the folder back…"), name=f"{FORM}.undo", auto_default=False
        )
        self.undo_button.set_icon("undo")
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
        explanation = PlainLabel(
            self.tr(
                "Creates a shared folder, and then a shared album in it for everybody in the folder. If"
                " the album cannot be created, the folder stays and the album can be tried again."
            ),
            role="quiet",
            wraps=True,
        )
        column(self._frame, parent=self)
        self.undo_button.hide()
        undo = QWidget()
        row(self.undo_button, 1, parent=undo)
        for part in (explanation, self.folder, self.album, undo):
            self._frame.add_field(part)
        self.first_input: QWidget = self.folder.inputs[0]

    def _connect(self) -> None:
        self._trigger.pressed.connect(self.make)
        self._countdown.ticked.connect(self._on_ticked)
        self._frame.clear_button.clicked.connect(self.start_fresh)
        self.undo_button.clicked.connect(self._on_undo)
        self._session.token_changed.connect(self._on_token_changed)
        self.folder.submission.settled.connect(self._on_folder_settled)
        self.album.submission.settled.connect(self._on_album_settled)
        self.album.ready.connect(self._on_album_ready)
        for step in self.steps:
            step.locking.connect(self._retain_focus)
            step.banner.set_fallback_focus(self)
            step.progressed.connect(self._on_progressed)
            for line in step.inputs:
                self._trigger.add_line(line)

    def _chain_focus(self) -> None:
        """Give Tab the order that the eye has."""
        last: QWidget = self.activity_button
        for step in self.steps:
            last = step.chain_focus(last)
        set_tab_order(last, self.undo_button, self._frame.clear_button, self.create_button)

    @Slot()
    def make(self) -> None:
        """Create the missing objects, the folder first, unless a request is under way."""
        if self._is_busy:
            return
        self.notice.clear()
        if self._is_over and not any(step.has_unsaved_input for step in self.steps):
            # Enter pressed twice, or a double click.
            self.folder.focus_first()
            return
        if self._waits_for_service():
            return
        if self.folder.is_done and not self._is_over:
            self._create_album()
            return
        for step in self.steps:
            if step.own_problems:
                self._reveal(step)
                return
        if self._session.is_connecting:
            self._hold(result_texts.held(self._session, [step.name for step in self.steps]))
            return
        if self._is_over:
            for step in self.steps:
                step.forget()
        self.folder.submission.submit()

    def _hold(self, reason: BannerContent | None) -> None:
        """Wait with what is typed, for `reason`, or wait no more."""
        self._is_held = reason is not None
        self._held_for = self._session.account_key if self._is_held else None
        self._countdown.stop()
        for step in self.steps:
            step.hold(self._is_held)
        self.notice.clear()
        if reason is not None:
            self._show_notice(reason)

    def _waits_for_service(self) -> bool:
        """Hold a press back while the service would refuse it, and return whether that is so."""
        until = max(step.submission.may_be_sent_at for step in self.steps)
        if until <= time.monotonic() or (
            self.folder.is_done and not self._is_over and not self._is_at_folder()
        ):
            return False
        self._hold(self._throttled(math.ceil(until - time.monotonic())))
        self._countdown.start(until)
        return True

    def _throttled(self, seconds: int) -> BannerContent:
        words = self.tr("Nothing was sent yet. It is sent automatically in {time}, or press Clear.")
        title = self.tr("The service has asked to wait")
        return BannerContent(HARMLESS, title, words.format(time=result_texts.duration_text(seconds)))

    @Slot()
    def _on_ticked(self) -> None:
        """Say how long a press waits still, and carry it out in the end."""
        if self._countdown.seconds_left:
            self._show_notice(self._throttled(self._countdown.seconds_left))
        elif self._is_held:
            self._hold(None)
            # A page that is disabled as a whole is that of a window which is being closed.
            if self.isEnabled():
                self.make()

    def _show_notice(self, content: BannerContent) -> None:
        self.notice.show_content(content.state, content.title, content.message)

    @Slot()
    def _on_token_changed(self) -> None:
        """Carry out a press that has waited for the connection."""
        session = self._session
        if not self._is_held or session.is_connecting:
            return
        is_same = self._held_for in {None, session.account_key}
        self._hold(None)
        if is_same:
            self.make()
        else:
            self._show_notice(result_texts.chosen_meanwhile())

    def _reveal(self, first: RecipeStep) -> None:
        for step in reversed(self.steps):
            step.reveal_problems(step.own_problems)
        first.reveal_problems(first.own_problems)
        self._frame.fields.keep_in_sight(first)

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
        self._frame.fields.keep_in_sight(self.album.banner)

    @Slot()
    def _on_album_ready(self) -> None:
        if self.isEnabled() and self._is_at_folder():
            self.album.submission.submit()
        self._frame.fields.keep_in_sight(self.album.banner)

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
        self._frame.fields.keep_in_sight(self.album.banner)

    @property
    def _is_over(self) -> bool:
        """Whether both are created, and the fields are free for the next ones."""
        return self.album.is_over

    @Slot()
    def _on_progressed(self) -> None:
        if self.album.is_done and not self._is_busy and not self._is_over:
            for step in self.steps:
                step.prepare_next()
            self._hand_keyboard_on()
        self._show_progress()

    @Slot()
    def _hand_keyboard_on(self) -> None:
        """Put the keyboard into the first name, but not the end of what was typed while the fields were locked."""
        pause_left = self._typed_at + _TYPING_PAUSE - time.monotonic()
        if self.hasFocus() and pause_left > 0:
            QTimer.singleShot(round(pause_left * 1000) + 1, self, self._hand_keyboard_on)
        elif self.hasFocus():
            self.folder.focus_first()

    @Slot()
    def start_fresh(self) -> None:
        """Begin with another one, unless something is under way."""
        if self._is_sending:
            return
        self._hold(None)
        for step in self.steps:
            step.start_fresh()
        self._show_progress()
        self.folder.focus_first()

    @Slot()
    def _on_undo(self) -> None:
        outcome = self.folder.submission.outcome
        if outcome is not None and outcome.attempt_id is not None:
            self.undo_requested.emit(outcome.attempt_id)

    @Slot(object)
    def note_undone(self, attempt_id: int) -> None:
        """Begin again with the same names, where the folder of this page was taken back."""
        outcome = self.folder.submission.outcome
        if outcome is not None and outcome.attempt_id == attempt_id and not self._is_sending:
            for step in self.steps:
                step.forget()
            self._show_progress()

    @property
    def _is_sending(self) -> bool:
        return any(step.submission.is_busy for step in self.steps)

    @property
    def _is_busy(self) -> bool:
        return self._is_sending or self.album.is_looking or self._is_held

    @Slot()
    def _show_progress(self) -> None:
        done = self.tr("✓ Created. You can type the next one.") if self._is_over else self.tr("✓ Created.")
        self.folder.show_state(done if self.folder.is_done else self.tr("Step 1 of 2"))
        self.album.show_state(self._album_text())
        is_half_done = self.folder.is_done and not self.album.is_done
        self.create_button.setText(self.tr("&Create the album") if is_half_done else self.tr("&Create both"))
        if self._is_busy and self.window().focusWidget() in self._buttons:
            self._retain_focus()
        self.create_button.setEnabled(not self._is_busy)
        self.undo_button.setVisible(self._has_only_folder)
        self._frame.clear_button.setEnabled(not self._is_sending)

    @property
    def _buttons(self) -> tuple[QWidget, ...]:
        return self.create_button, self._frame.clear_button

    def _retain_focus(self) -> None:
        """Take the keyboard before the input that has it is disabled: Tab's next stop may be an action.

        Text typed meanwhile presses nothing here, and a message says that it is lost.
        """
        focused = self.window().focusWidget()
        inputs = [line for step in self.steps for line in step.inputs]
        if focused in self._buttons or (
            focused is not None and any(line is focused or line.isAncestorOf(focused) for line in inputs)
        ):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first name where it may be typed."""
        super().focusInEvent(event)
        if self._is_over and event.reason() == Qt.FocusReason.OtherFocusReason:
            self.folder.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show that typed text is lost while both are being created."""
        if (
            self.hasFocus()
            and (self._is_busy or self._is_over)
            and event.text().isprintable()
            and event.text().strip()
        ):
            self._typed_at = time.monotonic()
            step = self.album if self.folder.is_done else self.folder
            step.show_state(self.tr("What you type now is not kept: wait until both are created."))
        super().keyPressEvent(event)

    def _album_text(self) -> str:
        if self.album.is_done:
            return self.tr("✓ Created.")
        if self.album.is_looking:
            return self.tr("Step 2 of 2: looking into the new folder…")
        if self._has_only_folder:
            return self.tr(
                "Step 2 of 2: the folder stays. Press Create the album to try again, or take the folder back."
            )
        return self.tr("Step 2 of 2")

    @property
    def _has_only_folder(self) -> bool:
        """Whether the folder is created and its album was refused, or did not leave."""
        outcome = self.album.submission.outcome
        has_made_nothing = outcome is not None and outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.NOT_SENT}
        # With a fresh token it is sent by itself.
        waits = self.album.submission.is_busy or (outcome is not None and outcome.is_token_refused)
        return self.folder.is_done and not self.album.is_done and has_made_nothing and not waits
