"""Fixtures of the tests of the command: it runs in this process against a real sandbox, by click's own runner."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from click.testing import CliRunner
from memory_keyring import MemoryKeyring

from koodrive.cli.command import ROOT
from koodrive.credentials.store import CredentialStore
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

if TYPE_CHECKING:
    from pathlib import Path


class Result(NamedTuple):
    """What one command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The objects on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


class Command:
    """Runs the command on one data directory, as a user of one sandbox.

    Attributes:
        place: The options that name service, user and token.
    """

    def __init__(self, data_dir: Path, sandbox: Sandbox) -> None:
        self.data_dir = data_dir
        self.sandbox = sandbox
        self.token: str | bytes = f"{SANDBOX_TOKEN}\n"
        self.place = (
            "--service-address",
            sandbox.base_url,
            "--user-id",
            SANDBOX_USER_ID,
            "--token-stdin",
        )

    def alone(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """Run the command without a connection."""
        result = CliRunner().invoke(ROOT, ["--data-dir", str(self.data_dir), *arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return Result(result.exit_code, result.stdout, result.stderr)

    def __call__(self, *arguments: str) -> Result:
        """Run the command with the connection."""
        return self.alone(*arguments, *self.place, stdin=self.token)


@pytest.fixture
def run(tmp_path: Path, sandbox: Sandbox) -> Command:
    """Return the command on a data directory of its own, with a sandbox that runs."""
    return Command(tmp_path / "data", sandbox)


@pytest.fixture
def keyring_in_memory(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """Give all commands of the test one keyring, and return it."""
    keyring = MemoryKeyring()
    monkeypatch.setattr(
        "koodrive.backend.backend.CredentialStore", lambda **_more: CredentialStore(backend=lambda: keyring)
    )
    return keyring
