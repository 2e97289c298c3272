"""The page before there is a table: what it is for, the ways to begin, and earlier batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from koodrive.models import OutcomeKind
from ui.batch.views.earlier_view import EarlierView
from ui.core.icons import icon_pixmap
from ui.texts.numbers import number_text
from ui.widgets.banner import Banner
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.batch.views.batch_list import ListedBatch

_WIDTH = 440
_DISC, _ICON = 72, 36
_ROOM_FOR_DISC = 420
"""Pixels; a lower page does without the disc."""


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the icon of a table on a disc."""
        painter, place = QPainter(self), (_DISC - _ICON) // 2
        paint_round(painter, self.rect(), fill="select", radius=_DISC / 2)
        painter.drawPixmap(place, place, icon_pixmap("table", "accent_ink", _ICON))


class StartView(QScrollArea):
    """Title, explanation and buttons in the middle; the earlier batches below. A low page scrolls.

    Signals:
        open_requested: The user wants to open a file.
        paste_requested: The user wants to paste a table.
        example_requested: The user wants to see an example.
        template_requested: The user wants a template with this ending, ``xlsx`` or ``csv``.
        batch_chosen: The number of an earlier batch (an int, as object).
        go_on_chosen: The number of one that is to go on.
        undo_chosen: The number of one whose taking back is to be shown.
        remove_requested: The number of one that was not run and is to be removed.
    """

    open_requested = Signal()
    paste_requested = Signal()
    example_requested = Signal()
    template_requested = Signal(str)
    batch_chosen = Signal(object)
    go_on_chosen = Signal(object)
    undo_chosen = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = _Disc()
        self.open_button = PushButton(
            self.tr("&Open a file…"), name="batch.open", role="primary", auto_default=False
        )
        self._paste = PushButton(self.tr("Paste a ta&ble…"), name="batch.paste", auto_default=False)
        self._template = PushButton(self.tr("Save a &template"), name="batch.template", auto_default=False)
        self._example = PushButton(
            self.tr("Show an &example"), name="batch.example", role="plain", auto_default=False
        )
        self._resume = Banner("batch.resume")
        self._waiting: int | None = None
        self._earlier = EarlierView()
        self._build_ui()
        self.open_button.clicked.connect(self.open_requested)
        self._paste.clicked.connect(self.paste_requested)
        self._example.clicked.connect(self.example_requested)
        self._earlier.chosen.connect(self.batch_chosen)
        self._earlier.remove_requested.connect(self.remove_requested)
        self._resume.action_chosen.connect(self._on_resume)

    def _build_ui(self) -> None:
        menu = QMenu(self._template)
        for ending, words_of in (("xlsx", self.tr("&Excel workbook…")), ("csv", self.tr("&CSV…"))):
            action = menu.addAction(words_of)
            action.setObjectName(f"batch.template.{ending}")
            action.setData(ending)
        menu.triggered.connect(lambda action: self.template_requested.emit(action.data()))
        self._template.setMenu(menu)
        menu.aboutToHide.connect(self._template.update)
        title = PlainLabel(self.tr("Create many at once"), role="pageTitle", wraps=True)
        words = PlainLabel(
            self.tr(
                "A table with one row for each album or shared folder: an Excel or CSV file, rows copied from a"
                " spreadsheet, or a series such as “Holiday {01-20}”. Every row is checked before the first one is"
                " sent. You can drop a file here as well."
            ),
            role="quiet",
            wraps=True,
        )
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = FlowLayout(is_centred=True)
        buttons.setSpacing(8)
        for button in (self.open_button, self._paste, self._template, self._example):
            buttons.addWidget(button)
        content = QWidget()
        content.setMaximumWidth(max(_WIDTH, 30 * self.fontMetrics().height()))
        lines = column(self._disc, title, words, spacing=8, parent=content)
        lines.setAlignment(self._disc, Qt.AlignmentFlag.AlignHCenter)
        lines.addSpacing(8)
        lines.addLayout(buttons)
        across = row(1, content, 1)
        across.setStretch(1, 100)
        below = row(1, self._earlier, 1)
        below.setStretch(1, 100)
        whole = QWidget()
        # Before it has its parts, which would all be styled and measured now.
        self.setWidgetResizable(True)
        self.setWidget(whole)
        column(self._resume, 1, across, 1, below, spacing=16, margins=(24, 0, 24, 16), parent=whole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_batches(self, batches: Sequence[ListedBatch]) -> None:
        """Show earlier batches, the newest first."""
        self._earlier.show_batches(batches)

    @Slot(object)
    def show_interrupted(self, listed: ListedBatch) -> None:
        """Ask whether a batch shall go on that has waited since an earlier start; nothing is sent without an answer."""
        batch = listed.batch
        self._waiting = batch.batch_id
        rows = self.tr("1 row") if listed.left == 1 else self.tr("{count} rows")
        words = self.tr("{created} of {whole} rows are created. Nothing is sent before you continue.").format(
            created=number_text(listed.created), whole=number_text(batch.row_count)
        )
        unknown = listed.counts.get(OutcomeKind.UNKNOWN, 0)
        self._resume.show_content(
            "unknown",
            self.tr("Go on with {rows} of {name}?").format(
                rows=rows.format(count=number_text(listed.left)),
                name=batch.name or self.tr("the pasted table"),
            ),
            words,
            remark=self.tr("Looked for first, as their answers were lost: {count}.").format(
                count=number_text(unknown)
            )
            if unknown
            else "",
            actions=[("goOn", self.tr("&Go on")), ("show", self.tr("Show it")), ("later", self.tr("&Later"))],
        )

    @Slot(object)
    def show_undo_interrupted(self, listed: ListedBatch) -> None:
        """Say that taking a batch back waits since an earlier start; nothing is deleted without an answer."""
        self._waiting = listed.batch.batch_id
        name = listed.batch.name or self.tr("the pasted table")
        self._resume.show_content(
            "unknown",
            self.tr("Taking back {name} was interrupted").format(name=name),
            self.tr("What was under way is looked for first. Nothing is deleted before you continue."),
            actions=[("showUndo", self.tr("&Show it")), ("later", self.tr("&Later"))],
        )

    @Slot(str)
    def _on_resume(self, key: str) -> None:
        self._resume.clear()
        if key == "goOn":
            self.go_on_chosen.emit(self._waiting)
        elif key == "showUndo":
            self.undo_chosen.emit(self._waiting)
        elif key == "show":
            self.batch_chosen.emit(self._waiting)

    @Slot()
    def focus_list(self) -> None:
        """Move the keyboard to the earlier batches."""
        self._earlier.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the disc where the words need the room."""
        super().resizeEvent(event)
        needed = _ROOM_FOR_DISC + (
            self._earlier.list.sizeHint().height() if self._earlier.isVisibleTo(self) else 0
        )
        self._disc.setVisible(event.size().height() >= needed)
