"""The page New album: every field of create-album, each with the choice that needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from koodrive import rules
from koodrive.models import AlbumKind, AlbumType, ScopeKind, SharedFolder
from koodrive.rules.names import ALBUM_NAME_LIMIT
from ui.create.folder_choice import FolderFieldController
from ui.create.page import CreatePage
from ui.create.spec import ALBUM
from ui.fields.id_line import clean_pasted_ids
from ui.fields.id_list import IdListField
from ui.fields.name_field import NameField
from ui.fields.share_folder_id_field import ShareFolderIdField
from ui.fields.shared_folder_button import FIELD, SharedFolderChoice
from ui.inputs.choice_field import FlagsField, Option, TileField
from ui.inputs.field import TextField
from ui.texts.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from koodrive.models import CreatedSharedFolder
    from koodrive.rules.problems import Problems
    from ui.create.spec import FormFields
    from ui.session.services import Services

MANUAL, COLLECTION = str(AlbumType.MANUAL.value), str(AlbumType.COLLECTION.value)
PERSONAL, SHARED = str(AlbumKind.PERSONAL.value), str(AlbumKind.SHARED.value)
_COLLECTION_FIELDS = ("scopeDir", "scopeParentFolderId", "scopeKind", "containerId")
_SHARED_FIELDS = (FIELD, "groupId", "shareFolderId")


class AlbumPage(CreatePage):
    """Creates albums; fields that the chosen type or kind does not use are hidden and keep their content.

    Signals:
        shared_folder_requested: There is no shared folder to choose from, and the user wants to create one.
    """

    shared_folder_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        title, label = self.tr("New album"), self.tr("&Create album")
        super().__init__(ALBUM, title, label, services, parent, in_parts=in_parts)

    def _build_fields(self) -> Iterator[None]:
        self._build_choices()
        self._name = NameField(self.kind, self.tr("&Name"), ALBUM_NAME_LIMIT)
        self.add_field(self._name)
        yield
        self._build_shared_fields()
        yield
        self._build_collection_fields()
        yield
        self._build_space_fields()

    def _build_choices(self) -> None:
        form = self.kind.value
        self._type = TileField(
            form,
            "type",
            self.tr("Type"),
            (
                Option(
                    MANUAL, self.tr("Manual"), self.tr("People add the pictures themselves."), "album-plus"
                ),
                Option(
                    COLLECTION,
                    self.tr("C&ollection"),
                    self.tr("Fills itself from folders you choose."),
                    "folder-in",
                ),
            ),
        )
        self._kind = TileField(
            form,
            "albumKind",
            self.tr("Who is it for?"),
            (
                Option(PERSONAL, self.tr("&Just me"), self.tr("A personal album of this user."), "person"),
                Option(
                    SHARED,
                    self.tr("Mem&bers of a shared folder"),
                    self.tr("Everybody in the folder sees it."),
                    "people",
                ),
            ),
        )
        for choice, default in ((self._type, MANUAL), (self._kind, PERSONAL)):
            choice.set_value(default)
            self.add_field(choice)
            choice.changed.connect(self._show_used_fields)

    def _build_shared_fields(self) -> None:
        form = self.kind.value
        self._folder_choice = SharedFolderChoice(form, self.services)
        self.add_field(self._folder_choice)
        self._group_id = self._text_field("groupId", self.tr("&Group ID"))
        self._share_folder_id = ShareFolderIdField(
            form,
            self.tr("Folder ID (primary &key)"),
            self.session,
            help_text=translated(rules.HELP["shareFolderId"]),
        )
        clean_pasted_ids(self._share_folder_id)
        self.add_field(self._share_folder_id)
        self._shared_ids = self._frame.add_pair(self._group_id, self._share_folder_id)
        for field in (self._group_id, self._share_folder_id):
            field.line.textChanged.connect(self._on_shared_ids_changed)
        self._folder_choice.named.connect(self.preview.set_folder)
        self._folder_choice.chosen.connect(self._on_folder_chosen)
        self._folder_choice.seen.connect(self._share_folder_id.known.add_folders)
        self._folder_choice.create_requested.connect(self.shared_folder_requested)
        self._share_folder_id.offer_accepted.connect(self._on_folder_chosen)
        self._share_folder_id.choose_requested.connect(self._folder_choice.open_picker)

    def _build_collection_fields(self) -> None:
        form = self.kind.value
        self._scope_dir = IdListField(
            form,
            "scopeDir",
            self.tr("Folders to collect fro&m"),
            help_text=translated(rules.HELP["scopeDir"]),
        )
        self.add_field(self._scope_dir)
        self._parent_id = self._text_field("scopeParentFolderId", self.tr("Parent &folder ID"))
        self._scope_kind = FlagsField(
            form,
            "scopeKind",
            self.tr("What to collect"),
            (
                Option(ScopeKind.IMAGES.value, self.tr("P&ictures")),
                Option(ScopeKind.VIDEOS.value, self.tr("&Videos")),
            ),
        )
        self._scope_kind.set_value(ScopeKind.IMAGES_AND_VIDEOS.value)
        self.add_field(self._scope_kind)

    def _build_space_fields(self) -> None:
        self._container_id = self.add_space(
            self.tr("&Space ID (optional)"), translated(rules.HELP["containerId.album"])
        )
        self._folder_picking = FolderFieldController(
            self.services, self._scope_dir, self._parent_id, self._container_id
        )

    def _text_field(self, api_field: str, label: str) -> TextField:
        field = TextField(self.kind.value, api_field, label, help_text=translated(rules.HELP[api_field]))
        clean_pasted_ids(field)
        self.add_field(field)
        return field

    def fill(self, fields: FormFields) -> None:
        """Put `fields` into the form; folders without a space leave the space empty."""
        super().fill(fields)
        if fields.get("scopeDir") and not fields.get("containerId"):
            # Folders that come from elsewhere need not be in the space of the user in use.
            self._container_id.leave_empty()
        self._show_used_fields()

    def commit_typing(self) -> None:
        """Add a folder ID that stands in the entry line of the list."""
        if self._type.value == COLLECTION:
            self._scope_dir.list.commit_entry()

    def names_list(self, problems: Problems) -> bool:
        """Return whether the list is known: that of a shared album is the one of its group."""
        return self._kind.value != SHARED or "groupId" not in problems

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the form, the folder ID not yet added included."""
        return super().has_unsaved_input or self._scope_dir.list.has_open_entry

    def share_in(self, folder: CreatedSharedFolder, name: str) -> None:
        """Prepare a shared album in a shared folder: its two IDs carried over, the name of the album still to give.

        Args:
            folder: The folder, as the service has answered.
            name: Its name, to be shown beside the IDs.
        """
        self.start_fresh({"albumKind": SHARED, "groupId": folder.group_id or "", "shareFolderId": folder.id})
        self._folder_choice.show_folder(SharedFolder(folder.id, name, group_id=folder.group_id))

    @Slot(object)
    def _on_folder_chosen(self, folder: SharedFolder) -> None:
        self._group_id.set_text(folder.group_id or "")
        self._share_folder_id.set_text(folder.id)
        self._folder_choice.show_folder(folder)

    @Slot()
    def _on_shared_ids_changed(self) -> None:
        self._folder_choice.follow(self._group_id.text, self._share_folder_id.text)

    @Slot()
    def _show_used_fields(self) -> None:
        is_collection, is_shared = self._type.value == COLLECTION, self._kind.value == SHARED
        for name in _COLLECTION_FIELDS:
            self.field(name).setVisible(is_collection)
        for name in _SHARED_FIELDS:
            self.field(name).setVisible(is_shared)
        self._shared_ids.setVisible(is_shared)
        self._name.set_label(self.tr("&Name (optional)") if is_collection else self.tr("&Name"))
        self._name.set_help(translated(rules.HELP["name.collection" if is_collection else "name.manual"]))
