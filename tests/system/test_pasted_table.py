"""Forty customers in one table: pasted, mended and created through the real window in under two minutes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from system.pasting_process import MENDED
from window_program import running

from koodrive.backend.backend import CONNECTIONS_FILE
from koodrive.connections.store import ConnectionStore
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_USER_ID, Sandbox

PROGRAM = Path(__file__).parent / "pasting_process.py"
PATIENCE = 120

pytestmark = [pytest.mark.slow, pytest.mark.timeout(PATIENCE + 20)]


def test_forty_rows_are_created_and_come_back_with_their_ids(tmp_path):
    names = [f"Customer {number:04}" for number in range(1, 41)]
    names[6] = "Holidays of the whole choir"
    table = tmp_path / "table.txt"
    rows = "\n".join(f"{name}\talbum\t2\t1" for name in names)
    table.write_text(f"name\tkind\ttype\talbumKind\n{rows}\n", encoding="utf-8")
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    with Sandbox() as sandbox:
        ConnectionStore(data_dir / CONNECTIONS_FILE).add(
            Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        )
        with running(PROGRAM, tmp_path, str(table)) as process:
            output, _ = process.communicate(timeout=PATIENCE)
        made = {effect["name"]: effect["id"] for effect in sandbox.effects()}
    assert process.returncode == 0, output
    seen = json.loads(output.splitlines()[-1])
    wanted = [MENDED if name.startswith("Holidays") else name for name in names]
    assert list(made) == wanted, "in the order of the table, each once"
    assert seen["title"] == "40 of 40 rows are created"
    lines = [line.split("\t") for line in seen["result"].splitlines()]
    place = lines[0].index("albumId")
    assert [(line[0], line[place].lstrip("'")) for line in lines[1:]] == list(made.items())
    assert seen["planned after"] < seen["seconds"] < PATIENCE
