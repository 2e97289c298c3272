"""One field of a form: label, input, and a message line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from koodrive.rules.problems import IMMEDIATE_PROBLEMS, PATIENT_ADVICE
from ui.core.announcement import announce
from ui.inputs.message_label import SIGN, Counter, MessageLabel
from ui.inputs.short_line import ShortLine
from ui.texts.translate import translated
from ui.texts.visible import as_tool_tip, without_mnemonic
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import STYLE_SPACING, column, row
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from koodrive.rules.problems import FieldValue, Problem


class CompositeInput(QWidget):
    """Gives the keyboard to the part set with `set_first`.

    A focus proxy would do that, too, but Tab stops at it once more where the parts have an order of their own, and so
    never gets beyond the form; and the mnemonic of a label does not reach one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: QWidget = self

    @property
    def first(self) -> QWidget:
        """The part that takes the keyboard."""
        return self._first

    def set_first(self, part: QWidget) -> None:
        """Let `part` take the keyboard."""
        self._first = part

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard into the part."""
        self._first.setFocus(reason)


# The keyboard comes back to the same field after these.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

ANNOUNCE_MS = 700
"""How long a verdict has to stay before it is spoken, as typing may mend it."""
PAUSE_MS = 1500
"""Pause in typing after which a field shows a problem that typing on could have mended."""


class Field(QWidget):
    """A labelled input with a message line below it.

    The line shows the help text, or the advice, or the problem, the last one first. A problem that typing on may mend
    is shown only after the field was left once, typing has paused or `reveal` was called; `koodrive.rules.problems`
    lists the ones that are shown at once.

    Args:
        form: ``album``, ``sharedFolder`` or ``connection``; the first part of all object names.
        api_field: The name of the field, in the API's own spelling.
        label: Label above the input; a ``&`` marks the mnemonic.
        editor: The input, which gets the object name ``<form>.<api_field>``.
        help_text: Text of the line while there is no problem.

    Signals:
        left: The keyboard left the input.
    """

    left = Signal()

    def __init__(
        self,
        form: str,
        api_field: str,
        label: str,
        editor: QWidget,
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.api_field = api_field
        self.editor = editor
        self._help = help_text
        self._note = ""
        self._problem: Problem | None = None
        self._advice: Problem | None = None
        self._unit = ""
        self._revealed = False
        self._rests = False
        """Whether typing has paused."""
        self._awaits_typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._line: tuple[str, str] | None = None
        """Text of the line and its state; most keys change neither."""
        self._announced_text = ""
        """The text, spoken where it is a verdict that stays for a while."""
        self._announcing = QTimer(self, singleShot=True, interval=ANNOUNCE_MS)
        self._announcing.timeout.connect(self._on_announcing)
        editor.setObjectName(f"{form}.{api_field}")
        self._label = PlainLabel(label, role="fieldLabel")
        self._label.setBuddy(editor.first if isinstance(editor, CompositeInput) else editor)
        self._counter = Counter(f"{form}.{api_field}.counter")
        self._message = MessageLabel(name=f"{form}.{api_field}.message", role="message", wraps=True)
        self._build_ui(label)
        self._watch(editor)
        self._show()

    def _build_ui(self, label: str) -> None:
        self.editor.setAccessibleName(without_mnemonic(label))
        # Not Maximum, with which it would be as high as at its favourite width, however many lines its words take.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        top = row(self._label, 1, spacing=STYLE_SPACING)
        top.addWidget(self._counter, alignment=Qt.AlignmentFlag.AlignBottom)
        self._lines = column(top, self.editor, self._message, spacing=6, parent=self)

    def _add_below(self, widget: QWidget) -> None:
        """Put `widget` below the message line."""
        self._lines.addWidget(widget)

    def _watch(self, editor: QWidget) -> None:
        editor.installEventFilter(self)
        for child in editor.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reveal the verdict once the keyboard has left the input."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            # If the whole page was hidden, the field was not left.
            if self.isVisible() and not self._awaits_typing:
                self.reveal()
            self.left.emit()
        return super().eventFilter(watched, event)

    def set_verdict(self, problem: Problem | None, advice: Problem | None = None) -> None:
        """Set the verdict on the present content.

        Args:
            problem: The problem, or None.
            advice: Advice on a usable content, or None.
        """
        if problem is advice is self._problem is self._advice is None:
            # Of most fields, whatever is typed in one of them.
            return
        self._problem, self._advice = problem, advice
        self._show()

    def set_help(self, help_text: str) -> None:
        """Set the text of the line while there is no problem."""
        self._help = help_text
        self._show()

    @Slot(str)
    def set_note(self, note: str) -> None:
        """Set a note on the present content in place of the help; empty for none."""
        if note != self._note:
            self._note = note
            self._show()

    @property
    def value(self) -> FieldValue | None:
        """Content in the form of the API; None if the field sends nothing."""
        return None

    def set_value(self, value: FieldValue) -> None:
        """Replace the content."""

    @property
    def edited(self) -> SignalInstance | None:
        """Signal that the content has changed; None if the field sends nothing."""
        return None

    def set_label(self, label: str) -> None:
        """Set the label above the input."""
        self._label.setText(label)
        self.editor.setAccessibleName(without_mnemonic(label))

    def set_count(self, count: int, limit: int, *, unit: str = "") -> None:
        """Show how much of the limit is used, in the unit that the rule counts.

        Args:
            count: How much the input holds.
            limit: How much it may hold.
            unit: Unit of the count, for the tool tip.
        """
        self._counter.show_count(count, limit)
        if unit != self._unit:
            self._unit = unit
            self._counter.setToolTip(as_tool_tip(unit))
        self._counter.set_state("problem" if count > limit else "")

    def reveal(self) -> None:
        """Show a problem at once, as after an attempt to submit."""
        self._awaits_typing = False
        self._revealed = True
        self._show()

    def await_typing(self) -> None:
        """Show no problem until something is typed, as the content has just been used."""
        self.conceal()
        self._awaits_typing = True

    def conceal(self) -> None:
        """Wait again until the field is left, as in a fresh form."""
        self._revealed = self._rests = False
        self._pause.stop()
        self._show()

    @Slot()
    def _on_typed(self) -> None:
        """Restart the pause in typing; for inputs of text."""
        self._rests = self._awaits_typing = False
        self._pause.start()
        self._show()

    @Slot()
    def _on_pause(self) -> None:
        self._rests = True
        self._show()

    @property
    def shown_problem(self) -> Problem | None:
        """The problem that the line shows at present, or None."""
        problem = self._problem
        return problem if problem and (self._is_due or problem.code in IMMEDIATE_PROBLEMS) else None

    @property
    def shown(self) -> Problem | None:
        """The problem or the advice that the line shows at present, or None."""
        advice = self._advice
        return self.shown_problem or (
            advice if advice and (self._is_due or advice.code not in PATIENT_ADVICE) else None
        )

    @property
    def _is_due(self) -> bool:
        """Whether all problems and advice are shown."""
        return self._revealed or self._rests

    def _announced(self) -> QWidget:
        """Return the part of the input that shows the state, and that a screen reader stands on."""
        return self.editor

    def _show(self) -> None:
        shown = self.shown
        text = translated(shown.message) if shown else self._note or self._help
        state = "problem" if self.shown_problem else "advice" if shown else ""
        if self._line == (text, state):
            return
        self._line = text, state
        self._message.setText(f"{SIGN} {text}" if shown else text)
        self._message.setVisible(bool(text))
        announced = self._announced()
        announced.setAccessibleDescription(text)
        if isinstance(announced, ShortLine):
            announced.set_state(state)
        else:
            set_style_state(announced, state)
        self._message.set_state(state)
        if text != self._announced_text:
            self._announced_text = text
            if shown and self.window().focusWidget() is announced:
                self._announcing.start()
            else:
                self._announcing.stop()

    @Slot()
    def _on_announcing(self) -> None:
        announce(self._announced(), self._announced_text)


class TextField(Field):
    """A `Field` whose input is one line of text."""

    def __init__(
        self, form: str, api_field: str, label: str, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.line: QLineEdit = ShortLine()
        super().__init__(form, api_field, label, self.line, help_text=help_text, parent=parent)

    @property
    def text(self) -> str:
        """The text exactly as typed."""
        return self.line.text()

    @property
    def value(self) -> str:
        """The text exactly as typed."""
        return self.line.text()

    def set_value(self, value: FieldValue) -> None:
        """Replace the text."""
        self.set_text(str(value))

    @property
    def edited(self) -> SignalInstance:
        """Signal that the text has changed."""
        return self.line.textChanged

    def set_text(self, text: str) -> None:
        """Replace the text, as far as it is another; the undo history stays."""
        if text != self.line.text():
            self.line.selectAll()
            self.line.insert(text)
