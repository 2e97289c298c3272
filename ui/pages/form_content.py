"""What a form that sends requests says about what it holds, of albums and of shared folders, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import rules, wire

if TYPE_CHECKING:
    from koodrive.models import CreateRequest
    from koodrive.rules import FieldValue, Problems


class FormContent:
    """To be mixed into a widget, which says what its `fields` hold."""

    def fields(self) -> dict[str, FieldValue]:
        """Return what the form holds now, by API field name, hidden fields included."""
        raise NotImplementedError

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Return all problems of `fields`."""
        raise NotImplementedError

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Return what deserves a second look in `fields`."""
        raise NotImplementedError

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the request that `fields` stand for, complete or not."""
        raise NotImplementedError

    def commit_typing(self) -> None:
        """Take into `fields` what is typed but not yet part of them."""


class AlbumContent(FormContent):
    """An album."""

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_album`."""
        return rules.check_album(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_album`."""
        return rules.advise_album(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateAlbum` that `fields` stand for."""
        return wire.album_from_fields(fields)


class SharedFolderContent(FormContent):
    """A shared folder."""

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Judge by `rules.check_shared_folder`."""
        return rules.check_shared_folder(fields)

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Advise by `rules.advise_shared_folder`."""
        return rules.advise_shared_folder(fields)

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the `CreateSharedFolder` that `fields` stand for."""
        return wire.shared_folder_from_fields(fields)
