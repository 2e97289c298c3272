"""Tests of the sandbox of a data directory that several processes use."""

from __future__ import annotations

import threading

from koodrive.backend.sandbox_host import ADDRESS_FILE, SandboxHost


def test_a_command_uses_the_sandbox_that_another_process_runs(tmp_path):
    window, command = SandboxHost(tmp_path), SandboxHost(tmp_path)
    (tmp_path / "locks").mkdir()
    try:
        address = window.start()[0].service_address
        assert command.start(may_share=True)[0].service_address == address
        assert command.running is None
        window.stop()
        assert not (tmp_path / ADDRESS_FILE).exists()
        # It is the command's turn now, at the same address.
        assert command.start(may_share=True)[0].service_address == address
        assert command.running is not None
        # A window depends on no command, which may end at any time.
        assert window.start()[0].service_address != address
    finally:
        window.stop()
        command.stop()


def test_one_that_is_about_to_start_is_waited_for(tmp_path):
    window, command = SandboxHost(tmp_path), SandboxHost(tmp_path)
    (tmp_path / "locks").mkdir()
    assert window._lock.acquire()
    (tmp_path / ADDRESS_FILE).write_text("http://127.0.0.1:1", encoding="utf-8")
    found = []
    waiting = threading.Thread(target=lambda: found.append(command.start(may_share=True)[0].service_address))
    try:
        waiting.start()
        address = window.start()[0].service_address
        waiting.join(10)
        assert found == [address]
    finally:
        window.stop()
        command.stop()
