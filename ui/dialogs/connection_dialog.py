"""The dialog that adds a connection or changes one: fields, test, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from koodrive.profiles import new_connection_id
from ui.dialogs.connection_form import FORM, ConnectionForm
from ui.dialogs.connection_saving import KEEP_FOR_SESSION, TRY_AGAIN, ConnectionSaving
from ui.dialogs.connection_trial import STOP, ConnectionTrial
from ui.dialogs.form_area import FormArea
from ui.dialogs.keyring_line import KeyringLine
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.session import Session

WIDTH = 560


class ConnectionDialog(QDialog):
    """Adds a connection or changes one; to be opened with `open`, and made anew each time.

    Args:
        session: Where connections, keyring and task runner come from.
        connection: What to change; None to add one.

    Signals:
        saved: The `Connection`, after it and its token are stored; the dialog closes then.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, connection: Connection | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connectionDialog")
        self.setWindowTitle(self.tr("Edit connection") if connection else self.tr("New connection"))
        self._connection_id = connection.connection_id if connection else new_connection_id()
        others = [item.name for item in session.connections if item.connection_id != self._connection_id]
        self._form = ConnectionForm(connection, others)
        self._banner = Banner(FORM)
        self._test = QPushButton(self.tr("Test &connection"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._save = QPushButton(self.tr("&Save"))
        self._trial = ConnectionTrial(session, self._banner, self._test, self)
        self._saving = ConnectionSaving(session, self._banner, is_new=connection is None, parent=self)
        self._keyring = KeyringLine(session, self._form.token, connection, self)
        self._build_ui()
        self._connect()
