"""One request as a plain text for a ticket; the support bundle has the same text of each of its requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.logs import redaction
from koodrive.logs.formatter import one_line
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.journal import Attempt

_INDENT = "    "
_SENT: dict[str, str] = {
    RequestKind.ALBUM: f"POST {ALBUM_CREATE}",
    RequestKind.SHARED_FOLDER: f"POST {SHARED_FOLDER_CREATE}",
}


def ticket_text(attempt: Attempt) -> str:
    """Return everything that the history keeps about `attempt`, one fact a line; request and answer stand below.

    Secrets are taken out. What comes from outside is shown literally, and indented where it may have several lines, so
    that it cannot pass for a part of this text.

    Args:
        attempt: From the journal.
    """
    facts = {**_what_happened(attempt), **_what_was_made(attempt)}
    lines = [f"{name}: {one_line(str(value))}" for name, value in facts.items() if value is not None]
    lines += ["", "request:", *_indented(attempt.body), "", "answer:"]
    lines += _indented(attempt.answer) if attempt.answer else [f"{_INDENT}(none)"]
    return without_secrets("\n".join(lines) + "\n")


def without_secrets(text: str) -> str:
    """Return `text` without secrets, and with invisible characters escaped.

    Args:
        text: Any text; its line ends stay.
    """
    redact = redaction.SECRETS.redact
    return redact("\n".join(one_line(line) for line in redact(text).split("\n")))


def _what_happened(attempt: Attempt) -> dict[str, object | None]:
    settled = attempt.settled_at
    took = None if settled is None else (settled - attempt.started_at).total_seconds()
    return {
        "attempt": attempt.attempt_id,
        "kind": attempt.kind,
        "outcome": attempt.outcome,
        "sent": _SENT.get(attempt.kind),
        "trace ID": attempt.trace_id or "(none was sent)",
        "started": _utc(attempt.started_at),
        "settled": None if settled is None else f"{_utc(settled)} (after {took:.3f} s)",
        "HTTP status": attempt.status,
        "code": attempt.code,
        "title": attempt.title,
        "message": attempt.message,
        "note": attempt.note,
    }


def _what_was_made(attempt: Attempt) -> dict[str, object | None]:
    return {
        "name": attempt.name,
        "ID": attempt.result_id,
        "file ID": attempt.file_id,
        "group ID": attempt.group_id,
        "tenant ID": attempt.tenant_id,
        "creator": attempt.creator,
        "create time": attempt.create_time,
        "connection": attempt.connection_name,
        "service address": attempt.service_address,
        "user ID": attempt.user_id,
    }


def _indented(text: str) -> list[str]:
    return [_INDENT + one_line(line) for line in text.replace("\r\n", "\n").split("\n")]


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d} UTC"
