"""A support bundle holds what support needs, shows all of it, and no secret."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive import CreateAlbum
from koodrive.backend.backend import Backend
from koodrive.backend.support_bundle import (
    Bundle,
    BundleFile,
    Choice,
    UserIdPseudonyms,
    collect,
    save,
    user_ids_in,
)
from koodrive.logs.redaction import SECRETS
from koodrive.models import AlbumKind, AlbumType, Connection
from koodrive.sandbox import Fault

TOKEN = "canary-a87ff679a2f3e71d9181a67b7542122c"
USER = "1234567890123456789"
CREATE = "/koodrive/ose/v1/album/create"


@pytest.fixture
def backend(tmp_path):
    SECRETS.register(TOKEN)
    backend = Backend(tmp_path / "data")
    backend.open()
    yield backend
    backend.close()


@pytest.fixture
def created(backend):
    """Two albums, the second of them of unknown outcome."""
    connection = backend.start_sandbox()
    token = backend.credentials.load(connection.connection_id)
    outcomes = []
    for name, fault in (("Bäder", None), ("Lost\u202e", Fault.COMMIT_THEN_DROP)):
        if fault is not None:
            backend.sandbox.inject(fault, path=CREATE)
        request = CreateAlbum(type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL, name=name)
        outcomes.append(backend.create(request, connection, token))
    return outcomes


def gather(backend, choice=Choice.LATEST, **more):
    return collect(
        backend, choice=choice, **{"settings": {"window/page": "album"}, "surroundings": {"Qt": "6"}, **more}
    )


def texts(bundle, *, masks_users=False):
    return {file.name: file.text for file in bundle.files(masks_users=masks_users)}


def test_it_says_what_everything_runs_on(backend):
    versions = texts(gather(backend))["versions.txt"]
    for name in (
        "KooDesk: ",
        "Python: 3.",
        "SQLite: 3.",
        "OpenSSL: OpenSSL",
        "requests: 2",
        "Qt: 6",
        "Platform: ",
    ):
        assert name in versions


def test_it_has_the_chosen_requests_with_answers_and_trace_ids(backend, created):
    first, lost = created
    found = texts(gather(backend))
    text = found[f"requests/{first.attempt_id}.txt"]
    assert first.trace_id in text
    assert f"ID: {first.created.album_id}" in text
    assert '"albumKind"' in text
    assert first.created.album_id in text.split("answer:")[1]
    assert "outcome: unknown" in found[f"requests/{lost.attempt_id}.txt"]
    only_open = texts(gather(backend, Choice.OPEN))
    assert [name for name in only_open if name.startswith("requests/") and "about" not in name] == [
        f"requests/{lost.attempt_id}.txt"
    ]
    selected = texts(gather(backend, Choice.SELECTED, attempt_id=first.attempt_id))
    assert f"requests/{first.attempt_id}.txt" in selected
    assert f"requests/{lost.attempt_id}.txt" not in selected
    assert not [name for name in texts(gather(backend, Choice.NONE)) if name[-5].isdigit()]


def test_what_cannot_be_seen_is_made_visible(backend, created):
    everything = "".join(texts(gather(backend)).values())
    assert "Lost\\u202e" in everything
    assert not [character for character in everything if not character.isprintable() and character != "\n"]


def test_no_secret_is_in_it_wherever_it_comes_from(backend, created, tmp_path):
    logs = tmp_path / "data" / "logs"
    logs.mkdir()
    (logs / "koodesk.log").write_text(f"old line Authorization: Bearer {TOKEN}\n")
    (logs / "last-crash.txt").write_text(f"Fatal {TOKEN}\n")
    backend.profiles.add(Connection("c1", "Family", "https://koodrive.invalid", USER, "bearer", "en-US"))
    bundle = gather(
        backend, settings={"odd": TOKEN}, problems=f"ValueError: {TOKEN}", surroundings={"x": TOKEN}
    )
    found = texts(bundle)
    assert {"logs/koodesk.log", "logs/last-crash.txt", "unexpected-errors.txt"} <= set(found)
    assert not [name for name, text in found.items() if TOKEN in text]
    token = backend.credentials.load("sandbox")
    assert token
    assert not [name for name, text in found.items() if token in text]


def test_users_are_masked_alike_everywhere(backend, created, tmp_path):
    backend.profiles.add(Connection("c1", "Family", "https://koodrive.invalid", USER, "bearer", "en-US"))
    (tmp_path / "data" / "logs").mkdir()
    (tmp_path / "data" / "logs" / "koodesk.log").write_text(f"user {USER}, not {USER}9\n")
    bundle = gather(backend)
    assert USER in texts(bundle)["connections.json"]
    masked = texts(bundle, masks_users=True)
    mask = json.loads(masked["connections.json"])[0]["user_id"]
    assert mask.startswith("[user ")
    assert masked["logs/koodesk.log"] == f"user {mask}, not {USER}9\n"
    sandbox_user = backend.journal.history.attempt(created[0].attempt_id).user_id
    assert not [name for name, text in masked.items() if sandbox_user in text]


def test_a_history_that_cannot_be_read_keeps_nobody_from_the_rest(tmp_path):
    found = texts(gather(Backend(tmp_path / "nowhere")))
    assert "The history could not be read" in found["requests/about.txt"]
    assert found["versions.txt"]


def test_damaged_connections_say_so(backend):
    (backend.data_dir / "connections.json").write_text('{"version": 99, "connections": []}')
    assert "format 99" in texts(gather(backend))["connections.json"]


def test_the_file_holds_what_was_shown(tmp_path):
    files = (BundleFile("versions.txt", "Python 3\n"), BundleFile("requests/1.txt", "家庭 \ud800\n"))
    path = tmp_path / "bundle.zip"
    path.write_text("something else")
    save(path, files)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["koodesk-support/versions.txt", "koodesk-support/requests/1.txt"]
        assert archive.read("koodesk-support/versions.txt") == b"Python 3\n"
        assert archive.read("koodesk-support/requests/1.txt").decode() == "家庭 \\ud800\n"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_stays_what_it_was(tmp_path):
    path = tmp_path / "nowhere" / "bundle.zip"
    with pytest.raises(OSError, match="nowhere"):
        save(path, [BundleFile("a", "b")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path):
    resource = pytest.importorskip("resource")
    path = tmp_path / "bundle.zip"
    path.write_bytes(b"old")
    noise = BundleFile("noise", os.urandom(400_000).hex())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, limits[1]))
    try:
        with pytest.raises(OSError, match="large"):
            save(path, [noise])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["bundle.zip"]


ids = st.text(alphabet=[chr(code) for code in range(0x21, 0x7F)], min_size=1, max_size=20)


@given(st.lists(ids, min_size=1, max_size=6), st.text(max_size=30))
def test_equal_ids_have_equal_masks_and_none_is_left(user_ids, text):
    masks = UserIdPseudonyms(user_ids)
    texts = [f"{text} {user_id} {text}" for user_id in user_ids]
    seen = {}
    for user_id in user_ids:
        mask = masks.masked(user_id)
        assert mask.startswith("[user ")
        assert seen.setdefault(user_id, mask) == mask
    for user_id, whole in zip(user_ids, texts, strict=True):
        assert f" {user_id} " not in masks.masked(whole).replace(masks.masked(user_id), "")


def test_nothing_is_masked_where_nobody_is():
    assert UserIdPseudonyms(["", ""]).masked("text") == "text"


def test_people_in_an_answer_are_found():
    answer = '{"creator": "u-1", "data": [{"ownerId":12345,"name":"x"}], "userId" : "u-2", "modifier": null}'
    assert user_ids_in(answer) == ["u-1", "12345", "u-2"]
    assert user_ids_in("<html>") == []


def test_a_bundle_without_masks_is_what_was_collected():
    files = (BundleFile("a", "u1"),)
    assert Bundle(files, ("u1",)).files(masks_users=False) == files
    assert Bundle(files, ("u1",)).files(masks_users=True) == (BundleFile("a", "[user 1]"),)
