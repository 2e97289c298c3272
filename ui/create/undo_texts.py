"""Banner contents for what is taken back, from the confirmed question to the outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace

from koodrive.errors import KoodriveError
from koodrive.models import CreateAlbum, Outcome, OutcomeKind
from ui.create.banner_content import BannerAction, BannerContent
from ui.texts.translate import translate, translated
from ui.widgets.banner import HARMLESS


@dataclass(frozen=True, slots=True)
class UndoneOutcome(Outcome):
    """Outcome of a delete; `request` is the create that it takes back."""


class KeptError(KoodriveError):
    """Raised when something is left as it is, as it has changed since the question; it was not deleted."""

    lost: tuple[int, ...] = ()
    """Deletes of albums in it whose answers were lost, by their numbers in the journal."""


def deleted(outcome: Outcome) -> BannerContent:
    """Return the content for what was taken back."""
    is_album = isinstance(outcome.request, CreateAlbum)
    problem = ""
    if outcome.journal_problem is not None:
        problem = translate("Undo", "It is deleted, but the history could not take it. {reason}").format(
            reason=translated(outcome.journal_problem)
        )
    return BannerContent(
        OutcomeKind.DELETED.value,
        translate("Undo", "Album taken back") if is_album else translate("Undo", "Shared folder taken back"),
        problem,
        remark=translated(outcome.remark or ""),
        actions=((BannerAction.HISTORY, translate("Undo", "Show in history")),),
        attempt_id=outcome.attempt_id,
    )


def kept(error: KeptError) -> BannerContent:
    """Return the content for something that is left as it is, and the choice to ask once more."""
    return BannerContent(
        HARMLESS,
        translated(error.title),
        translated(error.message),
        actions=((BannerAction.UNDO, translate("Undo", "Look again…")),),
    )


def sending_title(*, is_undo: bool) -> str:
    """Return the title while a request is under way."""
    return translate("Undo", "Taking back…") if is_undo else translate("Undo", "Creating…")


def with_undo(content: BannerContent) -> BannerContent:
    """Return `content`, which is about something created, with the choice to take it back."""
    return replace(content, actions=(*content.actions, (BannerAction.UNDO, translate("Undo", "Take back…"))))


def may_have_happened(outcome: Outcome) -> str:
    """Return as a sentence that a request of unknown outcome may have been carried out."""
    if isinstance(outcome, UndoneOutcome):
        return translate("Undo", "It may have been deleted anyway.")
    return translate("Undo", "It may have been created anyway.")
