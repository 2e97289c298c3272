"""Questions of the window before it closes or replaces typed content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from koodrive.rules.problems import FieldValue
    from ui.create.form import CreateForm
    from ui.create.page import CreatePage


def before_quitting(forms: Iterable[CreateForm], parent: QWidget) -> Question | None:
    """Return the question that the state of `forms` asks for, or None when nothing would be lost."""
    forms = list(forms)
    title, confirm = _tr("Quit KooDesk?"), _tr("&Quit")
    is_waiting = any(form.submission.queue.entries for form in forms)
    is_typed = any(form.has_unsaved_input and not form.submission.is_form_under_way for form in forms)
    if any(form.submission.is_busy for form in forms):
        reason = _tr("A request is under way.")
        consequence = _tr(
            "If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history keeps the"
            " request with an unknown outcome."
        )
        if is_waiting:
            consequence = _tr("{consequence} What waits behind it is not created.").format(
                consequence=consequence
            )
        if is_typed:
            consequence = _tr("{consequence} Unsent input in a form is discarded.").format(
                consequence=consequence
            )
    elif is_waiting:
        reason = _tr("Something that you pressed Create for is not created yet.")
        consequence = _tr("Quitting discards it, and any unsent input in a form.")
    elif is_typed:
        reason = _tr("You have unsent input in a form.")
        consequence = _tr("Quitting discards it.")
    else:
        return None
    return Question("quit", title, reason, consequence, confirm=confirm, parent=parent)


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
        _tr("Replace what you typed?"),
        _tr("You have unsent input in the form."),
        _tr("It is replaced, and cannot be brought back."),
        confirm=_tr("&Replace"),
        parent=parent,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Question", text)
