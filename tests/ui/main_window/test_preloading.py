"""What is imported before it is needed: Qt's types on the window thread only."""

from __future__ import annotations

import subprocess
import sys

PRELOADING = """
import sys
from ui.main_window import preloading
before = set(sys.modules)
preloading.import_libraries()
print(*(name for name in sys.modules.keys() - before if name.startswith(("ui", "PySide6"))))
for _step in (*preloading.page_steps(), *preloading.dialog_steps()):
    pass
print(*(name for name in sys.modules if name.startswith("ui.")))
"""


def test_another_thread_imports_nothing_of_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRELOADING], capture_output=True, text=True, check=True, timeout=60
    )
    of_another_thread, at_the_end = done.stdout.splitlines()
    assert of_another_thread == ""
    assert {"ui.batch.page", "ui.history.page", "ui.connections.dialog"} <= set(at_the_end.split())
