"""Plays the tour, and more, under a catalogue; writes down every text and all that is clipped.

pseudo_process.py CATALOGUE PERCENT DATA_DIR OUT_FILE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shown_texts import clipped, texts_of

from koodrive.core.lazy import load
from ui.core import theme
from ui.core.preferences import TEXT_SIZE
from ui.tour import tour
from ui.tour.robot import UiRobot

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTIONS = ("shortcuts", "changes", "about", "find")
FOUND: list[tuple[str, ...]] = []
CLIPPED: list[tuple[str, str]] = []


class Reader(UiRobot):
    """Reads where the tour takes a picture."""

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Write down what is shown."""
        root = widget or self._window
        CLIPPED.extend((name, what) for what in clipped(root))
        FOUND.extend((name, *shown) for shown in texts_of(root))
        self.picture_count += 1


class WholeTour(tour.Tour):
    """The tour, and after it the pages and dialogs that it passes by."""

    def _steps(self) -> Iterator[tour.Condition]:
        yield from super()._steps()
        window = self._window
        for page in ("settings", "history", "live"):
            window.open_page(page)
            yield self._rests
            yield self._laid_out
            self.hands.picture(page)
        for name in ACTIONS:
            window.findChild(QAction, f"action.{name}").trigger()
            yield from self._dialog(name)
        for name, opening in (
            ("diagnostics", window.connections.diagnose),
            ("bundle", window.support.open_bundle),
            ("remove", window.connections.remove),
            ("edit", window.connections.edit),
        ):
            opening()
            yield from self._dialog(name)
        window.messages.show_error(ValueError("canary"))
        yield self._laid_out
        self.hands.picture("error")

    def _rests(self) -> bool:
        return not self._window.session.runner.is_busy

    def _dialog(self, name: str) -> Iterator[tour.Condition]:
        yield lambda: QApplication.activeModalWidget() is not None
        yield self._rests
        yield self._laid_out
        yield self._laid_out
        dialog = QApplication.activeModalWidget()
        self.hands.picture(name, dialog)
        dialog.reject()
        yield lambda: QApplication.activeModalWidget() is None


def main(catalogue: str, percent: str, data_dir: Path, out: Path) -> int:
    """Play the tour in the language of a catalogue, with a text size, and write what was found."""
    application = QApplication(["koodesk", *theme.STYLE_ARGUMENTS])
    translator = QTranslator(application)
    if not translator.load(catalogue):
        raise SystemExit("no catalogue")
    application.installTranslator(translator)
    group, name = TEXT_SIZE.split("/")
    data_dir.mkdir()
    (data_dir / "settings.ini").write_text(f'[{group}]\n{name}="{percent}"\n')
    tour.UiRobot, tour.Tour = Reader, WholeTour
    # With larger letters in a larger window, so that the tour finds all where it expects it.
    tour.WINDOW_SIZE = (1_080, 760) if percent == "100" else (2_160, 1_520)
    code = tour.run(["koodesk", "--data-dir", str(data_dir)], data_dir / "pictures")
    out.write_text(json.dumps({"texts": FOUND, "clipped": CLIPPED}, ensure_ascii=False), "utf-8")
    return code


if __name__ == "__main__":
    load("ui.main_window.main_window:MainWindow")
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
