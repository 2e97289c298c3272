"""Observer at the service for a chaos run that takes back: what was made, looked at and deleted, and when."""

from __future__ import annotations

import json
import re
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.watching import Watch
from koodrive.api.serialization import (
    ALBUM,
    ALBUM_CREATE,
    INDIVIDUAL_FILES,
    INVITE_LIST,
    SHARED_FOLDER_CREATE,
    SHARED_FOLDER_DELETE,
)

if TYPE_CHECKING:
    from koodrive.sandbox import Fault, ReceivedRequest
    from koodrive.sandbox.messages import Response

_CREATES = {ALBUM_CREATE: "albumId", SHARED_FOLDER_CREATE: "id"}
_CONTENT = re.compile(rf"{ALBUM}/(\w+)/list")
_INVITES = re.compile(rf"{INVITE_LIST}/(\w+)")


class UndoWatch(Watch):
    """Observer for `Sandbox` that also records deletes and the looks before them; `posts` counts the deletes, too."""

    def __init__(self) -> None:
        super().__init__()
        self.deletes: dict[str, float] = {}
        """Unix time at which a delete arrived, by X-Traceid."""
        self.looks: dict[str, list[float]] = defaultdict(list)
        """Unix times at which the content of an album or of a folder, or the members of a group were read, by ID."""
        self._made: list[tuple[str, str]] = []

    def __call__(self, request: ReceivedRequest, answer: Response | None, faults: tuple[Fault, ...]) -> None:
        """Record one call; the signature is that of `Sandbox`'s observer."""
        looked_at = _looked_at(request)
        is_delete = request.method == "DELETE" or request.path == SHARED_FOLDER_DELETE
        if looked_at is None and not is_delete:
            super().__call__(request, answer, faults)
            if request.path in _CREATES:
                self._note_made(request.path, answer)
            return
        with self._lock:
            self.faults.update(fault.value for fault in faults)
            if is_delete:
                trace = str(request.headers["X-Traceid"])
                self.posts[trace] += 1
                self.deletes[trace] = time.time()
            elif looked_at is not None:
                self.looks[looked_at].append(time.time())

    def pop_made(self) -> list[tuple[str, str]]:
        """Return kind and ID of what was made since the last call, as far as answers have told."""
        with self._lock:
            made, self._made = self._made, []
        return made

    def _note_made(self, path: str, answer: Response | None) -> None:
        try:
            found = json.loads(b"" if answer is None else answer.body)[_CREATES[path]]
        except (ValueError, TypeError, KeyError):
            return
        with self._lock:
            self._made.append(("album" if path == ALBUM_CREATE else "sharedFolder", str(found)))


def _looked_at(request: ReceivedRequest) -> str | None:
    """Return whose content or members a request asks for; None for another one."""
    for pattern in (_CONTENT, _INVITES):
        if (found := pattern.fullmatch(request.path)) is not None:
            return found[1]
    if request.path != INDIVIDUAL_FILES:
        return None
    try:
        return str(json.loads(request.body)["parentFileId"])
    except (ValueError, TypeError, KeyError):
        return None
