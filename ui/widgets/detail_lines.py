"""The parts that the details of an attempt are made of: a copyable value, a text that wraps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QWidget,
)

from ui.texts.folders import folder_name
from ui.texts.visible import escape_invisible
from ui.widgets.copy_button import CopyButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.style_state import set_style_state
from ui.widgets.value_views import ValueLine, ValueText

_ID_LINES = 4
_CAPTION_WIDTH = 72
"""Pixels."""
_LONGEST_NAME = 120
"""Characters of a name; more are not visible."""


class AttemptLine(QWidget):
    """One short value under its label; hidden while there is none.

    Args:
        name: The object name of the value; the button is ``<name>.copy``.
        label: Label of the value.
        copyable: Whether a Copy button stands beside it.
        in_row: Whether the label stands before the value, not above it.
        is_id: Whether it is monospaced.
        wraps: Whether it is shown whole, on as many lines as it needs; for trace IDs.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        copyable: bool = False,
        in_row: bool = False,
        wraps: bool = False,
        is_id: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._caption = ElidedLabel(label)
        self._caption.setProperty("role", "quiet")
        self._value: ValueLine | AttemptText
        if wraps:
            self._value = AttemptText(name, label, most_lines=_ID_LINES)
            self._value.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        else:
            self._value = ValueLine()
            self._value.setObjectName(name)
            self._value.setAccessibleName(label)
        if is_id:
            # By the style sheet, so that the size stays that of the other texts.
            self._value.setProperty("mono", "true")
        self._build_ui(name, in_row=in_row, copyable=copyable)

    def _build_ui(self, name: str, *, in_row: bool, copyable: bool) -> None:
        if in_row:
            self._caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            # Values below each other begin at one edge.
            self._caption.setMinimumWidth(max(_CAPTION_WIDTH, self._caption.sizeHint().width() + 4))
            line = row(self._caption, self._value, stretch=self._value, parent=self)
        else:
            words = column(self._caption, self._value, spacing=0)
            line = row(words, stretch=words, parent=self)
        self.tab_stops: list[QWidget] = [self._value]
        """Its tab stops in their order."""
        if copyable:
            purpose = self.tr("Copy {value}").format(value=self._label)
            button = CopyButton(lambda: self._value.original, purpose, name=f"{name}.copy")
            note = PlainLabel(self.tr("Copied"), name=f"{name}.copied", role="note")
            set_style_state(note, "created")
            note.hide()
            button.copied.connect(note.setVisible)
            self.tab_stops.append(button)
            line.addWidget(note)
            line.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """The value that is shown, as it is."""
        return self._value.original

    def focus_value(self) -> None:
        """Move the keyboard to the value."""
        self._value.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, text: str | None) -> None:
        """Show `text` from its beginning, or hide when there is none."""
        if isinstance(self._value, AttemptText):
            self._value.set_text(text)
        else:
            self._value.show_value(text or "")
        self.setVisible(bool(text))

    def set_name(self, name: str) -> None:
        """Show the name of an ID beside the label; Copy copies the ID.

        Args:
            name: As the service has it; empty for none.
        """
        announced = f"{self._label} · {folder_name(name, _LONGEST_NAME)}" if name else self._label
        self._caption.set_text(announced)
        self._value.setAccessibleName(escape_invisible(announced))


class AttemptText(ValueText):
    """A longer text that wraps anywhere and is as high as its lines, up to a limit; hidden while there is none.

    Args:
        name: The object name.
        label: The accessible name.
        most_lines: From how many lines on it scrolls.
        is_code: Whether it is JSON or the like.
    """

    def __init__(
        self, name: str, label: str, *, most_lines: int, is_code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setProperty("role", "code" if is_code else "words")
        if not is_code:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hide()

    def set_text(self, text: str | None) -> None:
        """Show `text` from its beginning, or hide when there is none."""
        self.show_value(text or "")
        self.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines of the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height, which is unknown before."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.isHidden():
            return
        limit = self._most_lines * self.fontMetrics().lineSpacing()
        height = 2 * self.document().documentMargin()
        block = self.document().firstBlock()
        while block.isValid() and height <= limit:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        # A scroll bar that comes and goes would change the width, and with it the lines, once more.
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if height > limit else policies.ScrollBarAlwaysOff
        )
        # Before its first layout the viewport is larger than the widget.
        around = max(0, self.height() - self.viewport().height())
        wanted = ceil(min(height, limit)) + around
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
        if self.document().size().width() != self.viewport().width():
            # While a widget is being shown Qt does not report that the scroll bar has taken its share.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
