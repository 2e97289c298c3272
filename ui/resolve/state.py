"""State of the resolve dialog for one open attempt: texts and actions, without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.creation.findings import Resolution
from koodrive.errors import AuthenticationError, IncompleteListError
from koodrive.models import Action as AttemptAction
from koodrive.models import OutcomeKind
from ui.resolve.searches import Search, Stage
from ui.resolve.texts import detailed_problem_text, lead_text, look_count_text, unread_title
from ui.session.session import TokenState
from ui.texts.attempts import isolated
from ui.texts.connections import connection_text
from ui.texts.translate import translate, translated

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.creation.findings import LookResult
    from koodrive.creation.matching import Candidate
    from koodrive.journal import Attempt
    from koodrive.models import Connection
    from ui.resolve.loader import SentAttempt
    from ui.session.session import Session


class Action(StrEnum):
    """Actions; the values are the last part of the object names of the buttons."""

    LOOK_NOW = "lookNow"
    STOP = "stop"
    USE_CONNECTION = "useConnection"
    START_SANDBOX = "startSandbox"
    GIVE_TOKEN = "giveToken"  # noqa: S105 - the name of a button
    ADOPT = "adopt"
    NOT_MADE = "notMade"
    HISTORY = "history"
    SEND_AGAIN = "sendAgain"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class ResolveState:
    """Texts and actions that are shown."""

    state: str
    """One of the five outcome words, for the colour; ``sending`` while it is being looked for, ``harmless`` for what
    has made nothing."""
    title: str
    text: str = ""
    evidence: str = ""
    result_id: str = ""
    candidates: tuple[Candidate, ...] = ()
    actions: tuple[Action, ...] = ()


def resolve_state(
    sent: SentAttempt,
    session: Session,
    search: Search | None,
    decided: LookResult | None,
    taken: Collection[str],
) -> ResolveState:
    """Return what is to be shown for an attempt.

    Args:
        sent: The attempt, as it was read last.
        session: Which connection is in use.
        search: What is going on for it.
        decided: How it ended, where that has happened since it was read.
        taken: IDs that other attempts have got since `search` ended.
    """
    attempt = sent.attempt
    if attempt.action == AttemptAction.DELETE:
        return _of_delete(_state(sent, session, search, decided, taken), attempt, search)
    return _state(sent, session, search, decided, taken)


def _state(
    sent: SentAttempt,
    session: Session,
    search: Search | None,
    decided: LookResult | None,
    taken: Collection[str],
) -> ResolveState:
    attempt = sent.attempt
    if decided is not None:
        return _decided(attempt, decided)
    if attempt.outcome != OutcomeKind.UNKNOWN:
        return _settled(attempt)
    if sent.request is None:
        return ResolveState(
            "unknown",
            translate("ResolveDialog", "This version of KooDesk cannot look for it"),
            translate("ResolveDialog", "A newer KooDesk has sent it. Use that one to find out."),
            actions=(Action.LATER,),
        )
    if not is_of(attempt, session.current):
        return _elsewhere(attempt, session)
    if session.token is None:
        return _without_token(session)
    return _searched(search or Search(attempt.attempt_id, Stage.LOOKING), taken)


def _of_delete(state: ResolveState, attempt: Attempt, search: Search | None) -> ResolveState:
    """Return the state of a delete in its own words; looking, waiting and asking for a token are the same."""
    if state.state == OutcomeKind.CREATED:
        return replace(
            state,
            state=OutcomeKind.DELETED.value,
            title=translate("ResolveDialog", "↩ It was taken back"),
            text=translate("ResolveDialog", "The history says so now."),
            result_id=attempt.result_id or "",
        )
    if Action.SEND_AGAIN in state.actions:
        return replace(
            state,
            title=translate("ResolveDialog", "✕ It was not taken back"),
            text=translate(
                "ResolveDialog", "It is still there, and can be taken back again from the history."
            ),
            actions=(Action.HISTORY,),
        )
    if Action.NOT_MADE not in state.actions:
        return state
    words = translate("ResolveDialog", "If you know by other means that it is still there, you can say so.")
    if Action.LOOK_NOW not in state.actions:
        return replace(
            state,
            text=translate("ResolveDialog", "To look, KooDesk needs the connection that sent it."),
            evidence=words,
        )
    finding = search.finding if search is not None and search.stage is Stage.ENDED else None
    if finding is not None and finding.problem is None:
        state = replace(
            state, title=translate("ResolveDialog", "The service's lists do not tell"), text=_said(finding)
        )
    return replace(state, evidence=words)


def is_of(attempt: Attempt, connection: Connection | None) -> bool:
    """Return whether `connection` sees what `attempt` may have made."""
    return connection is not None and connection.account_key == (attempt.service_address, attempt.user_id)


def connection_for(attempt: Attempt, session: Session) -> Connection | None:
    """Return the stored connection that sees what `attempt` may have made, best the one that sent it."""
    found = [connection for connection in session.connections if is_of(attempt, connection)]
    found.sort(key=lambda connection: connection.connection_id != attempt.connection_id)
    return found[0] if found else None


def is_of_running_sandbox(attempt: Attempt, session: Session) -> bool:
    """Return whether the sandbox that runs is the one that `attempt` was sent to."""
    sandbox = session.backend.sandbox
    return sandbox is not None and sandbox.base_url == attempt.service_address


def _name_of_connection(attempt: Attempt, session: Session) -> str | None:
    """Return what the connection is called that sees what `attempt` may have made; None when there is none."""
    connection = connection_for(attempt, session)
    if connection is not None:
        return connection_text(connection.connection_id, connection.name)
    if not is_of_running_sandbox(attempt, session):
        return None
    return connection_text(attempt.connection_id, attempt.connection_name)


def _decided(attempt: Attempt, finding: LookResult) -> ResolveState:
    evidence = translated(finding.evidence)
    if finding.ending is Resolution.NOT_DONE:
        return _not_made(evidence)
    return _made(dict(finding.adopted).get(attempt.attempt_id, ""), evidence)


def _settled(attempt: Attempt) -> ResolveState:
    evidence = translated(attempt.note) if attempt.note else ""
    if attempt.outcome in {OutcomeKind.CREATED, OutcomeKind.DELETED}:
        return _made(attempt.result_id or "", evidence)
    if attempt.outcome == OutcomeKind.REFUSED:
        return _not_made(evidence or translated(attempt.message or ""))
    return ResolveState(
        "sending",
        translate("ResolveDialog", "Its answer has not come yet"),
        translate("ResolveDialog", "KooDesk is still waiting for it."),
    )


def _made(result_id: str, evidence: str) -> ResolveState:
    return ResolveState(
        "created",
        translate("ResolveDialog", "✓ It was created"),
        translate("ResolveDialog", "Its ID is in the history now."),
        evidence,
        result_id,
        actions=(Action.HISTORY,),
    )


def _not_made(evidence: str) -> ResolveState:
    return ResolveState(
        "harmless",
        translate("ResolveDialog", "✕ It was not created"),
        translate("ResolveDialog", "The history says so now. It can be sent again."),
        evidence,
        actions=(Action.SEND_AGAIN, Action.HISTORY),
    )


def _elsewhere(attempt: Attempt, session: Session) -> ResolveState:
    name = _name_of_connection(attempt, session)
    if name is not None:
        return ResolveState(
            "unknown",
            translate("ResolveDialog", "It was sent with another connection"),
            translate("ResolveDialog", "It was sent with “{name}”. Use that connection to look.").format(
                name=isolated(name)
            ),
            actions=(Action.USE_CONNECTION, Action.LATER),
        )
    if attempt.connection_id == SANDBOX_CONNECTION_ID:
        return _in_sandbox(is_running=session.backend.sandbox is not None)
    return ResolveState(
        "unknown",
        translate("ResolveDialog", "Its connection no longer exists"),
        translate(
            "ResolveDialog",
            "It was sent with “{name}”, to {address} as user {user}. To look, KooDesk needs a connection"
            " with this address and user. If you know by other means that it was not created, you can say"
            " so.",
        ).format(
            name=isolated(attempt.connection_name), address=attempt.service_address, user=attempt.user_id
        ),
        actions=(Action.NOT_MADE, Action.LATER),
    )


def _in_sandbox(*, is_running: bool) -> ResolveState:
    title = translate("ResolveDialog", "It was sent to the sandbox")
    if not is_running:
        return ResolveState(
            "unknown",
            title,
            translate(
                "ResolveDialog",
                "The sandbox is not running. Start it to look; it still has what was created there.",
            ),
            actions=(Action.START_SANDBOX, Action.LATER),
        )
    return ResolveState(
        "unknown",
        title,
        translate(
            "ResolveDialog",
            "The sandbox runs at another address now than it had then, so KooDesk cannot look there. If"
            " you know by other means that it was not created, you can say so.",
        ),
        actions=(Action.NOT_MADE, Action.LATER),
    )


def _without_token(session: Session) -> ResolveState:
    if session.token_state is TokenState.LOADING:
        return ResolveState(
            "sending",
            translate("ResolveDialog", "Waiting for your password manager…"),
            translate("ResolveDialog", "KooDesk looks as soon as it has the access token."),
            actions=(Action.LATER,),
        )
    error = session.token_error
    return ResolveState(
        "unknown",
        translate("ResolveDialog", "No token yet") if error is None else translated(error.title),
        translate("ResolveDialog", "To look, KooDesk needs the access token of this connection.")
        if error is None
        else translated(error.message),
        actions=(Action.GIVE_TOKEN, Action.LATER),
    )


def _searched(search: Search, taken: Collection[str]) -> ResolveState:
    finding = search.finding
    if search.stage in {Stage.LOOKING, Stage.WAITING}:
        return ResolveState(
            "sending",
            translate("ResolveDialog", "Looking in the service's list…"),
            _progress(search),
            _said(finding),
            actions=(Action.LOOK_NOW, Action.STOP),
        )
    candidates = _left(finding, taken)
    if candidates:
        return _choice(candidates, _said(finding))
    if search.stage is Stage.ENDED and finding is not None and finding.candidates:
        return ResolveState(
            "unknown",
            translate("ResolveDialog", "Nothing else matches"),
            translate(
                "ResolveDialog",
                "What the list showed belongs to other requests now. Look again, or say that it was"
                " not created.",
            ),
            actions=(Action.LOOK_NOW, Action.NOT_MADE, Action.LATER),
        )
    if search.stage is Stage.ENDED and finding is not None and finding.problem is not None:
        return _hindered(finding)
    return ResolveState(
        "unknown",
        translate("ResolveDialog", "The search was stopped"),
        translate("ResolveDialog", "Nothing is decided. The outcome stays unknown until you look again."),
        _said(finding),
        actions=(Action.LOOK_NOW, Action.NOT_MADE, Action.LATER),
    )


def _left(finding: LookResult | None, taken: Collection[str]) -> tuple[Candidate, ...]:
    found = () if finding is None else finding.candidates
    return tuple(candidate for candidate in found if candidate.listed.id not in taken)


def _choice(candidates: tuple[Candidate, ...], evidence: str) -> ResolveState:
    return ResolveState(
        "unknown",
        translate("ResolveDialog", "Is this what it created?")
        if len(candidates) == 1
        else translate("ResolveDialog", "Which of these did it create?"),
        translate(
            "ResolveDialog",
            "KooDesk cannot tell, so this is for you to decide. Compare it with what was sent.",
        ),
        evidence,
        candidates=candidates,
        actions=(Action.ADOPT, Action.NOT_MADE, Action.LOOK_NOW, Action.LATER),
    )


def _hindered(finding: LookResult) -> ResolveState:
    problem = finding.problem
    title = "" if problem is None else unread_title(problem)
    token = (Action.GIVE_TOKEN,) if isinstance(problem, AuthenticationError) else ()
    return ResolveState(
        "unknown",
        title,
        _said(finding),
        translate(
            "ResolveDialog",
            "Nothing is decided. If you know by other means that it was not created, you can say so.",
        ),
        actions=(*token, Action.LOOK_NOW, Action.NOT_MADE, Action.LATER),
    )


def _said(finding: LookResult | None) -> str:
    if finding is None:
        return ""
    if isinstance(finding.problem, IncompleteListError):
        return translated(finding.evidence)
    words = (
        translated(finding.evidence) if finding.problem is None else detailed_problem_text(finding.problem)
    )
    return "\n".join(filter(None, (words, lead_text(*finding.leads))))


def _progress(search: Search) -> str:
    if not search.looks:
        return translate(
            "ResolveDialog", "KooDesk looks for about a minute. You can close this window; it keeps looking."
        )
    looked = look_count_text(search)
    if search.stage is Stage.LOOKING or not search.seconds_left:
        return translate("ResolveDialog", "{looked}. Looking now…").format(looked=looked)
    return translate("ResolveDialog", "{looked}. Next look in {count} s.").format(
        looked=looked, count=search.seconds_left
    )
