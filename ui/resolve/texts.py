"""Texts about looks at the service's list, shared by the banner, the dialog and the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.errors import IncompleteListError, JournalError
from ui.texts.attempts import isolated
from ui.texts.translate import translate, translated

if TYPE_CHECKING:
    from koodrive.creation.search_schedule import Search
    from koodrive.errors import KoodriveError


def look_count_text(search: Search) -> str:
    """Return how often the service was asked, at least once, without a full stop."""
    if search.looks == 1:
        return translate("Look", "Looked once")
    return translate("Look", "Looked {count} times").format(count=search.looks)


def lead_text(*ids: str) -> str:
    """Return which ID an untrusted answer names, as a sentence; empty without `ids`."""
    if not ids:
        return ""
    return translate("Look", "The answer names the ID {ids}; that is not confirmed.").format(
        ids=", ".join(ids)
    )


def unread_title(problem: KoodriveError) -> str:
    """Return as a title that the list could not be read, or proves nothing."""
    if isinstance(problem, IncompleteListError):
        return translate("Look", "The service's list is not whole")
    return translate("Look", "The service's list could not be read")


def problem_text(problem: KoodriveError) -> str:
    """Return in one or two sentences why a look came to nothing."""
    if isinstance(problem, JournalError):
        return f"{translated(problem.title)}. {translated(problem.message)}"
    if isinstance(problem, IncompleteListError):
        return f"{translated(problem.title)}."
    return translate("Look", "The service's list could not be read: {reason}.").format(
        reason=translated(problem.title)
    )


def detailed_problem_text(problem: KoodriveError) -> str:
    """Return why a look came to nothing, with all that helps to find the cause, to stand under a title."""
    if isinstance(problem, JournalError):
        return f"{translated(problem.title)}\n{translated(problem.message)}"
    # Without its message, which may say what became of a create: this was about reading a list.
    code = problem.code and translate("Look", "code {code}").format(code=problem.code)
    details = [text for text in (code, problem.status and f"HTTP {problem.status}") if text]
    words = (
        f"{translated(problem.title)} ({', '.join(details)})." if details else f"{translated(problem.title)}."
    )
    if problem.server_text:
        words += " " + translate("Look", "The service says: {words}").format(
            words=isolated(problem.server_text)
        )
    return words
