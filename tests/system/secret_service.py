"""Session buses for tests, with a real gnome-keyring or a failing service on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
START_SECONDS = 10.0
PROCESS_SECONDS = 30.0

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_SAY_AND_WAIT = 'printf "%s\\n" "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
_SERVICE_FILE = "[D-BUS Service]\nName=org.freedesktop.secrets\nExec={command}\n"


@dataclass(frozen=True)
class Session:
    """A desktop session without a desktop: the environment of its programs."""

    environment: dict[str, str]

    def credentials(self, *steps, patience_seconds=10.0, **environment):
        """Run `steps` on one CredentialStore in a new process and return their results.

        A step is the name of a method and its arguments, or one of those in `keyring_process.py`. The answer to each
        has `value`, or `error`, `title` and `message`; and `seconds`.
        """
        done = subprocess.run(
            [sys.executable, "-X", "dev", str(HERE / "keyring_process.py"), str(patience_seconds)],
            input=json.dumps(steps),
            env=self.environment | environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PROCESS_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def bare_environment(folder):
    """Return an environment whose home is `folder`, without a bus, a display or keyring settings."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    homes = {
        "HOME": folder,
        "XDG_DATA_HOME": folder / "data",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": runtime,
    }
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        **{name: str(path) for name, path in homes.items()},
    }


@contextmanager
def short_folder() -> Iterator[Path]:
    """Make a folder with a path that is short enough for sockets in it; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="keyring-") as folder:
        yield Path(folder)


@contextmanager
def bus(activates: str | None = None) -> Iterator[Session]:
    """Run a session bus without a secret service.

    Args:
        activates: Command that the bus starts on a request for the secret service.
    """
    with short_folder() as folder:
        services = folder / "services"
        services.mkdir()
        if activates is not None:
            (services / "secrets.service").write_text(_SERVICE_FILE.format(command=activates))
        config = folder / "bus.conf"
        config.write_text(_BUS_CONFIG.format(folder=folder))
        environment = bare_environment(folder)
        # It says where its bus is, and ends when nobody listens to it any longer.
        command = ["dbus-run-session", f"--config-file={config}", "--", "sh", "-c", _SAY_AND_WAIT]
        with running(command, environment) as process:
            address = process.stdout.readline().strip()
            assert address, "dbus-run-session did not start"
            yield Session(environment | {"DBUS_SESSION_BUS_ADDRESS": address})


@contextmanager
def gnome_keyring() -> Iterator[Session]:
    """Run a real gnome-keyring with an unlocked collection, on a bus of its own."""
    with bus() as session, gnome_keyring_on(session.environment):
        yield session


@contextmanager
def gnome_keyring_on(environment):
    """Run a real gnome-keyring with an unlocked collection, on the bus of `environment`."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with running(command, environment) as daemon:
        # Not empty, and no line break: the daemon would take it for a part of the password.
        daemon.stdin.write("a password")
        daemon.stdin.close()
        wait_for_secret_service(environment, daemon)
        yield


@contextmanager
def silent_service() -> Iterator[Session]:
    """Run a service that takes the name of the secret service and never answers."""
    command = [sys.executable, str(HERE / "silent_service.py")]
    with bus() as session, running(command, session.environment) as service:
        wait_for_secret_service(session.environment, service)
        yield session


@contextmanager
def running(command, environment):
    """Run a process for as long as the block takes.

    It ends when its standard input ends, or by a signal when that has been closed before.
    """
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.stdin.closed:
                process.terminate()
            else:
                process.stdin.close()
            try:
                process.wait(START_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for_secret_service(environment, process):
    """Return when the name of the secret service has an owner on the bus of `environment`."""
    # Both exist on Linux only, and this file is imported everywhere.
    import secretstorage  # noqa: PLC0415
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

    deadline = time.monotonic() + START_SECONDS
    with closing(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])) as connection:
        while not secretstorage.check_service_availability(connection):
            assert process.poll() is None, "the secret service ended"
            assert time.monotonic() < deadline, "the secret service did not start"
            time.sleep(0.005)
