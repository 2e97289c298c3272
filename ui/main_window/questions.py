"""Questions of the window before it closes or replaces typed content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.texts.translate import joined, translate
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from koodrive.rules.problems import FieldValue
    from ui.create.form import CreateForm
    from ui.create.page import CreatePage


def before_quitting(
    forms: Iterable[CreateForm],
    parent: QWidget,
    *,
    is_sending: bool,
    is_waiting: bool,
    is_undo_waiting: bool = False,
    batch_text: str = "",
    always: bool = False,
) -> Question | None:
    """Return the question to ask before the window closes, or None when nothing would be lost or put off.

    Args:
        forms: Forms that may hold unsent input.
        parent: Window.
        is_sending: Whether a request is under way.
        is_waiting: Whether a request waits for its turn.
        is_undo_waiting: Whether something that is to be taken back waits.
        batch_text: What a batch does that would be paused, as a sentence; empty for none.
        always: Whether to ask even when nothing would be lost.
    """
    sentences = []
    if batch_text:
        reason = batch_text
        sentences.append(
            translate(
                "Question",
                "If you quit now, it is paused. Nothing is lost: continue it when KooDesk starts again.",
            )
        )
    elif is_sending:
        reason = translate("Question", "A request is under way.")
        sentences.append(
            translate(
                "Question",
                "If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history keeps"
                " the request with an unknown outcome.",
            )
        )
    elif is_waiting or is_undo_waiting:
        reason = translate("Question", "Requests are waiting to be sent.")
    else:
        reason = translate("Question", "You have unsent input in a form.")
    if is_waiting:
        sentences.append(
            translate("Question", "Requests that wait are kept, and offered when KooDesk starts again.")
        )
    if is_undo_waiting:
        sentences.append(
            translate("Question", "What was to be taken back and waits is not; it stays as it is.")
        )
    if any(form.has_unsaved_input for form in forms):
        sentences.append(translate("Question", "Quitting discards unsent input in a form."))
    if not sentences and not always:
        return None
    if not sentences:
        reason = translate("Question", "Nothing is under way, and nothing would be lost.")
    return Question(
        "quit",
        translate("Question", "Quit KooDesk?"),
        reason,
        joined("", *sentences),
        confirm=translate("Question", "&Quit"),
        parent=parent,
        stay=translate("QuitQuestion", "&Stay"),
    )


def before_replacing(
    page: CreatePage, parent: QWidget, fields: dict[str, FieldValue] | None = None
) -> Question | None:
    """Return the question to ask before the form of `page` gets other content, or None when nothing would be lost.

    Args:
        page: Page with the form.
        parent: The window that it stands over.
        fields: What is to be put in, where that is known.
    """
    if not page.has_unsaved_input or (fields is not None and page.holds(fields)):
        return None
    return Question(
        "replace",
        translate("Question", "Replace what you typed?"),
        translate("Question", "You have unsent input in the form."),
        translate("Question", "It is replaced, and cannot be brought back."),
        confirm=translate("Question", "&Replace"),
        parent=parent,
    )
