"""What the banner of a form says about its request, from the press of the button to the outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from koodrive.models import CreatedAlbum, OutcomeKind
from ui.session import TokenState
from ui.widgets.attempt_words import isolated
from ui.wording import in_words

if TYPE_CHECKING:
    from koodrive.errors import RepeatedRequestError
    from koodrive.models import Outcome
    from ui.session import Session

AGAIN, RESEND, LOOK_AGAIN = "again", "resend", "search"
HARMLESS = "harmless"
"""The state of a request that has made nothing and can be sent again as it is: no problem that needs people."""
GUARDED = frozenset({AGAIN, RESEND, LOOK_AGAIN})
"""The actions that would repeat or undo what the first half of a double click has done."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a banner says, and what its actions are about."""

    state: str
    """One of the five outcome words, ``problem``, or `HARMLESS`."""
    title: str
    message: str = ""
    remark: str = ""
    result_id: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    disabled: frozenset[str] = frozenset()
    """The actions that cannot be chosen yet."""
    attempt_id: int | None = None
    """What the history shows on request."""
    resolve_id: int | None = None
    """What people can find out about, or decide."""
    follows: int | None = None
    """The attempt of unknown outcome that it is about; its search goes on here."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the actions."""
        return frozenset(key for key, _ in self.actions)


def connection_missing(session: Session) -> Told:
    """Return what to say where there is no connection or no token to send with."""
    give_token = ("connect", _tr("Give the token…"))
    if session.current is None:
        return Told(
            "problem",
            _tr("No connection yet"),
            _tr("Nothing was sent. Say where to send it."),
            actions=(("connect", _tr("Connect an account…")),),
        )
    if session.token_state is TokenState.LOADING:
        return Told(
            "problem",
            _tr("Waiting for your password manager"),
            _tr("Nothing was sent. Answer its question, then press Create again; or give the token by hand."),
            actions=(give_token,),
        )
    if session.token_state is TokenState.FAILED and session.token_error is not None:
        return Told(
            "problem",
            in_words(session.token_error.title),
            in_words(session.token_error.message),
            actions=(("reloadToken", _tr("Try again")), give_token),
        )
    return Told(
        "problem",
        _tr("This connection has no token"),
        _tr("Nothing was sent. Paste a token into the connection."),
        actions=(give_token,),
    )


def repeated(error: RepeatedRequestError) -> Told:
    """Return why something was not sent that may make a second one, and the choice to send it all the same."""
    copy = ("copy", _tr("Copy ID"))
    told = Told(
        "problem",
        in_words(error.title),
        in_words(error.message),
        result_id=error.object_id or "",
        attempt_id=error.attempt_id,
    )
    if error.attempt_id is None:
        return with_again(replace(told, actions=(copy,) if error.object_id is not None else ()))
    if error.object_id is not None:
        return with_again(replace(told, state=OutcomeKind.CREATED.value, actions=(copy, history())))
    return with_again(
        replace(
            told,
            state=OutcomeKind.UNKNOWN.value,
            actions=(("resolve", _tr("Find out…")), history()),
            resolve_id=error.attempt_id,
            follows=error.attempt_id,
        )
    )


def with_again(told: Told) -> Told:
    """Return `told` with the choice, as the last one, to send the same all the same."""
    return replace(told, actions=(*told.actions, (AGAIN, _tr("Create one more"))))


def created(outcome: Outcome, evidence: str = "") -> Told:
    """Return what to say about something that is there.

    Args:
        outcome: Of the kind ``created``.
        evidence: How that was found out, where its answer was lost.
    """
    actions = [("copy", _tr("Copy ID")), history(), ("another", _tr("Create another"))]
    if isinstance(outcome.created, CreatedAlbum):
        title = _tr("Album created")
    else:
        title = _tr("Shared folder created")
        actions.append(("sharedAlbum", _tr("Create a shared album in it")))
    message = evidence
    if outcome.journal_problem is not None:
        message = _tr("Copy the ID now: the history could not take it. {reason}").format(
            reason=in_words(outcome.journal_problem)
        )
    return Told(
        OutcomeKind.CREATED.value,
        title,
        message,
        remark=in_words(outcome.remark or ""),
        result_id=outcome.created.result_id if outcome.created is not None else "",
        actions=tuple(actions),
        attempt_id=outcome.attempt_id,
    )


def not_created(outcome: Outcome, *, offers_resend: bool = False) -> Told:
    """Return what to say about an outcome other than ``created``.

    Args:
        outcome: What became of the request.
        offers_resend: Whether it may be sent again from the banner, as nothing can have been made.
    """
    told = Told(
        outcome.kind.value,
        in_words(outcome.title or ""),
        in_words(outcome.message or ""),
        remark=in_words(outcome.remark or ""),
        actions=(history(),),
        attempt_id=outcome.attempt_id,
        resolve_id=outcome.namesake_id or outcome.attempt_id,
        follows=outcome.attempt_id if outcome.kind is OutcomeKind.UNKNOWN else None,
    )
    if outcome.is_sign_in_needed:
        return replace(told, actions=(("connect", _tr("Give the token…")), history()))
    if outcome.namesake_id is not None:
        return replace(told, actions=(("resolve", _tr("Find out…")), history()))
    if offers_resend:
        return replace(told, actions=(history(), (RESEND, _tr("Send again"))))
    return told


def throttled(outcome: Outcome, seconds_left: int) -> Told:
    """Return what to say about a request that was one too many, until and after it may be sent again."""
    told = replace(not_created(outcome, offers_resend=True), state=HARMLESS)
    if not seconds_left:
        return told
    label = _tr("Send again in {time}").format(time=duration_words(seconds_left))
    return replace(told, actions=(history(), (RESEND, label)), disabled=frozenset({RESEND}))


def after_edit(told: Told, outcome: Outcome | None) -> Told | None:
    """Return what is left of `told` once the form has other content; None when nothing is.

    Args:
        told: What the banner says.
        outcome: Of the last request, where it has one.
    """
    if told.state == "problem" or AGAIN in told.keys:
        return None
    if RESEND in told.keys:
        return replace(told, actions=tuple(action for action in told.actions if action[0] != RESEND))
    if told.follows is None or outcome is None:
        return told
    message = _tr("It may have been made all the same. The history shows what becomes of it.")
    if outcome.request.name:
        message = _tr(
            "“{name}” may have been made all the same. The history shows what becomes of it."
        ).format(name=isolated(outcome.request.name))
    return replace(told, message=message, actions=(history(),), follows=None)


def history() -> tuple[str, str]:
    """Return the action that shows the attempt in the history."""
    return "history", _tr("Show in history")


def duration_words(seconds: int) -> str:
    """Return a number of seconds as people say it: ``5 s``, ``1 min``, ``59 min 30 s``."""
    minutes, seconds = divmod(seconds, 60)
    if not minutes:
        return _tr("{seconds} s").format(seconds=seconds)
    if not seconds:
        return _tr("{minutes} min").format(minutes=minutes)
    return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Result", text)
