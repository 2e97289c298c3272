"""Banner contents for a request, from the press of the button to the outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.messages import Message
from koodrive.models import CreatedAlbum, OutcomeKind
from ui.create.banner_content import OTHER, BannerAction, BannerContent
from ui.resolve.texts import lead_text
from ui.session.session import TokenState
from ui.texts.attempts import isolated
from ui.texts.connections import connection_text
from ui.texts.translate import error_texts, joined, listed, translate, translated
from ui.widgets.banner import HARMLESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.errors import DuplicateRequestError
    from koodrive.models import Connection, Created, CreateRequest, Outcome
    from ui.session.session import Session

GUARDED = frozenset({BannerAction.AGAIN, BannerAction.RESEND, BannerAction.SEARCH})
"""Actions that would repeat or undo the first half of a double click."""
_SENDS = frozenset({BannerAction.RESEND, BannerAction.SIGN_IN})
"""Actions that send the former content of the form."""


def fields_to_correct(count: int) -> BannerContent:
    """Return the content for a form with `count` fields that have problems."""
    return BannerContent(
        "problem",
        translate("Result", "Fields to correct: {count}").format(count=count),
        translate("Result", "Nothing was sent. Each field says what is wrong."),
    )


def connection_missing(session: Session) -> BannerContent:
    """Return the content for a missing connection or token."""
    give_token = (BannerAction.CONNECT, translate("Result", "Give the token…"))
    if session.current is None:
        return BannerContent(
            "problem",
            translate("Result", "No connection yet"),
            translate("Result", "Nothing was sent. Say where to send it."),
            actions=((BannerAction.CONNECT, translate("Result", "Connect an account…")),),
        )
    if session.token_state is TokenState.LOADING:
        return BannerContent(
            "problem",
            translate("Result", "Waiting for your password manager"),
            translate(
                "Result",
                "Nothing was sent. Answer its question, then press Create again; or give the token by hand.",
            ),
            actions=(give_token,),
        )
    if session.token_state is TokenState.FAILED and session.token_error is not None:
        return BannerContent(
            "problem",
            translated(session.token_error.title),
            translated(session.token_error.message),
            actions=((BannerAction.RELOAD_TOKEN, translate("Result", "Try again")), give_token),
        )
    return BannerContent(
        "problem",
        translate("Result", "This connection has no token"),
        translate("Result", "Nothing was sent. Paste a token into the connection."),
        actions=(give_token,),
    )


def belongs_to_other_connection(connection: Connection) -> BannerContent:
    """Return the content for a queued request of `connection`, which is not in use."""
    return BannerContent(
        "problem",
        translate("Result", "This belongs to another connection"),
        translate("Result", "Nothing was sent. Choose “{name}” below on the left, then try again.").format(
            name=isolated(connection_text(connection.connection_id, connection.name))
        ),
    )


def held(session: Session, names: Sequence[str]) -> BannerContent:
    """Return the content for requests that are sent as soon as there is a connection with a token.

    Args:
        session: The connection that is awaited.
        names: Of what is to be created.
    """
    subjects = listed(
        *(f"“{isolated(name)}”" if name else translate("Result", "one without a name") for name in names)
    )
    words = translate("Result", "Sent as soon as the connection is ready: {names}").format(names=subjects)
    if session.token is not None:
        again = translate("Result", "Nothing was sent. Choose its connection again: {names}").format(
            names=subjects
        )
        return BannerContent("problem", translate("Result", "This belongs to another connection"), again)
    if not session.is_connecting:
        content = connection_missing(session)
        return replace(content, message=joined(content.message, words))
    if session.current is None:
        return BannerContent(HARMLESS, translate("Result", "Waiting for the connection"), words)
    give_token = (BannerAction.CONNECT, translate("Result", "Give the token…"))
    return BannerContent(
        HARMLESS, translate("Result", "Waiting for your password manager"), words, actions=(give_token,)
    )


def chosen_meanwhile() -> BannerContent:
    """Return the content for a form that was to be sent with a connection that is not in use any more."""
    return BannerContent(
        "problem",
        translate("Result", "Another connection was chosen meanwhile"),
        translate("Result", "Nothing was sent. Press Create to send it there."),
    )


def duplicate_found(error: DuplicateRequestError) -> BannerContent:
    """Return why something was not sent that may make a second one, and the choice to send it all the same."""
    copy = (BannerAction.COPY, translate("Result", "Copy ID"))
    content = BannerContent(
        "problem",
        translated(error.title),
        translated(error.message),
        ids=(("id", translate("Result", "ID of what is there"), error.object_id),) if error.object_id else (),
        attempt_id=error.attempt_id,
    )
    if error.attempt_id is None:
        return with_again(replace(content, actions=(copy,) if error.object_id is not None else ()))
    if error.object_id is not None:
        return with_again(replace(content, state=OutcomeKind.CREATED.value, actions=(copy, history())))
    return with_again(
        replace(
            content,
            state=OutcomeKind.UNKNOWN.value,
            actions=((BannerAction.RESOLVE, translate("Result", "Find out…")), history()),
            resolve_id=error.attempt_id,
            follows=error.attempt_id,
        )
    )


def with_again(content: BannerContent) -> BannerContent:
    """Return `content` with the choice, as the last one, to send the same all the same."""
    return replace(
        content, actions=(*content.actions, (BannerAction.AGAIN, translate("Result", "Create one more")))
    )


def created(outcome: Outcome, evidence: str = "") -> BannerContent:
    """Return the content for a created object.

    Args:
        outcome: Of the kind ``created``.
        evidence: How that was found out, where its answer was lost.
    """
    is_album = isinstance(outcome.created, CreatedAlbum)
    copy = translate("Result", "Copy ID") if is_album else translate("Result", "Copy folder ID")
    actions = [(BannerAction.COPY, copy), history()]
    title = translate("Result", "Album created") if is_album else translate("Result", "Shared folder created")
    if not is_album:
        actions.append((BannerAction.SHARED_ALBUM, translate("Result", "Create a shared album in it")))
    message = evidence
    if outcome.journal_problem is not None:
        message = translate("Result", "Copy the ID now: the history could not take it. {reason}").format(
            reason=translated(outcome.journal_problem)
        )
    return BannerContent(
        OutcomeKind.CREATED.value,
        title,
        message,
        remark=translated(outcome.remark or ""),
        ids=_ids(outcome.created),
        actions=tuple(actions),
        attempt_id=outcome.attempt_id,
    )


def _ids(created: Created | None) -> tuple[tuple[str, str, str], ...]:
    if created is None:
        return ()
    if isinstance(created, CreatedAlbum):
        return (("id", translate("Result", "Album ID"), created.result_id),)
    content = (
        ("id", translate("Result", "Folder ID (primary key)"), created.id),
        ("groupId", translate("Result", "Group ID"), created.group_id or ""),
        ("fileId", translate("Result", "File ID"), created.share_folder_id or ""),
    )
    return tuple(one for one in content if one[2])


def of_other_connection(content: BannerContent) -> BannerContent:
    """Return `content`, which is about something created, as long as another connection is in use."""
    actions = tuple(
        action for action in content.actions if action[0] in {BannerAction.COPY, BannerAction.HISTORY}
    )
    return replace(content, state=OTHER, actions=actions)


def subject_text(request: CreateRequest, connection: Connection, time: str) -> str:
    """Return the subject of a result: ``“Summer” · Sandbox · 14:03``.

    Args:
        request: Request that was sent.
        connection: Its connection.
        time: When, as a clock shows it.
    """
    name = f"“{isolated(request.name)}”" if request.name else translate("Result", "Without a name")
    return f"{name} · {isolated(connection_text(connection.connection_id, connection.name))} · {time}"


def not_created(outcome: Outcome, *, offers_resend: bool = False) -> BannerContent:
    """Return the content for an outcome other than ``created``.

    Args:
        outcome: Outcome of the request.
        offers_resend: Whether it may be sent again from the banner, as nothing can have been made.
    """
    content = BannerContent(
        outcome.kind.value,
        translated(outcome.title or ""),
        translated(outcome.message or ""),
        remark=translated(outcome.remark or ""),
        actions=(history(),),
        attempt_id=outcome.attempt_id,
        resolve_id=outcome.name_conflict_id or outcome.attempt_id,
        follows=outcome.attempt_id if outcome.kind is OutcomeKind.UNKNOWN else None,
    )
    if outcome.is_sign_in_needed:
        return replace(
            content, actions=((BannerAction.CONNECT, translate("Result", "Give the token…")), history())
        )
    if outcome.name_conflict_id is not None:
        return replace(content, actions=((BannerAction.RESOLVE, translate("Result", "Find out…")), history()))
    if offers_resend:
        return replace(content, actions=(history(), (BannerAction.RESEND, translate("Result", "Send again"))))
    return content


def failed(error: Exception, *, offers_resend: bool = False) -> BannerContent:
    """Return the content for a request that could not even begin, as when the history takes nothing.

    Args:
        error: What was raised.
        offers_resend: Whether the request can be sent from here; not where the form still holds it.
    """
    actions = ((BannerAction.RESEND, translate("Result", "Send again")),) if offers_resend else ()
    return BannerContent("problem", *error_texts(error), actions=actions)


def throttled(outcome: Outcome, seconds_left: int) -> BannerContent:
    """Return the content for a throttled request, until and after it may be sent again."""
    content = replace(not_created(outcome, offers_resend=True), state=HARMLESS)
    if not seconds_left:
        return content
    label = translate("Result", "Send again in {time}").format(time=duration_text(seconds_left))
    return replace(
        content, actions=(history(), (BannerAction.RESEND, label)), disabled=frozenset({BannerAction.RESEND})
    )


def without_sending(content: BannerContent) -> BannerContent:
    """Return `content` without the actions that would send the form, which holds something else by now.

    The action to create one more stays, as it belongs to the request of the question.
    """
    actions = tuple(action for action in content.actions if action[0] not in _SENDS)
    return replace(content, actions=actions, follows=None)


def after_edit(content: BannerContent, outcome: Outcome | None) -> BannerContent | None:
    """Return `content` as it fits an edited form; None to hide the banner.

    Args:
        content: Content of the banner.
        outcome: Of the last request, where it has one.
    """
    if content.state == "problem" or BannerAction.AGAIN in content.keys:
        return None
    if content.keys & _SENDS:
        return replace(
            content, actions=tuple(action for action in content.actions if action[0] not in _SENDS)
        )
    if content.follows is None or outcome is None:
        return content
    message = translate("Result", "It may have been created anyway. The history shows what becomes of it.")
    if outcome.request.name:
        message = translate(
            "Result", "“{name}” may have been created anyway. The history shows what becomes of it."
        ).format(name=isolated(outcome.request.name))
    return replace(content, message=joined(message, *lead_of(outcome)), actions=(history(),), follows=None)


def lead_of(outcome: Outcome) -> list[str]:
    """Return the sentence about the ID that an untrusted answer names; none where it names none."""
    lead = outcome.message.value_of("lead") if isinstance(outcome.message, Message) else None
    return [lead_text(str(lead))] if lead else []


def history() -> tuple[str, str]:
    """Return the action that shows the attempt in the history."""
    return BannerAction.HISTORY, translate("Result", "Show in history")


def duration_text(seconds: int) -> str:
    """Return a duration as text: ``5 s``, ``1 min``, ``59 min 30 s``."""
    minutes, seconds = divmod(seconds, 60)
    if not minutes:
        return translate("Result", "{seconds} s").format(seconds=seconds)
    if not seconds:
        return translate("Result", "{minutes} min").format(minutes=minutes)
    return translate("Result", "{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
