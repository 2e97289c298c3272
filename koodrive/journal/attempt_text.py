"""One attempt as a text that people read: what was asked, what came back, and the IDs to find it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.logs.log_lines import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.journal import Attempt

_INDENT = "    "


def attempt_text(attempt: Attempt) -> str:
    """Return everything that the history keeps about `attempt`, one fact a line; request and answer stand below.

    What comes from outside is shown literally, and indented where it may have several lines, so that it cannot pass
    for a part of this text.

    Args:
        attempt: From the journal.
    """
    facts: dict[str, object | None] = {
        "attempt": attempt.attempt_id,
        "kind": attempt.kind,
        "outcome": attempt.outcome,
        "trace ID": attempt.trace_id or "(none was sent)",
        "started": _moment(attempt.started_at),
        "settled": _moment(attempt.settled_at),
        "HTTP status": attempt.status,
        "code": attempt.code,
        "title": attempt.title,
        "message": attempt.message,
        "note": attempt.note,
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
    lines = [f"{name}: {one_line(str(value))}" for name, value in facts.items() if value is not None]
    lines += ["", "request:", *_indented(attempt.body), "", "answer:"]
    lines += _indented(attempt.answer) if attempt.answer else [f"{_INDENT}(none)"]
    return "\n".join(lines) + "\n"


def _indented(text: str) -> list[str]:
    return [_INDENT + one_line(line) for line in text.replace("\r\n", "\n").split("\n")]


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.isoformat(timespec='milliseconds')}"
