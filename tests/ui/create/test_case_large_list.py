"""C-35: a list of seven megabytes never stops the window, and the form works on."""

from __future__ import annotations

from large_list_service import LargeLists
from lost_answer_services import QUICK
from PySide6.QtWidgets import QLineEdit
from resolve_driver import banner, click, close, enter_token, find, outcome, use_account

from benchmarks.harness import LoopWatch
from koodrive.creation.findings import Resolution

LONGEST_GAP_MS = 100


def test_c35_the_window_goes_on_while_such_lists_come(qtbot, start, data_dir):
    with LargeLists() as service:
        service.base_url = service.url
        use_account(data_dir, service)
        window = start()
        window.searches.set_pauses(QUICK)
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: service.count("GET") > 1 and not window.session.runner.is_busy)
        watch = LoopWatch()
        watch.start()
        window.findChild(QLineEdit, "album.name").insert("Among many")
        with qtbot.waitSignal(window.searches.decided, timeout=20_000) as decided:
            click(window, "album.create")
        p99, _longest = watch.stop()
        (attempt_id,) = decided.args[0].attempt_ids
        assert decided.args[0].ending is Resolution.CANNOT_TELL
        assert outcome(window, attempt_id) == "unknown"
        assert banner(window).property("state") == "unknown"
        assert service.count("GET") > len(QUICK)
        assert service.count("POST") == 1
        assert p99 < LONGEST_GAP_MS
        assert find(window, "album.create").isEnabled()
        close(qtbot, window)
