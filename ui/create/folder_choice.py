"""The folder fields of the album page: choosing from a tree, and names beside the IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from koodrive import rules
from koodrive.core.lazy import load
from ui.pickers.folder_selection import FolderPick
from ui.session.folder_names import FolderNames
from ui.texts.folders import folder_name
from ui.texts.translate import translated

if TYPE_CHECKING:
    from ui.fields.id_list import IdListField
    from ui.inputs.field import TextField
    from ui.session.services import Services

_REST_MS = 150
"""Milliseconds without a change before names of IDs are looked up, so that not every letter starts a look-up."""


class FolderFieldController(QObject):
    """Connects the fields that hold folder IDs with the folder picker and the names.

    Args:
        services: The connection in use is asked.
        folders: The folders; it owns this object.
        parent_folder: The folder that holds all of them.
        space: The space that they are in.
    """

    def __init__(
        self, services: Services, folders: IdListField, parent_folder: TextField, space: TextField
    ) -> None:
        super().__init__(folders)
        self._services = services
        session = services.session
        self._folders = folders
        self._parent_folder = parent_folder
        self._space = space
        self._names = FolderNames(session, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_up_names)
        folders.list.choose_requested.connect(self._choose)
        folders.list.changed.connect(self._look_up_names_later)
        parent_folder.line.textChanged.connect(self._look_up_names_later)
        session.current_changed.connect(self._look_up_names)
        self._names.changed.connect(self._show)

    @Slot()
    def _choose(self) -> None:
        self._folders.list.commit_entry()
        begin = FolderPick(
            self._space.text.strip(), self._parent_folder.text.strip(), tuple(self._folders.list.ids)
        )
        picker = load("ui.pickers.folder_picker:FolderPicker")(self._services, begin, self._folders.window())
        picker.picked.connect(self._apply)
        picker.open()

    @Slot(object)
    def _apply(self, pick: FolderPick) -> None:
        self._names.add_names(pick.names)
        self._space.set_text(pick.container_id)
        self._parent_folder.set_text(pick.parent_folder_id)
        self._folders.list.set_ids(list(pick.folder_ids))
        self._show()

    @Slot()
    def _look_up_names_later(self) -> None:
        self._show()
        if self._folders.list.ids or self._parent_folder.text:
            self._rest.start()

    @Slot()
    def _look_up_names(self) -> None:
        self._names.load_names([*self._folders.list.ids, self._parent_folder.text.strip()])

    @Slot()
    def _show(self) -> None:
        """Show the names that are known; cheap where nothing has changed."""
        known = {one: self._names.name(one) for one in self._folders.list.ids}
        self._folders.list.set_names({one: name for one, name in known.items() if name})
        help_text = translated(rules.HELP["scopeParentFolderId"])
        name = self._names.name(self._parent_folder.text.strip())
        if name:
            help_text = self.tr("“{name}”. {help}").format(name=folder_name(name), help=help_text)
        self._parent_folder.set_help(help_text)
