"""The search for a lost request, as the banner of its form shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.creation.findings import Resolution
from koodrive.creation.search_schedule import Stage
from koodrive.messages import Message
from koodrive.models import CreateAlbum, CreatedAlbum, CreatedSharedFolder, OutcomeKind
from ui.create import result_texts, search_texts, undo_texts
from ui.create.undo_texts import UndoneOutcome
from ui.texts.translate import translated

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.creation.matching import Candidate
    from koodrive.creation.search_schedule import Search
    from koodrive.models import Created, CreateRequest, Outcome
    from ui.create.banner_content import BannerContent
    from ui.create.result_banner import ResultBanner

_DECIDED = frozenset({Resolution.DONE, Resolution.NOT_DONE})


class SearchStatus:
    """Shows the search for the attempt of unknown outcome that a banner is about; ignores all others.

    Args:
        result: The banner.
    """

    def __init__(self, result: ResultBanner) -> None:
        self._result = result
        self._outcome: Outcome | None = None
        self._repeats = False
        self._candidates: tuple[Candidate, ...] = ()

    def follow(self, outcome: Outcome, *, repeats: bool = False) -> None:
        """Show the search for an attempt from now on.

        Args:
            outcome: Outcome of the kind ``unknown``; the banner has its attempt in `BannerContent.follows`.
            repeats: Whether it is an earlier one than that of the form, which may be sent all the same.
        """
        self._outcome = outcome
        self._repeats = repeats
        self._candidates = ()

    def show_search(self, search: Search) -> None:
        """Show the stage of a search.

        Args:
            search: Search for any attempt.
        """
        content, outcome = self._result.content, self._outcome
        if content is not None and outcome is not None and search.attempt_id == content.follows:
            self._update(outcome, search)

    def _update(self, outcome: Outcome, search: Search) -> None:
        if search.stage is Stage.LOOKING:
            self._result.show_content(self._offered(search_texts.looking(outcome, search)))
        elif search.stage is Stage.WAITING:
            self._result.count_down(
                lambda seconds: self._offered(search_texts.waiting(outcome, search, seconds)),
                search.next_look_at,
            )
        elif search.stage is Stage.STOPPED:
            self._result.show_content(self._offered(search_texts.stopped(outcome)))
        elif search.finding is not None and search.finding.ending is Resolution.CANNOT_TELL:
            # A decided search concerns the form as well, and comes as a finding.
            self._candidates = search.finding.candidates
            self._result.show_content(self._offered(search_texts.cannot_tell(outcome, search.finding)))

    def _offered(self, content: BannerContent) -> BannerContent:
        """Return `content` with the choice to send it all the same, where that was offered before."""
        if not self._repeats or self._outcome is None:
            return content
        if content.message != translated(self._outcome.message or ""):
            content = search_texts.unsent(content)
        return result_texts.with_again(content)

    def show_finding(self, finding: LookResult) -> Outcome | None:
        """Show the result of a search.

        Args:
            finding: Result for any attempts.

        Returns:
            The outcome as it is known now; None if the banner does not show the finding.
        """
        content, outcome = self._result.content, self._outcome
        if content is None or outcome is None or outcome.attempt_id not in finding.attempt_ids:
            return None
        if outcome.kind is not OutcomeKind.UNKNOWN and content.attempt_id == outcome.attempt_id:
            return outcome
        if content.follows != outcome.attempt_id:
            if content.state == OutcomeKind.UNKNOWN and content.attempt_id == outcome.attempt_id:
                self._forget_what_is_settled(finding)
            return None
        if finding.ending in _DECIDED:
            return self._settle(outcome, finding)
        if finding.ending is None:
            return None
        self._candidates = finding.candidates
        self._result.show_content(self._offered(search_texts.cannot_tell(outcome, finding)))
        return outcome

    def _forget_what_is_settled(self, finding: LookResult) -> None:
        if finding.ending in _DECIDED:
            # The form is about something else by now, and so would be every action.
            self._result.clear()

    def _settle(self, outcome: Outcome, finding: LookResult) -> Outcome | None:
        evidence, is_undo = finding.evidence, isinstance(outcome, UndoneOutcome)
        if is_undo and finding.ending is Resolution.DONE:
            settled = replace(outcome, kind=OutcomeKind.DELETED, title=None, message=None, remark=evidence)
            self._result.show_content(undo_texts.deleted(settled))
            self._outcome = settled
            return settled
        if finding.ending is Resolution.NOT_DONE:
            title = Message("It was not taken back") if is_undo else Message("It was not created")
            settled = replace(outcome, kind=OutcomeKind.REFUSED, title=title, message=evidence)
            self._result.show_content(search_texts.not_done(settled))
            self._outcome = settled
            return settled
        made = dict(finding.adopted).get(outcome.attempt_id or 0)
        if made is None:
            return None
        created = _created(made, finding.candidates or self._candidates, outcome.request)
        settled = replace(outcome, kind=OutcomeKind.CREATED, created=created, title=None, message=None)
        self._result.show_content(result_texts.created(settled, translated(evidence)))
        self._outcome = settled
        return settled


def _created(result_id: str, candidates: tuple[Candidate, ...], request: CreateRequest) -> Created:
    """Return the created object, as far as it is known."""
    for candidate in candidates:
        if candidate.listed.id == result_id:
            return candidate.created
    return CreatedAlbum(result_id) if isinstance(request, CreateAlbum) else CreatedSharedFolder(result_id)
