"""The learned time on real ways: a backend, a sandbox whose clock differs, new backends and new processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from koodrive.backend.backend import CLOCKS_FILE, Backend
from koodrive.clock.server_clock import X_DATE_FORMAT, X_DATE_LIFE, local_now, seconds_elapsed
from koodrive.clock.store import read_clocks
from koodrive.errors import RefusedError
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox

ROOT = Path(__file__).parents[3]

PROCESS = """
import os, signal, sys, time
from pathlib import Path
from koodrive.backend.backend import CLOCKS_FILE, Backend
from koodrive.errors import RefusedError
from koodrive.models import Connection

data_dir, address, user_id, token, end = sys.argv[1:]
backend = Backend(Path(data_dir))
backend.open()
try:
    backend.clients.client(Connection("c1", "Skewed", address, user_id, "bearer", "en-US"), token).list_shared_folders()
    print("listed")
except RefusedError:
    print("refused")
sys.stdout.flush()
if end == "killed":
    deadline = time.monotonic() + 20
    while not (backend.data_dir / CLOCKS_FILE).exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)
backend.close()
"""


class SkewedService:
    """A sandbox that goes by a clock of its own, which nobody can set from here."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead.total_seconds()
        self._started = time.time() - seconds_elapsed()
        self.sandbox = Sandbox(clock=self.now)

    def now(self) -> float:
        return self._started + seconds_elapsed() + self._ahead

    def ages(self) -> list[timedelta]:
        """Return how old the `X-Date` of each request is by now; they all came a moment ago."""
        now = datetime.fromtimestamp(self.now(), UTC)
        dates = [request.headers["X-Date"] for request in self.sandbox.requests()]
        return [now - datetime.strptime(date, X_DATE_FORMAT).replace(tzinfo=UTC) for date in dates]


@pytest.fixture
def service(request):
    skewed = SkewedService(getattr(request, "param", timedelta(minutes=-16)))
    with skewed.sandbox:
        yield skewed


def backend_on(path):
    backend = Backend(path)
    backend.open()
    return backend


def ask(backend, service, connection_id="c1"):
    """Return whether the service took the request."""
    address = service.sandbox.base_url
    client = backend.clients.client(
        Connection(connection_id, "Skewed", address, SANDBOX_USER_ID, "bearer", "en-US"), SANDBOX_TOKEN
    )
    try:
        client.list_shared_folders()
    except RefusedError:
        return False
    return True


def is_fresh(age):
    """Whether it is right with room to spare: a margin of 5 s, a cut second, and a slow computer."""
    return timedelta(0) <= age < timedelta(seconds=15)


@pytest.mark.parametrize(
    ("service", "takes_the_first"),
    [
        (timedelta(seconds=-1), True),
        (timedelta(minutes=-5), False),
        (timedelta(minutes=-16), False),
        (timedelta(minutes=14), True),
        (timedelta(minutes=16), False),
    ],
    indirect=["service"],
    ids=["1 s fast", "5 min fast", "16 min fast", "14 min slow", "16 min slow"],
)
def test_the_first_call_learns_for_all_that_follow_also_after_a_restart(tmp_path, service, takes_the_first):
    backend = backend_on(tmp_path)
    assert ask(backend, service) is takes_the_first
    assert ask(backend, service)
    backend.close()
    backend = backend_on(tmp_path)
    assert ask(backend, service)
    backend.close()
    assert all(is_fresh(age) for age in service.ages()[1:])


