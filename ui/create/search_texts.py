"""Banner contents for the search for a request whose answer was lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.errors import AuthenticationError, IncompleteListError
from ui.create import result_texts
from ui.create.banner_content import BannerAction
from ui.create.result_texts import duration_text, history, lead_of
from ui.create.undo_texts import UndoneOutcome, may_have_happened
from ui.resolve.texts import look_count_text, problem_text
from ui.texts.translate import joined, translate, translated
from ui.widgets.banner import HARMLESS

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.creation.search_schedule import Search
    from koodrive.errors import KoodriveError
    from koodrive.models import Outcome
    from ui.create.banner_content import BannerContent


def looking(outcome: Outcome, search: Search) -> BannerContent:
    """Return the content while the service is being asked."""
    sentences = [may_have_happened(outcome), *lead_of(outcome), *_so_far(outcome, search)]
    if search.looks:
        sentences.append(
            translate("Search", "{looked}; looking again…").format(looked=look_count_text(search))
        )
    else:
        sentences.append(translate("Search", "KooDesk looks for it in the service's list…"))
    return _searching(outcome, sentences)


def waiting(outcome: Outcome, search: Search, seconds_left: int) -> BannerContent:
    """Return the content between two looks."""
    if not seconds_left:
        return looking(outcome, search)
    progress = translate("Search", "{looked}; next look in {time}.").format(
        looked=look_count_text(search), time=duration_text(seconds_left)
    )
    return _searching(
        outcome, [may_have_happened(outcome), *lead_of(outcome), *_so_far(outcome, search), progress]
    )


def stopped(outcome: Outcome) -> BannerContent:
    """Return the content for a search that was stopped without a result."""
    content = result_texts.not_created(outcome)
    return replace(
        content, actions=(_look_again(), (BannerAction.RESOLVE, translate("Search", "Decide…")), history())
    )


def cannot_tell(outcome: Outcome, finding: LookResult) -> BannerContent:
    """Return the content for a search that could not decide, or could not read the lists."""
    content = result_texts.not_created(outcome)
    if finding.problem is None and isinstance(outcome, UndoneOutcome):
        message = joined(finding.evidence, translate("Search", "Look again, or say that it is still there."))
        return replace(
            content,
            message=message,
            actions=(_look_again(), (BannerAction.RESOLVE, translate("Search", "Decide…")), history()),
        )
    if finding.problem is None:
        question = (
            translate("Search", "Is this what the request created?")
            if len(finding.candidates) == 1
            else translate("Search", "Decide which of them it is, or that it was not created.")
        )
        message = joined(finding.evidence, *lead_of(outcome), question)
        return replace(
            content,
            message=message,
            actions=((BannerAction.RESOLVE, translate("Search", "Decide…")), history()),
        )
    actions = [_look_again(), history()]
    if isinstance(finding.problem, AuthenticationError):
        actions.insert(0, (BannerAction.CONNECT, translate("Search", "Give the token…")))
    if isinstance(finding.problem, IncompleteListError):
        # Another look may give the same; the user may know more than the list.
        actions.insert(1, (BannerAction.RESOLVE, translate("Search", "Decide…")))
    message = joined(may_have_happened(outcome), *lead_of(outcome), _trouble(outcome, finding.problem))
    return replace(content, message=message, actions=tuple(actions))


def not_done(outcome: Outcome) -> BannerContent:
    """Return the content for a request that has created nothing, or deleted nothing.

    Args:
        outcome: As it is now known, with the evidence as its message.
    """
    is_undo = isinstance(outcome, UndoneOutcome)
    content = result_texts.not_created(outcome, offers_resend=True)
    words = (
        translate("Search", "{evidence} It can be taken back again.")
        if is_undo
        else translate("Search", "{evidence} It can be sent again.")
    )
    message = words.format(evidence=content.message)
    return replace(content, state=HARMLESS, message=message)


def unsent(content: BannerContent) -> BannerContent:
    """Return `content`, which is about an earlier request, with the news that this one was not sent."""
    return replace(
        content,
        message=translate("Search", "Nothing was sent this time. {message}").format(message=content.message),
    )


def _searching(outcome: Outcome, sentences: list[str]) -> BannerContent:
    content = result_texts.not_created(outcome)
    return replace(
        content,
        message=joined(*sentences),
        actions=((BannerAction.STOP_SEARCH, translate("Search", "Stop looking")), history()),
    )


def _so_far(outcome: Outcome, search: Search) -> list[str]:
    finding = search.finding
    if finding is None:
        return []
    problem = finding.problem
    return [_trouble(outcome, problem) if problem is not None else translated(finding.evidence)]


def _trouble(outcome: Outcome, problem: KoodriveError) -> str:
    if problem.title == outcome.title:
        # The title of the banner says it already.
        return translate("Search", "The service's list could not be read either.")
    return problem_text(problem)


def _look_again() -> tuple[str, str]:
    return BannerAction.SEARCH, translate("Search", "Look again")
