"""Fixtures of every test: a home folder of its own, no keyring, no network but loopback, no leftovers."""

from __future__ import annotations

import gc
import os
import socket
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from openapi_validator import validate_request

from koodrive.listing import list_reader
from koodrive.listing.list_reader import NOTHING_READ
from koodrive.logs.redaction import SECRETS
from koodrive.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests read English, whatever the language of this computer.
os.environ |= {"LANGUAGE": "en", "LC_ALL": "C.UTF-8"}

# No deadline: the time of an example depends on the machine. In CI hypothesis draws the same examples each time.
settings.register_profile(
    "koodesk", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("koodesk")

_GARBAGE = 30_000
"""New objects, in sum, after which garbage is collected."""
_LOOPBACK = ("127.", "::1", "localhost")
_SLOW_FOLDERS = ("tests/system/", "tests/koodrive/durability/")
_SLOW_FIXTURES = {"start", "driver", "x_server"}
"""The whole window, a backend whose service loses answers, an X server."""
_OURS = ("lane-", "koodrive-", "koodesk-", "sandbox", "keyring")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow every test of whole processes, with a slow fixture, and every sweep by hypothesis."""
    for item in items:
        is_sweep = is_hypothesis_test(getattr(item, "obj", None))
        uses_slow = not _SLOW_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        if is_sweep or uses_slow or item.nodeid.startswith(_SLOW_FOLDERS):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Keep pytest, the modules and the tests themselves out of every later search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the home folders of all tests."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def private_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, so that a mistake cannot touch the real one."""
    # By tempfile, because the numbers of pytest list the whole folder for each test.
    home = Path(tempfile.mkdtemp(dir=homes))
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    # The default keyring is the one that stores nothing.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return home


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Block connections to other machines."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Collect garbage between the tests, on the thread of the windows, as KooDesk does while it runs.

    A worker that allocates would otherwise collect what an earlier test has left behind, and destroy its timers on a
    thread that is not theirs; the event loop of some later test then calls them.
    """
    gc.disable()
    # The end of a window switches it on, and its start freezes the garbage of earlier tests.
    monkeypatch.setattr(gc, "enable", lambda: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()


@pytest.fixture
def press_looks() -> None:
    """Let a press read the service's list again before it sends, as in the app."""


@pytest.fixture(autouse=True)
def young_reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a press find that its list was read a moment ago, unless the test uses `press_looks`.

    A fault that a test injects for the next request is then met by the create. Processes started by a test
    still read the list.
    """
    if "press_looks" not in request.fixturenames:
        monkeypatch.setattr(list_reader.ListReadings, "look", lambda *_args, **_more: NOTHING_READ)


@pytest.fixture(autouse=True)
def own_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the secrets that other tests have loaded: a word that was a password there is none here."""
    monkeypatch.setattr(SECRETS, "_secrets", frozenset())
    monkeypatch.setattr(SECRETS, "_forms", frozenset())
    monkeypatch.setattr(SECRETS, "_longest_first", ())


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """Fail a test that leaves a thread of ours behind; what is just ending gets a moment."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    left = _threads_since(before)
    while left and time.monotonic() < deadline:
        left[0].join(timeout=0.05)
        left = _threads_since(before)
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def sent_as_described(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have an independent validator look at every request that our client sent to any sandbox in the test."""
    received = []
    stop = Sandbox.stop

    def stop_and_keep(sandbox: Sandbox) -> None:
        received.extend(sandbox.requests())
        stop(sandbox)

    monkeypatch.setattr(Sandbox, "stop", stop_and_keep)
    yield
    for request in received:
        if request.headers.get("User-Agent", "").startswith("KooDesk/"):
            validate_request(request)


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and thread.name.startswith(_OURS)
    ]