@pytest.mark.parametrize(
    "end",
    [
        "closed",
        pytest.param("killed", marks=pytest.mark.skipif(sys.platform == "win32", reason="it has no SIGKILL")),
    ],
)
def test_another_process_is_right_at_once(tmp_path, service, end):
    def run(end):
        return subprocess.run(
            [
                sys.executable,
                "-c",
                PROCESS,
                tmp_path,
                service.sandbox.base_url,
                SANDBOX_USER_ID,
                SANDBOX_TOKEN,
                end,
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=40,
            check=False,
        )

    first = run(end)
    assert (first.stdout, first.stderr) == ("refused\n", "")
    assert first.returncode == (0 if end == "closed" else -signal.SIGKILL)
    second = run("closed")
    assert (second.stdout, second.stderr, second.returncode) == ("listed\n", "", 0)
    assert is_fresh(service.ages()[-1])


@pytest.mark.parametrize("fault", [Fault.CLOCK_FAST, Fault.CLOCK_SLOW])
def test_a_service_whose_clock_is_wrong_is_followed(tmp_path, fault):
    with Sandbox() as sandbox:
        service = SkewedService(timedelta(0))
        service.sandbox = sandbox
        sandbox.inject(fault, times=3, seconds=960)
        backend = backend_on(tmp_path)
        assert not ask(backend, service)
        assert ask(backend, service)
        backend.close()
        backend = backend_on(tmp_path)
        assert ask(backend, service)
        backend.close()


@pytest.mark.parametrize("service", [timedelta(minutes=16)], indirect=True)
@pytest.mark.parametrize("fault", [Fault.NO_DATE, Fault.BAD_DATE, Fault.AGED_DATE])
def test_an_answer_that_tells_no_time_changes_nothing(tmp_path, service, fault):
    service.sandbox.inject(fault)
    backend = backend_on(tmp_path)
    assert not ask(backend, service)
    assert not ask(backend, service), "nothing was to be learned from the first answer"
    assert ask(backend, service)
    service.sandbox.inject(fault)
    assert ask(backend, service)
    assert ask(backend, service)
    assert all(is_fresh(age) for age in service.ages()[2:])
    backend.close()


@pytest.mark.parametrize("minutes", [-200, -13, 13, 200])
def test_a_local_clock_that_is_set_while_the_app_runs_costs_no_refusal(tmp_path, service, minutes):
    backend = backend_on(tmp_path)
    ask(backend, service)
    with time_machine.travel(local_now() + timedelta(minutes=minutes)):
        assert ask(backend, service)
    assert ask(backend, service)
    backend.close()
    assert all(timedelta(0) <= age < X_DATE_LIFE for age in service.ages()[1:])


def in_another_boot(path):
    """Make the file look as if it were from before the computer was started."""
    content = json.loads(path.read_text(encoding="utf-8"))
    for entry in content["clocks"].values():
        entry["boot"] = "another"
    path.write_text(json.dumps(content), encoding="utf-8")


def test_after_another_boot_the_first_request_is_right(tmp_path, service):
    backend = backend_on(tmp_path)
    ask(backend, service)
    backend.close()
    in_another_boot(tmp_path / CLOCKS_FILE)
    backend = backend_on(tmp_path)
    assert ask(backend, service)
    assert is_fresh(service.ages()[-1])
    backend.close()


@pytest.mark.parametrize("service", [timedelta(minutes=-10)], indirect=True)
def test_after_another_boot_the_local_clock_may_be_right_too(tmp_path, service):
    """It was 10 minutes fast, and was put right before the app was started again."""
    backend = backend_on(tmp_path)
    ask(backend, service)
    backend.close()
    in_another_boot(tmp_path / CLOCKS_FILE)
    backend = backend_on(tmp_path)
    # Long enough after the answer for the local clock not to be disproved by it.
    with time_machine.travel(local_now() + timedelta(minutes=20)):
        service._ahead += timedelta(minutes=30).total_seconds()
        assert ask(backend, service)
    backend.close()


def test_the_last_answer_is_in_the_file_at_the_end(tmp_path, service):
    backend = backend_on(tmp_path)
    for _ in range(3):
        ask(backend, service)
    last = backend._clocks.clock(service.sandbox.base_url).sample
    backend.close()
    assert read_clocks(tmp_path / CLOCKS_FILE) == {service.sandbox.base_url: last}


def test_the_preview_shows_what_would_be_sent(tmp_path, service):
    backend = backend_on(tmp_path)
    ask(backend, service)
    backend.close()
    backend = backend_on(tmp_path)
    shown = datetime.strptime(backend.clock(service.sandbox.base_url).x_date(), X_DATE_FORMAT).replace(
        tzinfo=UTC
    )
    assert abs(datetime.fromtimestamp(service.now(), UTC) - shown) < timedelta(seconds=15)
    backend.close()


def test_the_clock_of_our_own_sandbox_goes_with_it(tmp_path):
    backend = backend_on(tmp_path)
    backend.clients.client(backend.start_sandbox(), SANDBOX_TOKEN).list_shared_folders()
    backend.close()
    assert not (tmp_path / CLOCKS_FILE).exists()


def test_neither_the_token_nor_the_user_is_in_the_file(tmp_path, service):
    backend = backend_on(tmp_path)
    ask(backend, service)
    backend.close()
    content = (tmp_path / CLOCKS_FILE).read_text(encoding="utf-8")
    assert SANDBOX_TOKEN not in content
    assert SANDBOX_USER_ID not in content
    assert set(read_clocks(tmp_path / CLOCKS_FILE)) == {service.sandbox.base_url}
