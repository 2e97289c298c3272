"""The frame of a form: heading, fields that scroll, and below them notice, target and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QSizePolicy, QWidget

from ui.core.theme import scaled
from ui.inputs.form_area import SCROLL_BAR, FormArea
from ui.texts.connections import connection_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import HEAD_MARGIN, column, page_head, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.session.session import Session
    from ui.widgets.banner import Banner

COLUMN_WIDTH, _LEAST_FIELD = 688, 200
"""Pixels of a form with the margins at both sides, and of a field beside another one."""


class TargetLabel(ElidedLabel):
    """Says to which connection a form is sent.

    Args:
        name: Object name.
        session: The connection in use.
    """

    def __init__(self, name: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        session.current_changed.connect(self._show_target)
        self._show_target()

    @Slot()
    def _show_target(self) -> None:
        current, words = self._session.current, self.tr("Will be sent to {connection}")
        name = connection_text(current.connection_id, current.name) if current is not None else ""
        self.set_text(words.format(connection=name) if name else "")


class FieldPair(QWidget):
    """Two fields side by side with their tops aligned, or one below the other where that is too narrow.

    Args:
        first: The left or upper one.
        second: The other one.
    """

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row(first, second, spacing=16, top=(first, second), parent=self)
        self._row.setStretch(0, 1)
        self._row.setStretch(1, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the width of one field."""
        return QSize(_LEAST_FIELD, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_beside = event.size().width() >= scaled(2 * _LEAST_FIELD + 16)
        self._row.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._row.setSpacing(16 if is_beside else 24)


class FormLayout(QWidget):
    """Layout of a form page.

    Args:
        name: First part of all object names.
        title: The heading.
        create_label: Label of the button.
        session: The connection in use.
        notice: Widget between the fields and the buttons.
    """

    def __init__(
        self,
        name: str,
        title: str,
        create_label: str,
        session: Session,
        *,
        notice: Banner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = QWidget()
        self._form_layout = column(spacing=24, parent=self._form)
        self.create_button = PushButton(create_label, name=f"{name}.create", role="primary", in_form=True)
        self.clear_button = PushButton(self.tr("C&lear"), name=f"{name}.clear", in_form=True)
        self.activity_button = PushButton(self.tr("Activity"), name=f"{name}.activity", in_form=True)
        self._target = TargetLabel(f"{name}.target", session)
        self.fields = FormArea(form_column(self._form, 1))
        self._notice = notice
        self._build_ui(title)

    def _build_ui(self, title: str) -> None:
        heading = ElidedLabel(title)
        heading.setProperty("role", "pageTitle")
        self._head = page_head(heading, self.activity_button)
        self._head.setStretchFactor(heading, 1)
        buttons = row(self._target, self.clear_button, self.create_button, stretch=self._target)
        self._foot = column(self._notice, buttons, spacing=12, margins=(24, HEAD_MARGIN, 24, HEAD_MARGIN))
        self.activity_button.hide()
        parts = (centred(self._head), self.fields, footer_with(self._foot))
        column(*parts, spacing=0, stretch=self.fields, parent=self)

    def add_to_head(self, button: PushButton) -> None:
        """Put `button` before that of Activity."""
        self._head.insertWidget(1, button)

    def add_field(self, field: QWidget) -> None:
        """Put `field` below the ones that are there."""
        self._form_layout.addWidget(field)

    def add_pair(self, first: QWidget, second: QWidget) -> QWidget:
        """Put two fields side by side below the ones that are there, and return what holds them."""
        pair = FieldPair(first, second)
        self._form_layout.addWidget(pair)
        return pair

    def add_above_buttons(self, widget: QWidget) -> None:
        """Put `widget` between the notice and the buttons."""
        self._foot.insertWidget(1, widget)


def form_column(*items: QWidget | QLayout | int) -> QWidget:
    """Return the column of a form; the arguments are those of `ui.widgets.layouts.column`."""
    widget = QWidget()
    # The scroll bar takes the rest.
    widget.setMaximumWidth(COLUMN_WIDTH - SCROLL_BAR)
    column(*items, margins=(24, 0, 24 - SCROLL_BAR, 16), parent=widget)
    return widget


def footer_with(content: QLayout) -> QWidget:
    """Return the part below the fields, whatever their number: a line, and `content` in the middle."""
    line = QFrame()
    line.setProperty("role", "line")
    footer = QWidget()
    column(line, centred(content), spacing=0, parent=footer)
    return footer


def centred(content: QLayout) -> QLayout:
    """Return `content` as wide as a form, in the middle."""
    holder = QWidget()
    holder.setMaximumWidth(COLUMN_WIDTH)
    holder.setLayout(content)
    # A row of its own, as a column would be asked how high it is at a width that it may not have.
    return row(0, holder, 0, spacing=0, stretch=holder)
