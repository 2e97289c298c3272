"""Texts for an attempt of the history: its kind, its outcome, its times."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from koodrive.models import Action, AlbumKind, AlbumType, CreateAlbum, OutcomeKind, RequestKind
from ui.texts.connections import connection_text
from ui.texts.numbers import decimal_text, number_text
from ui.texts.translate import translate
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from koodrive.journal import AttemptRow
    from koodrive.models import CreateRequest

_SIGNS: dict[str, str] = {
    OutcomeKind.SENDING: "…",
    OutcomeKind.CREATED: "✓",
    OutcomeKind.DELETED: "↩",
    OutcomeKind.REFUSED: "✕",
    OutcomeKind.NOT_SENT: "–",
    OutcomeKind.UNKNOWN: "?",
}
_COLOURS: dict[str, str] = {
    OutcomeKind.SENDING: "quiet",
    OutcomeKind.CREATED: "good",
    OutcomeKind.DELETED: "quiet",
    OutcomeKind.REFUSED: "bad",
    OutcomeKind.NOT_SENT: "quiet",
    OutcomeKind.UNKNOWN: "warn",
}
_LONGEST_IN_SENTENCE = 400
_SEPARATORS = str.maketrans("\t\n\r", "   ")
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def kind_text(kind: RequestKind | str) -> str:
    """Return the display name of a kind; an unknown one is returned unchanged."""
    if kind == RequestKind.ALBUM:
        return translate("Attempt", "Album")
    if kind == RequestKind.SHARED_FOLDER:
        return translate("Attempt", "Shared folder")
    return str(kind)


def row_kind_text(row: AttemptRow) -> str:
    """Return what an attempt was about, such as ``Album``, or ``Take back album`` for a delete."""
    if row.action != Action.DELETE:
        return kind_text(row.kind)
    if row.kind == RequestKind.ALBUM:
        return translate("Attempt", "Take back album")
    return translate("Attempt", "Take back folder")


def request_text(request: CreateRequest) -> str:
    """Return the kind of object of a request, such as ``Manual album, shared``."""
    if not isinstance(request, CreateAlbum):
        return kind_text(RequestKind.SHARED_FOLDER)
    return album_text(request.type, request.album_kind)


def album_text(album_type: AlbumType, album_kind: AlbumKind) -> str:
    """Return the kind of an album, such as ``Manual album, shared``."""
    return {
        (AlbumType.MANUAL, AlbumKind.PERSONAL): translate("Attempt", "Manual album"),
        (AlbumType.MANUAL, AlbumKind.SHARED): translate("Attempt", "Manual album, shared"),
        (AlbumType.COLLECTION, AlbumKind.PERSONAL): translate("Attempt", "Collection album"),
        (AlbumType.COLLECTION, AlbumKind.SHARED): translate("Attempt", "Collection album, shared"),
    }[album_type, album_kind]


def outcome_text(outcome: OutcomeKind | str) -> str:
    """Return the display name of an outcome; an unknown one is returned unchanged."""
    words: dict[str, str] = {
        OutcomeKind.SENDING: translate("Attempt", "Sending"),
        OutcomeKind.CREATED: translate("Attempt", "Created"),
        OutcomeKind.DELETED: translate("Attempt", "Taken back"),
        OutcomeKind.REFUSED: translate("Attempt", "Refused"),
        OutcomeKind.NOT_SENT: translate("Attempt", "Not sent"),
        OutcomeKind.UNKNOWN: translate("Attempt", "Unknown"),
    }
    return words.get(outcome, str(outcome))


def trace_id_text(trace_id: str) -> str:
    """Return the X-Traceid, or words for a request that was sent without one."""
    return trace_id or translate("Attempt", "None was sent")


def outcome_with_sign(outcome: OutcomeKind | str) -> str:
    """Return the outcome in words with a sign before them, so that it does not depend on a colour."""
    sign = _SIGNS.get(outcome, "·")
    return f"{sign} {outcome_text(outcome)}"


def row_outcome_with_sign(row: AttemptRow) -> str:
    """Return what became of an attempt with a sign before it, in short: a create may have been taken back since."""
    return outcome_with_sign(row.outcome if row.undone_at is None else OutcomeKind.DELETED)


def fate_text(row: AttemptRow) -> str:
    """Return what became of an attempt; of one that was taken back with both times.

    Such as ``Created 10:02, taken back 10:31``, with the days where they are not the same.
    """
    if row.undone_at is None:
        return outcome_text(row.outcome)
    begun, undone = row.started_at.astimezone(), row.undone_at.astimezone()
    form = "%H:%M" if begun.date() == undone.date() else "%Y-%m-%d %H:%M"
    return translate("Attempt", "Created {created}, taken back {undone}").format(
        created=f"{begun:{form}}", undone=f"{undone:{form}}"
    )


def outcome_colour(outcome: OutcomeKind | str) -> str:
    """Return the name of the outcome's colour in `ui.core.theme.colours`."""
    return _COLOURS.get(outcome, "quiet")


