"""The spaces of the user of the connection in use: what was told last, what is told now, and what is not told."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from koodrive.errors import AuthenticationError, KoodriveError
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault
from ui.core.tasks import Lane, TaskRunner
from ui.session.session import Session
from ui.session.spaces import SpaceLookup

SPACE = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"


@pytest.fixture
def connection(backend):
    return backend.start_sandbox()


@pytest.fixture
def sandbox(connection, backend):
    return backend.sandbox


@pytest.fixture
def new_session(qtbot, backend):
    """Return a function that gives another session of the same backend, as after a restart."""
    runners = []

    def new():
        runners.append(TaskRunner())
        return Session(lambda: backend, runners[-1])

    yield new
    for runner in runners:
        runner.cancel_all()
        with qtbot.waitSignal(runner.idle):
            runner.close()


@pytest.fixture
def session(new_session):
    return new_session()


def asked(sandbox):
    return sum(request.path.startswith(SPACE) for request in sandbox.requests())


def spaces_of(session):
    """Return the lookup of the session, made when it is first asked for."""
    return session.findChild(SpaceLookup) or SpaceLookup(session)


def ids(lookup):
    return [space.container_id for space in lookup.spaces]


def answered(qtbot, lookup):
    qtbot.waitUntil(lambda: not lookup.is_loading and bool(lookup.spaces or lookup.error))


def test_the_space_comes_as_soon_as_the_token_is_there(qtbot, session, connection):
    lookup = spaces_of(session)
    assert (lookup.spaces, lookup.is_loading) == ((), False), "there is no connection yet"
    session.use(connection)
    assert lookup.is_loading
    answered(qtbot, lookup)
    assert ids(lookup) == [SANDBOX_CONTAINER_ID]
    assert lookup.spaces[0].capacity_bytes > 0
    assert lookup.error is None


def test_it_is_looked_up_also_for_who_asks_late(qtbot, session, connection):
    session.use(connection)
    answered(qtbot, spaces_of(session))
    assert ids(spaces_of(session)) == [SANDBOX_CONTAINER_ID]


def test_what_was_told_last_is_there_while_the_service_thinks(qtbot, new_session, connection, sandbox):
    first = new_session()
    first.use(connection)
    answered(qtbot, spaces_of(first))
    sandbox.inject(Fault.HANG, path=SPACE)
    second = new_session()
    second.use(connection)
    qtbot.waitUntil(lambda: ids(spaces_of(second)) == [SANDBOX_CONTAINER_ID])
    assert spaces_of(second).is_loading


def test_what_is_told_now_takes_the_place_of_what_was_kept(qtbot, new_session, connection, sandbox):
    first = new_session()
    first.use(connection)
    answered(qtbot, spaces_of(first))
    sandbox.set_spaces(["one", "two"])
    second = new_session()
    second.use(connection)
    qtbot.waitUntil(lambda: ids(spaces_of(second)) == ["one", "two"])


def test_a_failure_is_kept_until_it_is_tried_again(qtbot, session, connection, sandbox):
    sandbox.inject(Fault.NONZERO_CODE, path=SPACE, times=9)
    session.use(connection)
    answered(qtbot, spaces_of(session))
    assert isinstance(spaces_of(session).error, KoodriveError)
    assert spaces_of(session).spaces == ()
    sandbox.clear_faults()
    spaces_of(session).refresh()
    qtbot.waitUntil(lambda: ids(spaces_of(session)) == [SANDBOX_CONTAINER_ID])
    assert spaces_of(session).error is None


def test_an_answer_for_another_user_is_dropped(qtbot, session, connection, sandbox):
    sandbox.inject(Fault.SLOW, path=SPACE, seconds=0.3)
    lookup = spaces_of(session)
    session.use(connection)
    qtbot.waitUntil(lambda: asked(sandbox) == 1)
    session.use(replace(connection, connection_id="other", user_id="17"))
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert lookup.spaces == ()
    session.use(None)
    assert (lookup.spaces, lookup.error, lookup.is_loading) == ((), None, False)


def test_an_answer_that_is_there_already_when_the_user_changes_is_dropped(qtbot, session, connection):
    lookup = spaces_of(session)
    session.use(connection)
    answered = threading.Event()
    session.runner.start(Lane.READ, answered.set, key="spaces")
    assert answered.wait(5), "the lane has done what was asked before"
    session.use(None)
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert lookup.spaces == ()


def test_it_is_asked_once_for_one_connection(qtbot, session, connection, sandbox):
    session.use(connection)
    answered(qtbot, spaces_of(session))
    session.reload_token()
    assert not spaces_of(session).is_loading
    assert asked(sandbox) == 1


def test_a_fresh_token_asks_again_when_the_old_one_was_refused(qtbot, session, connection, sandbox):
    sandbox.expire_tokens()
    session.use(connection)
    answered(qtbot, spaces_of(session))
    assert isinstance(spaces_of(session).error, AuthenticationError)
    session.renew(connection.connection_id, sandbox.renew_token())
    qtbot.waitUntil(lambda: ids(spaces_of(session)) == [SANDBOX_CONTAINER_ID])
