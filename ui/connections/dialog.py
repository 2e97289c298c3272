"""Dialog that adds or changes a connection: fields, sign in, test, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from koodrive.connections.store import new_connection_id
from ui.connections.form import FORM, ConnectionForm
from ui.connections.jobs import ConnectionJobs
from ui.connections.keyring_status import KeyringStatus
from ui.connections.save import KEEP_FOR_SESSION, TRY_AGAIN, SaveJob
from ui.core import theme
from ui.inputs.form_area import SCROLL_BAR_GAP, ScrollableForm
from ui.widgets.auto_size_dialog import ROOM_FOR_FRAME, AutoHeightDialog
from ui.widgets.banner import Banner
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row
from ui.widgets.question import DiscardQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import Connection
    from ui.session.session import Session

FORM_WIDTH = 512


class ConnectionDialog(AutoHeightDialog):
    """Adds or changes a connection; open it with `open`, and make a new one each time.

    Args:
        session: Where connections, keyring and task runner come from.
        connection: Connection to change; None to add one.

    Signals:
        saved: The `Connection`, after it and its secrets are stored; the dialog closes then.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, connection: Connection | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._connection_id = connection.connection_id if connection else new_connection_id()
        others = [item.name for item in session.connections if item.connection_id != self._connection_id]
        self._form = ConnectionForm(session.runner, connection, others, parent=self)
        width = min(theme.scaled(FORM_WIDTH), self.screen().availableGeometry().width() - 2 * ROOM_FOR_FRAME)
        self._area = ScrollableForm(self._form, width + SCROLL_BAR_GAP, self)
        self._banner = Banner(FORM)
        self._test = PushButton(self.tr("Test &connection"), name=f"{FORM}.test")
        self._cancel = PushButton(self.tr("Cancel"), name=f"{FORM}.cancel")
        self._save = PushButton(self.tr("&Save"), name=f"{FORM}.save", role="primary")
        self._keyring = KeyringStatus(session, self._form.credentials, connection, self)
        # It has filled in the ID of an app.
        self._form.mark_unchanged()
        self._jobs = ConnectionJobs(
            session, self._form, self._connection_id, self._banner, test=self._test, parent=self
        )
        self._saving = SaveJob(session, self._banner, self._keyring, before=connection, parent=self)
        self._question: DiscardQuestion | None = None
        self._focus_before: QWidget | None = None
        self.setWindowTitle(self.tr("Edit connection") if connection else self.tr("New connection"))
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.setObjectName("connectionDialog")
        self._save.setDefault(True)
        margins = self.column.contentsMargins()
        margins.setRight(margins.right() - SCROLL_BAR_GAP)
        self.column.setContentsMargins(margins)
        self.column.addWidget(PlainLabel(self.windowTitle(), role="pageTitle"))
        self.column.addWidget(self._area, stretch=1)
        self.column.addLayout(row(self._banner, margins=(0, 0, SCROLL_BAR_GAP, 0)))
        self.set_foot(self._test, 1, self._cancel, self._save)

    def _connect(self) -> None:
        self._form.advanced.unfolded.connect(self._on_unfolded)
        # The room of a verdict is kept while fields are edited, so that Test connection stays under the mouse.
        self._form.advanced.folded.connect(self.shrink_to_fit)
        self._test.clicked.connect(self.fix_height)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self._banner.action_chosen.connect(self._on_action)
        self._jobs.problem_shown.connect(self._scroll_to_problem)
        self._jobs.scroll_requested.connect(self._area.keep_in_sight)
        self._jobs.busy_changed.connect(self._on_busy_changed)
        self._saving.busy_changed.connect(self._on_busy_changed)
        self._saving.saved.connect(self._on_saved)
        self.finished.connect(self._on_closed)

    def require_token(self) -> None:
        """Require the secret, because the connection cannot be used without it, and move the focus there."""
        self._form.credentials.require()
        self._scroll_to_problem()

    @Slot()
    def shrink_to_fit(self) -> None:
        """Shrink to the height of the fields that are visible now."""
        # What has gone just now would still count; with a banner that comes it would even grow.
        self._area.updateGeometry()
        super().shrink_to_fit()

    def reject(self) -> None:
        """Stop a running job or ask about changes, else close; Escape and the window's close button call this."""
        if self._saving.is_busy:
            self._saving.stop_waiting()
        elif self._jobs.is_signing_in:
            self._jobs.stop_signing_in()
        elif self._form.is_changed:
            self._ask_to_discard()
        else:
            super().reject()

    @Slot()
    def _on_save(self) -> None:
        self._form.when_ready(self._start_saving)

    def _start_saving(self) -> None:
        if self._is_ready_to_save():
            self._jobs.once_signed_in(self._store)

    def _save_for_session(self) -> None:
        if self._is_ready_to_save():
            self._jobs.once_signed_in(self._store_for_session)

    def _store(self) -> None:
        self._saving.start(self._form.connection(self._connection_id), self._form.secrets())

    def _store_for_session(self) -> None:
        self._saving.save_for_session(self._form.connection(self._connection_id), self._form.secrets())

    def _is_ready_to_save(self) -> bool:
        if self._saving.is_busy or self._jobs.is_signing_in:
            return False
        self._jobs.dismiss()
        self._banner.clear()
        has_problems = self._form.reveal_problems()
        if has_problems:
            self._scroll_to_problem()
        return not has_problems

    @Slot()
    def _scroll_to_problem(self) -> None:
        self._area.keep_in_sight(self.focusWidget())

    @Slot()
    def _on_unfolded(self) -> None:
        self._area.keep_in_sight(self._form.advanced.first)

    @Slot(str)
    def _on_action(self, action: str) -> None:
        self._jobs.act(action)
        if action == TRY_AGAIN:
            self._on_save()
        elif action == KEEP_FOR_SESSION:
            self._save_for_session()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        if busy and self._focus_before is None:
            self._focus_before = self.focusWidget()
            # Qt would move the keyboard on to Cancel, and an Enter that is held would press that.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self._form, self._test, self._save):
            widget.setEnabled(not busy)
        if not busy and self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    @Slot(object)
    def _on_saved(self, connection: Connection) -> None:
        self.saved.emit(connection)
        self.accept()

    @Slot()
    def _on_closed(self) -> None:
        for part in (self._keyring, self._jobs, self._saving, self._form.advanced.network.ca_file):
            part.detach()
        self.deleteLater()

    def _ask_to_discard(self) -> None:
        if self._question is None:
            self._question = DiscardQuestion(FORM, self)
            self._question.discard.clicked.connect(self._discard)
        self._question.open()

    @Slot()
    def _discard(self) -> None:
        super().reject()
