"""Fields for one of several options, or any of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from ui.inputs.field import CompositeInput, Field
from ui.inputs.segments import Segment, SegmentBox
from ui.inputs.tiles import Tile, TileBox
from ui.widgets.buttons import CheckBox, RadioButton
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from koodrive.rules.problems import FieldValue


@dataclass(frozen=True, slots=True)
class Option:
    """One option: the API's value, its label, an explanation of one line, and for tiles an icon."""

    value: str
    label: str
    explanation: str = ""
    icon: str = ""


class _OptionsField(Field):
    """A field with one button for each option, named ``<form>.<api_field>.<value>``.

    Signals:
        changed: Another option was chosen or dropped.
    """

    changed = Signal()

    _button_class: type[RadioButton | CheckBox]

    def __init__(
        self,
        form: str,
        api_field: str,
        label: str,
        options: tuple[Option, ...],
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        buttons = [self._new_button(option) for option in options]
        for button, option in zip(buttons, options, strict=True):
            button.setObjectName(f"{form}.{api_field}.{option.value}")
            button.setProperty("apiValue", option.value)
            button.setAccessibleDescription(option.explanation)
            # A click must not take the focus from a field, which would be judged as left.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        editor = self._new_box(buttons, options)
        super().__init__(form, api_field, label, editor, help_text=help_text, parent=parent)
        self._box = editor
        self._buttons = buttons

    def _new_button(self, option: Option) -> RadioButton | CheckBox:
        """Return the button of an option."""
        return self._button_class(option.label)

    def _new_box(self, buttons: Sequence[QAbstractButton], options: tuple[Option, ...]) -> CompositeInput:
        """Return the input with the buttons in it."""
        return _rows(buttons, options)

    @property
    def edited(self) -> SignalInstance:
        """The signal `changed`."""
        return self.changed


class ChoiceField(_OptionsField):
    """A choice of exactly one option, as radio buttons."""

    _button_class = RadioButton

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._group = QButtonGroup(self)
        for button in self._buttons:
            self._group.addButton(button)
            button.toggled.connect(self._on_toggled)

    @property
    def value(self) -> str:
        """The API's value of the chosen option; empty when none is."""
        button = self._group.checkedButton()
        return _value_of(button) if button is not None else ""

    def set_value(self, value: FieldValue) -> None:
        """Choose the option with the API's value `value`; another value changes nothing."""
        for button in self._buttons:
            if _value_of(button) == value:
                button.setChecked(True)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        button = self._group.checkedButton()
        if checked and button is not None:
            if any(other.hasFocus() for other in self._buttons):
                # A click takes no focus, which would stay at the former option.
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            for other in self._buttons:
                # Otherwise Tab goes on stopping at the one that the keyboard was in last.
                is_stop = other is button
                other.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
            self._box.set_first(button)
            self._label.setBuddy(button)
            self.changed.emit()


class FlagsField(_OptionsField):
    """A choice of any of the options, as check boxes; its value lists the chosen ones with commas."""

    _button_class = CheckBox

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for box in self._buttons:
            box.toggled.connect(self.changed)

    @property
    def value(self) -> str:
        """The API's values of the chosen options in their order, such as ``1,2``."""
        return ",".join(_value_of(box) for box in self._buttons if box.isChecked())

    def set_value(self, value: FieldValue) -> None:
        """Choose exactly the options that `value` lists, such as ``1,2``."""
        wanted = str(value).split(",")
        for box in self._buttons:
            box.setChecked(_value_of(box) in wanted)


class TileField(ChoiceField):
    """A choice of exactly one option, as tiles with icons, see `ui.inputs.tiles`."""

    def _new_button(self, option: Option) -> RadioButton:
        return Tile(option.icon, option.label, option.explanation)

    def _new_box(self, buttons: Sequence[QAbstractButton], options: tuple[Option, ...]) -> CompositeInput:  # noqa: ARG002 - the tiles have them
        return TileBox([button for button in buttons if isinstance(button, Tile)])


class SegmentField(ChoiceField):
    """A choice of exactly one option, as words side by side; below them stands the explanation of the chosen one."""

    def __init__(
        self, form: str, api_field: str, label: str, options: tuple[Option, ...], **kwargs: Any
    ) -> None:
        self._explanations = {str(option.value): option.explanation for option in options}
        super().__init__(form, api_field, label, options, **kwargs)
        self.changed.connect(self._explain)

    def _new_button(self, option: Option) -> RadioButton:
        return Segment(option.label, option.explanation)

    def _new_box(self, buttons: Sequence[QAbstractButton], options: tuple[Option, ...]) -> CompositeInput:  # noqa: ARG002 - they are explained below
        return SegmentBox(buttons)

    @Slot()
    def _explain(self) -> None:
        self.set_help(self._explanations[self.value])


def _rows(buttons: Sequence[QAbstractButton], options: tuple[Option, ...]) -> CompositeInput:
    """Return a grid with the explanations beside the buttons; its rows are as high as the words."""
    box = CompositeInput()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (button, option) in enumerate(zip(buttons, options, strict=True)):
        grid.addWidget(button, row, 0)
        explanation = PlainLabel(option.explanation, role="quiet", wraps=True)
        explanation.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(explanation, row, 1)
    box.set_first(buttons[0])
    return box


def _value_of(button: QAbstractButton) -> str:
    return str(button.property("apiValue"))
