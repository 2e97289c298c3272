"""The tour: walks through the main job with mouse and keyboard on the sandbox and takes pictures of it."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from koodrive.creation.findings import Resolution
from koodrive.sandbox import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Fault,
)
from ui.activity.card import ActivityCard
from ui.app import build, has_display
from ui.create.banner_content import BannerAction
from ui.main_window.page_stack import WELCOME
from ui.resolve.candidate_list import CandidateList
from ui.tour.batch import BatchWalk
from ui.tour.pickers import PickerWalk
from ui.tour.robot import UiRobot
from ui.tour.undo import UndoWalk
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from koodrive.models import Outcome
    from ui.main_window.main_window import MainWindow

    Condition = Callable[[], object]

STEP_MS = 20
PATIENCE_SECONDS = 30
WINDOW_SIZE = (1080, 760)
SLOW_SECONDS = 2.0
"""Until a service answers that is slow enough for a picture."""
CREATE_ALBUM = "/koodrive/ose/v1/album/create"
LONG_PAUSE, SHORT_PAUSE = (60.0,), (0.1, 0.1)
"""Seconds between looks for a lost answer: until the dialog is open, and then."""


def run(argv: list[str], directory: Path) -> int:
    """Run the tour and print the created objects.

    Args:
        argv: The command line of the process; without ``--data-dir`` the files go to a temporary folder.
        directory: Where the pictures go.

    Returns:
        0 when everything was created and found again in the history, 1 otherwise.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_print_unless_known)
    # Qt still speaks when there is no interpreter any more to listen.
    atexit.register(qInstallMessageHandler, None)
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
    print(f"{tour.hands.picture_count} pictures are in {directory}")  # noqa: T201 - the report of the tour
    return 0


