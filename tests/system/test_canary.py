"""C-13: whatever happens, and however much is logged, no token and no password is left anywhere but in the keyring."""

from __future__ import annotations

import base64
import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from canary import PASSWORD, SECRETS, TOKEN, found_below

from koodrive.core.failpoints import VARIABLE
from koodrive.creation.curl import TOKEN_VARIABLE
from koodrive.logs.redaction import REDACTED
from koodrive.sandbox import SANDBOX_USER_ID, Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT

PROGRAM = Path(__file__).with_name("canary_process.py")
PROCESS_SECONDS = 80
pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(os.name != "posix", reason="signals"),
]


def run(deed, folder, kill_at=""):
    """Run the child to its end; its output and files are in `folder`, and are searched.

    Returns:
        The exit code.
    """
    for name in ("out", "tmp", "home"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "HTTPS_PROXY": f"http://anna:{quote(PASSWORD, safe='')}@127.0.0.1:9",
        VARIABLE: kill_at,
    }
    with (folder / "stdout").open("ab") as stdout, (folder / "stderr").open("ab") as stderr:
        ended = subprocess.run(
            [sys.executable, str(PROGRAM), deed, str(folder / "data"), str(folder / "out")],
            cwd=folder,
            env=environment,
            stdout=stdout,
            stderr=stderr,
            check=False,
            timeout=PROCESS_SECONDS,
        )
    found = found_below(folder)
    assert not found, "\n".join(found[:20])
    return ended.returncode


def log_of(folder):
    return "".join(
        path.read_text(encoding="utf-8") for path in (folder / "data" / "logs").glob("koodesk*.log")
    )


def test_no_secret_is_left_anywhere_but_in_the_keyring(tmp_path):
    """The first process is killed, the second one dies of a fault, the third one goes through everything."""
    assert run("walk", tmp_path, kill_at="before-outcome:75") == -signal.SIGKILL
    assert (tmp_path / "data" / "history.sqlite3-wal").stat().st_size > 0
    assert run("abort", tmp_path) == -signal.SIGABRT
    assert "canary_process.py" in (tmp_path / "data" / "logs" / "crash.txt").read_text()
    assert run("walk", tmp_path) == 0
    check_facts(tmp_path)
    check_log(tmp_path)
    check_papers(tmp_path)
    check_masks(tmp_path)


def check_facts(folder):
    """Check that all steps have run and the clipboard is empty."""
    facts = json.loads((folder / "out" / "facts.json").read_text())
    assert facts == {
        "in keyring": True,
        "signed in": True,
        "session in keyring": ["issued"],
        "created after an end": ["created"] * 3,
        "app in keyring": ["app secret"],
        "copied with signature": True,
        "pasted in keyring": ["issued"],
        "went on with the pasted token": True,
        "copied on request": True,
        "failure": None,
        "on the clipboard at the end": "",
    }


def check_log(folder):
    """Check that the log has debug records of the calls with secrets."""
    log = log_of(folder)
    for words in (
        " DEBUG   urllib3.somewhere ",
        f"headers: {{'Authorization': '{REDACTED}'",
        f"a warning of Qt about {REDACTED}",
        f"a warning about {REDACTED}",
        f"ValueError: token={REDACTED}",
        "the last process died of a fault",
        "error=ProxyError",
    ):
        assert words in log, words
    assert f"ValueError: token={REDACTED}" in (folder / "stderr").read_text(errors="replace")


def check_papers(folder):
    """Check that the services' messages are in the history, and were shown, copied and saved."""
    with closing(sqlite3.connect(folder / "data" / "history.sqlite3")) as history:
        attempts = history.execute("SELECT count(*) FROM attempt").fetchone()[0]
        dump = "\n".join(history.iterdump())
    assert attempts > len(Fault) + 50
    assert "[token]" in dump
    seen = (folder / "out" / "seen.txt").read_text(encoding="utf-8")
    for words in (
        f"${TOKEN_VARIABLE}",
        f"%{TOKEN_VARIABLE}%",
        f"$env:{TOKEN_VARIABLE}",
        "The service says: ",
    ):
        assert words in seen, words
    bundles = sorted((folder / "out").glob("bundle-*.zip"))
    assert len(bundles) >= 3
    with zipfile.ZipFile(bundles[0]) as archive:
        assert len(archive.namelist()) > 3
    exports = list((folder / "out").glob("export-*"))
    assert {export.name.partition(".")[2] for export in exports} >= {"csv", "json"}
    for export in exports:
        assert "[token]" in export.read_text(encoding="utf-8"), export.name


def check_masks(folder):
    """Check that a masked bundle has neither user IDs nor accounts, which may be mobile numbers."""
    bundles = sorted((folder / "out").glob("bundle-*.zip"))
    (masked,) = (folder / "out").glob("masked-*.zip")
    for name in (SANDBOX_ACCOUNT, SANDBOX_USER_ID):
        assert name in _content(bundles[-1])
        assert name not in _content(masked)


def _content(path):
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_the_tour_leaves_no_secret(tmp_path):
    assert run("tour", tmp_path) == 0, (tmp_path / "stderr").read_text()[-2000:]
    assert list((tmp_path / "out" / "pictures").glob("*.png"))
    assert "outcome=created" in log_of(tmp_path)


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize(
    "spelt",
    [
        str,
        repr,
        json.dumps,
        lambda secret: json.dumps({"a": secret}).replace("/", r"\/"),
        lambda secret: json.dumps({"a": json.dumps({"b": secret})}),
        lambda secret: urlencode({"a": secret}),
        lambda secret: base64.b64encode(f"a:{secret}".encode()).decode(),
        lambda secret: base64.urlsafe_b64encode(f"an:{secret}!".encode()).decode(),
        lambda secret: secret.encode().hex(),
        lambda secret: f"{secret}".encode("utf-16").decode("latin-1"),
    ],
)
def test_the_search_finds_a_secret(tmp_path, secret, spelt):
    (tmp_path / "logs").mkdir()
    path = tmp_path / "logs" / "koodesk.log"
    path.write_bytes(b"x" * 5000 + spelt(secret).encode("latin-1") + b"y" * 50)
    assert found_below(tmp_path)
    path.write_bytes(spelt("nothing").encode("latin-1"))
    assert not found_below(tmp_path)


def test_the_search_looks_into_archives_logs_of_databases_names_and_links(tmp_path):
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("logs/koodesk.log", f"token {TOKEN}" * 50)
    history = sqlite3.connect(tmp_path / "history.sqlite3")
    history.execute("PRAGMA journal_mode = WAL")
    history.execute("CREATE TABLE told (words TEXT)")
    history.execute("INSERT INTO told VALUES (?)", (f"no {TOKEN}",))
    history.commit()
    (tmp_path / base64.urlsafe_b64encode(TOKEN.encode()).decode()).touch()
    (tmp_path / "lock").symlink_to(base64.b32encode(b"harmless").decode() + PASSWORD.replace("/", "%2F"))
    found = found_below(tmp_path)
    history.close()
    places = {place.partition(":")[0] for place in found}
    assert {"bundle.zip/logs/koodesk.log", "history.sqlite3-wal"} <= places
    assert any(place.startswith("the name ") for place in places)
