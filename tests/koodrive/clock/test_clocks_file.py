"""The file of learned times: written for its owner only, read as far as it is sound."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_computer import NOON, minutes

from koodrive.clock.readings import ClockSample
from koodrive.clock.store import read_clocks, write_clocks

ADDRESS = "https://intl.myhuaweicloud-koodrive.com"
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - as asked for
SECONDS = st.floats(0, 1e9)
LEARNED = st.builds(
    ClockSample,
    server=MOMENTS,
    local=MOMENTS,
    elapsed=SECONDS,
    boot=st.none() | st.text(),
    uncertainty=st.timedeltas(timedelta(0), minutes(1)),
)
NOON_ON_ALL_CLOCKS = ClockSample(
    server=NOON, local=NOON, elapsed=5.0, boot="boot 1", uncertainty=timedelta(seconds=0.1)
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "clocks.json"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_its_owners_only(path):
    write_clocks(path, {ADDRESS: NOON_ON_ALL_CLOCKS})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(st.dictionaries(st.text(), LEARNED, max_size=5))
def test_what_was_written_is_read(tmp_path_factory, clocks):
    path = tmp_path_factory.getbasetemp() / "round-trip.json"
    write_clocks(path, clocks)
    assert read_clocks(path) == clocks


def entry(**change):
    sound = {
        "server": "2026-03-04T12:00:00+00:00",
        "local": "2026-03-04T12:00:00+00:00",
        "elapsed": 5.0,
        "boot": "boot 1",
        "uncertainty": 0.1,
    }
    return sound | change


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        "text",
        {},
        entry(server="yesterday"),
        entry(server="2026-03-04T12:00:00"),
        entry(server=5),
        entry(local=None),
        entry(local="0001-01-01T00:00:00+14:00"),
        entry(elapsed=-1.0),
        entry(elapsed="5"),
        entry(elapsed=True),
        entry(elapsed=float("nan")),
        entry(elapsed=float("inf")),
        entry(elapsed=10**400),
        entry(uncertainty=-0.1),
        entry(uncertainty=1e12),
        entry(uncertainty=None),
    ],
    ids=str,
)
def test_a_damaged_entry_leaves_the_others(path, damaged):
    path.write_text(
        json.dumps({"version": 1, "clocks": {"https://a.example": damaged, ADDRESS: entry()}}),
        encoding="utf-8",
    )
    assert read_clocks(path) == {ADDRESS: NOON_ON_ALL_CLOCKS}
