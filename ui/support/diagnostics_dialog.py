"""Dialog with the facts in force for the connection in use; copies them as text without secrets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from koodrive.backend.diagnostics import Fact, Section, as_text, gather
from koodrive.core.deadline import Cancellation
from koodrive.messages import Message
from ui.core import input_method
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.inputs.form_area import SCROLL_BAR_GAP, ScrollableForm
from ui.texts.translate import error_text, titled, translated
from ui.texts.visible import escape_invisible
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.backend.backend import Backend
    from koodrive.models import Connection
    from ui.session.session import Session

NAME = "diagnostics"
WIDTH = 640
_FACT_NAME = f"{NAME}.name"


class DiagnosticsDialog(AutoHeightDialog):
    """Gathers in the background and shows section by section; to be opened with `open`, and made anew each time.

    Args:
        session: Which connection is in use, and through it the backend and the task runner.
        parent: The window that it stands over.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._steps = LatestTask(session.runner, self, reports_unexpected=True)
        self._state = PlainLabel()
        self._content = QWidget()
        self._sections = QVBoxLayout(self._content)
        self._area = ScrollableForm(self._content, WIDTH)
        self._copy = PushButton(self.tr("Cop&y"))
        self._again = PushButton(self.tr("&Look again"))
        self._close = PushButton(self.tr("Close"))
        self._build_ui()
        self._copy.clicked.connect(self._on_copy)
        self._again.clicked.connect(self.gather)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_closed)
        self.gather()

    def _build_ui(self) -> None:
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Diagnostics"))
        for key, button in (("copy", self._copy), ("again", self._again), ("close", self._close)):
            button.setObjectName(f"{NAME}.{key}")
        self._close.setDefault(True)
        self._state.setObjectName(f"{NAME}.state")
        self._state.setProperty("role", "quiet")
        self._state.setWordWrap(True)
        self._content.setObjectName(f"{NAME}.content")
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(16)
        # What does not fit is reached with the arrow keys, too.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Current settings and versions"))
        self.column.addWidget(self._state)
        self.column.addWidget(self._area, stretch=1)
        self.set_foot(self._copy, self._again, 1, self._close)

    @Slot()
    def gather(self) -> None:
        """Gather the facts, again if they were gathered before."""
        backend, connection, cancellation = self._session.backend, self._session.current, Cancellation()
        self._state.setText(self.tr("Looking… If your keyring asks for its password, that is why."))
        self._copy.setEnabled(False)
        self._steps.start(
            Lane.KEYRING,
            lambda: _gathered(backend, connection, cancellation),
            self._on_gathered,
            self._on_failed,
            cancellation=cancellation,
        )

    def _on_gathered(self, sections: tuple[Section, ...]) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        boxes = []
        for section in sections:
            box = _section(section)
            boxes.append(box)
            for fact in section.facts:
                if fact.keyring:
                    self._offer_trust(box, fact)
            self._sections.addWidget(box)
            # Now, and not with the next event, so that nothing stands there empty.
            box.show()
        _align(boxes)
        self._sections.addStretch(1)
        self._text = as_text(sections, translated)
        self._copy.setEnabled(True)
        self._state.setText(
            self.tr("Current settings and versions. They hold no token, no password and no user ID.")
        )

    def _offer_trust(self, box: QWidget, fact: Fact) -> None:
        """Put a button below a section that trusts a keyring, or does so no longer."""
        button = PushButton(self.tr("Stop trusting it") if fact.is_trusted else self.tr("I trust this one"))
        button.setObjectName(f"{NAME}.{'distrust' if fact.is_trusted else 'trust'}.{fact.keyring}")
        button.setAccessibleName(titled(button.text(), fact.keyring))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._trust, fact.keyring, is_trusted=not fact.is_trusted))
        grid = box.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(button, grid.rowCount(), 1, alignment=Qt.AlignmentFlag.AlignLeft)

    def _trust(self, keyring: str, _checked: object = None, *, is_trusted: bool) -> None:
        backend = self._session.backend
        self._state.setText(self.tr("Saving…"))
        self._steps.start(
            Lane.KEYRING,
            lambda: backend.trust_keyring(keyring, is_trusted=is_trusted),
            lambda _nothing: self.gather(),
            self._on_not_saved,
        )

    def _on_failed(self, error: Exception) -> None:
        self._state.setText(
            self.tr("It could not be gathered: {problem}").format(
                problem=translated(getattr(error, "title", type(error).__name__))
            )
        )

    def _on_not_saved(self, error: Exception) -> None:
        self._state.setText(error_text(error))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._state.setText(self.tr("Copied."))

    @Slot()
    def _on_closed(self) -> None:
        self._steps.detach()
        self.deleteLater()


def _gathered(
    backend: Backend, connection: Connection | None, cancellation: Cancellation
) -> tuple[Section, ...]:
    typing = Fact(Message("Input method"), input_method.in_use(QGuiApplication.platformName()))
    return (*gather(backend, connection, cancellation), Section(Message("Window"), (typing,)))


def _section(section: Section) -> QWidget:
    box = QFrame()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, SCROLL_BAR_GAP, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    title = PlainLabel(translated(section.title))
    title.setProperty("role", "fieldLabel")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, fact in enumerate(section.facts, start=1):
        name = PlainLabel(translated(fact.name))
        name.setObjectName(_FACT_NAME)
        name.setProperty("role", "quiet")
        words = translated(fact.value)
        value = PlainLabel(with_break_points(f"⚠ {words}" if fact.is_problem else words), selectable=True)
        value.setAccessibleName(escape_invisible(titled(fact.name, words)))
        value.setWordWrap(True)
        if fact.is_problem:
            value.setProperty("role", "message")
            value.setProperty("state", "problem")
        grid.addWidget(name, row, 0, alignment=Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    return box


def _align(boxes: Sequence[QWidget]) -> None:
    """Let the values of all sections begin at one edge."""
    names = [name for box in boxes for name in box.findChildren(PlainLabel, _FACT_NAME)]
    width = max((name.sizeHint().width() for name in names), default=0)
    for box in boxes:
        grid = box.layout()
        if isinstance(grid, QGridLayout):
            grid.setColumnMinimumWidth(0, width)
