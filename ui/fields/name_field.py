"""The field for a name: it counts, and offers the name without the characters that make trouble."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from koodrive.rules.name_patterns import expand, first_number, is_pattern
from koodrive.rules.names import clean_name, utf16_units
from ui.inputs.field import TextField
from ui.texts.visible import as_tool_tip, on_button, visible, without_mnemonic
from ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from koodrive.models import RequestKind

_LINE_BREAKS = ("\n", "\r", "\u2028", "\u2029")
_LONGEST_PASTE = 16 * 1024 * 1024
"""Characters."""
_LONGEST_EXACT = 64 * 1024
"""Characters."""
_NARROWEST = 80
"""Pixels."""


def _whole_paste(text: str) -> str:
    """Return the text that the clipboard holds where `text` is its beginning: a line takes only so much of it."""
    whole = QGuiApplication.clipboard().text()
    return whole if len(whole) <= _LONGEST_PASTE and whole.strip().startswith(text.strip()) else text


def _row_count(text: str) -> int:
    """Return the number of rows with text; of a long text those without any are counted, too, as that is quick."""
    if len(text) > _LONGEST_EXACT:
        return text.count("\n") + 1
    return sum(1 for line in text.splitlines() if line.strip())


class OfferButton(PushButton):
    """A button that puts another text into the field above it, and shows that text; too long a text is elided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="small", in_form=True)
        self.offer = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_offer(self, offer: str) -> None:
        """Show `offer` as the text that a press puts into the field."""
        if offer == self.offer:
            return
        self.offer = offer
        words = self.tr("&Use “{name}”")
        self.setText(words.format(name=on_button(offer)))
        self.setAccessibleName(without_mnemonic(words).format(name=visible(offer)))
        self.setToolTip(as_tool_tip(offer))

    def minimumSizeHint(self) -> QSize:
        """Return room for the beginning of the text."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Draw the button with elided text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(
            option.text, Qt.TextElideMode.ElideMiddle, room, int(Qt.TextFlag.TextShowMnemonic.value)
        )
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class NameField(TextField):
    """A `TextField` for a name, which offers a cleaned name; and for several pasted rows, to create all of them.

    While a problem or advice is shown that cleaning removes, a button below shows the clean name; a press puts it
    into the field, and Ctrl+Z restores the former one. A clean name that is still too long is not offered.

    Args:
        kind: Kind of object that gets the name.
        label: Label above the input; a ``&`` marks the mnemonic.
        limit: Largest number of characters; the counter shows it.
        help_text: Help below it while there is no problem.
        form: First part of all object names; by default the kind.

    Signals:
        many_requested: Pasted rows that are to be created (str).
    """

    many_requested = Signal(str)

    def __init__(
        self,
        kind: RequestKind,
        label: str,
        limit: int,
        *,
        help_text: str = "",
        form: str = "",
        parent: QWidget | None = None,
    ) -> None:
        form = form or kind.value
        self._kind = kind
        self._pattern = ""
        self._number: int | None = None
        """Number of the next name of a pattern; None for a name that does not count."""
        self._limit = limit
        self._offer = OfferButton()
        self._many = PushButton(role="small", in_form=True)
        self._pasted = ""
        """Text of several rows that stands in the field, whole."""
        super().__init__(form, "name", label, help_text=help_text, parent=parent)
        self._offer.setObjectName(f"{form}.name.offer")
        self._offer.clicked.connect(self._on_taken)
        self._many.setObjectName(f"{form}.name.many")
        self._many.clicked.connect(self._on_many)
        self._many.hide()
        self._add_below(self._many)
        self._add_below(self._offer)
        self.line.textChanged.connect(self._follow_pattern)
        self.line.textChanged.connect(self._count)
        self.line.textChanged.connect(self._follow_rows)
        self.line.textEdited.connect(self._on_typed)
        self._count()

    @property
    def value(self) -> str:
        """The name; that of a pattern is the next one."""
        text = self.text
        return (
            expand(text, self._number or 1, datetime.now().astimezone().date()) if is_pattern(text) else text
        )

    @property
    def counts(self) -> bool:
        """Whether it is a pattern with a counter, so that each create has another name."""
        return self._number is not None

    def prepare_next(self) -> None:
        """Make room for the next name, as this one has been used: empty it, or let its pattern count on."""
        if self._number is None:
            self.set_value("")
        else:
            self._number += 1
            self._show_pattern()
            self.line.textChanged.emit(self.text)
        self.await_typing()

    @Slot()
    def _follow_pattern(self) -> None:
        """Begin to count anew where the pattern is another."""
        if self.text != self._pattern:
            self._pattern = self.text
            self._number = first_number(self.text)
            self._show_pattern()

    def _show_pattern(self) -> None:
        if is_pattern(self.text):
            self.set_note(self.tr("The next name is “{name}”.").format(name=visible(self.value)))
        else:
            self.set_note("")

    @Slot()
    def _count(self) -> None:
        name = self.value
        count, units = len(name), utf16_units(name)
        unit = self.tr("Counted in Unicode code points: {count} of {limit}. In UTF-16 units it is {units}.")
        self.set_count(count, self._limit, unit=unit.format(count=count, limit=self._limit, units=units))

    @Slot(str)
    def _follow_rows(self, text: str) -> None:
        """Offer to create many while several rows stand in the field."""
        count = 0
        self._pasted = ""
        if any(sign in text for sign in _LINE_BREAKS):
            self._pasted = _whole_paste(text)
            count = _row_count(self._pasted)
        if count > 1:
            self._many.setText(self.tr("These are {count} rows: create many…").format(count=count))
        self._many.setVisible(count > 1)

    @Slot()
    def _on_many(self) -> None:
        self.many_requested.emit(self._pasted)

    @Slot()
    def _on_taken(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_text(self._offer.offer)

    def _show(self) -> None:
        super()._show()
        offer = clean_name(self.text, self._kind) if self.shown is not None else None
        is_useful = offer is not None and len(offer) <= self._limit
        if offer is not None and is_useful:
            self._offer.set_offer(offer)
        self._offer.setVisible(is_useful)
