"""Attempts for the tests of the history, written into a real journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.journal import Settlement
from koodrive.messages import Message
from koodrive.models import (
    AlbumKind,
    AlbumType,
    Connection,
    CreateAlbum,
    CreatedAlbum,
    CreatedSharedFolder,
    CreateSharedFolder,
    OutcomeKind,
    RequestKind,
)

if TYPE_CHECKING:
    from koodrive.journal import Journal
    from koodrive.models import CreateRequest

START = datetime(2026, 3, 1, 9, 30, 0, 125_000, UTC)
FIRST_ID = 1_805_929_618_625_036_417
"""19 digits, and no double holds it exactly."""


def connection(number: int = 1, name: str = "Family cloud") -> Connection:
    """Return a connection to a service that is never called."""
    return Connection(f"c{number}", name, "https://koodrive.example", f"user-{number}", "bearer", "en-US")


def request(kind: RequestKind, name: str | None) -> CreateRequest:
    """Return a request that needs nothing else than a name."""
    if kind is RequestKind.ALBUM:
        return CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name)
    return CreateSharedFolder(name or "folder", "1765000000000000123")


def begin(
    journal: Journal,
    number: int,
    *,
    name: str | None = None,
    kind: RequestKind = RequestKind.ALBUM,
    where: Connection | None = None,
    at: datetime | None = None,
) -> int:
    """Write the intent of attempt `number` down, which starts as many minutes after `START`."""
    wanted = request(kind, name or f"Album {number}")
    return journal.attempts.begin(
        request=wanted,
        connection=where or connection(),
        trace_id=f"{number:058x}",
        body=serialization.to_json(wanted),
        started_at=at or START + timedelta(minutes=number),
    )


def settle(
    journal: Journal,
    attempt_id: int,
    outcome: OutcomeKind,
    *,
    number: int = 0,
    kind: RequestKind = RequestKind.ALBUM,
    answer: str | None = None,
) -> None:
    """Write down what became of an attempt; one that was created gets `FIRST_ID` + `number`."""
    is_created = outcome is OutcomeKind.CREATED
    made = str(FIRST_ID + number)
    created = CreatedAlbum(made) if kind is RequestKind.ALBUM else CreatedSharedFolder(made, "F123", "G456")
    journal.attempts.settle(
        attempt_id,
        Settlement(
            outcome,
            START + timedelta(minutes=number, seconds=2),
            created if is_created else None,
            status=200,
            code="0" if is_created else "13000405",
            title=None if is_created else Message("This name is taken"),
            message=None if is_created else Message("Nothing was created. Choose <b>another</b> name."),
            answer=answer or '{"code": 0, "msg": "成功"}',
        ),
    )


def write(
    journal: Journal,
    number: int,
    *,
    outcome: OutcomeKind = OutcomeKind.CREATED,
    name: str | None = None,
    kind: RequestKind = RequestKind.ALBUM,
    where: Connection | None = None,
    at: datetime | None = None,
    answer: str | None = None,
) -> int:
    """Write attempt `number` down with its outcome, and return its number in the journal."""
    attempt_id = begin(journal, number, name=name, kind=kind, where=where, at=at)
    if outcome is not OutcomeKind.SENDING:
        settle(journal, attempt_id, outcome, number=number, kind=kind, answer=answer)
    return attempt_id
