"""The pages of the main window, each built when it is first needed, so that the window itself stands at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from koodrive.core.lazy import load
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.batch.page import BatchPage
    from ui.create.album_page import AlbumPage
    from ui.create.form import CreateForm
    from ui.create.page import CreatePage
    from ui.create.shared_folder_page import SharedFolderPage
    from ui.history.page import HistoryPage
    from ui.live.page import LivePage
    from ui.recipe.page import RecipePage
    from ui.recipe.step import RecipeStep
    from ui.session.services import Services

WELCOME = "welcome"
ALBUM = "album"
SHARED_FOLDER = "sharedFolder"
RECIPE = "recipe"
BATCH = "batch"
LIVE = "live"
HISTORY = "history"
SETTINGS = "settings"
# Timers without a delay are served in one go, before what people do and what else is waiting.
_BETWEEN_PAGES_MS = 5


class PageEntry(NamedTuple):
    """One page, by names for `koodrive.core.lazy.load`."""

    widget: str
    """Its class, called with the session."""
    connect: str
    """Function that connects the page with the services of the window."""


class _Page(Protocol):
    first_input: QWidget
    """First widget for the focus. Not the page's focus proxy, with which Tab would skip the widgets before it."""


class _RefreshablePage(Protocol):
    def refresh(self) -> None:
        """Read again what the page shows."""


class PageStack(QStackedWidget):
    """Shows one page at a time.

    Args:
        services: Session, spaces and token renewal, for the pages.
        entries: The pages by name, in the order in which `build_soon` builds them.

    Signals:
        built: Name and widget of a page that has just been built, to be connected.
        page_shown: Name of the page that is shown now.
        complete: `build_soon` has nothing left to build.
    """

    built = Signal(str, QWidget)
    page_shown = Signal(str)
    complete = Signal()

    def __init__(
        self, services: Services, entries: Mapping[str, PageEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._entries = entries
        self._pages: dict[str, QWidget] = {}
        self._built: dict[str, QWidget] = {}
        """Pages that are not connected yet."""
        self._unstyled: QWidget | None = None
        """Page that `build_soon` has built, and whose parts are without the style sheet so far."""
        self._last_focus: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        """Pages that show something outdated, and are refreshed when they are shown next."""

    def page(self, name: str) -> QWidget:
        """Return the page `name`, building it if need be."""
        if name not in self._pages:
            page = self._built.pop(name, None) or self._new_page(name)
            while _build_part(page):
                pass
            self._pages[name] = page
            self.addWidget(page)
            self.built.emit(name, page)
        return self._pages[name]

    @property
    def shown(self) -> str:
        """The name of the page that is shown; empty before the first one is."""
        current = self.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show the page `name` with the focus where it was last."""
        page, focused = self.page(name), self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._last_focus[self.shown] = focused
        # With this reason the field that has the focus does not take itself for left and judged.
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.setCurrentWidget(page)
        self.focus_page()
        if name in self._stale:
            self.refresh_page(name)
        self.page_shown.emit(name)

    @Slot(object)
    def show_attempt(self, attempt_id: int | None) -> None:
        """Show the history, and in it the row of an attempt, where one is given."""
        if attempt_id is not None:
            # Searching for the row refreshes the page.
            self._stale.discard(HISTORY)
        self.show_page(HISTORY)
        if attempt_id is not None:
            self.history.show_attempt(attempt_id)

    @Slot(object)
    def show_batch(self, batch_id: int) -> None:
        """Show the attempts of a batch in the history."""
        self._stale.discard(HISTORY)
        self.show_page(HISTORY)
        self.history.show_batch(batch_id)

    @Slot()
    def search_history(self) -> None:
        """Show the history with the focus in its search field."""
        self.show_page(HISTORY)
        self.history.focus_search()

    def refresh_page(self, name: str) -> None:
        """Have `HISTORY`, `LIVE` or `BATCH` read again what it shows: now if it is shown, else when it is next."""
        if name != self.shown:
            self._stale.add(name)
            return
        self._stale.discard(name)
        cast("_RefreshablePage", self.page(name)).refresh()

    @Slot()
    def refresh_history(self) -> None:
        """Call `refresh_page` for the history."""
        self.refresh_page(HISTORY)

    @Slot()
    def refresh_batches(self) -> None:
        """Call `refresh_page` for Create many, which lists the earlier batches."""
        self.refresh_page(BATCH)

    def focus_page(self) -> None:
        """Put the focus where it was last on the page that is shown, or where work begins there."""
        last = self._last_focus.get(self.shown)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page = cast("_Page", self.page(self.shown))
            page.first_input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_page(self, name: str) -> QWidget:
        kind = load(self._entries[name].widget)
        options = {"in_parts": True} if issubclass(kind, PartlyBuilt) else {}
        page: QWidget = kind(self._services, parent=self, **options)
        return page

    def build_soon(self) -> None:
        """Build and connect the pages that are missing, one step in each turn of the event loop; `complete` follows."""
        QTimer.singleShot(_BETWEEN_PAGES_MS, self, self._build_next)

    @Slot()
    def _build_next(self) -> None:
        name = next((name for name in self._entries if name not in self._pages), None)
        if self._unstyled is not None:
            _style(self._unstyled)
            self._unstyled = None
        elif name is None:
            self.complete.emit()
            return
        elif name not in self._built:
            self._built[name] = self._new_page(name)
        elif not _build_part(self._built[name]):
            self._unstyled = self.page(name)
        # Qt would apply the style sheet to all that is new now, and once more at each place that it is put into, which
        # took half of the time.
        QCoreApplication.removePostedEvents(cast("QWidget", None), QEvent.Type.PolishRequest.value)
        self.build_soon()

    @property
    def album(self) -> AlbumPage:
        """The page New album."""
        return cast("AlbumPage", self.page(ALBUM))

    @property
    def shared_folder(self) -> SharedFolderPage:
        """The page New shared folder."""
        return cast("SharedFolderPage", self.page(SHARED_FOLDER))

    @property
    def history(self) -> HistoryPage:
        """The page History."""
        return cast("HistoryPage", self.page(HISTORY))

    @property
    def recipe(self) -> RecipePage:
        """The page Folder with album."""
        return cast("RecipePage", self.page(RECIPE))

    @property
    def batch(self) -> BatchPage:
        """The page Create many."""
        return cast("BatchPage", self.page(BATCH))

    @property
    def live(self) -> LivePage:
        """The page On the service."""
        return cast("LivePage", self.page(LIVE))

    @property
    def forms(self) -> list[CreateForm]:
        """All forms that are built."""
        pages: list[CreateForm] = [
            cast("CreatePage", self._pages[name]) for name in (ALBUM, SHARED_FOLDER) if name in self._pages
        ]
        return [*pages, *self.steps]

    @property
    def steps(self) -> tuple[RecipeStep, ...]:
        """The steps of the recipe, once it is built."""
        return self.recipe.steps if RECIPE in self._pages else ()


def _style(page: QWidget) -> None:
    """Apply the style sheet to all parts of a page, so that it need not be done when it is shown."""
    for part in (page, *page.findChildren(QWidget)):
        part.ensurePolished()


def _build_part(page: QWidget) -> bool:
    """Build the next part of a page, and return whether there may be more."""
    return isinstance(page, PartlyBuilt) and page.build_part()
