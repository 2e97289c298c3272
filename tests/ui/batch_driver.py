"""A driver that operates the page Create many as people do, and reads what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from koodrive.sandbox import Sandbox
    from ui.batch.page import BatchPage
    from ui.batch.rows.columns import Column
    from ui.main_window.main_window import MainWindow

HEADING = ("kind", "name", "type", "albumKind")


def album_rows(*names: str) -> str:
    """Return a table of manual albums."""
    rows = [HEADING, *(("album", name, "2", "1") for name in names)]
    return "\n".join("\t".join(row) for row in rows)


class BatchDriver:
    """Operates the page of a window."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.click("nav.batch")

    @property
    def page(self) -> BatchPage:
        return self.window.findChild(QWidget, "batch.page")

    @property
    def table(self) -> QTableView:
        return self.find("batch.table", QTableView)

    def find(self, name: str, kind: type[QWidget] = QAbstractButton):
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    def is_shown(self, name: str) -> bool:
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def click(self, name: str) -> None:
        button = self.find(name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        self.wait(lambda: button.width() > 0)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait(self, condition, seconds: float = 15) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(seconds * 1000))

    def paste(self, text: str, rows: int | None = None) -> None:
        """Paste a table with the button, and wait for its rows."""
        QGuiApplication.clipboard().setText(text)
        self.click("batch.paste")
        self.wait_for_plan(text.strip().count("\n") if rows is None else rows)

    def open(self, path: Path, rows: int) -> None:
        """Open a file as if it had been chosen in the dialog."""
        self.page.doors.open_file(path)
        self.wait_for_plan(rows)

    def wait_for_plan(self, rows: int) -> None:
        self.wait(
            lambda: (
                self.is_shown("batch.start")
                and self.table.model().rowCount() == rows
                and self.cell(0, 1)
                and "compared" not in self.text("batch.foot")
            )
        )

    def cell(self, place: int, column: int) -> str:
        return self.table.model().index(place, column).data()

    def column(self, column: Column) -> list[str]:
        return [self.cell(place, column) for place in range(self.table.model().rowCount())]

    def text(self, name: str) -> str:
        """Return what a label says, nothing while it is hidden."""
        label = self.find(name, QLabel)
        return label.text() if label.isVisible() else ""

    def number(self, verdict: str) -> str:
        """Return the number in a part of the summary."""
        return self.find(f"batch.summary.{verdict}").text().rpartition(": ")[2]

    def type_into_cell(self, text: str) -> None:
        """Open the cell at the keyboard with Enter, and give it another text."""
        QTest.keyClick(self.table, Qt.Key.Key_Return)
        editor = self.table.findChild(QLineEdit, "batch.cell")
        assert editor is not None
        editor.setText(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def start(self) -> None:
        self.wait(lambda: self.find("batch.start").isEnabled())
        self.click("batch.start")

    def create(self, *names: str) -> None:
        """Paste and create albums, and wait until all are sent."""
        self.paste(album_rows(*names))
        self.start()
        self.wait_until_over()

    def begin_slowly(self, sandbox: Sandbox, names: Sequence[str], seconds: float) -> None:
        """Paste and start albums at a service that takes its time, until two requests have come there."""
        sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, times=100, seconds=seconds)
        before = len(posts(sandbox))
        self.paste(album_rows(*names))
        self.start()
        self.wait(lambda: len(posts(sandbox)) >= before + 2)

    def pause(self) -> None:
        """Pause a run that has begun a moment ago."""
        self.wait(lambda: self.is_shown("batch.pause") and self.find("batch.pause").isEnabled())
        self.click("batch.pause")
        self.wait(lambda: self.is_shown("batch.paused"))

    def wait_until_over(self, seconds: float = 30) -> None:
        self.wait(lambda: self.is_shown("batch.result"), seconds)

    def wait_for_pause(self, seconds: float = 30) -> None:
        self.wait(lambda: self.is_shown("batch.paused") or self.is_shown("batch.signIn"), seconds)
