"""One step of the recipe: its fields and its banner, sent like a form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.pages.form_content import FormContent
from ui.pages.submission import Submission
from ui.widgets.banner import Banner
from ui.widgets.plain_label import PlainLabel
from ui.widgets.sign_in_prompt import SignInPrompt

if TYPE_CHECKING:
    from koodrive.findings import Finding
    from koodrive.models import RequestKind
    from koodrive.rules import FieldValue, Problems
    from ui.searches import Search
    from ui.session import Session
    from ui.widgets.field import TextField


class RecipeStep(QFrame, FormContent):
    """A part of the recipe page that creates one thing.

    A subclass builds its fields with `add_field`, and says what is sent (`fields`, `check`, `request`).

    Args:
        form: The first part of all object names.
        kind: What is created.
        title: What the step does.
        session: Which connection is in use.

    Signals:
        history_requested, connection_requested, shared_album_requested, settled, resolve_requested, search_requested,
            search_stop_requested, earlier_open, edited: As those of `ui.pages.create_page.CreatePage`.
        restart_requested: The user wants to begin with another one.
        progressed: It is another thing that can be done now, as something has begun or ended.
    """

    history_requested = Signal(object)
    connection_requested = Signal()
    shared_album_requested = Signal(object)
    settled = Signal(object)
    resolve_requested = Signal(object)
    search_requested = Signal(object)
    search_stop_requested = Signal(object)
    earlier_open = Signal(object)
    edited = Signal(object)
    restart_requested = Signal()
    progressed = Signal()

    def __init__(
        self, form: str, kind: RequestKind, title: str, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.session = session
        self.banner = Banner(f"{form}.result")
        self.prompt = SignInPrompt(form, session)
        self._fields: dict[str, TextField] = {}
        self._kept: dict[str, FieldValue] = {}
        self._state = PlainLabel()
        self._state.setObjectName(f"{form}.state")
        self._state.setProperty("role", "quiet")
        self._state.setWordWrap(True)
        self._inputs = QWidget()
        self._build_ui(title)
        self.submission = Submission(self)
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

    def add_field(self, field: TextField) -> None:
        """Put `field` below the ones that are there."""
        self._fields[field.api_field] = field
        layout = self._inputs.layout()
        if layout is not None:
            layout.addWidget(field)
        field.line.textChanged.connect(self.on_edited)

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
            text and text != self._kept.get(name, "") for name, text in self._typed().items()
        )

    def _typed(self) -> dict[str, str]:
        """Return what people have typed, by API field name."""
        return {name: field.text for name, field in self._fields.items()}

    @property
    def inputs(self) -> list[QWidget]:
        """The lines in which people type, from the first to the last."""
        return [field.line for field in self._fields.values()]

    def say(self, words: str) -> None:
        """Say below the heading how far the step is."""
        self._state.setText(words)

    def start_fresh(self) -> None:
        """Forget the result, and what is typed."""
        self.submission.forget_result()
        self._kept = {}
        self._inputs.setEnabled(True)
        for field in self._fields.values():
            field.set_text("")
            field.conceal()
        self.on_edited()

    @Slot()
    def on_edited(self) -> None:
        """Judge the fields anew and show it."""
        fields = self.fields()
        problems, advice = self.check(fields), self.advise(fields)
        for name, field in self._fields.items():
            field.set_verdict(problems.get(name), advice.get(name))
        self.submission.on_edited()
        if self.isVisible() and not problems.keys() - self._fields.keys():
            self.edited.emit(self.request(fields))

    # What `Submission` asks of the form that it carries ---------------------------------------------------------

    def reveal_problems(self, problems: Problems) -> None:
        """Show all problems and move the focus to the first."""
        for field in self._fields.values():
            field.reveal()
        for name, field in self._fields.items():
            if name in problems:
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keep(self, fields: dict[str, FieldValue]) -> None:
        """Take note that `fields` are kept elsewhere, so that nothing is lost with them."""
        self._kept = fields

    def start_another(self) -> None:
        """Ask the page to begin with another one."""
        self.restart_requested.emit()

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self._fields["name"].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_search(self, search: Search) -> None:
        """See `ui.pages.create_page.CreatePage.show_search`."""
        self.submission.show_search(search)

    def show_finding(self, finding: Finding) -> bool:
        """See `ui.pages.create_page.CreatePage.show_finding`."""
        is_told = self.submission.show_finding(finding)
        self._on_progress()
        return is_told

    @Slot()
    def _on_progress(self) -> None:
        # What the fields say is sent, or there.
        self._inputs.setEnabled(not self.submission.is_busy and not self.is_done)
        self.progressed.emit()
