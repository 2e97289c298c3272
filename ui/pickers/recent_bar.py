"""The folders that were chosen last, as buttons on top of a picker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.visible import as_tool_tip, in_short, on_button
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.listing.recent_folders import RecentFolders
    from ui.session.session import Session

_LONGEST_NAME = 24
_LONGEST_SPOKEN = 200


class RecentBar(QWidget):
    """A wrapping row of buttons, hidden while it has none.

    Args:
        name: First part of the object names: ``<name>.recent.<number>``, the newest is 1.

    Signals:
        chosen: What was given to `set_folders` for the pressed button (as object).
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.recent")
        self._buttons: list[PushButton] = []
        self._label = PlainLabel(self.tr("Recent"), role="fieldLabel")
        flow = FlowLayout()
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(8)
        flow.addWidget(self._label)
        self._flow = flow
        self.setLayout(flow)
        self.hide()

    @property
    def buttons(self) -> tuple[PushButton, ...]:
        """The buttons, from left to right."""
        return tuple(self._buttons)

    def set_folders(self, folders: Sequence[tuple[str, str, object]]) -> None:
        """Show a button for each folder in place of all others.

        Args:
            folders: Name on the button, whole text for the tool tip and screen readers, and what `chosen` emits.
        """
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number, *folder) for number, folder in enumerate(folders, 1)]
        for button in self._buttons:
            self._flow.addWidget(button)
        self._label.setMinimumHeight(max((button.sizeHint().height() for button in self._buttons), default=0))
        self.setVisible(bool(self._buttons))

    def _button(self, number: int, name: str, whole: str, folder: object) -> PushButton:
        button = PushButton(
            on_button(name, _LONGEST_NAME),
            self,
            name=f"{self.objectName()}.{number}",
            role="small",
            auto_default=False,
        )
        button.set_icon("folder")
        button.setAccessibleName(self.tr("Recent: {name}").format(name=in_short(whole, _LONGEST_SPOKEN)))
        button.setToolTip(as_tool_tip(whole))
        # A click leaves the keyboard in the search field.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(folder))
        return button


class RecentStore(QObject):
    """Reads and writes the recent folders of the connection in use in the background.

    Args:
        session: Connection in use and task runner.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = LatestTask(session.runner, self)

    def load(self, read: Callable[[RecentFolders], Any], on_read: Callable[[Any], None]) -> None:
        """Call `on_read` with the result of `read`; never without a connection.

        Args:
            read: Runs on another thread.
            on_read: Runs on the window thread.
        """
        recent = self._recent()
        if recent is not None:
            self._reading.start(Lane.HISTORY, lambda: read(recent), on_read)

    def save(self, write: Callable[[RecentFolders], object]) -> None:
        """Run `write` on another thread, whatever becomes of this object."""
        recent = self._recent()
        if recent is not None:
            self._session.runner.start(Lane.HISTORY, lambda: write(recent))

    def _recent(self) -> RecentFolders | None:
        current = self._session.current
        if current is None or self._session.runner.is_closed:
            return None
        return self._session.backend.recent_folders(current)
