"""What is asked about a table that is being opened: its encoding, its sheet, and a table or series to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QVBoxLayout, QWidget

from ui.texts.visible import escape_invisible, in_short
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.buttons import PushButton, RadioButton
from ui.widgets.labels import PlainLabel, with_break_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from koodrive.batch.errors import EncodingReading

_WIDTH = 480
_LONGEST_SAMPLE = 60
_LONGEST_NAME = 80
_INDENT = 28
_PASTE_LINES = 9


class _Choice(AutoHeightDialog):
    """Title, explanation and radio buttons, each with words below.

    Signals:
        chosen: The value of the choice.
    """

    chosen = Signal(str)

    def __init__(self, name: str, title: str, explanation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self._values: list[str] = []
        self._group = QButtonGroup(self)
        self._options = QVBoxLayout()
        self._options.setSpacing(4)
        self.column.addWidget(PlainLabel(title, role="head", wraps=True))
        self.column.addWidget(PlainLabel(explanation, wraps=True))
        self.column.addLayout(self._options)
        self.column.addStretch(1)
        cancel = PushButton(self.tr("Cancel"), name=f"{name}.cancel", auto_default=False)
        go_on = PushButton(self.tr("Continue"), name=f"{name}.goOn", role="primary")
        go_on.setDefault(True)
        cancel.clicked.connect(self.reject)
        go_on.clicked.connect(self._on_chosen)
        self.set_foot(1, cancel, go_on)
        self.setMinimumWidth(_WIDTH)
        self.finished.connect(self.deleteLater)

    def add_option(self, value: str, label: str, sample: str = "") -> None:
        """Add a choice.

        Args:
            value: What `chosen` says.
            label: Its words.
            sample: Text below, as it is.
        """
        button = RadioButton(label.replace("&", "&&"))
        button.setObjectName(f"{self.objectName()}.{value}")
        button.setAccessibleDescription(sample)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        self._options.addWidget(button)
        if sample:
            words = PlainLabel(with_break_points(sample), role="quiet", wraps=True)
            words.setContentsMargins(_INDENT, 0, 0, 8)
            self._options.addWidget(words)
        self._group.button(0).setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard on the choice."""
        super().showEvent(event)
        if (checked := self._group.checkedButton()) is not None:
            checked.setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        value = self._values[self._group.checkedId()]
        self.accept()
        self.chosen.emit(value)


class EncodingQuestion(_Choice):
    """Shows the same lines in all encodings that come into question.

    Args:
        readings: One for each encoding.
        parent: Parent window.
    """

    def __init__(self, readings: Sequence[EncodingReading], parent: QWidget) -> None:
        super().__init__(
            "batch.encoding",
            self.tr("Which of these is right?"),
            self.tr(
                "The file does not say how its letters are encoded. Choose the reading in which the names are right."
            ),
            parent,
        )
        for reading in readings:
            lines = [in_short(line, _LONGEST_SAMPLE) for line in reading.sample.splitlines()]
            self.add_option(reading.encoding, self._name(reading.encoding), "\n".join(lines))

    def _name(self, encoding: str) -> str:
        return {
            "gb18030": self.tr("GB18030 (simplified Chinese)"),
            "big5": self.tr("Big5 (traditional Chinese)"),
            "windows-1252": self.tr("Windows-1252 (western)"),
            "utf-16-le": self.tr("UTF-16 (little endian)"),
            "utf-16-be": self.tr("UTF-16 (big endian)"),
        }.get(encoding, encoding)


class SheetQuestion(_Choice):
    """Lets people choose one of several sheets of a workbook.

    Args:
        sheets: Names of the visible sheets.
        parent: Parent window.
    """

    def __init__(self, sheets: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            "batch.sheet",
            self.tr("Which sheet?"),
            self.tr("The workbook has several sheets; one of them is read."),
            parent,
        )
        for name in sheets:
            self.add_option(name, in_short(name, _LONGEST_NAME))


class HeadingQuestion(_Choice):
    """Asks whether the first row of a list of names is a name or a heading.

    Args:
        first: Text of the first row.
        parent: Parent window.

    Signals:
        answered: Whether it is a heading.
    """

    answered = Signal(bool)

    def __init__(self, first: str, parent: QWidget) -> None:
        super().__init__(
            "batch.heading",
            self.tr("Is the first row a name?"),
            self.tr(
                "The table has one column and no heading that KooDesk knows. Each name becomes a manual album; what"
                " else it should be can be changed in the table."
            ),
            parent,
        )
        shown = in_short(first, _LONGEST_SAMPLE)
        self.add_option("name", self.tr("“{first}” is a name, like the rows below").format(first=shown))
        self.add_option("heading", self.tr("“{first}” is the heading of the names below").format(first=shown))
        self.chosen.connect(self._on_heading_chosen)

    @Slot(str)
    def _on_heading_chosen(self, value: str) -> None:
        self.answered.emit(value == "heading")


class PasteDialog(AutoHeightDialog):
    """Takes a pasted table or a series of names.

    Args:
        text: What it begins with.
        parent: Parent window.

    Signals:
        pasted: The text.
    """

    pasted = Signal(str)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("batch.pasteDialog")
        title = self.tr("Paste a table, or type a series")
        self.setWindowTitle(title)
        self._text = QPlainTextEdit()
        self._text.setObjectName("batch.pasteDialog.text")
        self._text.setAccessibleName(title)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(
            escape_invisible(
                self.tr("name\tkind\nCustomer 0001\talbum\nCustomer 0002\talbum\n\n… or Holiday {01-20}")
            )
        )
        self._text.setMinimumHeight(_PASTE_LINES * self._text.fontMetrics().lineSpacing())
        self._text.setPlainText(text)
        explanation = PlainLabel(
            self.tr(
                "Copy rows in a spreadsheet, with their heading, and paste them here. “Holiday {01-20}” makes twenty"
                " albums; “{date}” stands for today."
            ),
            wraps=True,
        )
        self._go_on = PushButton(self.tr("Continue"), name="batch.pasteDialog.goOn", role="primary")
        cancel = PushButton(self.tr("Cancel"), name="batch.pasteDialog.cancel", auto_default=False)
        self.column.addWidget(PlainLabel(title, role="head", wraps=True))
        self.column.addWidget(explanation)
        self.column.addWidget(self._text, stretch=1)
        self.set_foot(1, cancel, self._go_on)
        self.setMinimumWidth(_WIDTH)
        self._go_on.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._go_on.clicked.connect(self._on_go_on)
        self._text.textChanged.connect(self._on_changed)
        self.finished.connect(self.deleteLater)
        self._on_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard in the text."""
        super().showEvent(event)
        self._text.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self._go_on.setEnabled(not self._text.document().isEmpty())

    @Slot()
    def _on_go_on(self) -> None:
        text = self._text.toPlainText()
        self.accept()
        self.pasted.emit(text)
