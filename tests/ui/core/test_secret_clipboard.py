"""A secret on the clipboard: marked, taken away in time, and only while it is still there."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QGuiApplication

from ui.core.clipboard import SECONDS_ON_CLIPBOARD, SecretClipboard

SECRET = "curl --header 'Authorization: Bearer canary-9a01'\n  --next"
LONG = 600


@pytest.fixture
def holder(qtbot):
    holders = []

    def make(seconds: float) -> SecretClipboard:
        holders.append(SecretClipboard(seconds=seconds))
        return holders[-1]

    yield make
    for made in holders:
        made.clear()
        made.deleteLater()
    QGuiApplication.clipboard().clear()


def on_clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_it_is_marked_as_secret_for_every_desktop(holder):
    holder(LONG).copy(SECRET)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == SECRET
    assert bytes(data.data("x-kde-passwordManagerHint")) == b"secret"
    windows = 'application/x-qt-windows-mime;value="{}"'
    assert bytes(data.data(windows.format("CanIncludeInClipboardHistory"))) == bytes(4)
    assert bytes(data.data(windows.format("CanUploadToCloudClipboard"))) == bytes(4)
    assert data.hasFormat(windows.format("ExcludeClipboardContentFromMonitorProcessing"))
    assert data.hasFormat("application/x-nspasteboard-concealed-type")


def test_it_goes_when_its_time_is_over(holder, qtbot):
    secret = holder(0.05)
    counts: list[int] = []
    secret.counted.connect(counts.append)
    secret.copy(SECRET)
    qtbot.waitUntil(lambda: counts[-1] == 0, timeout=5_000)
    assert on_clipboard() == ""
    assert counts == [1, 0]
    assert secret.seconds_left == 0


def test_the_seconds_are_counted_down(holder, qtbot):
    secret = holder(2)
    counts: list[int] = []
    secret.counted.connect(counts.append)
    secret.copy(SECRET)
    qtbot.waitUntil(lambda: counts[-1] == 0, timeout=10_000)
    assert counts[0] == 2
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "other", ["something else", SECRET + " ", SECRET.upper(), SECRET.split("\n", maxsplit=1)[0]]
)
def test_what_somebody_copied_since_stays(holder, qtbot, other):
    secret = holder(0.05)
    with qtbot.waitSignal(secret.counted, check_params_cb=lambda left: left == 0, timeout=5_000):
        secret.copy(SECRET)
        QGuiApplication.clipboard().setText(other)
    assert on_clipboard() == other


def test_the_same_text_in_other_hands_goes_too(holder):
    secret = holder(LONG)
    secret.copy(SECRET)
    QGuiApplication.clipboard().setText(SECRET)
    secret.clear()
    assert on_clipboard() == ""


def test_it_can_be_cleared_at_once_and_only_once(holder):
    secret = holder(LONG)
    counts: list[int] = []
    secret.counted.connect(counts.append)
    secret.copy(SECRET)
    secret.clear()
    QGuiApplication.clipboard().setText(SECRET)
    secret.clear()
    assert on_clipboard() == SECRET
    assert counts == [LONG, 0]


def test_a_second_secret_gets_its_whole_time(holder):
    secret = holder(LONG)
    secret.copy(SECRET)
    secret.copy("another")
    assert secret.seconds_left == LONG
    secret.clear()
    assert on_clipboard() == ""


def test_nothing_is_touched_where_nothing_was_copied(holder):
    QGuiApplication.clipboard().setText("theirs")
    holder(LONG).clear()
    assert on_clipboard() == "theirs"


def test_the_secret_itself_is_not_kept(holder):
    secret = holder(LONG)
    secret.copy("canary " + str(id(secret)))
    held = [thing for thing in gc.get_referents(secret.__dict__) if isinstance(thing, (str, bytes))]
    assert all(b"canary" not in (thing if isinstance(thing, bytes) else thing.encode()) for thing in held)


def test_a_minute_is_the_rule():
    assert SECONDS_ON_CLIPBOARD == 60
