"""The button with which a shared folder is chosen instead of pasting its IDs, and the name of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from koodrive.messages import Message
from koodrive.rules.problems import Problem
from ui.core.lazy import load
from ui.inputs.field import CompositeInput, Field
from ui.texts.attempts import isolated
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import SharedFolder
    from ui.session.services import Services

FIELD = "sharedFolder"
_LONGEST_NAME = 200
_NOT_CONNECTED = Problem(
    "not_connected",
    Message("No account is connected. Connect one, then choose from its shared folders."),
)


class SharedFolderChoice(Field):
    """Opens the picker and shows in which shared folder the album will be, as long as that is known.

    Args:
        form: First part of all object names: ``<form>.sharedFolder.choose`` and ``<form>.sharedFolder.name``.
        services: Connection whose shared folders can be chosen.

    Signals:
        chosen: The `SharedFolder` that the user has chosen (as object).
        seen: Folders that the picker has read (a tuple of `SharedFolder`, as object).
        create_requested: There is no shared folder, and the user wants to create one.
    """

    chosen = Signal(object)
    seen = Signal(object)
    create_requested = Signal()

    def __init__(self, form: str, services: Services, parent: QWidget | None = None) -> None:
        self._services = services
        self._session = session = services.session
        self._folder: SharedFolder | None = None
        self._place = session.account_key
        self._choose = PushButton(
            self.tr("Choose from a lis&t…"), name=f"{form}.{FIELD}.choose", in_form=True
        )
        self._name = ElidedLabel()
        parts = CompositeInput()
        parts.set_first(self._choose)
        super().__init__(form, FIELD, "", parts, parent=parent)
        self.set_label(self.tr("Shared folder"))
        self._hint = self.tr("Fills in both IDs. Or type them below.")
        self.set_help(self._hint)
        self._choose.setAccessibleName(self.tr("Choose a shared folder"))
        self._name.setObjectName(f"{form}.{FIELD}.name")
        row(self._choose, self._name, spacing=12, parent=parts).setStretch(1, 1)
        self._choose.clicked.connect(self.open_picker)
        session.current_changed.connect(self._on_current_changed)

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
        """Show that the album will be in `folder`, and IDs that the list has left out."""
        self._folder, self._place = folder, self._session.account_key
        words = self.tr("In “{name}”").format(name=isolated(in_short(folder.name, _LONGEST_NAME)))
        self._name.set_text(words if folder.name else self.tr("In a shared folder without a name"))
        self.set_help(
            self.tr("Both IDs are filled in.")
            if folder.group_id
            else self.tr("The list does not tell the group ID of this folder. Type or paste it below.")
        )

    def follow(self, group_id: str, share_folder_id: str) -> None:
        """Keep the name only as long as the IDs are those of the folder.

        Args:
            group_id: As it stands in the form.
            share_folder_id: The primary key, likewise.
        """
        folder = self._folder
        if folder is None or (share_folder_id == folder.id and group_id == (folder.group_id or group_id)):
            return
        self._reset()

    @Slot()
    def _on_current_changed(self) -> None:
        self.set_verdict(None)
        if self._session.account_key != self._place:
            # The same IDs mean something else there, or nothing.
            self._reset()

    def _reset(self) -> None:
        self._folder = None
        self._name.set_text("")
        self.set_help(self._hint)
