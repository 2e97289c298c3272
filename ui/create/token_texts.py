"""Banner contents for a request whose token or session has ended, and for the one that comes after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.messages import Message
from ui.create.banner_content import BannerAction, BannerContent
from ui.create.result_texts import history, not_created
from ui.create.undo_texts import UndoneOutcome
from ui.texts.translate import joined, translate
from ui.widgets.banner import HARMLESS

if TYPE_CHECKING:
    from koodrive.models import Outcome
    from ui.session.session import Session


def expired(session: Session) -> BannerContent:
    """Return the content for a request held back because its token has expired, or probably has."""
    life = session.life
    if life is not None and not session.is_token_rejected:
        title = _of_kind(
            session,
            translate("Result", "Your session has probably expired"),
            translate("Result", "Your token has probably expired"),
        )
        message = translate(
            "Result", "It was not used for {minutes} minutes or longer. Nothing was sent yet. {go_on}"
        )
        message = message.format(minutes=round(life.whole.total_seconds() / 60), go_on=_resend_hint(session))
        send_anyway = (BannerAction.SEND_ANYWAY, translate("Result", "Send with the current token anyway"))
        return BannerContent(HARMLESS, title, message, actions=(send_anyway,))
    message = translate("Result", "Nothing was sent. {go_on}").format(go_on=_resend_hint(session))
    return BannerContent(HARMLESS, _expired_title(session), message)


def rejected(outcome: Outcome, session: Session, *, is_fresh: bool = False) -> BannerContent:
    """Return the content for a request refused because of its token.

    Args:
        outcome: Outcome of the kind ``refused``.
        session: Session of the token.
        is_fresh: Whether the token was renewed for this request.
    """
    content, is_undo = not_created(outcome), isinstance(outcome, UndoneOutcome)
    if session.uses_app_key:
        # The prompt leads to the connection.
        return replace(content, actions=(history(),))
    # The sandbox is no connection that could be edited.
    own = (
        ()
        if session.is_sandbox
        else ((BannerAction.OPEN_CONNECTION, translate("Result", "Open the connection…")),)
    )
    content = replace(content, actions=(history(), *own))
    if _may_be_clock(session):
        return replace(content, message=joined(content.message, _resend_hint(session)))
    words = outcome.message.value_of("words") if isinstance(outcome.message, Message) else None
    if is_fresh:
        title = _of_kind(
            session,
            translate("Result", "The new session was not accepted either"),
            translate("Result", "This token was not accepted either"),
        )
        parts = [
            translate(
                "Result", "Nothing was deleted. Check that it belongs to this service and user. {go_on}"
            )
            if is_undo
            else translate(
                "Result", "Nothing was created. Check that it belongs to this service and user. {go_on}"
            )
        ]
    else:
        title = _expired_title(session)
        parts = [
            translate("Result", "The service no longer accepts it, and nothing was deleted. {go_on}")
            if is_undo
            else translate("Result", "The service no longer accepts it, and nothing was created. {go_on}")
        ]
    if words:
        parts.append(translate("Result", "The service says: {words}"))
    message = joined(*parts).format(go_on=_resend_hint(session), words=words)
    return replace(content, title=title, message=message)


def with_sign_in(content: BannerContent, session: Session) -> BannerContent:
    """Return `content` with the choice, as the first one, to give a new token after all."""
    label = _of_kind(session, translate("Result", "Sign in…"), translate("Result", "New token…"))
    return replace(content, actions=((BannerAction.SIGN_IN, label), *content.actions))


def _expired_title(session: Session) -> str:
    return _of_kind(
        session,
        translate("Result", "Your session has expired"),
        translate("Result", "Your token has expired"),
    )


def _of_kind(session: Session, of_session: str, of_token: str) -> str:
    return of_session if session.asks_password else of_token


def fresh() -> BannerContent:
    """Return the content for a renewed token whose request has changed."""
    return BannerContent(
        HARMLESS,
        translate("Result", "The token is fresh"),
        translate(
            "Result",
            "Nothing was sent, as the form or its connection is another by now. Press Create when it is right.",
        ),
    )


def _may_be_clock(session: Session) -> bool:
    """Return whether the service's time is unknown, so that a wrong clock may be the cause of a refusal."""
    if session.current is None:
        return False
    clock = session.backend.clock(session.current.service_address)
    return clock.sample is None or clock.is_uncertain


def _resend_hint(session: Session) -> str:
    return _of_kind(
        session,
        translate("Result", "It is sent automatically as soon as you are signed in again."),
        translate("Result", "Paste a new token and the request is sent automatically."),
    )
