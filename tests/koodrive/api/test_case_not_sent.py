"""C-03: what never left is called so, has no effect, and may be sent again at once."""

from __future__ import annotations

import pytest
from client_calls import ALBUM, TOKEN, client
from lost_answer_fixtures import FOLDER, MANUAL, LostAnswerDriver, driver_in
from unreachable_services import UNREACHABLE, can_fill_a_queue, unreachable

from koodrive.api import transport as transport_module
from koodrive.api.transport import Timeouts
from koodrive.errors import NotSentError
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

pytestmark = pytest.mark.slow

QUICK = Timeouts(connect=0.5, total=2)


@pytest.fixture(params=UNREACHABLE)
def service(request):
    if request.param == "connect timeout" and not can_fill_a_queue():
        pytest.skip("this system answers those that it has no room for")
    with unreachable(request.param) as (address, came):
        yield address, came


def test_c03_the_client_says_that_nothing_left(service):
    address, came = service
    with pytest.raises(NotSentError) as caught:
        client(address, timeouts=QUICK).create_album(ALBUM)
    assert "Nothing was sent" in caught.value.message
    assert b"POST" not in came
    assert TOKEN.encode() not in came


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("refused", "did not take the connection"),
        ("unknown host", "Check the service address"),
        ("connect timeout", "did not answer in time"),
        ("tls that never ends", "did not answer in time"),
        ("no tls", "does not speak HTTPS"),
        ("nobody vouches", "does not trust the authority behind its certificate"),
    ],
)
def test_c03_each_reason_has_its_own_words(reason, words):
    if reason == "connect timeout" and not can_fill_a_queue():
        pytest.skip("this system answers those that it has no room for")
    with unreachable(reason) as (address, _came), pytest.raises(NotSentError, match=words):
        client(address, timeouts=QUICK).create_album(ALBUM)


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_c03_it_is_written_down_and_may_be_sent_again_at_once(tmp_path, monkeypatch, service, request_):
    monkeypatch.setattr(transport_module, "Timeouts", lambda: QUICK)
    address, came = service
    with driver_in(tmp_path) as driver:
        nowhere = Connection("c1", "Family cloud", address, SANDBOX_USER_ID, "bearer", "en-US")
        away = LostAnswerDriver(driver.backend, driver.sandbox, nowhere)
        for number in (1, 2):
            outcome = away.backend.create(request_, nowhere, away.token)
            assert outcome.kind is OutcomeKind.NOT_SENT
            assert "nothing was created" in outcome.message
            assert [row.outcome for row in away.rows()] == [OutcomeKind.NOT_SENT] * number
        assert b"POST" not in came
        assert driver.backend.journal.attempts.open_attempts(nowhere) == []
        assert driver.backend.create(request_, driver.connection, driver.token).kind is OutcomeKind.CREATED
        assert len(driver.made()) == driver.posts() == 1
