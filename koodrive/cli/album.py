"""The group ``koodrive album``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koodrive.cli.commands import Group, command
from koodrive.cli.options import ALWAYS, CONNECT, SEND, CommonOptions
from koodrive.core.lazy import load
from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, RequestKind, ScopeKind

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode

_TYPES = {"manual": AlbumType.MANUAL, "collection": AlbumType.COLLECTION}
_KINDS = {"personal": AlbumKind.PERSONAL, "shared": AlbumKind.SHARED}
_MEDIA = {"images": ScopeKind.IMAGES, "videos": ScopeKind.VIDEOS, "both": ScopeKind.IMAGES_AND_VIDEOS}
_COLLECTION_ONLY = {"dirs": "--dir", "parent": "--parent", "media": "--media", "space": "--space"}
_COLLECTION_WORDS = Message(
    "{option} does not go with the other options. It is for collection albums only. Add --type collection, or leave"
    " {option} out."
)
_SHARED_WORDS = Message(
    "{option} does not go with the other options. It is for shared albums only. Add --kind shared, or leave {option}"
    " out."
)
_SHARED_ONLY = {"group": "--group", "share_folder": "--share-folder", "folder": "--in"}


@command(
    name="create",
    runs="koodrive.cli.album:send",
    common=(*CONNECT, *ALWAYS, *SEND),
    examples="""
koodrive album create --name "Holiday 2026" --connection Work
koodrive album create --name Team --in "Project Alpha" --connection Work
koodrive album create --dir 4301 --dir 4302 --parent 4300 --media images --connection Work
koodrive album create --name Try --sandbox --json
koodrive album create --name Try --service-address https://koodrive.example.com --user-id 4711 \\
    --token-stdin < token.txt
""",
)
@click.option("--name", metavar="TEXT", help=Message("1 to 20 characters; a collection album may have none."))
@click.option(
    "--type",
    "album_type",
    type=click.Choice(list(_TYPES)),
    help=Message(
        "How it gets its pictures: by hand, or from folders. Default: collection with --dir, else manual."
    ),
)
@click.option(
    "--kind",
    "album_kind",
    type=click.Choice(list(_KINDS)),
    help=Message("Who it is for. Default: shared with --in or --group, else personal."),
)
@click.option(
    "--dir",
    "dirs",
    multiple=True,
    metavar="ID",
    help=Message("Folder to collect from; 1 to 30, one each time."),
)
@click.option("--parent", metavar="ID", help=Message("Folder that holds all of them."))
@click.option("--media", type=click.Choice(list(_MEDIA)), help=Message("What is collected."))
@click.option("--space", metavar="ID", help=Message("Space that the folders are in; optional."))
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    help=Message("Shared folder of the history to put it in: its name or one of its IDs."),
)
@click.option("--group", metavar="ID", help=Message("Group ID of the shared folder, with --share-folder."))
@click.option(
    "--share-folder",
    metavar="ID",
    help=Message("Primary key of the shared folder, a number; not its file ID."),
)
def create() -> None:
    """Create one album, and print its ID.

    It is written into the history before it is sent, and sent once. What exists already, or may exist, is held back
    (exit code 6) unless --again is given. A lost answer is no reason to send it again: look with
    'koodrive resolve', or give --wait-resolve.
    """


def send(options: CommonOptions, **values: str | tuple[str, ...] | None) -> ExitCode:
    """Create the album of the options.

    Raises:
        click.UsageError: When some of them exclude each other.
        KoodriveError: When it was not sent.
    """
    fields, folder = album_fields(values), _text(values["folder"])
    code: ExitCode = load("koodrive.cli.fields:create_announced")(
        options, RequestKind.ALBUM, fields, folder=folder, is_whole=not folder
    )
    return code


def album_fields(values: dict[str, str | tuple[str, ...] | None]) -> dict[str, str | list[str]]:
    """Return the API's fields for the options.

    Raises:
        click.UsageError: When some of them exclude each other; they would not be sent.
    """
    album_type = _TYPES[_text(values["album_type"]) or ("collection" if values["dirs"] else "manual")]
    is_shared = any(values[name] for name in _SHARED_ONLY)
    album_kind = _KINDS[_text(values["album_kind"]) or ("shared" if is_shared else "personal")]
    if album_type is AlbumType.MANUAL:
        _require_none(values, _COLLECTION_ONLY, _COLLECTION_WORDS)
    if album_kind is AlbumKind.PERSONAL:
        _require_none(values, _SHARED_ONLY, _SHARED_WORDS)
    if values["folder"] and (values["group"] or values["share_folder"]):
        raise click.UsageError(
            Message("--in names the shared folder already. Leave out --group and --share-folder.")
        )
    fields: dict[str, str | list[str]] = {
        "name": _text(values["name"]),
        "type": str(album_type.value),
        "albumKind": str(album_kind.value),
        "groupId": _text(values["group"]),
        "shareFolderId": _text(values["share_folder"]),
    }
    if album_type is AlbumType.COLLECTION:
        fields |= {
            "scopeDir": list(values["dirs"] or ()),
            "scopeParentFolderId": _text(values["parent"]),
            "scopeKind": _MEDIA[_text(values["media"])].value if values["media"] else "",
            "containerId": _text(values["space"]),
        }
    return fields


def _require_none(
    values: dict[str, str | tuple[str, ...] | None], options: dict[str, str], words: Message
) -> None:
    for name, option in options.items():
        if values[name]:
            raise click.UsageError(words.filled(option=option))


def _text(value: str | tuple[str, ...] | None) -> str:
    return value if isinstance(value, str) else ""


ALBUM = Group(
    "album",
    help=Message("Create albums."),
    common=(*CONNECT, *ALWAYS, *SEND),
    lazy={"create": ("koodrive.cli.album:create", Message("Create one album, and print its ID."))},
)
