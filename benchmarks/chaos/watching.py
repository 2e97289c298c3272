"""Observer at the service: creates that arrived, and list entries shown to each operator.

The check uses these records, not those of the histories.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from koodrive.sandbox import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox import ReceivedRequest
    from koodrive.sandbox.messages import Response

ListKey = tuple[str, ...]
"""One list of the account: ``("sharedFolder",)``, or ``("album", type, kind, group or "")``."""

_UNDELIVERED = {Fault.COMMIT_THEN_DROP, Fault.HANG_AFTER_COMMIT, Fault.HALF_CLOSE, Fault.SLOW, Fault.DRIP}
_ALBUMS, _FOLDERS = "/koodrive/ose/v1/album/list", "/koodrive/ose/v1/sharefolder/list"


@dataclass
class Reading:
    """One complete reading of a list by an operator, from the first page to an empty one."""

    ids: set[str] = field(default_factory=set)
    is_clean: bool = True
    """Whether no page had a fault."""
    ended_at: float = 0.0
    """Unix time."""


class Watch:
    """Observer for `Sandbox` that records creates and lists."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.posts: Counter[str] = Counter()
        """Complete create requests that arrived, by X-Traceid."""
        self.faults: Counter[str] = Counter()
        """Number of requests per fault."""
        self.readings: dict[tuple[str, ListKey], list[Reading]] = defaultdict(list)
        """Complete readings by token and list, oldest first."""
        self._open: dict[tuple[str, ListKey], Reading] = {}

    def __call__(self, request: ReceivedRequest, answer: Response | None, faults: tuple[Fault, ...]) -> None:
        """Record one call; the signature is that of `Sandbox`'s observer."""
        with self._lock:
            self.faults.update(fault.value for fault in faults)
            if request.method == "POST":
                self.posts[request.headers["X-Traceid"]] += 1
            elif request.path in {_ALBUMS, _FOLDERS} and not _UNDELIVERED.intersection(faults):
                self._note(request, answer, is_clean=not faults)

    def _note(self, request: ReceivedRequest, answer: Response | None, *, is_clean: bool) -> None:
        rows = None if answer is None or answer.status != 200 else _rows(answer.body)
        query = {name: values[0] for name, values in parse_qs(request.query).items()}
        token = str(request.headers["Authorization"]).removeprefix("Bearer ")
        place = token, _key(request.path, query)
        if rows is None:
            self._open.pop(place, None)
            return
        is_first = query.get("pageNum", "1") == "1" and query.get("offset", "0") == "0"
        reading = Reading() if is_first else self._open.get(place, Reading())
        reading.is_clean &= is_clean
        reading.ids |= rows
        if rows:
            self._open[place] = reading
        else:
            self._open.pop(place, None)
            reading.ended_at = time.time()
            self.readings[place].append(reading)


def first_seen(watch: Watch, token: str) -> dict[str, float]:
    """Return the Unix time at which each ID was first shown to the operator with `token`."""
    seen: dict[str, float] = {}
    for (reader, _key), readings in watch.readings.items():
        for reading in readings if reader == token else ():
            for object_id in reading.ids:
                seen[object_id] = min(reading.ended_at, seen.get(object_id, reading.ended_at))
    return seen


def clean_readings(watch: Watch, token: str) -> Callable[[ListKey], list[float]]:
    """Return a function for the Unix times of complete readings of a list by the operator with `token`."""
    return lambda key: [reading.ended_at for reading in watch.readings[token, key] if reading.is_clean]


def _key(path: str, query: dict[str, str]) -> ListKey:
    if path == _FOLDERS:
        return ("sharedFolder",)
    return "album", query.get("albumType", ""), query.get("albumKind", ""), query.get("groupId", "")


def _rows(body: bytes) -> set[str] | None:
    try:
        content = json.loads(body)
        return {str(row["id"]) for row in content.get("albumList", content.get("folders"))}
    except (ValueError, TypeError, AttributeError):
        return None