def local_time(moment: datetime) -> str:
    """Return a time of the journal as the clock on the wall showed it, to the minute."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def exact_time(moment: datetime) -> str:
    """Return a time of the journal as the clock on the wall showed it, to the millisecond."""
    return _to_the_millisecond(moment.astimezone())


def seconds_between(start: datetime, end: datetime) -> str:
    """Return the time between two times of the journal, to the millisecond: ``0.412 s``."""
    return translate("Attempt", "{seconds} s").format(seconds=decimal_text((end - start).total_seconds(), 3))


def both_times(moment: datetime) -> str:
    """Return a time of the journal as the clock on the wall showed it and as UTC, to the millisecond, in one line."""
    local, utc = exact_time(moment), utc_time(moment)
    # The day is said once where it is the same.
    return f"{local} ({utc.removeprefix(local.split()[0]).lstrip()})"


def service_time(text: str | None, *, exactly: bool = False) -> str:
    """Return a time as a service wrote it as the clock on the wall showed it; what is no moment as it is.

    Args:
        text: ISO 8601 with an offset; whatever else a service may write; None where it wrote nothing.
        exactly: To the millisecond instead of the minute.
    """
    if not text:
        return "–"
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            return text
        return (exact_time if exactly else local_time)(moment)
    except (ValueError, OverflowError):
        # Overflow: on the first or the last day that there is, which other clocks do not have.
        return text


def utc_time(moment: datetime) -> str:
    """Return a time of the journal as UTC, to the millisecond."""
    return f"{_to_the_millisecond(moment)} UTC"


def _to_the_millisecond(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d}"


def isolated(text: str) -> str:
    """Return `text` so that it can stand in a sentence, whatever direction it is written in."""
    return f"{_ISOLATE}{in_short(text, _LONGEST_IN_SENTENCE)}{_END_OF_ISOLATE}"


def subject_text(attempt: AttemptRow) -> str:
    """Return the name of an attempt for a sentence; its time without a name."""
    if attempt.name:
        return f"“{isolated(attempt.name)}”"
    return translate("Attempt", "the request of {time}").format(time=local_time(attempt.started_at))


def created_text(attempt: AttemptRow, object_id: str, *, after_all: bool = False) -> str:
    """Return a title with the object that an attempt has created.

    Args:
        attempt: Which one.
        object_id: What it has made.
        after_all: Whether that is said some time after its answer was lost.
    """
    if attempt.action == Action.DELETE:
        return _undone_text(attempt)
    texts = {
        (True, True): translate("Attempt", "“{name}” was created after all: {id}"),
        (True, False): translate("Attempt", "“{name}” was created: {id}"),
        (False, True): translate("Attempt", "The request of {time} created {id} after all"),
        (False, False): translate("Attempt", "The request of {time} created {id}"),
    }
    return texts[bool(attempt.name), after_all].format(
        name=isolated(attempt.name or ""), time=local_time(attempt.started_at), id=object_id
    )


def _undone_text(attempt: AttemptRow) -> str:
    return translate("Attempt", "{name} was taken back").format(name=subject_text(attempt))


def not_created_text(attempt: AttemptRow) -> str:
    """Return as a title that an attempt has made nothing, or has taken nothing back."""
    if attempt.action == Action.DELETE:
        return translate("Attempt", "{name} was not taken back").format(name=subject_text(attempt))
    if attempt.name:
        return translate("Attempt", "“{name}” was not created").format(name=isolated(attempt.name))
    return translate("Attempt", "The request of {time} created nothing").format(
        time=local_time(attempt.started_at)
    )


def maybe_created_text(attempt: AttemptRow) -> str:
    """Return the title for an attempt whose result cannot be determined."""
    if attempt.action == Action.DELETE:
        return translate(
            "Attempt", "{name} may have been taken back: the service's lists do not tell"
        ).format(name=subject_text(attempt))
    if attempt.name:
        return translate("Attempt", "“{name}” may have been created: the service's lists do not tell").format(
            name=isolated(attempt.name)
        )
    return translate(
        "Attempt",
        "The request of {time} may have created something: the service's lists do not tell",
    ).format(time=local_time(attempt.started_at))


def open_count_text(count: int) -> str:
    """Return in a sentence how many attempts have an unknown outcome."""
    if count == 1:
        return translate("Attempt", "1 request has no known outcome.")
    return translate("Attempt", "{count} requests have no known outcome.").format(count=number_text(count))


def as_table_line(row: AttemptRow) -> str:
    """Return one attempt as a line of texts with tabs between them, in the order of the table's columns."""
    cells = (
        exact_time(row.started_at),
        row_kind_text(row),
        row.name or "",
        row.result_id or "",
        fate_text(row),
        connection_text(row.connection_id, row.connection_name),
    )
    return "\t".join(cell.translate(_SEPARATORS) for cell in cells)


def count_text(count: int) -> str:
    """Return a number of attempts in words."""
    if count == 1:
        return translate("Attempt", "1 attempt")
    return translate("Attempt", "{count} attempts").format(count=number_text(count))
