"""The two steps of the recipe: the shared folder, and the shared album in it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from koodrive import rules
from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError, RefusedError, is_token_error
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, QueryType, ShareType
from koodrive.rules.names import ALBUM_NAME_LIMIT, SHARED_FOLDER_NAME_LIMIT
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.create import result_texts
from ui.create.banner_content import BannerAction, BannerContent
from ui.create.spec import ALBUM, SHARED_FOLDER
from ui.fields.name_field import NameField
from ui.fields.space_field import SpaceField
from ui.recipe.step import RecipeStep
from ui.texts.connections import connection_text
from ui.texts.translate import translated
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.backend.backend import Backend
    from koodrive.listing.lookups import Lookups
    from koodrive.models import Connection, CreatedSharedFolder
    from koodrive.rules.problems import FieldValue
    from ui.session.services import Services

FOLDER_FORM, ALBUM_FORM = "recipeFolder", "recipeAlbum"
_MOST_PAGES = 20
_LONGEST_NAME = 80

_log = logging.getLogger(__name__)


class FolderStep(RecipeStep):
    """Creates the shared folder."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(FOLDER_FORM, SHARED_FOLDER, self.tr("The shared folder"), services, parent)
        self._name = NameField(
            self.kind,
            self.tr("&Name of the folder"),
            SHARED_FOLDER_NAME_LIMIT,
            help_text=translated(rules.HELP["name.sharedFolder"]),
            form=FOLDER_FORM,
        )
        self._space = SpaceField(FOLDER_FORM, services.spaces)
        for field in (self._name, self._space):
            self.add_line(field)
        # The next step is that album.
        self.banner.exclude_actions(BannerAction.SHARED_ALBUM)
        self._space.filled.connect(self.on_edited)

    def _typed(self) -> dict[str, str]:
        return super()._typed() | {"containerId": self._space.typed}

    def fields(self) -> dict[str, FieldValue]:
        """Return the content by API field name, with the constants of this step."""
        return {"shareType": str(ShareType.FAMILY.value), **super().fields()}


