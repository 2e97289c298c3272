"""Questions with two answers, asked before something would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.core.icons import mark_pixmap
from ui.texts.translate import translate
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

_WIDTH = 480
_MARK = 24


class _Mark(QWidget):
    """The triangle of something doubtful."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the mark."""
        QPainter(self).drawPixmap(0, 0, mark_pixmap("doubtful", "page", _MARK))


class _TwoAnswers(AutoHeightDialog):
    """A title, sentences below it, and two buttons; the keyboard is on the one that loses nothing.

    Args:
        title: Question.
        sentences: Reasons and consequences, each a paragraph.
        confirm: Button that continues.
        stay: Button that keeps everything as it is.
        parent: Parent window.
    """

    def __init__(
        self, title: str, sentences: tuple[str, ...], confirm: PushButton, stay: PushButton, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.stay = stay
        """The button that keeps everything as it is."""
        heading = PlainLabel(with_break_points(title), role="head", wraps=True)
        words = [PlainLabel(with_break_points(text), wraps=True) for text in sentences if text]
        self._words = words
        mark = _Mark()
        body = row(
            *(mark, column(heading, *words, spacing=8)),
            top=(mark,),
            spacing=16,
        )
        body.setStretch(1, 1)
        self.column.addLayout(body)
        self.column.addStretch(1)
        self.set_foot(1, stay, confirm)
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        confirm.clicked.connect(self.accept)
        self.setMinimumWidth(_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """Start with the keyboard on the answer that loses nothing."""
        super().showEvent(event)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)


class DiscardQuestion(_TwoAnswers):
    """Discard or keep editing; to be opened with `open`.

    Args:
        name: First part of the object names: ``<name>.discardQuestion``, ``<name>.discard`` and
            ``<name>.keepEditing``.
        parent: The dialog.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        discard = PushButton(translate("Question", "&Discard"), name=f"{name}.discard", role="danger")
        keep = PushButton(translate("Question", "&Keep editing"), name=f"{name}.keepEditing")
        sentences = (translate("Question", "This connection is not saved yet."),)
        super().__init__(translate("Question", "Discard what you typed?"), sentences, discard, keep, parent)
        self.discard = discard
        """The button that discards."""
        self.setObjectName(f"{name}.discardQuestion")
        self.setWindowTitle(parent.windowTitle())


class Question(_TwoAnswers):
    """Go on or stay; `accepted` means to go on. To be opened with `open`.

    Args:
        name: The object name; the buttons are ``<name>.confirm`` and ``<name>.stay``.
        title: The question, and the title of the window.
        reason: The reason to ask, as a sentence.
        consequence: The consequence of going on.
        confirm: Label of the button that goes on.
        parent: Parent window.
        stay: Label of the button that keeps everything as it is; empty for the usual one.
        icon: Icon of a button that deletes something, which is red then; empty for any other.
    """

    def __init__(
        self,
        name: str,
        title: str,
        reason: str,
        consequence: str,
        *,
        confirm: str,
        parent: QWidget,
        stay: str = "",
        icon: str = "",
    ) -> None:
        buttons = (
            PushButton(confirm, name=f"{name}.confirm", role="danger" if icon else "primary"),
            PushButton(stay or translate("Question", "&Stay"), name=f"{name}.stay"),
        )
        super().__init__(title, (reason, consequence), *buttons, parent)
        self._reason = reason
        if icon:
            buttons[0].set_icon(icon)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)

    def show_reason(self, reason: str) -> None:
        """Show the reason as it is now, of about the same length as before."""
        if reason != self._reason:
            self._reason = reason
            self._words[0].setText(with_break_points(reason))

    def text(self) -> str:
        """Return the reason to ask."""
        return self._reason
