"""Test of a connection, step by step, with two read calls; its result is a diagnosis with texts for the user.

The calls are ListShareFolder with a limit of 1 and GetSpace: they change nothing, so repeating them is safe.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.clock.server_clock import offset_text
from koodrive.connections.auth_method import AuthMethod
from koodrive.connections.diagnosis import (
    CANCELLED,
    FINE,
    FINE_SIGNED,
    Cause,
    Diagnosis,
    clock_is_wrong,
    diagnose,
    with_server_text,
)
from koodrive.core.deadline import is_cancelled
from koodrive.errors import ClockError, KoodriveError
from koodrive.messages import Message, listed, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.clock.server_clock import ServerClock
    from koodrive.connections.format_detection import FormatAttempt, FormatDetection
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Space

_BYTES_PER_GB = 1 << 30
_LISTED_SPACES = 3


class StepName(StrEnum):
    """Steps of a test, in their order."""

    ADDRESS = "address"
    """KooDrive answers there."""
    TLS = "tls"
    """The connection is secure."""
    CLOCK = "clock"
    """The time of the request is accepted."""
    TOKEN = "token"  # noqa: S105 - the name of a step
    """The token or the app's signature is accepted."""
    USER = "user"
    """The user is accepted."""
    SPACE = "space"
    """The ID of the user's space can be read."""
    FORMAT = "format"
    """One of the other authorization formats works; only tested where the token is refused."""


