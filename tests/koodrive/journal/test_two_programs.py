"""Two programs on one history press Create for the same at the same moment: one POST, and the other is held back."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest

import koodrive
from koodrive.journal import HistoryQuery, Journal
from koodrive.sandbox import Fault

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).with_name("creating_process.py")
CREATE = "/koodrive/ose/v1/album/create"
ROUNDS = 60


def program(path: Path, url: str) -> subprocess.Popen[str]:
    """Start one of them."""
    start = f"import sys, runpy; sys.path.insert(0, {str(Path(koodrive.__file__).parents[1])!r});"
    start += f"sys.argv[0] = {str(PROGRAM)!r}; runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    return subprocess.Popen(
        [sys.executable, "-c", start, str(path), url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        encoding="utf-8",
    )


@pytest.fixture
def pair(path, sandbox):
    """Return two programs that are ready to press."""
    with Journal(path), ExitStack() as stack:
        both = [stack.enter_context(program(path, sandbox.base_url)) for _ in range(2)]
        for child in both:
            assert child.stdout.readline() == "ready\n"
        yield both
        for child in both:
            child.stdin.close()
            child.wait(timeout=20)


def press(pair, *names: str) -> list[str]:
    """Let both press at once and return what each of them says."""
    for child, name in zip(pair, names * 2, strict=False):
        child.stdin.write(f"{name}\n")
    for child in pair:
        child.stdin.flush()
    return [child.stdout.readline().strip() for child in pair]


def posts(sandbox) -> int:
    return sum(request.path == CREATE for request in sandbox.requests())


def test_c63_of_two_presses_at_once_one_is_sent(pair, path, sandbox):
    said = [press(pair, f"Name {number}") for number in range(ROUNDS)]
    assert Counter(tuple(sorted(words)) for words in said) == {("created", "held back"): ROUNDS}
    assert posts(sandbox) == len(sandbox.effects()) == ROUNDS
    with Journal(path) as journal:
        assert journal.history.count(HistoryQuery()) == ROUNDS, "a question leaves no row"


def test_c63_also_when_the_names_only_look_the_same(pair, sandbox):
    said = [press(pair, f"Zoe\u0308 {number}", f"Zoë\u3000{number} ") for number in range(20)]
    assert Counter(tuple(sorted(words)) for words in said) == {("created", "held back"): 20}
    assert posts(sandbox) == 20


def test_c63_also_when_the_answers_are_lost(pair, sandbox):
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATE, times=20)
    said = [press(pair, f"Name {number}") for number in range(20)]
    assert Counter(tuple(sorted(words)) for words in said) == {("held back", "unknown"): 20}
    assert posts(sandbox) == len(sandbox.effects()) == 20
