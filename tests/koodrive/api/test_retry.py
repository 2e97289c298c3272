"""Repetition of calls that only read, by real faults over a socket; a create is never repeated."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koodrive import CreateAlbum, CreateSharedFolder, KooDriveClient
from koodrive.api.list_responses import ListMissingError
from koodrive.api.retry import ONCE, PATIENT, Retry
from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AddressError,
    AuthenticationError,
    CertificateError,
    ClockError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    ProxyError,
    RateLimitedError,
    RefusedError,
)
from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox

pytestmark = pytest.mark.slow

SOON = Retry(tries=3, first_pause=0.01)
PASSING = [
    Fault.ERROR_BEFORE_COMMIT,
    Fault.ERROR_AFTER_COMMIT,
    Fault.DROP_BEFORE_COMMIT,
    Fault.HTML,
    Fault.TRUNCATED,
]
LASTING = [Fault.NONZERO_CODE, Fault.EXPIRED_TOKEN, Fault.EXPIRED_TOKEN_200, Fault.REDIRECT]
READS = {
    "shared folders": lambda client: client.list_shared_folders(),
    "albums": lambda client: client.list_albums(album_type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL),
    "spaces": lambda client: client.get_spaces(),
    "folders": lambda client: client.list_folders(container_id=SANDBOX_CONTAINER_ID),
    "probe": lambda client: client.probe(),
}
CREATES = {
    "album": lambda client: client.create_album(CreateAlbum(type=2, album_kind=1, name="Holiday")),
    "shared folder": lambda client: client.create_shared_folder(
        CreateSharedFolder("Family", SANDBOX_CONTAINER_ID)
    ),
}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def fresh(sandbox):
    sandbox.clear_faults()
    return sandbox


def client(sandbox, retry=SOON, **options) -> KooDriveClient:
    return KooDriveClient(
        base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN, retry=retry, **options
    )


def arrived(sandbox, work) -> tuple[int, object]:
    """Return how many requests `work` sends, and what it returns or raises."""
    before = len(sandbox.requests())
    try:
        result = work()
    except KoodriveError as error:
        result = error
    return len(sandbox.requests()) - before, result


def raising(*errors):
    """Return a call that raises one error after the other and then returns, and how often it was made."""
    made = []

    def ask() -> str:
        made.append(time.monotonic())
        if len(made) <= len(errors):
            raise errors[len(made) - 1]
        return "yes"

    return ask, made


def error_of(kind, **more) -> KoodriveError:
    return kind(Message("No"), Message("It failed."), **more)


@pytest.mark.parametrize("fault", PASSING)
@pytest.mark.parametrize("read", READS)
def test_a_read_is_repeated_until_it_works(fresh, read, fault):
    fresh.inject(fault, times=2)
    count, result = arrived(fresh, lambda: READS[read](client(fresh)))
    assert not isinstance(result, KoodriveError)
    assert count == 3


@pytest.mark.parametrize("read", READS)
def test_a_read_is_given_up_after_the_last_try(fresh, read):
    fresh.inject(Fault.ERROR_BEFORE_COMMIT, times=4)
    count, result = arrived(fresh, lambda: READS[read](client(fresh)))
    assert type(result) is OutcomeUnknownError
    assert count == 3


@pytest.mark.parametrize("fault", LASTING)
def test_a_refusal_is_not_asked_for_again(fresh, fault):
    fresh.inject(fault, times=3)
    count, result = arrived(fresh, lambda: READS["albums"](client(fresh)))
    assert isinstance(result, RefusedError)
    assert count == 1


def test_by_default_nothing_is_repeated(fresh):
    for retry in ({}, {"retry": ONCE}):
        fresh.inject(Fault.ERROR_BEFORE_COMMIT)
        caller = KooDriveClient(
            base_url=fresh.base_url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN, **retry
        )
        assert arrived(fresh, lambda caller=caller: READS["spaces"](caller))[0] == 1


def test_each_try_is_a_request_of_its_own(fresh):
    fresh.inject(Fault.DROP_BEFORE_COMMIT, times=2)
    before = len(fresh.requests())
    READS["folders"](client(fresh))
    tries = fresh.requests()[before:]
    assert len({request.headers["X-Traceid"] for request in tries}) == 3
    assert len({request.body for request in tries}) == 1


def test_what_the_service_asks_for_is_waited_for_when_it_is_not_too_long(fresh):
    fresh.inject(Fault.THROTTLED)
    began = time.monotonic()
    count, result = arrived(fresh, lambda: READS["spaces"](client(fresh)))
    assert (count, isinstance(result, KoodriveError)) == (2, False)
    assert time.monotonic() - began >= 3

    fresh.inject(Fault.THROTTLED)
    impatient = Retry(tries=3, first_pause=0.01, longest_pause=2.9)
    count, result = arrived(fresh, lambda: READS["spaces"](client(fresh, impatient)))
    assert (count, type(result)) == (1, RateLimitedError)


def test_a_wrong_clock_is_learned_and_costs_one_try(fresh):
    fresh.inject(Fault.CLOCK_SLOW, times=2, seconds=3600)
    count, result = arrived(fresh, lambda: READS["albums"](client(fresh)))
    assert (count, result.rows) == (2, ())


def test_somebody_who_gives_up_ends_a_pause_at_once(fresh):
    fresh.inject(Fault.ERROR_BEFORE_COMMIT, times=3)
    cancellation = Cancellation()
    slow = Retry(tries=3, first_pause=30, longest_pause=30, latest=60)
    threading.Timer(0.2, cancellation.cancel).start()
    began = time.monotonic()
    count, result = arrived(fresh, lambda: client(fresh, slow).list_shared_folders(cancellation=cancellation))
    assert (count, type(result)) == (1, OutcomeUnknownError)
    assert time.monotonic() - began < 5


def test_somebody_who_gave_up_before_asks_nothing(fresh):
    cancellation = Cancellation()
    cancellation.cancel()
    count, result = arrived(fresh, lambda: client(fresh).list_shared_folders(cancellation=cancellation))
    assert (count, type(result)) == (0, NotSentError)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    create=st.sampled_from(sorted(CREATES)),
    fault=st.sampled_from([*PASSING, *LASTING, Fault.THROTTLED, Fault.COMMIT_THEN_DROP, Fault.CLOCK_FAST]),
    retry=st.builds(Retry, tries=st.integers(1, 9), first_pause=st.just(0.0), longest_pause=st.just(9.0)),
)
def test_a_create_is_one_post_whatever_happens(sandbox, create, fault, retry):
    sandbox.clear_faults()
    sandbox.inject(fault, times=retry.tries)
    count, _ = arrived(sandbox, lambda: CREATES[create](client(sandbox, retry, timeouts=Timeouts(total=10))))
    assert count == 1


@pytest.mark.parametrize("lasting", [AddressError, CertificateError, ProxyError, ListMissingError])
def test_what_will_be_the_same_is_not_tried_again(lasting):
    ask, made = raising(error_of(lasting))
    with pytest.raises(lasting):
        SOON.run(ask)
    assert len(made) == 1


def test_pauses_grow_up_to_the_longest():
    ask, made = raising(*[error_of(NotSentError)] * 3)
    # Without an end to their growth, the second would last for a minute.
    retry = Retry(tries=4, first_pause=0.05, factor=1200.0, longest_pause=0.2)
    assert retry.run(ask) == "yes"
    pauses = [after - before for before, after in pairwise(made)]
    assert all(pause >= planned for pause, planned in zip(pauses, [0.05, 0.2, 0.2], strict=True))
    assert max(pauses) < 30


def test_a_clock_that_was_learned_needs_no_pause():
    ask, made = raising(error_of(ClockError))
    assert Retry(tries=2, first_pause=60).run(ask) == "yes"
    assert len(made) == 2


def test_the_last_error_is_the_one_that_is_raised():
    errors = [error_of(NotSentError), error_of(OutcomeUnknownError), error_of(AuthenticationError)]
    ask, _ = raising(*errors)
    with pytest.raises(AuthenticationError) as caught:
        SOON.run(ask)
    assert caught.value is errors[-1]


def test_a_mistake_of_the_program_is_not_covered_up():
    ask, made = raising(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        SOON.run(ask)
    assert len(made) == 1


@given(
    retry=st.builds(Retry, tries=st.integers(1, 20), first_pause=st.just(0.0)), failures=st.integers(0, 25)
)
def test_it_is_never_tried_more_often_than_said(retry, failures):
    ask, made = raising(*[error_of(OutcomeUnknownError)] * failures)
    if failures < retry.tries:
        assert retry.run(ask) == "yes"
    else:
        with pytest.raises(OutcomeUnknownError):
            retry.run(ask)
    assert len(made) == min(failures + 1, retry.tries)


def test_people_wait_two_seconds_for_the_patient_one():
    pauses = [PATIENT.first_pause * PATIENT.factor**turn for turn in range(PATIENT.tries - 1)]
    assert sum(pauses) <= 2


def test_what_nobody_answers_is_not_asked_for_three_deadlines_long(fresh):
    fresh.inject(Fault.HANG, times=3, seconds=2)
    hurried = Retry(tries=3, first_pause=0.01, latest=0.3)
    begun = time.monotonic()
    count, result = arrived(
        fresh, lambda: READS["folders"](client(fresh, hurried, timeouts=Timeouts(connect=1, total=0.4)))
    )
    assert isinstance(result, OutcomeUnknownError)
    assert count == 1
    assert time.monotonic() - begun < 1.5


def test_no_wait_may_go_beyond_the_latest_moment():
    ask, made = raising(error_of(NotSentError))
    with pytest.raises(NotSentError):
        Retry(tries=3, first_pause=1.0, latest=0.5).run(ask)
    assert len(made) == 1
