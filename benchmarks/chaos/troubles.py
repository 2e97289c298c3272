"""Faults of the service, drawn from the seed and switched on through control calls."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.api.transport import Timeouts
from koodrive.core.failpoints import Failpoint
from koodrive.sandbox import Fault
from koodrive.sandbox.fake_answers import stored_name
from koodrive.sandbox.faults import STORED_NAMES

if TYPE_CHECKING:
    import random

    from koodrive.models import CreateRequest

TIMEOUTS = Timeouts(connect=1.0, total=0.5)
LATEST_COMMIT = 0.4
"""Seconds; with a lag on top still well below the sum of the pauses. Against what is made after the last look, no
client can do anything."""
LONGEST_LAG = 0.5
PAUSES = (0.1, 0.3, 0.6, 1.0)

CREATE_SHARE, LIST_SHARE = 0.35, 0.25
NAME_SHARE = 0.6
_NOT_WHOLE = {
    Fault.ROWS_LEFT_OUT: 2.0,
    Fault.EMPTY_PAGE: 2.0,
    Fault.NO_ROWS: 2.0,
    Fault.TOTAL_TOO_HIGH: 1.0,
    Fault.TOTAL_TOO_LOW: 1.0,
    Fault.CACHED_LIST: 2.0,
}
_OF_LISTS = {Fault.LIST_LAG, Fault.SPARSE_LIST, *_NOT_WHOLE}
# Their data keep both processors busy for a while.
_COSTLY = {Fault.BIG_BODY: 0.3, Fault.GZIP_BOMB: 0.05}
_FREQUENT = {Fault.LATE_COMMIT: 3.0, Fault.COMMIT_THEN_DROP: 3.0, Fault.DROP_BEFORE_COMMIT: 3.0}
_FOR_CREATES = {
    fault: _COSTLY.get(fault) or _FREQUENT.get(fault, 1.0)
    for fault in Fault
    if fault not in _OF_LISTS | STORED_NAMES
}
_FOR_LISTS = {
    Fault.LIST_LAG: 6.0,
    Fault.SPARSE_LIST: 6.0,
    Fault.COMMIT_THEN_DROP: 1.0,
    Fault.TRUNCATED: 1.0,
    Fault.THROTTLED: 1.0,
    Fault.EXPIRED_TOKEN: 1.0,
    Fault.HANG: 1.0,
    Fault.ERROR_BEFORE_COMMIT: 1.0,
    Fault.HTML: 1.0,
    Fault.CLOCK_SLOW: 0.5,
    Fault.CLOCK_FAST: 0.5,
    **_NOT_WHOLE,
}
_FOR_LOOKS = (
    Fault.COMMIT_THEN_DROP,
    Fault.TRUNCATED,
    Fault.THROTTLED,
    Fault.EXPIRED_TOKEN,
    Fault.ERROR_BEFORE_COMMIT,
    Fault.HTML,
)
_OLDEST_COPY = 60.0
"""Seconds; a cached list is older than most attempts that are looked for."""
_MOST_TIMES = {Failpoint.IN_RESOLVER: 8, Failpoint.MID_SEND: 300}


class Troubles:
    """Switches on faults of one sandbox for the next requests.

    Args:
        service_address: Address of the sandbox.
        secret: Control secret of the sandbox.
        draw: Random generator of the run.
    """

    def __init__(self, service_address: str, secret: str, draw: random.Random) -> None:
        self._address = f"{service_address}/sandbox/faults"
        self._headers = {"Content-Type": "application/json", "X-Sandbox-Secret": secret}
        self._draw = draw

    def for_create(self, request: CreateRequest) -> None:
        """Inject a fault into the next create of the kind of `request`, with a certain probability."""
        if self._draw.random() < CREATE_SHARE:
            fault = self._choice(_FOR_CREATES)
            self._arm(fault, serialization.endpoint(request))
        form = self._draw.choice(sorted(STORED_NAMES))
        if self._draw.random() < NAME_SHARE and _changes(request.name, form):
            self._arm(form, serialization.endpoint(request))

    def for_row(self, path: str, share: float) -> None:
        """Inject a fault into the next create at `path`, with a probability of `share`; names stay as they are."""
        if self._draw.random() < share:
            self._arm(self._choice(_FOR_CREATES), path)

    def for_look(self, path: str, share: float) -> None:
        """Inject a fault into the next reading of `path`, with a probability of `share`; none of them lies."""
        if self._draw.random() < share:
            self._arm(self._draw.choice(_FOR_LOOKS), path)

    def for_lists(self) -> None:
        """Inject a fault into the next list calls, with a certain probability."""
        if self._draw.random() < LIST_SHARE:
            fault = self._choice(_FOR_LISTS)
            has_total = fault in {Fault.TOTAL_TOO_HIGH, Fault.TOTAL_TOO_LOW}
            path = self._draw.choice((serialization.ALBUM_LIST, serialization.SHARED_FOLDER_LIST))
            self._arm(fault, serialization.ALBUM_LIST if has_total else path, self._draw.randint(1, 3))

    def _choice(self, weights: dict[Fault, float]) -> Fault:
        return self._draw.choices(list(weights), list(weights.values()))[0]

    def _arm(self, fault: Fault, path: str, times: int = 1) -> None:
        seconds = {
            Fault.LATE_COMMIT: self._draw.uniform(0, LATEST_COMMIT),
            Fault.LIST_LAG: self._draw.uniform(0, LONGEST_LAG),
            Fault.CACHED_LIST: self._draw.uniform(1, _OLDEST_COPY),
            Fault.SLOW: self._draw.uniform(0, 2 * TIMEOUTS.total),
            Fault.CLOCK_FAST: self._draw.uniform(1, 1000),
            Fault.CLOCK_SLOW: self._draw.uniform(1, 1000),
        }.get(fault)
        order: dict[str, object] = {"fault": fault.value, "times": times, "path": path}
        if seconds is not None:
            order["seconds"] = seconds
        armed = urllib.request.Request(self._address, json.dumps(order).encode(), self._headers)
        with urllib.request.urlopen(armed, timeout=20):
            pass


def _changes(name: str | None, form: Fault) -> bool:
    return name is not None and stored_name(name, form) != name


def random_failpoint(draw: random.Random) -> str:
    """Return a random failpoint in the form of the environment variable, or an empty text."""
    if draw.random() < 0.3:
        return ""
    point = draw.choice(list(Failpoint))
    return f"{point}:{draw.randint(1, _MOST_TIMES.get(point, 120))}"
