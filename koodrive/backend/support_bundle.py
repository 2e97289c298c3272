"""Support bundle: plain text files for the analysis of a problem, without secrets.

It is made to be read before it is handed on: nothing is in the file that `Bundle.files` has not shown.
"""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, cast

from koodrive.backend.diagnostics import versions
from koodrive.backend.ticket import ticket_of, without_secrets
from koodrive.core.files import write_atomic
from koodrive.errors import KoodriveError
from koodrive.journal import HistoryQuery
from koodrive.logs import piecewise
from koodrive.logs.crash_file import CRASH_FILE, LAST_CRASH_FILE, LOG_DIRECTORY
from koodrive.logs.redaction import encodings_of
from koodrive.logs.setup import log_files
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from pathlib import Path

    from koodrive.backend.backend import Backend
    from koodrive.journal import Attempt, Journal

_PERSONAL_KEYS = re.compile(
    r'"(?:creator|owner|ownerId|userId|user_id|modifier|lastEditorId|memberId)"\s*:\s*"?([^",\s}{\[\]]+)'
)
_NOBODY = frozenset({"null", "true", "false"})


class UserIdPseudonyms:
    """The masks of one bundle: the same ID has the same mask in all of its texts.

    Args:
        user_ids: The IDs, in an order that stays; those that occur twice count once.
    """

    def __init__(self, user_ids: Iterable[str]) -> None:
        self._masks: dict[str, str] = {}
        for number, user_id in enumerate(dict.fromkeys(filter(None, user_ids)), start=1):
            mask = f"[user {number}]"
            for form in {user_id, *encodings_of(user_id)}:
                self._masks.setdefault(form, mask)
        self._longest = 1 + max(map(len, self._masks), default=0)
        longest_first = sorted(self._masks, key=len, reverse=True)
        words = "|".join(re.escape(form) for form in longest_first)
        self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{words})(?![A-Za-z0-9])") if words else None

    def masked(self, text: str) -> str:
        """Return `text` with a mask in place of each ID that stands in it as a word of its own."""
        if self._pattern is None:
            return text
        return piecewise.substitute(
            self._pattern, lambda match: self._masks[match.group()], text, self._longest
        )


def user_ids_in(json_text: str) -> list[str]:
    """Return the user IDs and accounts of an answer's fields, in their order.

    Args:
        json_text: The text of an answer; it need not be JSON.
    """
    return [found for found in _PERSONAL_KEYS.findall(json_text) if found not in _NOBODY]


LATEST = 20
_MOST_OPEN = 200


