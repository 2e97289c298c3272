"""One step of the recipe: its fields and its banner, sent like a form of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.create.form import CreateForm
from ui.create.page import focusable
from ui.session.sign_in_prompt import SignInPrompt
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.models import RequestKind
    from koodrive.rules.problems import Problems
    from ui.session.session import Session
    from ui.widgets.field import TextField


class RecipeStep(CreateForm):
    """A part of the recipe page that creates one thing.

    A subclass builds its fields with `add_line`, and says what is sent (`fields`, `check`, `request`).

    Args:
        form: The first part of all object names.
        kind: What is created.
        title: What the step does.
        session: Which connection is in use.

    Signals:
        restart_requested: The user wants to begin with another one.
        progressed: It is another thing that can be done now, as something has begun or ended.
        locking: The inputs are about to be disabled.
    """

    restart_requested = Signal()
    progressed = Signal()
    locking = Signal()

    def __init__(
        self, form: str, kind: RequestKind, title: str, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(form, kind, session, parent)
        self._prompt = SignInPrompt(form, session)
        self._lines: list[TextField] = []
        self._state = PlainLabel()
        self._state.setObjectName(f"{form}.state")
        self._state.setProperty("role", "quiet")
        self._state.setWordWrap(True)
        self._inputs = QWidget()
        self._build_ui(title)
        self.submission.busy_changed.connect(self._on_progress)

    def _build_ui(self, title: str) -> None:
        self.setProperty("role", "step")
        heading = PlainLabel(title)
        heading.setProperty("role", "bannerTitle")
        fields = QVBoxLayout(self._inputs)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (heading, self._state, self._inputs, self.banner, self.prompt):
            layout.addWidget(widget)

    def add_line(self, field: TextField) -> None:
        """Put `field` below the ones that are there."""
        self.add_field(field)
        self._lines.append(field)
        layout = self._inputs.layout()
        if layout is not None:
            layout.addWidget(field)
        field.line.textChanged.connect(self.on_edited)

    @property
    def lane_key(self) -> str:
        """Key of `Lane.CREATE`; both steps share it, and neither waits for the forms."""
        return "recipe"

    @property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        return self._prompt

    @property
    def is_done(self) -> bool:
        """Whether what the step creates is there."""
        outcome = self.submission.outcome
        return outcome is not None and outcome.created is not None

    @property
    def own_problems(self) -> Problems:
        """What is wrong with the fields that stand in this step."""
        problems = self.check(self.fields())
        return {name: problem for name, problem in problems.items() if name in self._fields}

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the page."""
        return not self.is_done and any(
            text and text != self._saved.get(name, "") for name, text in self._typed().items()
        )

    def _typed(self) -> dict[str, str]:
        """Return what people have typed, by API field name."""
        return {field.api_field: field.text for field in self._lines}

    @property
    def inputs(self) -> list[QWidget]:
        """The lines in which people type, from the first to the last."""
        return [field.line for field in self._lines]

    def chain_focus(self, before: QWidget | None) -> QWidget:
        """Give Tab the order that the eye has, after `before`, and return where it stops last."""
        lines = [widget for field in self._lines for widget in focusable(field)]
        chain = [*([before] if before else []), *lines, *focusable(self.prompt)]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        self.banner.set_tab_anchor(lines[-1])
        return chain[-1]

    def show_state(self, words: str) -> None:
        """Say below the heading how far the step is."""
        self._state.setText(words)

    def start_fresh(self) -> None:
        """Forget the result, and what is typed."""
        self.submission.forget_result()
        self._saved = {}
        self._inputs.setEnabled(True)
        for field in self._lines:
            field.set_text("")
            field.conceal()
        self.on_edited()

    def names_list(self, problems: Problems) -> bool:
        """Return whether nothing is wrong but what people can mend here; see `CreateForm.names_list`."""
        return not problems.keys() - self._fields.keys()

    def start_another(self) -> None:
        """Ask the page to begin with another one."""
        self.restart_requested.emit()

    def show_finding(self, finding: LookResult) -> bool:
        """Say what can be done now, too; see `CreateForm.show_finding`."""
        is_shown = super().show_finding(finding)
        self._on_progress()
        return is_shown

    @Slot()
    def _on_progress(self) -> None:
        # What the fields say is sent, or there.
        is_locked = self.submission.is_busy or self.is_done
        if is_locked and self._inputs.isEnabled():
            self.locking.emit()
        self._inputs.setEnabled(not is_locked)
        self.progressed.emit()
