"""The file that keeps what was learned of the services' time: JSON, replaced whole, dispensable."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from koodrive.clock.readings import ClockSample
from koodrive.core.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT_VERSION = 1

# Many times what fifty entries take.
_MOST_BYTES = 256 * 1024
# A century; neither a clock that counts from the boot nor the way of an answer comes near.
_MOST_SECONDS = 100 * 365 * 86400.0


def read_clocks(path: Path) -> dict[str, ClockSample]:
    """Return what the file at `path` holds, by service address.

    A file that is missing, damaged or of another version holds nothing, and a damaged entry does not count:
    all of it is learned anew from the next answer.
    """
    try:
        with path.open("rb") as file:
            document = json.loads(file.read(_MOST_BYTES).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict) or document.get("version") != FORMAT_VERSION:
        return {}
    clocks = document.get("clocks")
    entries = clocks.items() if isinstance(clocks, dict) else ()
    found = ((address, _learned(entry)) for address, entry in entries)
    return {address: learned for address, learned in found if learned is not None}


def write_clocks(path: Path, clocks: Mapping[str, ClockSample]) -> None:
    """Replace the file at `path`; only its owner may read it.

    Args:
        path: Where to; the folder has to be there.
        clocks: What was learned, by service address.

    Raises:
        OSError: When the disk does not take it; the old file is untouched.
    """
    entries = {
        address: {
            "server": learned.server.isoformat(),
            "local": learned.local.isoformat(),
            "elapsed": learned.elapsed,
            "boot": learned.boot,
            "uncertainty": learned.uncertainty.total_seconds(),
        }
        for address, learned in clocks.items()
    }
    write_atomic(path, json.dumps({"version": FORMAT_VERSION, "clocks": entries}, indent=2) + "\n")


def _learned(entry: Any) -> ClockSample | None:
    try:
        boot = entry["boot"]
        return ClockSample(
            server=_moment(entry["server"]),
            local=_moment(entry["local"]),
            elapsed=_seconds(entry["elapsed"]),
            boot=boot if isinstance(boot, str) else None,
            uncertainty=timedelta(seconds=_seconds(entry["uncertainty"])),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no time zone")
    return moment.astimezone(UTC)


def _seconds(value: float) -> float:
    if isinstance(value, bool) or not 0 <= value <= _MOST_SECONDS:
        raise ValueError("no number of seconds")
    return float(value)