class Choice(StrEnum):
    """Which attempts go into a bundle."""

    SELECTED = "selected"
    """The one that is selected in the history."""
    OPEN = "open"
    """Those whose outcome is not known, the newest first."""
    LATEST = "latest"
    """The last `LATEST`."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of a bundle."""

    name: str
    """Its path inside the bundle."""
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that was collected, without secrets."""

    collected: tuple[BundleFile, ...]
    user_ids: tuple[str, ...]

    def files(self, *, masks_users: bool) -> tuple[BundleFile, ...]:
        """Return the files as they are shown and saved.

        Args:
            masks_users: Whether user IDs give way to ``[user 1]`` and so on, the same ID to the same mask.
        """
        if not masks_users:
            return self.collected
        masks = UserIdPseudonyms(self.user_ids)
        return tuple(BundleFile(file.name, masks.masked(file.text)) for file in self.collected)


def collect(
    backend: Backend,
    *,
    choice: Choice,
    attempt_id: int | None = None,
    settings: Mapping[str, str],
    surroundings: Mapping[str, str],
    problems: str = "",
) -> Bundle:
    """Collect a bundle; what cannot be read says so in its place, as bundles are for when something is wrong.

    Args:
        backend: The data directory.
        choice: Which attempts.
        attempt_id: The one for ``SELECTED``.
        settings: The settings of the window, by name.
        surroundings: What only the window knows, such as the version of Qt.
        problems: The uncaught exceptions.
    """
    attempts, remark = _attempts(backend, choice, attempt_id)
    connections, users = _connections(backend)
    files = [
        BundleFile("versions.txt", _lines({**versions(), **surroundings})),
        BundleFile("settings.txt", _lines(settings)),
        BundleFile("connections.json", connections),
        BundleFile("requests/about.txt", f"{remark}\n"),
        *(
            BundleFile(f"requests/{attempt.attempt_id}.txt", ticket_of(attempt, backend.journal))
            for attempt in attempts
        ),
        *_logs(backend.data_dir / LOG_DIRECTORY),
    ]
    if problems:
        files.insert(0, BundleFile("unexpected-errors.txt", problems))
    for attempt in attempts:
        users += [attempt.user_id, attempt.creator or "", *user_ids_in(attempt.answer or "")]
    return Bundle(tuple(BundleFile(file.name, without_secrets(file.text)) for file in files), tuple(users))


def save(path: Path, files: Iterable[BundleFile]) -> None:
    """Write the files into one zip file, all of it or nothing.

    Args:
        path: Where to; a file that is there is replaced.
        files: From `Bundle.files`.

    Raises:
        OSError: When the disk does not take it.
    """
    now = datetime.now(UTC).astimezone()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(f"koodesk-support/{file.name}", now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            # A lone surrogate, which no file can hold, is shown as an escape.
            archive.writestr(entry, file.text.encode("utf-8", "backslashreplace"))
    write_atomic(path, packed.getvalue())


def _attempts(backend: Backend, choice: Choice, attempt_id: int | None) -> tuple[list[Attempt], str]:
    """Return the chosen attempts, and a sentence that says which ones they are."""
    try:
        if choice is Choice.SELECTED and attempt_id is not None:
            return [
                backend.journal.history.attempt(attempt_id)
            ], "The request that was selected in the history."
        if choice is Choice.OPEN:
            query = HistoryQuery(outcomes=frozenset({OutcomeKind.UNKNOWN, OutcomeKind.SENDING}))
            words = f"The requests whose outcome is not known, {_MOST_OPEN} at most: "
            return _counted(words, _first(backend.journal, query, _MOST_OPEN))
        if choice is Choice.LATEST:
            words = f"The last requests, {LATEST} at most: "
            return _counted(words, _first(backend.journal, HistoryQuery(), LATEST))
    except KoodriveError as error:
        return [], f"The history could not be read. {error.title}: {error.message}"
    return [], "No requests were chosen."


def _counted(words: str, attempts: list[Attempt]) -> tuple[list[Attempt], str]:
    return attempts, f"{words}{len(attempts)}."


def _first(journal: Journal, query: HistoryQuery, count: int) -> list[Attempt]:
    with closing(cast("Generator[Attempt]", journal.history.attempts(query))) as attempts:
        return list(islice(attempts, count))


def _connections(backend: Backend) -> tuple[str, list[str]]:
    """Return the connections as JSON, with the user IDs and accounts in them."""
    try:
        connections = backend.profiles.load()
    except KoodriveError as error:
        return f"{error.title}: {error.message}\n", []
    facts = [dataclasses.asdict(connection) for connection in connections]
    text = json.dumps(facts, indent=2, ensure_ascii=False, default=str)
    # The account may be a mobile number.
    return f"{text}\n", [name for item in connections for name in (item.user_id, item.account)]


def _logs(directory: Path) -> Iterable[BundleFile]:
    dumps = [directory / name for name in (CRASH_FILE, LAST_CRASH_FILE)]
    for path in (*log_files(directory), *dumps):
        try:
            text = path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            continue
        except OSError as error:
            text = f"It could not be read: {error.strerror}.\n"
        if text:
            yield BundleFile(f"logs/{path.name}", text)


def _lines(facts: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in facts.items())
