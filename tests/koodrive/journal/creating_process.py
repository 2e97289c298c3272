"""A program that presses Create for names that come in by its standard input, on a history that others use as well."""

from __future__ import annotations

import sys
from pathlib import Path

from koodrive import CreateAlbum, KooDriveClient
from koodrive.creation.creator import Creator
from koodrive.errors import DuplicateRequestError
from koodrive.journal import Journal
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID


def report(text: str) -> None:
    """Answer with one line."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Create an album for each line, and answer with what became of it."""
    path, url = sys.argv[1:]
    connection = Connection("c1", "Race", url, SANDBOX_USER_ID, "bearer", "en-US")
    client = KooDriveClient(base_url=url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN)
    with Journal(Path(path)) as journal:
        creator = Creator(journal)
        report("ready")
        for line in sys.stdin:
            request = CreateAlbum(type=2, album_kind=1, name=line.rstrip("\n"))
            try:
                said = creator.create(request, client=client, connection=connection).kind.value
            except DuplicateRequestError:
                said = "held back"
            report(said)


if __name__ == "__main__":
    main()
