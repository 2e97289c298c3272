"""The field for a space ID, filled in automatically if the user has exactly one space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from koodrive import rules
from ui.fields.id_line import clean_pasted_ids
from ui.inputs.field import Field, TextField
from ui.inputs.short_line import LONGEST_LINE
from ui.texts.numbers import decimal_text
from ui.texts.translate import listed, translated
from ui.texts.visible import in_short, on_button
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDropEvent,
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
    )

    from koodrive.models import Space
    from ui.session.spaces import SpaceLookup

_PLACES_CURSOR = (
    *(QKeySequence.StandardKey.MoveToNextChar, QKeySequence.StandardKey.MoveToPreviousChar),
    *(QKeySequence.StandardKey.MoveToNextWord, QKeySequence.StandardKey.MoveToPreviousWord),
    *(QKeySequence.StandardKey.MoveToStartOfLine, QKeySequence.StandardKey.MoveToEndOfLine),
    *(QKeySequence.StandardKey.SelectNextChar, QKeySequence.StandardKey.SelectPreviousChar),
    *(QKeySequence.StandardKey.SelectNextWord, QKeySequence.StandardKey.SelectPreviousWord),
    *(QKeySequence.StandardKey.SelectStartOfLine, QKeySequence.StandardKey.SelectEndOfLine),
)
# The keyboard comes back to the same place after these.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_REMOVES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SpaceLine(QLineEdit):
    """A `QLineEdit` whose automatic value is replaced as a whole by the first text typed, pasted or inserted.

    After the cursor was placed by arrow keys or a second click, it is edited like any other text; the first click
    selects all of it, as in the address bar of a browser.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)
        self._is_automatic = False
        self._is_placed = False
        self._is_clicked = False
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_automatic(self) -> bool:
        """Whether the text is the unchanged value of `fill`."""
        return self._is_automatic

    def fill(self, text: str) -> None:
        """Put an automatic value in, without `textChanged`.

        Args:
            text: The value; empty to take an automatic value away.
        """
        with QSignalBlocker(self):
            self.setText(text)
        # The beginning of a space ID is its characteristic part.
        self.setCursorPosition(0)
        self._is_automatic = bool(text)
        self._is_placed = self._is_clicked = False

    def insert(self, text: str) -> None:
        """Insert `text`, or replace an automatic value by it."""
        self._make_room()
        super().insert(text)

    def paste(self) -> None:
        """Paste, or replace an automatic value."""
        self._make_room()
        super().paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Replace an automatic value by typed text."""
        if any(event.matches(key) for key in _PLACES_CURSOR):
            self._is_placed = True
        elif _types(event) or event.key() in _REMOVES or event.matches(QKeySequence.StandardKey.Paste):
            self._make_room()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Replace an automatic value by composed text."""
        if event.commitString() or event.preeditString():
            self._make_room()
        super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select an automatic value with the first click; the next one places the cursor."""
        if event.button() == Qt.MouseButton.MiddleButton and self._is_automatic:
            # On X11 it would paste into the middle of the value.
            selected = QGuiApplication.clipboard().text(QClipboard.Mode.Selection)
            if selected:
                self.insert(selected)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._is_automatic:
            self._is_placed = self._is_placed or self._is_clicked or self.hasSelectedText()
            self._is_clicked = True
            self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the next click be the first one again."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._is_placed = self._is_clicked = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the standard menu, with Paste replacing an automatic value."""
        self._make_room()
        super().contextMenuEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Replace an automatic value by dropped text."""
        if self._is_automatic and event.mimeData().hasText():
            self.insert(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _make_room(self) -> None:
        if self._is_automatic and not self._is_placed:
            self.selectAll()

    @Slot()
    def _on_text_changed(self) -> None:
        self._is_automatic = False


def _types(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & commands


_LONGEST_ID = 64
"""Characters."""
_MOST_CHOICES = 100
_UNITS = (("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20))


class SpaceField(TextField):
    """A `TextField` that knows the spaces of the user of the connection in use.

    A user's only space is filled in; of several one can be chosen. A typed or chosen text, and one of `set_text`, is
    never replaced; after `set_text` with an empty text the field fills itself again. It does not change while it is
    disabled or frozen, as in a form whose request is under way.

    Args:
        form: First part of all object names.
        spaces: SpaceLookup with the `spaces`.
        label: Label above the input; "Space ID" by default.
        help_text: Help while nothing is known about the ID.

    Signals:
        filled: An automatic value was set or removed; `line.textChanged` is not emitted then.
    """

    filled = Signal()

    def __init__(
        self,
        form: str,
        spaces: SpaceLookup,
        *,
        label: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.line: SpaceLine = SpaceLine()
        self._lookup = spaces
        self._base_help = help_text or translated(rules.HELP["containerId.sharedFolder"])
        self._is_emptied = False
        self._is_frozen = False
        self._given: set[str] = set()
        name = f"{form}.containerId"
        self._choose = PushButton(self.tr("Choose a space"), name=f"{name}.choose", in_form=True)
        self._use = PushButton(self.tr("Use your space"), name=f"{name}.use", in_form=True)
        self._reason = PlainLabel(name=f"{name}.reason", role="quiet", wraps=True)
        self._again = PushButton(self.tr("Try again"), name=f"{name}.again", role="small", in_form=True)
        # Not the constructor of TextField, which has another line.
        Field.__init__(self, form, "containerId", label, self.line, help_text=self._base_help, parent=parent)
        if not label:
            self.set_label(self.tr("&Space ID"))
        self._build_parts()
        clean_pasted_ids(self)
        self.line.textChanged.connect(self._on_text_changed)
        self._lookup.changed.connect(self.follow)
        self.follow()

    def _build_parts(self) -> None:
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._choose.setMenu(self._menu)
        self._use.clicked.connect(self._on_use)
        self._again.clicked.connect(self._lookup.refresh)
        place = self._lines.indexOf(self.line)
        self._lines.removeWidget(self.line)
        inputs = row(self.line, self._choose, self._use)
        inputs.setStretch(0, 1)
        self._lines.insertLayout(place, inputs)
        self._failure = QWidget()
        failure = row(self._reason, parent=self._failure)
        failure.setStretch(0, 1)
        failure.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignTop)
        self._add_below(self._failure)

    @property
    def is_automatic(self) -> bool:
        """Whether the text is an unchanged automatic value."""
        return self.line.is_automatic

    @property
    def typed(self) -> str:
        """The typed text, or that of a template; empty while the value is automatic."""
        return "" if self.is_automatic else self.text

    def is_given(self, container_id: str) -> bool:
        """Return whether the field has ever filled itself with `container_id`, so that nothing is lost with it."""
        return container_id in self._given

    def set_text(self, text: str) -> None:
        """Set a text that stays; an empty one lets the field fill itself."""
        self._is_emptied = False
        if text:
            self._replace(text)
        else:
            if not self.is_automatic:
                super().set_text("")
            self._is_emptied = False
            self.follow()

    def leave_empty(self) -> None:
        """Empty the field, and do not fill it until `set_text`."""
        self._replace("")
        self._is_emptied = True

    def changeEvent(self, event: QEvent) -> None:
        """Update the value once the form is enabled again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.follow()

    @Slot(bool)
    def set_frozen(self, is_frozen: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Set whether the field ignores changes of the spaces."""
        self._is_frozen = is_frozen
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Show the known spaces, and fill in an automatic value unless the field was edited."""
        if self._is_frozen or not self.isEnabled():
            return
        may_fill = self.is_automatic or (not self.text and not self._is_emptied)
        wanted = self._automatic_value()
        if may_fill and wanted != self.text:
            self.line.fill(wanted)
            self._given.update({wanted} - {""})
            self.filled.emit()
        self._show_state()

    def _replace(self, text: str) -> None:
        """Replace the text by one that is not automatic."""
        if self.is_automatic:
            self.line.fill("")
        super().set_text(text)

    def _automatic_value(self) -> str:
        spaces = self._lookup.spaces
        return spaces[0].container_id if len(spaces) == 1 else ""

    def _show_state(self) -> None:
        spaces, error = self._lookup.spaces, self._lookup.error
        self.set_help(self._help_text())
        self._choose.setVisible(len(spaces) > 1)
        self._use.setVisible(len(spaces) == 1 and self.text != spaces[0].container_id)
        self._failure.setVisible(error is not None and not self._lookup.is_loading and not spaces)
        if error is not None:
            words = self.tr("Your space could not be looked up ({reason}). Type or paste its ID.")
            self._reason.setText(words.format(reason=self._lookup.reason))

    def _help_text(self) -> str:
        spaces = self._lookup.spaces
        known = next((space for space in spaces if space.container_id == self.text), None)
        if known is not None and len(spaces) == 1:
            return _known_text(self.tr("Your space."), self.tr("Your space, {capacity}."), known)
        if known is not None:
            return _known_text(
                self.tr("One of your spaces."), self.tr("One of your spaces, {capacity}."), known
            )
        if len(spaces) > 1:
            words = self.tr("{help} You have {count} spaces: choose one, or type its ID.")
            return words.format(help=self._base_help, count=len(spaces))
        if self._lookup.is_loading and not self.text:
            return self.tr("{help} KooDesk is looking it up…").format(help=self._base_help)
        return self._base_help

    @Slot()
    def _on_text_changed(self) -> None:
        self._is_emptied = not self.text
        self._show_state()

    @Slot()
    def _on_use(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_text("")

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for space in self._lookup.spaces[:_MOST_CHOICES]:
            words = listed(in_short(space.container_id, _LONGEST_ID), _capacity_of(space))
            action = QAction(on_button(words), self._menu)
            action.setData(space.container_id)
            action.setCheckable(True)
            action.setChecked(space.container_id == self.text)
            action.triggered.connect(self._on_chosen)
            self._menu.addAction(action)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.set_text(str(action.data()))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def capacity_text(capacity_bytes: int) -> str:
    """Return a capacity as text, such as ``200 GB``.

    Args:
        capacity_bytes: Number of bytes.
    """
    unit, size = next((unit for unit in _UNITS if capacity_bytes >= unit[1]), _UNITS[-1])
    rounded = round(capacity_bytes / size, 1)
    return f"{decimal_text(rounded, 0 if rounded.is_integer() else 1)} {unit}"


def _capacity_of(space: Space) -> str:
    return "" if space.capacity_bytes is None else capacity_text(space.capacity_bytes)


def _known_text(words: str, with_capacity: str, space: Space) -> str:
    capacity = _capacity_of(space)
    return with_capacity.format(capacity=capacity) if capacity else words