class AlbumStep(RecipeStep):
    """Creates the shared album, once it is known in which folder.

    Signals:
        ready: The IDs of the folder are there.
    """

    ready = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(ALBUM_FORM, ALBUM, self.tr("The album in it"), services, parent)
        self._folder: CreatedSharedFolder | None = None
        self._folder_name = ""
        self._group_id = ""
        self._recorded_group = ""
        """Group whose albums were recorded."""
        self._is_token_awaited = False
        self._is_renewed = False
        self._search = LatestTask(services.session.runner, self)
        self._name = NameField(
            self.kind,
            self.tr("Name of the al&bum"),
            ALBUM_NAME_LIMIT,
            help_text=translated(rules.HELP["name.manual"]),
            form=ALBUM_FORM,
        )
        self.add_line(self._name)
        self.prompt.renewed.connect(self._on_renewed)

    @property
    def is_looking(self) -> bool:
        """Whether the group of the folder and its albums are being read."""
        return self._search.is_running

    def set_folder(self, folder: CreatedSharedFolder, name: str) -> None:
        """Take the IDs of `folder`, looking for the one that the service may have left out; `ready` follows.

        Args:
            folder: Folder that the first step has created.
            name: Its name.
        """
        session = self.session
        connection, token = session.current, session.token
        if self._search.is_running:
            return
        self._folder, self._folder_name = folder, name
        self._group_id = folder.group_id or self._group_id
        if connection is None or token is None:
            self.submission.result.show_content(result_texts.connection_missing(session))
            return
        if self._group_id and (self._recorded_group == self._group_id or session.is_token_rejected):
            self.ready.emit()
            return
        backend, cancellation = session.backend, Cancellation()
        self._is_token_awaited = False
        self._search.start(
            Lane.READ,
            lambda: find_group(folder, name, backend, connection, token, cancellation=cancellation),
            self._on_group_found,
            self._on_group_failed,
            key="recipe",
            cancellation=cancellation,
        )
        self.progressed.emit()

    def show_other_connection(self, connection: Connection | None) -> None:
        """Show that the folder belongs to another connection, so that nothing was sent.

        Args:
            connection: The one with which it was made.
        """
        words = self.tr(
            "Nothing was sent. Choose “{name}” below on the left again, then press Create the album."
        )
        name = connection_text(connection.connection_id, connection.name) if connection else "–"
        self.submission.result.show_content(
            BannerContent(
                "problem",
                self.tr("The folder was created with another connection"),
                words.format(name=in_short(name, _LONGEST_NAME)),
            )
        )

    def forget(self) -> None:
        """Forget the folder, too."""
        self._folder, self._folder_name = None, ""
        self._group_id = self._recorded_group = ""
        self._is_token_awaited = self._is_renewed = False
        self.prompt.dismiss()
        self._search.cancel()
        super().forget()

    def fields(self) -> dict[str, FieldValue]:
        """Return the content by API field name, with the constants of this step."""
        return {
            "type": str(AlbumType.MANUAL.value),
            "albumKind": str(AlbumKind.SHARED.value),
            **super().fields(),
            "groupId": self._group_id,
            "shareFolderId": self._folder.id if self._folder else "",
        }

    def _on_group_found(self, group_id: str) -> None:
        self._is_renewed = False
        self._group_id = self._recorded_group = group_id
        self.progressed.emit()
        if group_id:
            self.ready.emit()
        else:
            self._show_no_group()

    def _on_group_failed(self, error: Exception) -> None:
        self.progressed.emit()
        self._show_no_group(translated(getattr(error, "message", "")))
        if is_token_error(error):
            self._is_token_awaited = True
            # A session that was renewed a moment ago is not renewed over and over.
            self.prompt.ask("", may_refresh=not self._is_renewed)

    @Slot()
    def _on_renewed(self) -> None:
        if self._is_token_awaited and self._folder is not None:
            self._is_renewed = True
            self.set_folder(self._folder, self._folder_name)

    def _show_no_group(self, reason: str = "") -> None:
        words = self.tr("The service did not name it. Press Create the album to look for it again. {reason}")
        self.submission.result.show_content(
            BannerContent(
                "problem",
                self.tr("The folder was created, but its group ID is not known yet"),
                words.format(reason=reason).strip(),
            )
        )


def find_group(
    folder: CreatedSharedFolder,
    name: str,
    backend: Backend,
    connection: Connection,
    token: str,
    *,
    cancellation: Cancellation,
) -> str:
    """Return the group of a shared folder; empty where it is not listed, or not with its group.

    Its albums are recorded, so that an album whose answer is lost can be distinguished from older ones.

    Args:
        folder: The folder; a group that its answer has named is taken.
        name: Its name.
        backend: Backend that reads the lists; blocks.
        connection: Service address and user of the folder.
        token: Access token.
        cancellation: Ends the calls within a second.

    Raises:
        KoodriveError: When the folders cannot be listed.
    """
    group_id = folder.group_id or _group_of(backend.lookups(connection, token), folder.id, name, cancellation)
    if group_id:
        album = CreateAlbum(AlbumType.MANUAL, AlbumKind.SHARED, group_id=group_id)
        try:
            backend.snapshot_list(album, connection, token, cancellation)
        except KoodriveError as error:
            # It costs that knowledge only.
            _log.info("the albums of a new folder could not be read: %s", type(error).__name__)
    return group_id


def _group_of(lookups: Lookups, folder_id: str, name: str, cancellation: Cancellation) -> str:
    """Look among the folders of this name, which are few however many there are, and then among all."""
    for key_word in dict.fromkeys((name, "")):
        try:
            folder = lookups.find_shared_folder(
                lambda row: row.id == folder_id,
                key_word=key_word,
                query_type=QueryType.CREATED_BY_ME,
                most_pages=_MOST_PAGES,
                cancellation=cancellation,
            )
        except RefusedError as error:
            if not key_word or type(error) is not RefusedError:
                raise
            # Some names may be none that this service can look for.
            folder = None
        if folder is not None:
            return folder.group_id or ""
    return ""
