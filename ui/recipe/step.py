"""One step of the recipe: its fields and its banner, sent like a form of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.create.form import CreateForm
from ui.create.page import focusable, set_tab_order
from ui.create.spec import FormAccess
from ui.create.submission import Submission
from ui.fields.name_field import NameField
from ui.session.sign_in_prompt import SignInPrompt
from ui.widgets.banner import Banner
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from koodrive.models import CreateRequest
    from koodrive.rules.problems import Problems
    from ui.create.spec import FormSpec
    from ui.inputs.field import TextField
    from ui.session.services import Services


class RecipeStep(CreateForm):
    """A part of the recipe page that creates one thing.

    Args:
        name: First part of all object names.
        spec: Kind of create.
        title: Heading.
        services: Connection and token in use.

    Signals:
        progressed: Something has begun or ended, so that other things can be done now.
        locking: The inputs are about to be disabled.
    """

    progressed = Signal()
    locking = Signal()

    def __init__(
        self, name: str, spec: FormSpec, title: str, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, services, parent)
        self.banner = Banner(f"{name}.result")
        self._prompt = SignInPrompt(name, services)
        access = FormAccess(
            spec,
            # Both steps share a lane, so that the pages do not hold up the recipe.
            "recipe",
            self.fields,
            self.commit_typing,
            self.reveal_problems,
            self.mark_saved,
            self.focus_first,
            prompt=lambda: self._prompt,
        )
        self.submission = Submission(access, self.session, self.banner, self)
        self.is_over = False
        """Whether the object is created and the fields are free for the next one."""
        self._is_held = False
        self._lines: list[TextField] = []
        self._state = PlainLabel(name=f"{name}.state", role="quiet", wraps=True)
        self._inputs = QWidget()
        self._input_column = column(parent=self._inputs)
        self._build_ui(title)
        self.submission.busy_changed.connect(self._on_progress)
        self.submission.found_out.connect(self._on_progress)

    def _build_ui(self, title: str) -> None:
        self.setProperty("role", "step")
        heading = PlainLabel(title, role="bannerTitle")
        parts = (heading, self._state, self._inputs, self.banner, self.prompt)
        column(*parts, spacing=8, margins=(16, 16, 16, 16), parent=self)

    def add_line(self, field: TextField) -> None:
        """Add `field` below the others."""
        self.add_field(field)
        self._lines.append(field)
        self._input_column.addWidget(field)

    @property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        return self._prompt

    @property
    def name(self) -> str:
        """The name of what it creates."""
        return str(self.fields().get("name") or "")

    @property
    def is_done(self) -> bool:
        """Whether the object of the step is created."""
        outcome = self.submission.outcome
        return outcome is not None and outcome.created is not None

    @property
    def own_problems(self) -> Problems:
        """Problems of the fields in this step."""
        problems = self.spec.check(self.fields())
        return {name: problem for name, problem in problems.items() if name in self._fields}

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the page."""
        return not self._is_locked and any(
            text and text != self._saved.get(name, "") for name, text in self._typed().items()
        )

    def _typed(self) -> dict[str, str]:
        """Return the typed text by API field name."""
        return {field.api_field: field.text for field in self._lines}

    @property
    def inputs(self) -> list[QWidget]:
        """The input lines, from the first to the last."""
        return [field.line for field in self._lines]

    def chain_focus(self, before: QWidget | None) -> QWidget:
        """Give Tab the order that the eye has, after `before`, and return where it stops last."""
        lines = [widget for field in self._lines for widget in focusable(field)]
        chain = [*([before] if before else []), *lines, *focusable(self.prompt)]
        set_tab_order(*chain)
        self.banner.set_tab_anchor(lines[-1])
        return chain[-1]

    def show_state(self, words: str) -> None:
        """Show the progress below the heading."""
        self._state.setText(words)

    @property
    def _is_locked(self) -> bool:
        """Whether the content of the fields is being sent, or created, and no next one may be typed yet."""
        return self.submission.is_busy or (self.is_done and not self.is_over)

    def hold(self, is_held: bool) -> None:  # noqa: FBT001 - a setter
        """Lock the fields, as their content is sent as soon as that is possible, or free them."""
        self._is_held = is_held
        self._on_progress()

    def prepare_next(self) -> None:
        """Free the fields for the next one, as those of the other forms: only the name is likely to be another."""
        self.is_over = True
        for field in self._lines:
            if isinstance(field, NameField):
                field.prepare_next()
        self.mark_saved(self.fields())
        self._inputs.setEnabled(True)

    def forget(self) -> None:
        """Forget what was created."""
        self.is_over = False
        self.submission.forget_result()

    def start_fresh(self) -> None:
        """Clear the result and the fields."""
        self.forget()
        self._saved = {}
        self._inputs.setEnabled(True)
        for field in self._lines:
            field.set_text("")
            field.conceal()
        self.on_edited()

    def names_list(self, problems: Problems) -> bool:
        """Return whether all problems are those of fields in this step."""
        return not problems.keys() - self._fields.keys()

    def show_request(self, request: CreateRequest, problem_count: int) -> None:  # noqa: ARG002 - of the base class
        """Remove what the banner offers for the former content."""
        self.submission.on_edited()

    @Slot()
    def _on_progress(self) -> None:
        is_locked = self._is_locked or self._is_held
        if is_locked and self._inputs.isEnabled():
            self.locking.emit()
        self._inputs.setEnabled(not is_locked)
        self.progressed.emit()
