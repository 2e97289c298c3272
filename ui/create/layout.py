"""The frame of a form: heading, fields that scroll, notice and buttons below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from ui.inputs.form_area import FormArea
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import HEAD_MARGIN, column, page_head, row

if TYPE_CHECKING:
    from ui.widgets.banner import Banner

COLUMN_WIDTH = 688
"""Pixels, with the margins at both sides."""


class FormLayout(QWidget):
    """Layout of a form page.

    Args:
        name: First part of all object names.
        title: The heading.
        create_label: Label of the button.
        notice: Widget between the fields and the buttons.
    """

    def __init__(
        self,
        name: str,
        title: str,
        create_label: str,
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
        self.templates_button = PushButton(self.tr("Templates"), name=f"{name}.templates", in_form=True)
        self.templates_button.set_icon("file")
        self.target = ElidedLabel()
        """Says to which connection the form is sent."""
        self.target.setObjectName(f"{name}.target")
        self.target.setProperty("role", "quiet")
        self.fields = FormArea(form_column(self._form, 1))
        self._notice = notice
        self._build_ui(title)

    def _build_ui(self, title: str) -> None:
        heading = PlainLabel(title, role="pageTitle")
        head = page_head(heading, 1, self.templates_button, self.activity_button)
        self.target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons = row(self.target, self.clear_button, self.create_button, stretch=self.target)
        self._foot = column(self._notice, buttons, spacing=12, margins=(24, HEAD_MARGIN, 24, HEAD_MARGIN))
        self.activity_button.hide()
        parts = (centred(head), self.fields, footer_with(self._foot))
        column(*parts, spacing=0, stretch=self.fields, parent=self)

    def add_field(self, field: QWidget) -> None:
        """Put `field` below the ones that are there."""
        self._form_layout.addWidget(field)

    def add_above_buttons(self, widget: QWidget) -> None:
        """Put `widget` between the notice and the buttons."""
        self._foot.insertWidget(1, widget)


def form_column(*items: QWidget | QLayout | int) -> QWidget:
    """Return the column of a form; the arguments are those of `ui.widgets.layouts.column`."""
    widget = QWidget()
    widget.setMaximumWidth(COLUMN_WIDTH)
    column(*items, margins=(24, 0, 24, 16), parent=widget)
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
