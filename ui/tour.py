"""The tour: walks through the main job with mouse and keyboard on the sandbox and takes pictures of it."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from koodrive.findings import Ending
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault
from ui import theme
from ui.app import build, has_display
from ui.page_stack import WELCOME
from ui.widgets.banner import Banner
from ui.widgets.candidate_list import CandidateList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPalette

    from koodrive.models import Outcome
    from ui.main_window import MainWindow
    from ui.pages.create_page import CreatePage

    Condition = Callable[[], object]

W = TypeVar("W", bound=QWidget)

STEP_MS = 20
PATIENCE_SECONDS = 30
WINDOW_SIZE = (1080, 760)
CREATE_ALBUM = "/koodrive/ose/v1/album/create"
LONG_PAUSE, SHORT_PAUSE = (60.0,), (0.1, 0.1)
"""Seconds between looks for a lost answer: until the dialog is open, and then."""


def run(argv: list[str], directory: Path) -> int:
    """Play the tour and print what it made.

    Args:
        argv: The command line of the process; without ``--data-dir`` the files go to a temporary folder.
        directory: Where the pictures go.

    Returns:
        0 when everything was created and found again in the history, 1 otherwise.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_tell_unless_known)
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.stderr.write(f"The pictures cannot be kept in {directory}: {error.strerror}.\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="koodesk-tour-") as temporary:
        # The last one counts where it is given twice, so the user's own wins.
        application, window = build([argv[0], "--data-dir", temporary, *argv[1:]])
        tour = Tour(application, window, directory)
        tour.start()
        application.exec()
    for what, made in tour.made.items():
        print(f"{what:<28} {made}")  # noqa: T201 - this is what the tour is asked for
    if tour.failure is not None:
        sys.stderr.write(f"The tour stopped: {tour.failure}\n")
        return 1
    print(f"{tour.picture_count} pictures are in {directory}")  # noqa: T201 - as above
    return 0


def _tell_unless_known(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what its screenless platform says about every dialog."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


class Tour(QObject):
    """Plays the walk step by step from the event loop, so that the window stays what it is for a user.

    Args:
        application: Whose palette is changed for the dark pictures.
        window: The main window, on its welcome page.
        directory: Where the pictures go.
    """

    def __init__(self, application: QApplication, window: MainWindow, directory: Path) -> None:
        super().__init__(window)
        self._application = application
        self.made: dict[str, str] = {}
        self.failure: str | None = None
        self.picture_count = 0
        self._window = window
        self._directory = directory
        self._light = QApplication.palette()
        self._walk = self._steps()
        self._condition: Condition = lambda: True
        self._waiting_since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin; the window closes itself at the end."""
        self._window.resize(*WINDOW_SIZE)
        self._timer.start()

    @Slot()
    def _advance(self) -> None:
        try:
            if self._condition():
                self._condition = next(self._walk)
                self._waiting_since = time.monotonic()
            elif time.monotonic() - self._waiting_since > PATIENCE_SECONDS:
                self._end(f"nothing happened for {PATIENCE_SECONDS} seconds on page {self._window.page_name}")
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the verdict of the tour
            self._end(f"{type(error).__name__}: {error}")

    def _end(self, failure: str | None) -> None:
        self._timer.stop()
        self.failure = failure
        self._window.quit_without_question()

    # The walk -------------------------------------------------------------------------------------------------

    def _steps(self) -> Iterator[Condition]:
        yield lambda: self._window.is_opened and not self._window.session.runner.is_busy
        # A data directory that was used before opens another page.
        self._window.open_page(WELCOME)
        self._picture("welcome")
        self._click("welcome.sandbox")
        session = self._window.session
        yield lambda: not session.runner.is_busy and session.is_sandbox and session.token is not None
        self._click("nav.album")
        yield from self._manual_album()
        yield from self._collection_album()
        yield from self._shared_folder()
        yield from self._shared_album()
        yield from self._history()
        yield from self._resolve("Wedding", Fault.COMMIT_THEN_DROP, Ending.DONE)
        yield from self._resolve("Spring fair", Fault.DROP_BEFORE_COMMIT, Ending.NOT_DONE)
        yield from self._resolve("School trip", Fault.COMMIT_THEN_DROP, Ending.CANNOT_TELL, twins=1)
        yield from self._connection()

    def _manual_album(self) -> Iterator[Condition]:
        self._picture("album-empty")
        self._click("album.create")
        yield lambda: self._banner("album").isVisible()
        self._picture("album-problems")
        self._type("album.name", "Holiday 2026")
        yield from self._create("album")
        self._note("manual album", "album")
        self._picture("album-created")

    def _collection_album(self) -> Iterator[Condition]:
        self._click("album.result.another")
        self._click("album.albumKind.1")
        self._click("album.type.1")
        for number in range(3):
            self._type("album.scopeDir.entry", f"{1765148493107805441 + number}")
            QTest.keyClick(self._line("album.scopeDir.entry"), Qt.Key.Key_Return)
        self._type("album.scopeParentFolderId", "1765148493107800321")
        self._type("album.containerId", SANDBOX_CONTAINER_ID)
        self._click("album.togglePreview")
        yield lambda: self._find("album.preview", QWidget).isVisible()
        self._picture("album-collection-preview")
        self._click("album.togglePreview")
        yield from self._create("album")
        self._note("collection album", "album")
        self._picture("album-collection-created")

    def _shared_folder(self) -> Iterator[Condition]:
        self._click("nav.sharedFolder")
        yield lambda: self._window.page_name == "sharedFolder"
        self._insert("sharedFolder.name", "家庭: 相册 🎉")
        self._click("sharedFolder.create")
        yield lambda: self._banner("sharedFolder").isVisible()
        self._picture("shared-folder-problems")
        self._find("sharedFolder.name", QLineEdit).selectAll()
        self._insert("sharedFolder.name", f"家庭相册 {time.strftime('%H%M%S')}")
        self._type("sharedFolder.containerId", SANDBOX_CONTAINER_ID)
        yield from self._create("sharedFolder")
        self._note("shared folder", "sharedFolder")
        self._picture("shared-folder-created")

    def _shared_album(self) -> Iterator[Condition]:
        self._click("sharedFolder.result.sharedAlbum")
        yield lambda: self._window.page_name == "album"
        self._insert("album.name", "春节 Spring 2026")
        self._picture("shared-album")
        yield from self._create("album")
        self._note("shared album in the folder", "album")
        self._picture("shared-album-created")

    def _history(self) -> Iterator[Condition]:
        self._click("album.result.history")
        table = self._find("history.table", QTableView)
        yield lambda: table.model().rowCount() >= len(self.made) and table.currentIndex().isValid()
        yield self._find("history.template", QAbstractButton).isEnabled
        shown = {
            str(table.model().index(row, column).data())
            for row in range(table.model().rowCount())
            for column in range(table.model().columnCount())
        }
        missing = [what for what, made in self.made.items() if made not in shown]
        if missing:
            raise LookupError(f"not in the history: {', '.join(missing)}")
        self._picture("history")

    def _resolve(self, name: str, fault: Fault, ending: Ending, twins: int = 0) -> Iterator[Condition]:
        """Lose the answer of a create for real, and let the dialog find out what became of it."""
        sandbox, resolutions = self._window.session.desk.sandbox, self._window.resolutions
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        resolutions.set_pauses(LONG_PAUSE)
        # What an earlier tour has left open is not to meet the faults of this one.
        resolutions.stop([search.attempt_id for search in resolutions.searches])
        self._click("nav.album")
        self._click("album.clear")
        self._insert("album.name", name)
        yield lambda: not self._window.session.runner.is_busy
        for _ in range(twins):
            sandbox.make_elsewhere("album", {"name": name, "type": 2, "albumKind": 1})
        # The first look comes too early, so that the dialog has something to find out.
        sandbox.inject(Fault.LIST_LAG, seconds=3600)
        sandbox.inject(fault, path=CREATE_ALBUM)
        yield from self._create("album", "unknown")
        outcome = self._window.album.submission.outcome
        self._click("album.result.history")
        yield self._find("history.resolve", QAbstractButton).isEnabled
        self._click("history.resolve")
        yield lambda: self._is_shown("resolve.stop")
        self._click("resolve.stop")
        sandbox.clear_faults()
        resolutions.set_pauses(SHORT_PAUSE)
        yield lambda: self._is_shown("resolve.lookNow")
        self._click("resolve.lookNow")
        yield lambda: self._ending(outcome) is ending
        yield lambda: not self._window.session.runner.is_busy
        yield lambda: ending is not Ending.NOT_DONE or self._is_usable("resolve.sendAgain")
        if ending is Ending.CANNOT_TELL:
            self._find("resolve.candidates", CandidateList).selectRow(0)
        self._picture(
            f"resolve-{ending.replace('_', '-')}", self._find("resolve.close", QAbstractButton).window()
        )
        self._click("resolve.close")
        yield lambda: QApplication.activeModalWidget() is None

    def _ending(self, outcome: Outcome | None) -> Ending | None:
        attempt_id = outcome.attempt_id if outcome is not None else None
        search = self._window.resolutions.search(attempt_id) if attempt_id is not None else None
        return None if search is None or search.finding is None else search.finding.ending

    def _is_shown(self, name: str) -> bool:
        modal = QApplication.activeModalWidget()
        button = modal.findChild(QAbstractButton, name) if modal is not None else None
        return button is not None and button.isVisible()

    def _connection(self) -> Iterator[Condition]:
        self._click("connection.add")
        yield lambda: QApplication.activeModalWidget() is not None
        dialog = self._find("connection.save", QAbstractButton).window()
        self._click("connection.save")
        self._picture("connection-problems", dialog)
        self._type("connection.name", "Rehearsal")
        sandbox = self._window.session.current
        self._type("connection.serviceAddress", sandbox.service_address if sandbox else "")
        self._type("connection.userId", SANDBOX_USER_ID)
        self._type("connection.token", SANDBOX_TOKEN)
        self._click("connection.test")
        yield lambda: not self._window.session.runner.is_busy
        self._picture("connection-tested", dialog)
        # Typed input is asked about before the dialog goes.
        self._click("connection.cancel")
        yield lambda: self._window.findChild(QAbstractButton, "connection.discard") is not None
        self._click("connection.discard")
        yield lambda: QApplication.activeModalWidget() is None

    # Hands and eyes -------------------------------------------------------------------------------------------

    def _is_usable(self, name: str) -> bool:
        """Return whether a button is there and not held back from a double click any more."""
        return self._find(name, QAbstractButton).isEnabled()

    def _find(self, name: str, kind: type[W]) -> W:
        for root in (QApplication.activeModalWidget(), self._window):
            found = root.findChild(kind, name) if root is not None else None
            if found is not None:
                return found
        raise LookupError(f"there is no {name}")

    def _banner(self, form: str) -> Banner:
        return self._find(f"{form}.result", Banner)

    def _create(self, form: str, outcome: str = "created") -> Iterator[Condition]:
        """Press Create, and say that one more is wanted, where the directory has it from an earlier tour."""
        banner = self._banner(form)
        self._click(f"{form}.create")
        yield lambda: not self._page(form).submission.is_busy
        if banner.action("again") is not None:
            yield lambda: self._is_usable(f"{form}.result.again")
            self._click(f"{form}.result.again")
        yield lambda: not self._page(form).submission.is_busy and banner.property("state") == outcome
        yield lambda: self._is_usable(f"{form}.result.history")

    def _page(self, form: str) -> CreatePage:
        return self._window.album if form == "album" else self._window.shared_folder

    def _note(self, what: str, form: str) -> None:
        self.made[what] = self._banner(form).result_id

    def _click(self, name: str) -> None:
        QTest.mouseClick(self._find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def _type(self, name: str, text: str) -> None:
        self._insert(name, "")
        QTest.keyClicks(self._line(name), text)

    def _insert(self, name: str, text: str) -> None:
        """Put `text` in as an input method would; Qt's own typing knows ASCII only."""
        line = self._line(name)
        line.setFocus()
        line.insert(text)

    def _line(self, name: str) -> QLineEdit:
        widget = self._find(name, QWidget)
        return widget if isinstance(widget, QLineEdit) else widget.findChildren(QLineEdit)[0]

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        for scheme, palette in (("light", self._light), ("dark", theme.dark_palette())):
            self._paint(palette)
            path = self._directory / f"{name}-{scheme}.png"
            if not (widget or self._window).grab().save(str(path)):
                raise OSError(f"the picture {path} could not be written")
            self.picture_count += 1
        self._paint(self._light)

    def _paint(self, palette: QPalette) -> None:
        self._application.setPalette(palette)
        theme.apply(self._application)
