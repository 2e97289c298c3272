"""One clock for each service address."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from koodrive.clock.registry import ClockRegistry


def test_each_service_has_one_clock_on_all_threads():
    clocks = ClockRegistry()
    addresses = ["https://one.example", "https://two.example"] * 50
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(clocks.clock, addresses))
    assert len(set(map(id, found))) == 2
    assert found[0] is clocks.clock("https://one.example")
    assert found[0] is not found[1]
