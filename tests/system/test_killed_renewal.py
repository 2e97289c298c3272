"""KooDesk is killed while it stores renewed tokens: one whole session is kept, and signing in helps at worst (C-20)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from koodrive.api import serialization
from koodrive.api.tokens import tokens_from_text
from koodrive.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).parent / "renewing_process.py"
PROCESS_SECONDS = 30


def run(sandbox, path, *deed):
    """Return the output of the child; None when it was killed."""
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), sandbox.base_url, str(path), *deed],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PROCESS_SECONDS,
        check=False,
    )
    assert ended.returncode in {0, -signal.SIGKILL}, ended.stderr
    return json.loads(ended.stdout) if ended.returncode == 0 else None


@pytest.mark.parametrize("rotates", [True, False], ids=["replacing", "keeping"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_c20_a_process_that_dies_between_the_refresh_and_the_keyring_leaves_a_whole_pair(
    tmp_path, rotates, moment
):
    path = tmp_path / "keyring"
    with Sandbox(rotates=rotates) as sandbox:
        first = run(sandbox, path, "signIn")
        assert run(sandbox, path, "renew", moment) is None
        kept = tokens_from_text(path.read_text())
        assert (kept.access_token == first) == (moment == "before" or not rotates)
        told = run(sandbox, path, "renew")
        if moment == "before" and rotates:
            # The service has forgotten the pair that is kept.
            assert told == "AuthenticationError"
            assert tokens_from_text(path.read_text()) == kept
            told = run(sandbox, path, "signIn")
        assert told == tokens_from_text(path.read_text()).access_token
        # Nobody has repeated a refresh by itself.
        assert sum(request.path == serialization.REFRESH_TOKEN for request in sandbox.requests()) == 2