class StepState(StrEnum):
    """Result of a step of the test."""

    PASSED = "passed"
    SKIPPED = "skipped"
    """Not needed for this connection."""
    WARNED = "warned"
    """It failed, but the connection works without it."""
    FAILED = "failed"
    NOT_REACHED = "not_reached"
    """The test ended before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the test with its state and text."""

    name: StepName
    state: StepState
    text: Message


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Result of a test.

    Attributes:
        steps: In the order of `StepName`; `FORMAT` only where the formats were tried.
        diagnosis: The cause of the failure, or that the connection works.
        detection: The formats that were tried; None where the token is not the problem.
    """

    steps: tuple[Step, ...]
    diagnosis: Diagnosis
    detection: FormatDetection | None = None


_FAILS_AT = {
    Cause.ADDRESS: StepName.ADDRESS,
    Cause.NO_NETWORK: StepName.ADDRESS,
    Cause.PROXY: StepName.ADDRESS,
    Cause.CERTIFICATE: StepName.TLS,
    Cause.CLOCK: StepName.CLOCK,
    Cause.TOKEN: StepName.TOKEN,
    # Nobody can tell whether the token was looked at before something else went wrong.
    Cause.SERVICE: StepName.TOKEN,
    Cause.USER: StepName.USER,
}
_STEPS_OF_CALL = tuple(name for name in StepName if name not in (StepName.SPACE, StepName.FORMAT))
_TOKEN_ALONE = Message("The token alone")
_NOT_REACHED = Message("Not reached.")
_ACCEPTED = {
    StepName.ADDRESS: Message("KooDrive answers there."),
    StepName.TLS: Message("The connection is encrypted, and the certificate was verified."),
    StepName.TOKEN: Message("The service accepts it."),
    StepName.USER: Message("The service accepts the user."),
}


def check_connection_works(
    client: KooDriveClient,
    cancellation: Cancellation | None = None,
    *,
    auth_method: AuthMethod = AuthMethod.TOKEN,
) -> Diagnosis:
    """Request one shared folder and return the diagnosis; blocks until there is an answer.

    A refusal because of the time is tried once more, as the client has learned the service's time from it.

    Args:
        client: Client of the connection.
        cancellation: Ends the test within a second when it is cancelled.
        auth_method: Sign-in method of the connection, for the texts.

    Returns:
        The diagnosis. Every `KoodriveError` of the call becomes one, so none is raised.
    """
    diagnosis, refused_time = _try(client, cancellation, auth_method)
    if refused_time is None:
        return diagnosis
    diagnosis, _ = _try(client, cancellation, auth_method)
    if diagnosis.cause is Cause.CLOCK:
        return diagnosis
    return replace(diagnosis, remark=clock_is_wrong(refused_time))


def run_check(
    client: KooDriveClient,
    cancellation: Cancellation | None = None,
    on_step: Callable[[Step], None] | None = None,
    *,
    auth_method: AuthMethod = AuthMethod.TOKEN,
    detect: Callable[[], FormatDetection] | None = None,
) -> CheckResult:
    """Run all steps in their order; blocks.

    Args:
        client: Client of the connection.
        cancellation: Ends the test within a second when it is cancelled.
        on_step: Called with each step as soon as it has ended, on the caller's thread.
        auth_method: Sign-in method of the connection, for the texts.
        detect: Tries the authorization formats; called where the token is refused.

    Returns:
        All steps and the diagnosis of `check_connection_works`; no `KoodriveError` is raised. A space whose ID
        cannot be read does not change the diagnosis, as the ID can be typed.
    """
    diagnosis = check_connection_works(client, cancellation, auth_method=auth_method)
    report = on_step or (lambda _step: None)
    steps = [_step(name, diagnosis, client) for name in _STEPS_OF_CALL]
    for step in steps:
        report(step)
    if diagnosis.cause is Cause.FINE:
        space = _space(client, cancellation)
        if is_cancelled(cancellation):
            space, diagnosis = _not_reached(StepName.SPACE), CANCELLED
    else:
        space = _not_reached(StepName.SPACE)
    report(space)
    steps.append(space)
    if diagnosis.cause is not Cause.TOKEN or detect is None:
        return CheckResult(tuple(steps), diagnosis)
    detection = detect()
    if is_cancelled(cancellation):
        return CheckResult(tuple(steps), CANCELLED)
    steps.append(_format_step(detection))
    report(steps[-1])
    return CheckResult(tuple(steps), diagnosis, detection)


def _format_step(detection: FormatDetection) -> Step:
    state = StepState.FAILED if detection.working_format is None else StepState.PASSED
    parts = [_tried(attempt) for attempt in detection.attempts]
    if detection.error is not None:
        parts.append(Message("{title}.", title=detection.error.title))
    return Step(StepName.FORMAT, state, sentences(*parts))


def _tried(attempt: FormatAttempt) -> Message:
    shape = _TOKEN_ALONE if attempt.shape == "…" else attempt.shape
    return Message("{shape}: {text}", shape=shape, text=attempt.text)


def _try(
    client: KooDriveClient, cancellation: Cancellation | None, auth_method: AuthMethod
) -> tuple[Diagnosis, ClockError | None]:
    try:
        client.probe(cancellation)
    except KoodriveError as error:
        if is_cancelled(cancellation):
            return CANCELLED, None
        return diagnose(error, auth_method), error if isinstance(error, ClockError) else None
    return FINE_SIGNED if auth_method is AuthMethod.APP_KEY else FINE, None


def _step(name: StepName, diagnosis: Diagnosis, client: KooDriveClient) -> Step:
    """Return one of the steps before `SPACE` for the result of the call."""
    if diagnosis.cause is not Cause.FINE:
        order = list(StepName)
        failed = _FAILS_AT.get(diagnosis.cause)
        if failed is None or order.index(name) > order.index(failed):
            return _not_reached(name)
        if name is failed:
            return Step(name, StepState.FAILED, _reason(diagnosis))
    if name is StepName.ADDRESS and diagnosis.cause is Cause.CERTIFICATE:
        # Nothing has shown yet that it is KooDrive.
        return Step(name, StepState.PASSED, Message("Something answers there."))
    if name is StepName.CLOCK:
        return Step(name, StepState.PASSED, _how_right(client.clock))
    if name is StepName.TLS and not client.base_url.startswith("https:"):
        return Step(name, StepState.SKIPPED, Message("Not needed on this computer."))
    return Step(name, StepState.PASSED, _ACCEPTED[name])


def _not_reached(name: StepName) -> Step:
    return Step(name, StepState.NOT_REACHED, _NOT_REACHED)


def _reason(diagnosis: Diagnosis) -> Message:
    if diagnosis.cause is not Cause.SERVICE:
        return diagnosis.message
    # What to do says nothing here without what happened.
    return Message("{title}. {message}", title=diagnosis.title, message=diagnosis.message)


def _how_right(clock: ServerClock) -> Message:
    if clock.sample is None:
        return Message("The clock of this computer is close enough; the service does not tell its time.")
    if abs(clock.offset) < timedelta(seconds=1.5):
        return Message("The clock of this computer is correct to a second.")
    return sentences(offset_text(clock.offset), Message("KooDesk goes by the service's."))


def _space(client: KooDriveClient, cancellation: Cancellation | None) -> Step:
    try:
        spaces = client.get_spaces(cancellation=cancellation)
    except KoodriveError as error:
        words = Message(
            "It could not be found out: {reason}. You can still type the space ID.", reason=error.title
        )
        return Step(StepName.SPACE, StepState.WARNED, with_server_text(words, error))
    if not spaces:
        words = Message("The service names no space of this user. You can still type the space ID.")
        return Step(StepName.SPACE, StepState.WARNED, words)
    return Step(StepName.SPACE, StepState.PASSED, _spaces_text(spaces))


def _spaces_text(spaces: tuple[Space, ...]) -> Message:
    shown = listed(*(_space_text(space) for space in spaces[:_LISTED_SPACES]))
    if len(spaces) == 1:
        return shown
    if len(spaces) <= _LISTED_SPACES:
        return Message("{count} spaces: {spaces}", count=len(spaces), spaces=shown)
    return Message("{count} spaces: {spaces} …", count=len(spaces), spaces=shown)


def _space_text(space: Space) -> str:
    if space.capacity_bytes is None:
        return space.container_id
    gigabytes = f"{space.capacity_bytes / _BYTES_PER_GB:.1f}".removesuffix(".0")
    return Message("{space} ({size} GB)", space=space.container_id, size=gigabytes)
