"""How what a form holds is judged and becomes a request, of albums and of shared folders; mixed into a `CreateForm`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import rules
from koodrive.api import serialization

if TYPE_CHECKING:
    from koodrive.models import CreateRequest
    from koodrive.rules.problems import FieldValue, Problems


class AlbumContent:
    """An album."""

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_album`."""
        return rules.check_album(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_album`."""
        return rules.advise_album(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateAlbum` that `fields` stand for."""
        return serialization.album_from_fields(fields)


class SharedFolderContent:
    """A shared folder."""

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_shared_folder`."""
        return rules.check_shared_folder(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_shared_folder`."""
        return rules.advise_shared_folder(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateSharedFolder` that `fields` stand for."""
        return serialization.shared_folder_from_fields(fields)
