"""Side of the resolve dialog with the result, and a choice of candidates where KooDesk cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from koodrive.models import AlbumType, CreateAlbum, CreateSharedFolder
from ui.resolve.candidate_list import CandidateList
from ui.resolve.comparison import Comparison, facts
from ui.texts.translate import joined
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.copied_word import CopiedWord
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row
from ui.widgets.reading_pane import ReadingPane
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from koodrive.creation.matching import Candidate
    from ui.resolve.loader import SentAttempt
    from ui.resolve.state import ResolveState

_LONGEST_ID = 128
_SMALLEST_WIDTH = 300


class ResultPanel(ReadingPane):
    """Shows one `ResolveState`.

    Signals:
        selection_changed: Another candidate is selected, or none.
        decision_wanted: Enter was pressed on a candidate.
    """

    selection_changed = Signal()
    decision_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_SMALLEST_WIDTH)
        self._sent: SentAttempt | None = None
        self._result_id = ""
        self._title = self._label("resolve.title", "outcome")
        self._id = self._label("resolve.id", "resultId")
        self._copy = PushButton(self.tr("&Copy"), name="resolve.copy")
        self._text = self._label("resolve.text", "")
        self._evidence = self._label("resolve.evidence", "quiet")
        self._candidates = CandidateList("resolve.candidates")
        self._comparison = Comparison()
        self._doubts = self._label("resolve.doubts", "")
        self._hint = self._label("resolve.hint", "quiet")
        self._copy_candidate = PushButton(self.tr("Copy &ID"), name="resolve.copyCandidate")
        self._build_ui()
        self._candidates.candidate_selected.connect(self._on_selected)
        self._candidates.decision_wanted.connect(self.decision_wanted)
        self._copy.clicked.connect(self._on_copy)
        self._copy_candidate.clicked.connect(self._on_copy_candidate)
        for button in (self._copy, self._copy_candidate):
            button.clicked.connect(CopiedWord(button).show)

    @staticmethod
    def _label(name: str, role: str) -> PlainLabel:
        label = PlainLabel(name=name, role=role, wraps=True, selectable=True)
        # A word that cannot be broken must not widen the window.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _build_ui(self) -> None:
        self._copy.setAccessibleName(self.tr("Copy the ID"))
        self._copy.hide()
        self._copy_candidate.setAccessibleName(self.tr("Copy the ID of the selected one"))
        content = QWidget()
        column(
            self._title,
            row(self._id, self._copy, stretch=self._id),
            *(self._text, self._evidence, self._candidates, self._comparison),
            row(self._doubts, self._copy_candidate, stretch=self._doubts, top=(self._copy_candidate,)),
            self._hint,
            1,
            spacing=8,
            margins=(0, 0, 8, 0),
            parent=content,
        )
        self.setWidget(content)

    @property
    def selected(self) -> Candidate | None:
        """The candidate that is selected, or None."""
        return None if self._candidates.isHidden() else self._candidates.selected

    def show_state(self, sent: SentAttempt, state: ResolveState) -> None:
        """Show what has changed in the state.

        Args:
            sent: Attempt of the state.
            state: State to show.
        """
        self._sent, self._result_id = sent, state.result_id
        set_style_state(self._title, state.state)
        for label, text in (
            (self._title, state.title),
            (self._id, in_short(state.result_id, _LONGEST_ID)),
            (self._text, with_break_points(state.text)),
            (self._evidence, with_break_points(state.evidence)),
        ):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        self._copy.setVisible(bool(state.result_id))
        self._candidates.setVisible(bool(state.candidates))
        self._candidates.set_candidates(state.candidates)
        self._compare()

    def show_nothing(self, title: str, text: str = "") -> None:
        """Show only `title` and `text`."""
        for label, words in ((self._title, title), (self._text, text), (self._id, ""), (self._evidence, "")):
            label.setText(words)
            label.setVisible(bool(words))
        set_style_state(self._title, "")
        self._copy.hide()
        self._candidates.hide()
        self._compare()

    def focus_content(self) -> bool:
        """Put the keyboard onto the candidates or the Copy button; return whether one of them is shown."""
        for widget in (self._candidates, self._copy):
            if not widget.isHidden():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot()
    def _on_selected(self) -> None:
        self._compare()
        self.selection_changed.emit()

    def _compare(self) -> None:
        chosen = self.selected
        is_compared = chosen is not None and self._sent is not None
        for widget in (self._comparison, self._doubts, self._copy_candidate):
            widget.setVisible(is_compared)
        if chosen is not None and self._sent is not None:
            self._comparison.show_facts(facts(self._sent, chosen))
            self._doubts.setText(self._doubt_text(chosen))
        hint = "" if self._candidates.isHidden() or self._sent is None else self._hint_text(self._sent)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _doubt_text(self, chosen: Candidate) -> str:
        parts = (
            (self.tr("Contradicts it: {doubts}"), chosen.contrary),
            (self.tr("Not certain: {doubts}"), chosen.uncertain),
        )
        said = [text.format(doubts=joined(*doubts)) for text, doubts in parts if doubts]
        return "\n".join(said) or self.tr("Nothing contradicts it.")

    def _hint_text(self, sent: SentAttempt) -> str:
        """Return advice for telling the candidates apart."""
        hints = [] if self.selected is not None else [self.tr("Select one to compare it with what was sent.")]
        request = sent.request
        # A collection album fills itself.
        if isinstance(request, CreateSharedFolder) or (
            isinstance(request, CreateAlbum) and request.type is AlbumType.MANUAL
        ):
            hints.append(
                self.tr("It may help to open it in KooDrive: what this request created is probably empty.")
                if self._candidates.rowCount() == 1
                else self.tr(
                    "It may help to open them in KooDrive: what this request created is probably empty."
                )
            )
        return joined("", *hints)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._result_id)

    @Slot()
    def _on_copy_candidate(self) -> None:
        if self.selected is not None:
            QGuiApplication.clipboard().setText(self.selected.listed.id)
