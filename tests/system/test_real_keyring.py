"""CredentialStore on a real gnome-keyring, and on sessions where the keyring is missing, locked or silent."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from secret_service import (
    HERE,
    PROCESS_SECONDS,
    ROOT,
    Session,
    bare_environment,
    bus,
    gnome_keyring,
    short_folder,
    silent_service,
)

from koodrive.api.tokens import SessionTokens

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the Secret Service belongs to Linux desktops"
)

TOKEN = "canary-7f3a-" + "x" * 2000
MOMENT = datetime(2026, 3, 4, 12, tzinfo=UTC)
AT_ONCE_SECONDS = 5.0


@pytest.fixture(scope="module")
def session():
    with gnome_keyring() as started:
        yield started


@pytest.fixture
def no_bus():
    with short_folder() as folder:
        yield Session(bare_environment(folder))


def renewals_on(session):
    """Run `sign_in_process.py` on a bus without a secret service, and return its results."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", str(HERE / "sign_in_process.py")],
        env=session.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PROCESS_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def values(answers):
    """Return the values of steps that all have to succeed."""
    assert not [answer for answer in answers if "error" in answer]
    return [answer["value"] for answer in answers]


def errors(answers):
    """Return the error names of steps that all have to fail at once, with title and message."""
    assert not [answer for answer in answers if "value" in answer]
    assert all(answer["seconds"] < AT_ONCE_SECONDS for answer in answers)
    assert all(len(answer["message"]) > 40 and TOKEN not in str(answer) for answer in answers)
    return [answer["error"] for answer in answers]


class TestUnlocked:
    """A keyring that works."""

    def test_it_has_a_name(self, session):
        assert values(session.credentials(["backend_name"])) == ["GNOME Keyring (Secret Service)"]

    def test_store_replace_read_delete_and_delete_again(self, session):
        steps = [
            ["load", "cycle"],
            ["save", "cycle", "the first"],
            ["save", "cycle", TOKEN],
            ["load", "cycle"],
            ["delete", "cycle"],
            ["load", "cycle"],
            ["delete", "cycle"],
        ]
        assert values(session.credentials(*steps)) == [None, None, None, TOKEN, None, None, None]

    def test_another_process_reads_what_one_has_stored(self, session):
        assert values(session.credentials(["save", "shared", TOKEN])) == [None]
        assert values(session.credentials(["load", "shared"], ["load", "other"])) == [TOKEN, None]
        assert values(session.credentials(["delete", "shared"])) == [None]
        assert values(session.credentials(["load", "shared"])) == [None]

    def test_a_token_of_the_session_stays_in_its_process(self, session):
        steps = [["save_for_session", "brief", TOKEN], ["load", "brief"], ["is_session_only", "brief"]]
        assert values(session.credentials(*steps)) == [None, TOKEN, True]
        assert values(session.credentials(["load", "brief"])) == [None]

    def test_no_file_holds_a_token_in_clear(self, session):
        values(session.credentials(["save", "at rest", TOKEN]))
        files = [path for path in Path(session.environment["HOME"]).rglob("*") if path.is_file()]
        assert [path for path in files if path.suffix == ".keyring"]
        assert not [path for path in files if b"canary" in path.read_bytes()]


class TestSeveralEntries:
    """Entries that another program has stored for a connection (C-55)."""

    @pytest.mark.parametrize("count", [1, 2, 3])
    @pytest.mark.parametrize("is_ours_there", [True, False])
    def test_c55_the_new_token_is_the_only_one_afterwards(self, session, count, is_ours_there):
        name = f"several {count} {is_ours_there}"
        before = [["save", name, "canary-ours"]] if is_ours_there else []
        others = [["add_entry", name, f"canary-other-{number}"] for number in range(count)]
        *_, entries, given = values(
            session.credentials(*before, *others, ["save", name, TOKEN], ["entries", name], ["load", name])
        )
        assert (entries, given) == ([TOKEN], TOKEN)
        *_, left = values(session.credentials(["delete", name], ["entries", name]))
        assert left == []

    def test_c55_deleting_leaves_none_of_them(self, session):
        steps = [["save", "twice", TOKEN], ["add_entry", "twice", "canary-other"], ["delete", "twice"]]
        *_, entries, given = values(session.credentials(*steps, ["entries", "twice"], ["load", "twice"]))
        assert (entries, given) == ([], None)

    def test_c55_entries_of_other_connections_stay(self, session):
        steps = [["add_entry", "another", "canary-other"], ["save", "one", TOKEN], ["entries", "another"]]
        assert values(session.credentials(*steps))[-1] == ["canary-other"]


class TestLocked:
    """A keyring that would ask for its password, and has no display to do it on."""

    def test_every_call_says_so(self):
        with gnome_keyring() as session:
            values(session.credentials(["save", "id", TOKEN], ["lock"]))
            locked = session.credentials(["load", "id"], ["save", "id", TOKEN], ["delete", "id"])
            assert errors(locked) == ["KeyringLockedError"] * 3
            # Its name can be told nevertheless.
            assert values(session.credentials(["backend_name"])) == ["GNOME Keyring (Secret Service)"]


