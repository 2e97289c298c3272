"""A start that fails is told in words, on the terminal and in a box where there is a screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from raised_errors import raised

from koodrive.logs.redaction import SECRETS
from ui.lifecycle import start_failure

TOKEN = "canary-8f14e45fceea167a5a36dedd4bea2543"


def test_words_go_to_the_terminal_as_they_are(qapp, capsys):
    assert start_failure.report(SystemExit("KooDesk cannot use the data directory.")) is None, (
        "nobody sees a box"
    )
    assert capsys.readouterr().err == "KooDesk cannot use the data directory.\n"


def test_what_is_unexpected_has_its_trace_and_no_secret(qapp, capsys):
    SECRETS.register(TOKEN)
    start_failure.report(raised(RuntimeError(f"no; {TOKEN}")))
    told = capsys.readouterr().err
    assert "KooDesk could not start: RuntimeError: no; [redacted]" in told
    assert "Traceback" in told
    assert TOKEN not in told


def test_a_box_is_offered_where_there_is_a_screen(qapp, capsys, monkeypatch):
    monkeypatch.setattr(start_failure, "_SCREENLESS", frozenset())
    box = start_failure.report(raised(ValueError("<b>odd</b>")))
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "ValueError: <b>odd</b>" in box.text()
    assert "in raised" in box.detailedText()
    box.open()
    assert box.isVisible()
    box.close()
    box.deleteLater()
