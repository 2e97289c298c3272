"""The two steps of the recipe: the shared folder, and the shared album in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from koodrive import rules, wire
from koodrive.deadline import Cancellation
from koodrive.models import AlbumKind, AlbumType, QueryType, RequestKind, ShareType
from ui.pages.recipe_step import RecipeStep
from ui.tasks import Lane
from ui.widgets.name_field import NameField
from ui.widgets.space_field import SpaceField
from ui.widgets.visible_text import in_short
from ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.lookups import Lookups
    from koodrive.models import Connection, CreatedSharedFolder, CreateRequest, SharedFolder
    from koodrive.rules import FieldValue, Problems
    from ui.session import Session
    from ui.tasks import Task

FOLDER_FORM, ALBUM_FORM = "recipeFolder", "recipeAlbum"
_MOST_PAGES = 20
_LONGEST_NAME = 80


class FolderStep(RecipeStep):
    """Creates the shared folder."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            FOLDER_FORM, RequestKind.SHARED_FOLDER, self.tr("The shared folder"), session, parent
        )
        self._name = NameField(
            self.kind,
            self.tr("&Name of the folder"),
            rules.SHARED_FOLDER_NAME_LIMIT,
            help_text=in_words(rules.HELP["name.sharedFolder"]),
            form=FOLDER_FORM,
        )
        self._space = SpaceField(FOLDER_FORM, session)
        for field in (self._name, self._space):
            self.add_field(field)
        self._space.filled.connect(self.on_edited)

    def _typed(self) -> dict[str, str]:
        return super()._typed() | {"containerId": self._space.typed}

    def fields(self) -> dict[str, FieldValue]:
        """Return what is sent; see `RecipeStep.fields`."""
        return {
            "shareType": str(ShareType.FAMILY.value),
            "name": self._name.text,
            "containerId": self._space.text,
        }

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_shared_folder`."""
        return rules.check_shared_folder(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_shared_folder`."""
        return rules.advise_shared_folder(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateSharedFolder` that `fields` stand for."""
        return wire.shared_folder_from_fields(fields)


class AlbumStep(RecipeStep):
    """Creates the shared album, once it is known in which folder.

    Signals:
        ready: The IDs of the folder are there.
    """

    ready = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(ALBUM_FORM, RequestKind.ALBUM, self.tr("The album in it"), session, parent)
        self._folder: CreatedSharedFolder | None = None
        self._group_id = ""
        self._task: Task | None = None
        self._name = NameField(
            self.kind,
            self.tr("Name of the al&bum"),
            rules.ALBUM_NAME_LIMIT,
            help_text=in_words(rules.HELP["name.manual"]),
            form=ALBUM_FORM,
        )
        self.add_field(self._name)

    @property
    def is_looking(self) -> bool:
        """Whether the group of the folder is being looked for."""
        return self._task is not None

    def put_into(self, folder: CreatedSharedFolder) -> None:
        """Take the IDs of `folder`, and `ready` when they are there: the service may have left one out."""
        self._folder = folder
        self._group_id = folder.group_id or self._group_id
        if self._group_id:
            self.ready.emit()
        else:
            self._look_for_group(folder)

    def tell_other_connection(self, connection: Connection | None) -> None:
        """Say that the folder was made with another connection than the one in use, so that nothing was sent.

        Args:
            connection: The one with which it was made.
        """
        self.banner.tell(
            "problem",
            self.tr("The folder was made with another connection"),
            self.tr(
                "Nothing was sent. Choose “{name}” below on the left again, then press Create the album."
            ).format(name=in_short(connection.name, _LONGEST_NAME) if connection else "–"),
        )

    def start_fresh(self) -> None:
        """Forget the folder, too; see `RecipeStep.start_fresh`."""
        self._folder, self._group_id = None, ""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().start_fresh()

    def fields(self) -> dict[str, FieldValue]:
        """Return what is sent; see `RecipeStep.fields`."""
        return {
            "type": str(AlbumType.MANUAL.value),
            "albumKind": str(AlbumKind.SHARED.value),
            "name": self._name.text,
            "groupId": self._group_id,
            "shareFolderId": self._folder.id if self._folder else "",
        }

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_album`."""
        return rules.check_album(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_album`."""
        return rules.advise_album(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateAlbum` that `fields` stand for."""
        return wire.album_from_fields(fields)

    def _look_for_group(self, folder: CreatedSharedFolder) -> None:
        session = self.session
        connection, token = session.current, session.token
        if connection is None or token is None:
            self._tell_no_group()
            return
        desk, cancellation = session.desk, Cancellation()
        self._task = session.runner.start(
            Lane.LOOKUP,
            lambda: _found(desk.lookups(connection, token), folder.id, cancellation),
            cancellation=cancellation,
        )
        self._task.succeeded.connect(self._on_found)
        self._task.failed.connect(self._on_not_found)

    @Slot(object)
    def _on_found(self, found: SharedFolder | None) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if found is None or not found.group_id:
            self._tell_no_group()
        else:
            self._group_id = found.group_id
            self.ready.emit()

    @Slot(object)
    def _on_not_found(self, error: Exception) -> None:
        if self.sender() is self._task:
            self._task = None
            self._tell_no_group(in_words(getattr(error, "message", "")))

    def _tell_no_group(self, reason: str = "") -> None:
        self.banner.tell(
            "problem",
            self.tr("The folder is made, but its group ID is not known yet"),
            self.tr("The service did not name it. Press Create the album to look for it again. {reason}")
            .format(reason=reason)
            .strip(),
        )


def _found(lookups: Lookups, folder_id: str, cancellation: Cancellation) -> SharedFolder | None:
    """Return the row of a shared folder that was made a moment ago, so that it stands near the beginning."""
    offset = 0
    for _ in range(_MOST_PAGES):
        page = lookups.shared_folders(
            query_type=QueryType.CREATED_BY_ME, offset=offset, cancellation=cancellation
        )
        for row in page.rows:
            if row.id == folder_id:
                return row
        if page.next_offset is None:
            break
        offset = page.next_offset
    return None