class TestSessions:
    """The tokens of a session (C-20)."""

    def pair(self, number):
        access_token, refresh_token = f"AT canary-7f3a-{number:048}", f"canary-7f3b-{number:048}"
        return SessionTokens(access_token, refresh_token, MOMENT, timedelta(minutes=30)).text

    def test_a_pair_comes_back_as_it_was(self, session):
        answers = session.credentials(["save", "pair", self.pair(1)], ["load", "pair"], ["delete", "pair"])
        assert values(answers) == [None, self.pair(1), None]

    def test_c20_the_old_pair_stays_when_a_new_one_cannot_be_stored(self):
        with bus() as session:
            before, *locked, after = session.credentials(
                ["start_keyring"],
                ["save", "pair", self.pair(1)],
                ["lock"],
                ["save", "pair", self.pair(2)],
                ["save_for_session", "pair", self.pair(2)],
                ["load", "pair"],
                ["delete", "another"],
                ["stop_keyring"],
                ["start_keyring"],
            )[1:]
            assert values([before, after]) == [None, None]
            assert errors([locked[1], locked[4]]) == ["KeyringLockedError"] * 2
            assert locked[3]["value"] == self.pair(2)
            assert values(session.credentials(["start_keyring"], ["load", "pair"])) == [None, self.pair(1)]

    def test_c20_a_session_is_renewed_and_stored_and_goes_on_where_the_keyring_is_locked(self):
        with bus() as session:
            told = renewals_on(session)
        steps = ("signed in", "renewed", "renewed while locked", "renewed at last")
        assert len({told[step] for step in steps}) == 4
        assert told["kept after signing in"] == told["signed in"]
        assert told["kept after renewing"] == told["renewed"]
        assert told["held while locked"] == told["renewed while locked"]
        assert "kept until KooDesk ends" in told["remark"]
        assert "keyring is locked" in told["remark"]
        assert told["kept after unlocking"] == told["renewed"]
        assert told["kept at last"] == told["renewed at last"]
        assert told["remark at last"] is None


class TestMissing:
    """Sessions without a keyring that keeps secrets safe."""

    STEPS = (["load", "id"], ["save", "id", TOKEN], ["delete", "id"], ["backend_name"])

    def test_a_bus_without_a_secret_service(self):
        with bus() as session:
            assert errors(session.credentials(*self.STEPS)) == ["KeyringMissingError"] * 4

    def test_a_secret_service_that_does_not_start(self):
        with bus(activates="/bin/false") as session:
            assert errors(session.credentials(*self.STEPS[:3])) == ["KeyringMissingError"] * 3

    def test_no_bus_at_all(self, no_bus):
        assert errors(no_bus.credentials(*self.STEPS)) == ["KeyringMissingError"] * 4

    @pytest.mark.parametrize(
        ("backend", "said"),
        [
            ("keyring.backends.null.Keyring", "Only keyring.backends.null.Keyring was found"),
            (
                "keyring.backends.chainer.ChainerBackend",
                "Only keyring.backends.chainer.ChainerBackend was found",
            ),
            ("keyring.backends.fail.Keyring", "Nothing here keeps a token safe"),
            ("keyring_that_is_not_there.Keyring", "ModuleNotFoundError"),
            ("keyring.backends.fail.NoSuchKeyring", "AttributeError"),
            ("keyring.backends.SecretService.Keyring", "RuntimeError"),
            ("", "ValueError"),
        ],
    )
    def test_one_that_the_environment_names(self, no_bus, backend, said):
        answers = no_bus.credentials(*self.STEPS, PYTHON_KEYRING_BACKEND=backend)
        assert errors(answers) == ["KeyringMissingError"] * 4
        assert all(said in answer["message"] for answer in answers)

    def test_one_that_the_environment_names_is_not_replaced_by_a_better_one(self, session):
        answers = session.credentials(["load", "id"], PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
        assert errors(answers) == ["KeyringMissingError"]

    def test_a_secret_service_that_the_environment_names_is_used(self, session):
        backend = "keyring.backends.SecretService.Keyring"
        steps = (["save", "named", TOKEN], ["load", "named"])
        assert values(session.credentials(*steps, PYTHON_KEYRING_BACKEND=backend)) == [None, TOKEN]


class TestComingAndGoing:
    """A keyring that starts and ends while the process runs."""

    def test_trying_again_works_without_starting_anew(self):
        with bus() as session:
            answers = session.credentials(
                ["load", "id"],
                ["start_keyring"],
                ["save", "id", TOKEN],
                ["stop_keyring"],
                ["load", "id"],
                ["start_keyring"],
                ["load", "id"],
            )
        assert errors([answers[0], answers[4]]) == ["KeyringMissingError"] * 2
        assert values([answers[2], answers[6]]) == [None, TOKEN]


class TestSilent:
    """A service that takes every question and never answers."""

    def test_a_call_ends_in_time_and_the_next_ones_fail_at_once(self):
        with silent_service() as session:
            waited, *others = session.credentials(
                ["load", "id"],
                ["save", "id", TOKEN],
                ["save_for_session", "id", TOKEN],
                ["load", "id"],
                patience_seconds=1,
            )
        assert errors([waited, others[0]]) == ["KeyringTimeoutError"] * 2
        assert 0.9 < waited["seconds"] < 3
        assert others[0]["seconds"] < 0.5
        assert values(others[1:]) == [None, TOKEN]
