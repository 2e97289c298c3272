"""The state file of the sandbox: what survives a restart, a crash, and a full disk."""

from __future__ import annotations

import errno
import os
import stat

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    FOLDER_LIST,
    MANUAL_ALBUM,
    call,
    create_album,
    create_folder,
)

from koodrive.sandbox import Sandbox, SandboxError


@pytest.fixture
def state_file(tmp_path):
    return tmp_path / "sandbox" / "state.jsonl"


def test_albums_and_folders_survive_a_restart(state_file):
    with Sandbox(state_file) as sandbox:
        create_album(sandbox, name="家庭")
        folder = create_folder(sandbox).json["data"]
        before = sandbox.effects()
    with Sandbox(state_file) as sandbox:
        assert sandbox.effects() == before
        assert create_folder(sandbox).json["code"] == 13000405
        ids = {"shareFolderId": int(folder["id"]), "groupId": str(folder["groupId"]), "albumKind": 2}
        made = call(sandbox, "POST", ALBUM_CREATE, {**MANUAL_ALBUM, **ids}).json["albumId"]
        assert int(made) > int(folder["id"])
        listed = call(sandbox, "GET", f"{FOLDER_LIST}?offset=0&limit=9").json["folders"]
        assert [item["id"] for item in listed] == [folder["id"]]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has file modes")
def test_the_file_is_private(state_file):
    with Sandbox(state_file) as sandbox:
        call(sandbox, "POST", "/sandbox/reset")
        assert stat.S_IMODE(state_file.stat().st_mode) == 0o600


def test_an_effect_is_on_disk_before_the_answer(state_file, monkeypatch):
    events = []
    real_fsync = os.fsync

    def fsync(descriptor):
        real_fsync(descriptor)
        events.append(state_file.read_bytes().count(b"\n") - 1)

    with Sandbox(state_file) as sandbox:
        monkeypatch.setattr("koodrive.sandbox.state_file.os.fsync", fsync)
        create_album(sandbox)
        assert events == [1]
        create_folder(sandbox)
        assert events == [1, 2]


@pytest.mark.parametrize("cut", [1, 20, 100])
def test_a_torn_last_line_never_happened(state_file, cut):
    with Sandbox(state_file) as sandbox:
        create_album(sandbox)
        create_album(sandbox, name="torn")
    state_file.write_bytes(state_file.read_bytes()[:-cut])
    with Sandbox(state_file) as sandbox:
        assert [effect["name"] for effect in sandbox.effects()] == [MANUAL_ALBUM["name"]]
        create_album(sandbox, name="after")
    with Sandbox(state_file) as sandbox:
        assert [effect["name"] for effect in sandbox.effects()] == [MANUAL_ALBUM["name"], "after"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"format":"koodrive-sandbox-state","version":1,"kept":0}\n{"kind":\n', "damaged in line 2"),
        (b'{"format":"koodrive-sandbox-state","version":1,"kept":0}\n[]\n', "damaged in line 2"),
        (b'{"format":"koodrive-sandbox-state","version":2,"kept":0}\n', "not a state file"),
        (b"{}\n", "not a state file"),
        (b"no line feed", "not a state file"),
        (b"a diary\n", "damaged in line 1"),
    ],
)
def test_other_files_are_left_alone(tmp_path, content, words):
    path = tmp_path / "state.jsonl"
    path.write_bytes(content)
    with pytest.raises(SandboxError, match=words) as caught:
        Sandbox(path).start()
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_reset_is_kept_and_ids_go_on(state_file):
    with Sandbox(state_file) as sandbox:
        last = create_album(sandbox).json["albumId"]
        call(sandbox, "POST", "/sandbox/reset")
        assert len(state_file.read_bytes().splitlines()) == 1
    with Sandbox(state_file) as sandbox:
        assert sandbox.effects() == []
        assert int(create_album(sandbox).json["albumId"]) > int(last)
    assert [path.name for path in state_file.parent.iterdir()] == [state_file.name]


def test_a_full_disk_makes_nothing_and_says_so(state_file, monkeypatch):
    real_write = os.write

    def write(descriptor, text):
        real_write(descriptor, text[: len(text) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with Sandbox(state_file) as sandbox:
        create_album(sandbox)
        whole = state_file.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr("koodrive.sandbox.state_file.os.write", write)
            reply = create_album(sandbox)
            assert (reply.status, reply.json["code"]) == (500, 13000201)
            assert "No space left on device" in reply.json["msg"]
            assert call(sandbox, "POST", "/sandbox/reset").status == 500
        assert state_file.read_bytes() == whole
        assert len(sandbox.effects()) == 1
        assert create_album(sandbox).status == 200
    assert [path.name for path in state_file.parent.iterdir()] == [state_file.name]
