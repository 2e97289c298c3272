"""The frame of a form: heading, fields that scroll, banner and buttons below them, the preview beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.create.request_preview import RequestPreview
    from ui.widgets.banner import Banner

COLUMN_WIDTH = 720
ROOM_FOR_BOTH = 800
"""Pixels; on a narrower page the preview stands below the form."""


class FormLayout(QWidget):
    """Where everything of a form stands; knows nothing of what is in it.

    Args:
        name: The first part of all object names.
        title: The heading.
        create_label: What the button says.
        banner: What stands between the fields and the buttons.
        preview: What stands beside the form while its button is pressed.
    """

    def __init__(
        self,
        name: str,
        title: str,
        create_label: str,
        *,
        banner: Banner,
        preview: RequestPreview,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = QWidget()
        self._form_layout = QVBoxLayout(self._form)
        self.create_button = PushButton(create_label)
        self.clear_button = PushButton(self.tr("C&lear"))
        self.preview_button = PushButton(self.tr("Re&quest preview"))
        self._scroll = QScrollArea()
        self._banner = banner
        self._preview = preview
        self._name_buttons(name)
        self._build_ui(title)

    def _name_buttons(self, name: str) -> None:
        for key, button in (
            ("create", self.create_button),
            ("clear", self.clear_button),
            ("togglePreview", self.preview_button),
        ):
            button.setObjectName(f"{name}.{key}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.create_button.setProperty("role", "primary")
        self.preview_button.setCheckable(True)

    def _build_ui(self, title: str) -> None:
        heading = PlainLabel(title)
        heading.setProperty("role", "pageTitle")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.preview_button)
        self._build_column(top)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._scroll, stretch=1)
        left.addWidget(self._footer())
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(left, stretch=3)
        self._sides.addWidget(self._preview, stretch=2)
        self._preview.hide()

    def _build_column(self, top: QHBoxLayout) -> None:
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
        set_up_scrolling(self._scroll, column)
        self._scroll.viewport().installEventFilter(self)

    def _footer(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.clear_button)
        buttons.addWidget(self.create_button)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        column_layout = QVBoxLayout(column)
        column_layout.setContentsMargins(24, 12, 24, 16)
        column_layout.setSpacing(12)
        column_layout.addWidget(self._banner)
        column_layout.addLayout(buttons)
        self._below_banner = column_layout
        return footer_with(column)

    def add_field(self, field: QWidget) -> None:
        """Put `field` below the ones that are there."""
        self._form_layout.addWidget(field)

    def scroll_to(self, field: QWidget) -> None:
        """Bring `field` into sight."""
        self._scroll.ensureWidgetVisible(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field in sight in which people type, as the banner takes its room; see QObject.eventFilter."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            QTimer.singleShot(0, self, self._scroll_to_typing)
        return super().eventFilter(watched, event)

    @Slot()
    def _scroll_to_typing(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    def add_below_banner(self, widget: QWidget) -> None:
        """Put `widget` between the banner and the buttons."""
        self._below_banner.insertWidget(self._below_banner.indexOf(self._banner) + 1, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview below the form where there is no room beside it; see QWidget.resizeEvent."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(beside if event.size().width() >= ROOM_FOR_BOTH else below)
        super().resizeEvent(event)


def set_up_scrolling(scroll: QScrollArea, column: QWidget) -> None:
    """Let `column`, at the left, scroll in `scroll`."""
    scroll.setWidgetResizable(True)
    # A click beside the fields must not take the focus from one of them.
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setAlignment(Qt.AlignmentFlag.AlignLeft)
    scroll.setWidget(column)


def footer_with(column: QWidget) -> QWidget:
    """Return what stands below the fields, whatever their number: a line, and `column` at the left."""
    line = QFrame()
    line.setProperty("role", "line")
    # A row of its own, as a column would be asked how high it is at a width that it may not have.
    row = QHBoxLayout()
    row.addWidget(column, stretch=1)
    row.addStretch(0)
    footer = QWidget()
    layout = QVBoxLayout(footer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(line)
    layout.addLayout(row)
    return footer
