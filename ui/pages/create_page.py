"""What the two create pages share: fields with verdicts, one submit at a time, the banner and the preview."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.submission import Submission
from ui.widgets.banner import Banner
from ui.widgets.field import TextField
from ui.widgets.request_preview import RequestPreview

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from koodrive.models import CreateRequest, RequestKind
    from koodrive.rules import FieldValue, Problems
    from ui.session import Session
    from ui.widgets.field import Field

COLUMN_WIDTH = 720
ROOM_FOR_BOTH = 800
"""Pixels; on a narrower page the preview stands below the form."""


class CreatePage(QWidget):
    """A form that creates one thing at a time.

    A subclass builds its fields with `add_field`, says what they hold (`fields`) and how to fill them (`fill`),
    and names the rules that judge them.

    Args:
        kind: Which create this is; the first part of all object names.
        title: The heading.
        create_label: What the button says.
        session: Which connection is in use.

    Signals:
        history_requested: The attempt whose row the user wants to see (an int, as object).
        connection_requested: The user wants to connect an account or give a token.
        shared_album_requested: The `CreatedSharedFolder` in which the user wants a shared album.
        settled: An `Outcome` has arrived.
    """

    history_requested = Signal(object)
    connection_requested = Signal()
    shared_album_requested = Signal(object)
    settled = Signal(object)

    def __init__(
        self,
        kind: RequestKind,
        title: str,
        create_label: str,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.session = session
        self._fields: dict[str, Field] = {}
        self._kept: dict[str, FieldValue] = {}
        self._form = QWidget()
        self._form_layout = QVBoxLayout(self._form)
        self._create = QPushButton(create_label)
        self._clear = QPushButton(self.tr("C&lear"))
        self._preview_toggle = QPushButton(self.tr("Request pre&view"))
        self.preview = RequestPreview(kind, session)
        self.banner = Banner(f"{kind}.result")
        self._build_ui(title)
        self.submission = Submission(self)
        self._connect()

    def _build_ui(self, title: str) -> None:
        for name, button in (
            ("create", self._create),
            ("clear", self._clear),
            ("togglePreview", self._preview_toggle),
        ):
            button.setObjectName(f"{self.kind}.{name}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._create.setProperty("role", "primary")
        self._preview_toggle.setCheckable(True)
        heading = QLabel(title)
        heading.setProperty("role", "pageTitle")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self._preview_toggle)
        self._form_layout.setContentsMargins(0, 0, 0, 0)
        self._form_layout.setSpacing(16)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        column_layout = QVBoxLayout(column)
        column_layout.setContentsMargins(24, 24, 24, 16)
        column_layout.setSpacing(16)
        column_layout.addLayout(top)
        column_layout.addWidget(self._form)
        column_layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        # A click beside the fields must not take the focus from one of them.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._scroll.setWidget(column)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._scroll, stretch=1)
        left.addWidget(self._footer())
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(left, stretch=3)
        self._sides.addWidget(self.preview, stretch=2)
        self.preview.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the form where there is no room beside it; see QWidget.resizeEvent."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(beside if event.size().width() >= ROOM_FOR_BOTH else below)
        super().resizeEvent(event)

    def _footer(self) -> QWidget:
        line = QFrame()
        line.setProperty("role", "line")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._clear)
        buttons.addWidget(self._create)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        column_layout = QVBoxLayout(column)
        column_layout.setContentsMargins(24, 12, 24, 16)
        column_layout.setSpacing(12)
        column_layout.addWidget(self.banner)
        column_layout.addLayout(buttons)
        footer = QWidget()
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        layout.addWidget(column)
        return footer

    def _connect(self) -> None:
        self._create.clicked.connect(self.submission.submit)
        self._clear.clicked.connect(self._on_clear)
        self._preview_toggle.toggled.connect(self._on_preview_toggled)
        self.submission.busy_changed.connect(self._on_busy_changed)
        self.session.current_changed.connect(self._update_preview)

    # What a subclass says about its form -----------------------------------------------------------------

    def fields(self) -> dict[str, FieldValue]:
        """Return what the form holds now, by API field name, hidden fields included."""
        raise NotImplementedError

    def fill(self, fields: dict[str, FieldValue]) -> None:
        """Put `fields` into the form; missing ones become empty or their default."""
        raise NotImplementedError

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Return all problems of `fields`."""
        raise NotImplementedError

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Return what deserves a second look in `fields`."""
        raise NotImplementedError

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the request that `fields` stand for, complete or not."""
        raise NotImplementedError

    def commit_typing(self) -> None:
        """Take into `fields` what is typed but not yet part of them."""

    # ---------------------------------------------------------------------------------------------------------

    def add_field(self, field: Field) -> None:
        """Put `field` below the ones that are there; their order is the order of focus and of problems."""
        self._fields[field.api_field] = field
        self._form_layout.addWidget(field)
        if isinstance(field, TextField):
            field.line.installEventFilter(self)

    def chain_focus(self) -> None:
        """Give Tab the order that the eye has; to be called when all fields are there."""
        fields = [widget for field in self._fields.values() for widget in focusable(field.editor)]
        chain = [self._preview_toggle, *fields, self._clear, self._create, *focusable(self.preview)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.banner.set_tab_anchor(fields[-1])
        self.setFocusProxy(self._fields["name"].editor)

    def field(self, api_field: str) -> Field:
        """Return the field with the API's name `api_field`."""
        return self._fields[api_field]

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the form."""
        return self.fields() not in (self._kept, self._empty)

    @property
    def _empty(self) -> dict[str, FieldValue]:
        raise NotImplementedError

    @Slot()
    def on_edited(self) -> None:
        """Judge the whole form anew and show it; to be called after every change."""
        fields = self.fields()
        problems, advice = self.check(fields), self.advise(fields)
        for name, field in self._fields.items():
            field.set_verdict(problems.get(name), advice.get(name))
        self.preview.show_request(self.request(fields), len(problems))
        if self.banner.property("state") == "problem" and not self.submission.is_busy:
            self.banner.clear()

    def reveal_problems(self, problems: Problems) -> None:
        """Show all problems and move the focus to the first."""
        for field in self._fields.values():
            field.reveal()
        first = next((field for name, field in self._fields.items() if name in problems), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # After the banner has taken its room.
            QTimer.singleShot(0, first, lambda: self._scroll.ensureWidgetVisible(first))

    def start_fresh(self, fields: dict[str, FieldValue] | None = None) -> None:
        """Empty the form and the banner, as after Clear.

        Args:
            fields: What to put into the form instead of nothing, as for `fill`.
        """
        self.banner.clear()
        self.fill(self._empty if fields is None else fields)
        for field in self._fields.values():
            field.conceal()
        self.keep(self.fields())
        self.focus_first()

    def keep(self, fields: dict[str, FieldValue]) -> None:
        """Take note that `fields` are kept elsewhere, so that nothing is lost with them."""
        self._kept = fields

    def start_another(self) -> None:
        """Prepare the next one of the same sort: only the name is emptied."""
        self.start_fresh({**self.fields(), "name": ""})

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self._fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in a line submit the form, once however long it is held; see QObject.eventFilter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self.submission.submit()
        return True

    @Slot()
    def _on_clear(self) -> None:
        self.start_fresh()

    @Slot(bool)
    def _on_preview_toggled(self, shown: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.preview.setVisible(shown)
        self._update_preview()

    @Slot()
    def _update_preview(self) -> None:
        fields = self.fields()
        self.preview.show_request(self.request(fields), len(self.check(fields)))

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._form.setEnabled(not busy)
        self._create.setEnabled(not busy)
        self._clear.setEnabled(not busy)
        if self.isVisible() and self.isActiveWindow():
            # A form that is disabled loses the focus; the banner is where things go on.
            self.banner.focus_action()


def focusable(root: QWidget) -> list[QWidget]:
    """Return `root` and what is in it, in the order of creation, as far as Tab stops there."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
