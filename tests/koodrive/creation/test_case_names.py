"""Names within the limits arrive at the service, and in the history, exactly as they were typed (C-25)."""

from __future__ import annotations

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.models import AlbumKind, AlbumType, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID

FAMILY = "👨\u200d👩\u200d👧"
ALBUMS = [
    "x",
    "春" * 20,
    "\U00020bb7" * 20,
    "e\u0301" * 10,
    FAMILY * 4,
    "\u00e9",
    "e\u0301",
    "abc\u202efdp",
    "a\u200bb",
    ".",
    "..",
    "...",
    " trip ",
    '<>|:*?"/\\',
]
FOLDERS = [
    "x",
    "家" * 31,
    "\U00020bb7" * 31,
    "\u00e9",
    "e\u0301",
    "abc\u202efdp",
    "a\u200bb",
    "...",
    " trip ",
]


def made(backend, requests):
    """Create all of `requests`, and return their names at the service and in the history."""
    connection = backend.start_sandbox()
    token = backend.credentials.load(connection.connection_id)
    # Those that look the same are asked about (C-40); who wants both gets both.
    outcomes = [backend.create(request, connection, token, again=True) for request in requests]
    assert {outcome.kind for outcome in outcomes} == {OutcomeKind.CREATED}
    return (
        [effect["name"] for effect in backend.sandbox.effects()],
        [backend.journal.history.attempt(outcome.attempt_id).name for outcome in outcomes],
    )


def test_c25_albums_keep_every_character_and_twins_of_unicode_are_two(backend):
    requests = [CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name=name) for name in ALBUMS]
    assert made(backend, requests) == (ALBUMS, ALBUMS)


def test_c25_shared_folders_keep_every_character_and_twins_of_unicode_are_two(backend):
    requests = [CreateSharedFolder(container_id=SANDBOX_CONTAINER_ID, name=name) for name in FOLDERS]
    assert made(backend, requests) == (FOLDERS, FOLDERS)
