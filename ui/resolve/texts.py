"""Texts about looks at the service's list, shared by the banner, the dialog and the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.errors import IncompleteListError, JournalError
from ui.texts.attempts import isolated
from ui.texts.numbers import number_text
from ui.texts.translate import joined, listed, translate, translated

if TYPE_CHECKING:
    from koodrive.creation.search_schedule import Search
    from koodrive.errors import KoodriveError


def look_count_text(search: Search) -> str:
    """Return how often the service was asked, at least once, without a full stop."""
    if search.looks == 1:
        return translate("Look", "Looked once")
    return translate("Look", "Looked {count} times").format(count=number_text(search.looks))


def lead_text(*ids: str) -> str:
    """Return which ID an untrusted answer names, as a sentence; empty without `ids`."""
    if not ids:
        return ""
    return translate("Look", "The answer names the ID {ids}; that is not confirmed.").format(ids=listed(*ids))


def unread_title(problem: KoodriveError) -> str:
    """Return as a title that the list could not be read, or proves nothing."""
    if isinstance(problem, IncompleteListError):
        return translate("Look", "The service's list is not whole")
    return translate("Look", "The service's list could not be read")


def problem_text(problem: KoodriveError) -> str:
    """Return in one or two sentences why a look came to nothing."""
    if isinstance(problem, JournalError):
        return translate("Look", "{title}. {message}").format(
            title=translated(problem.title), message=translated(problem.message)
        )
    if isinstance(problem, IncompleteListError):
        return translate("Look", "{title}.").format(title=translated(problem.title))
    return translate("Look", "The service's list could not be read: {reason}.").format(
        reason=translated(problem.title)
    )


def detailed_problem_text(problem: KoodriveError) -> str:
    """Return why a look came to nothing, with all that helps to find the cause, to stand under a title."""
    if isinstance(problem, JournalError):
        return f"{translated(problem.title)}\n{translated(problem.message)}"
    # Without its message, which may say what became of a create: this was about reading a list.
    code = problem.code and translate("Look", "code {code}").format(code=problem.code)
    status = problem.status and translate("Look", "HTTP {status}").format(status=problem.status)
    details = listed(code or "", status or "")
    template = translate("Look", "{title} ({details}).") if details else translate("Look", "{title}.")
    words = template.format(title=translated(problem.title), details=details)
    if not problem.server_text:
        return words
    said = translate("Look", "The service says: {words}").format(words=isolated(problem.server_text))
    return joined(words, said)
