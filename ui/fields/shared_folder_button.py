"""The button with which a shared folder is chosen instead of pasting its IDs, and the name of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter

from koodrive.core.lazy import load
from koodrive.messages import Message
from koodrive.rules.problems import Problem
from ui.core.icons import USUAL, icon_pixmap
from ui.core.theme import current
from ui.inputs.field import CompositeInput, Field
from ui.pickers.recent_bar import RecentStore
from ui.session.folder_names import FolderNames
from ui.texts.attempts import isolated
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import row
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.models import SharedFolder
    from ui.session.services import Services

FIELD = "sharedFolder"
_LONGEST_NAME = 200
_REST_MS = 150
"""Milliseconds without a change before the name is looked up, so that not every letter starts a look-up."""
_ICON_AT, _NAME_AT = 9, 38
"""Pixels from the left edge of the frame."""
_NOT_CONNECTED = Problem(
    "not_connected",
    Message("No account is connected. Connect one, then choose from its shared folders."),
)


class _FolderBox(CompositeInput):
    """A frame with the name of the folder, as far as there is one, and the button that changes it.

    Args:
        name: Shows the name.
        choose: The button.
    """

    def __init__(self, name: ElidedLabel, choose: PushButton) -> None:
        super().__init__()
        self._name = name
        self.set_first(choose)
        row(name, choose, stretch=name, margins=(_NAME_AT, 2, 2, 2), parent=self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the frame, the icon, and that nothing is chosen."""
        painter, middle = QPainter(self), self.height() // 2
        paint_round(painter, self.rect(), fill="card", frame="frame")
        painter.drawPixmap(_ICON_AT, middle - USUAL // 2, icon_pixmap("folder-shared"))
        if not self._name.text():
            painter.setPen(QColor(current()["quiet"]))
            painter.drawText(self._name.geometry(), Qt.AlignmentFlag.AlignVCenter, self.tr("None chosen"))


class SharedFolderChoice(Field):
    """Opens the picker and shows in which shared folder the album will be, as long as that is known.

    Args:
        form: First part of all object names: ``<form>.sharedFolder.choose`` and ``<form>.sharedFolder.name``.
        services: Connection whose shared folders can be chosen.

    Signals:
        chosen: The `SharedFolder` that the user has chosen (as object).
        seen: Folders that the picker has read (a tuple of `SharedFolder`, as object).
        create_requested: There is no shared folder, and the user wants to create one.
        named: Name of the folder that the IDs of the form belong to; empty while it is not known.
    """

    named = Signal(str)
    chosen = Signal(object)
    seen = Signal(object)
    create_requested = Signal()

    def __init__(self, form: str, services: Services, parent: QWidget | None = None) -> None:
        self._services = services
        self._session = session = services.session
        self._folder: SharedFolder | None = None
        self._place = session.account_key
        self._choose = PushButton(
            self.tr("Choose from a lis&t…"), name=f"{form}.{FIELD}.choose", role="small", in_form=True
        )
        self._name = ElidedLabel()
        self._ids: tuple[str, ...] = ()
        self._names = FolderNames(session)
        self._recent = RecentStore(session)
        parts = _FolderBox(self._name, self._choose)
        super().__init__(form, FIELD, "", parts, parent=parent)
        self._names.setParent(self)
        self._recent.setParent(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.set_label(self.tr("Shared folder"))
        self._hint = self.tr("Fills in both IDs. Or type them below.")
        self.set_help(self._hint)
        self._choose.setAccessibleName(self.tr("Choose a shared folder"))
        self._name.setObjectName(f"{form}.{FIELD}.name")
        self._choose.clicked.connect(self.open_picker)
        session.current_changed.connect(self._on_current_changed)
        self._rest.timeout.connect(self._look_up_name)
        self._names.changed.connect(self._show_known_name)

    @Slot()
    def open_picker(self) -> None:
        """Let the user choose a shared folder."""
        if self._session.current is None:
            self.set_verdict(None, _NOT_CONNECTED)
            return
        picker = load("ui.pickers.shared_folder_picker:SharedFolderPicker")(self._services, self.window())
        picker.chosen.connect(self.chosen)
        picker.seen.connect(self.seen)
        picker.create_requested.connect(self.create_requested)
        picker.open()

    def show_folder(self, folder: SharedFolder) -> None:
        """Show that the album will be in `folder`, and IDs that the list has left out; remember it as a recent one."""
        self._folder, self._place = folder, self._session.account_key
        self._rest.stop()
        self._show_name(folder.name, self.tr("In a shared folder without a name"))
        self.set_help(
            self.tr("Both IDs are filled in.")
            if folder.group_id
            else self.tr("The list does not tell the group ID of this folder. Type or paste it below.")
        )
        self._recent.save(lambda recent: recent.add_shared_folder(folder))

    def follow(self, group_id: str, share_folder_id: str) -> None:
        """Show the name of the folder that the IDs belong to, as far as it is known.

        Args:
            group_id: As it stands in the form.
            share_folder_id: The primary key, likewise.
        """
        folder = self._folder
        self._ids = tuple(one.strip() for one in (share_folder_id, group_id) if one.strip())
        if folder is not None and share_folder_id == folder.id and group_id == (folder.group_id or group_id):
            return
        self._reset()

    def _reset(self) -> None:
        """Show only what is known of the IDs."""
        self._folder = None
        self.set_help(self._hint)
        self._show_known_name()
        if self._ids:
            self._rest.start()
        else:
            self._rest.stop()

    @Slot()
    def _look_up_name(self) -> None:
        self._names.load_names(self._ids)

    @Slot()
    def _show_known_name(self) -> None:
        if self._folder is None:
            self._show_name(next(filter(None, map(self._names.name, self._ids)), ""))

    def _show_name(self, name: str, without: str = "") -> None:
        words = self.tr("In “{name}”").format(name=isolated(in_short(name, _LONGEST_NAME)))
        self._name.set_text(words if name else without)
        self.named.emit(name)

    @Slot()
    def _on_current_changed(self) -> None:
        self.set_verdict(None)
        if self._session.account_key != self._place:
            # The same IDs mean something else there, or nothing.
            self._place = self._session.account_key
            self._reset()