def _print_unless_known(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print Qt's messages, except those of the offscreen platform about every dialog."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


class Tour(QObject):
    """Runs the tour step by step from the event loop, so that the window behaves as for a user.

    Args:
        application: Its palette is changed for the dark pictures.
        window: The main window, on its welcome page.
        directory: Where the pictures go.
    """

    def __init__(self, application: QApplication, window: MainWindow, directory: Path) -> None:
        super().__init__(window)
        self.hands = UiRobot(application, window, directory)
        self._pickers = PickerWalk(self.hands, window)
        self._batch = BatchWalk(self.hands, window)
        self._undo = UndoWalk(self.hands, window)
        self._folder_name = ""
        self.made: dict[str, str] = {}
        self.failure: str | None = None
        self._window = window
        self._walk = self._steps()
        self._condition: Condition = lambda: True
        self._waiting_since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin; the window closes itself at the end."""
        # Before, the window would be made to fit the screen.
        self._window.painted.connect(self._set_size)
        self._timer.start()

    @Slot()
    def _set_size(self) -> None:
        self._window.resize(*WINDOW_SIZE)

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
        self.hands.picture("welcome")
        self.hands.click("welcome.sandbox")
        session = self._window.session
        yield lambda: not session.runner.is_busy and session.is_sandbox and session.token is not None
        self.hands.click("nav.album")
        self._pickers.furnish()
        yield from self._manual_album()
        yield from self._collection_album()
        yield from self._shared_folder()
        yield from self._shared_album()
        yield from self._history()
        yield from self._mistake()
        yield from self._pickers.recipe()
        yield from self._pickers.live_view()
        yield from self._resolve("Wedding", Fault.COMMIT_THEN_DROP, Resolution.DONE)
        yield from self._resolve("Spring fair", Fault.DROP_BEFORE_COMMIT, Resolution.NOT_DONE)
        yield from self._resolve("School trip", Fault.COMMIT_THEN_DROP, Resolution.CANNOT_TELL, twins=1)
        yield from self._connection()
        yield from self._batch.steps()
        yield from self._pickers.ended_token()
        yield from self._activity()

    def _manual_album(self) -> Iterator[Condition]:
        self.hands.picture("album-empty")
        self.hands.click("album.create")
        yield self.hands.find("album.notice", Banner).isVisible
        self.hands.picture("album-problems")
        self.hands.type("album.name", "Holiday 2026")
        yield from self._create("album")
        self._note("manual album", "album")
        self.hands.picture("album-created")

    def _collection_album(self) -> Iterator[Condition]:
        self.hands.click("album.albumKind.1")
        self.hands.click("album.type.1")
        yield from self._pickers.choose_folders()
        self.hands.click("activity.request")
        yield lambda: self.hands.find("album.preview", QWidget).isVisible()
        self.hands.picture("album-collection-preview")
        self.hands.click("activity.tab")
        yield from self._create("album")
        self._note("collection album", "album")
        self.hands.picture("album-collection-created")

    def _shared_folder(self) -> Iterator[Condition]:
        self.hands.click("nav.sharedFolder")
        yield lambda: self._window.page_name == "sharedFolder"
        self.hands.insert("sharedFolder.name", "家庭: 相册 🎉")
        self.hands.click("sharedFolder.create")
        yield self.hands.find("sharedFolder.notice", Banner).isVisible
        self.hands.picture("shared-folder-problems")
        self.hands.find("sharedFolder.name", QLineEdit).selectAll()
        self._folder_name = f"家庭相册 {time.strftime('%H%M%S')}"
        self.hands.insert("sharedFolder.name", self._folder_name)
        yield lambda: self.hands.find("sharedFolder.containerId", QLineEdit).text()
        yield from self._create("sharedFolder")
        self._note("shared folder", "sharedFolder")
        self.hands.picture("shared-folder-created")

    def _shared_album(self) -> Iterator[Condition]:
        self.hands.click("nav.album")
        self.hands.click("album.clear")
        self.hands.click("album.albumKind.2")
        yield from self._pickers.choose_shared_folder(self._folder_name)
        self.hands.insert("album.name", "春节 Spring 2026")
        yield self._laid_out
        self.hands.picture("shared-album")
        yield from self._create("album")
        self._note("shared album in the folder", "album")
        self.hands.picture("shared-album-created")

    def _history(self) -> Iterator[Condition]:
        self._card("album").trigger(BannerAction.HISTORY)
        table = self.hands.find("history.table", QTableView)
        yield lambda: table.model().rowCount() >= len(self.made) and table.currentIndex().isValid()
        yield self.hands.find("history.template", QAbstractButton).isEnabled
        shown = {
            str(table.model().index(row, column).data())
            for row in range(table.model().rowCount())
            for column in range(table.model().columnCount())
        }
        missing = [what for what, made in self.made.items() if made not in shown]
        if missing:
            raise LookupError(f"not in the history: {', '.join(missing)}")
        self.hands.picture("history")

    def _mistake(self) -> Iterator[Condition]:
        """Create something by mistake, and take it back."""
        self.hands.click("nav.album")
        self.hands.click("album.clear")
        self.hands.insert("album.name", f"Mistake {time.strftime('%H%M%S')}")
        yield from self._create("album")
        yield from self._undo.single()

    def _resolve(self, name: str, fault: Fault, ending: Resolution, twins: int = 0) -> Iterator[Condition]:
        """Lose the answer of a create, and let the dialog resolve it."""
        sandbox, searches = self._window.session.backend.sandbox, self._window.searches
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        searches.set_pauses(LONG_PAUSE)
        # What an earlier tour has left open is not to meet the faults of this one.
        searches.stop([search.attempt_id for search in searches.searches])
        self.hands.click("nav.album")
        self.hands.click("album.clear")
        self.hands.insert("album.name", name)
        yield lambda: not self._window.session.runner.is_busy
        for _ in range(twins):
            sandbox.make_elsewhere("album", {"name": name, "type": 2, "albumKind": 1})
        # Press and first look come too early, so that the dialog has something to find out.
        sandbox.inject(Fault.LIST_LAG, times=20, seconds=3600)
        sandbox.inject(fault, path=CREATE_ALBUM)
        yield from self._create("album", "unknown")
        outcome = self._window.activity.newest_outcome("album")
        self._card("album").trigger(BannerAction.HISTORY)
        yield self.hands.find("history.resolve", QAbstractButton).isEnabled
        self.hands.click("history.resolve")
        yield lambda: self.hands.is_shown("resolve.stop")
        self.hands.click("resolve.stop")
        sandbox.clear_faults()
        searches.set_pauses(SHORT_PAUSE)
        yield lambda: self.hands.is_shown("resolve.lookNow")
        self.hands.click("resolve.lookNow")
        yield lambda: self._ending(outcome) is ending
        yield lambda: not self._window.session.runner.is_busy
        yield lambda: ending is not Resolution.NOT_DONE or self.hands.is_usable("resolve.sendAgain")
        if ending is Resolution.CANNOT_TELL:
            self.hands.find("resolve.candidates", CandidateList).selectRow(0)
        self.hands.picture(
            f"resolve-{ending.replace('_', '-')}", self.hands.find("resolve.close", QAbstractButton).window()
        )
        self.hands.click("resolve.close")
        yield lambda: QApplication.activeModalWidget() is None

    def _activity(self) -> Iterator[Condition]:
        """Type on while creates are under way."""
        sandbox, activity = self._window.session.backend.sandbox, self._window.activity
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        sandbox.inject(Fault.SLOW, path=CREATE_ALBUM, times=2, seconds=SLOW_SECONDS)
        for name in (f"Holiday {time.strftime('%H%M%S')}", "Kunde {n:000}"):
            self.hands.insert("album.name", name)
            self.hands.click("album.create")
        yield lambda: activity.is_sending and activity.is_waiting
        self.hands.picture("activity")
        self.hands.click("album.clear")
        yield lambda: not activity.is_sending and not activity.is_waiting

    def _ending(self, outcome: Outcome | None) -> Resolution | None:
        attempt_id = outcome.attempt_id if outcome is not None else None
        search = self._window.searches.search(attempt_id) if attempt_id is not None else None
        return None if search is None or search.finding is None else search.finding.ending

    def _connection(self) -> Iterator[Condition]:
        self.hands.click("connection.add")
        yield lambda: QApplication.activeModalWidget() is not None
        dialog = self.hands.find("connection.save", QAbstractButton).window()
        self.hands.click("connection.save")
        # The name of the keyring comes later than the dialog.
        yield from self._settled()
        self.hands.picture("connection-problems", dialog)
        self.hands.type("connection.name", "Rehearsal")
        sandbox = self._window.session.current
        self.hands.type("connection.serviceAddress", sandbox.service_address if sandbox else "")
        self.hands.type("connection.userId", SANDBOX_USER_ID)
        self.hands.type("connection.token", SANDBOX_TOKEN)
        self.hands.click("connection.test")
        yield from self._settled()
        self.hands.picture("connection-tested", dialog)
        self.hands.click("connection.signInWay.account")
        self.hands.type("connection.agentName", SANDBOX_AGENT)
        self.hands.type("connection.account", SANDBOX_ACCOUNT)
        self.hands.type("connection.password", SANDBOX_PASSWORD)
        self.hands.click("connection.signIn")
        yield from self._settled()
        self.hands.picture("connection-account", dialog)
        # Typed input is asked about before the dialog goes.
        self.hands.click("connection.cancel")
        yield lambda: self._window.findChild(QAbstractButton, "connection.discard") is not None
        self.hands.click("connection.discard")
        yield lambda: QApplication.activeModalWidget() is None

    @staticmethod
    def _laid_out() -> bool:
        """Return True, one turn of the event loop later, when the layout is complete."""
        return True

    def _settled(self) -> Iterator[Condition]:
        """Wait until nothing is under way and what it has brought is laid out."""
        yield lambda: not self._window.session.runner.is_busy
        yield self._laid_out
        yield self._laid_out

    def _card(self, form: str) -> ActivityCard:
        return self.hands.find(f"{form}.result", ActivityCard)

    def _create(self, form: str, outcome: str = "created") -> Iterator[Condition]:
        """Press Create, and confirm a duplicate, if the directory has one from an earlier tour."""
        activity = self._window.activity
        self.hands.click(f"{form}.create")
        yield lambda: not activity.is_sending
        card = self._card(form)
        if card.action("again") is not None:
            yield lambda: self.hands.is_usable(f"{form}.result.again")
            self.hands.click(f"{form}.result.again")
        yield lambda: not activity.is_sending and card.property("state") == outcome

    def _note(self, what: str, form: str) -> None:
        self.made[what] = self._card(form).result_id
