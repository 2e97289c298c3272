"""C-38: a list that is not whole decides nothing; one that is whole still does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import time_machine
from lost_answer_fixtures import FOLDER, MANUAL, SOON

from koodrive import CreateAlbum, CreateSharedFolder, KooDriveClient
from koodrive.clock.server_clock import ServerClock
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError, IncompleteListError
from koodrive.journal.service_lists import ALL_GONE_AFTER, GONE_AFTER
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

KINDS = {"album": MANUAL, "sharefolder": FOLDER}
both = pytest.mark.parametrize("kind", KINDS)


def named(kind: str, name: str):
    """Return a request for something of a kind."""
    return CreateAlbum(2, 1, name) if kind == "album" else CreateSharedFolder(name, FOLDER.container_id)


def known(at_service, service, kind: str, count: int) -> None:
    """Let the service have something, and the history know it from a list."""
    for number in range(count):
        service.make(kind, f"Older {'xyz'[number % 3]}{number}")
    at_service.snapshot_list(KINDS[kind])


def lose(at_service, service, kind: str, *, made: bool = False) -> int:
    """Send a request that gets no answer, and return the number of the attempt."""
    service.makes = made
    outcome = at_service.backend.create(KINDS[kind], at_service.connection, at_service.token, again=True)
    assert outcome.kind is OutcomeKind.UNKNOWN
    return outcome.attempt_id


def require_untold(at_service, attempt_id: int, *words: str) -> None:
    """Check that the outcome of an attempt cannot be determined, and that the reason is given."""
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert isinstance(finding.problem, IncompleteListError)
    attempt = at_service.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.UNKNOWN
    assert attempt.note == finding.evidence
    for word in words:
        assert word in finding.evidence
        assert word in finding.problem.title


@both
def test_c38_a_whole_list_still_proves_that_it_was_not_made(at_service, service, kind):
    known(at_service, service, kind, 7)
    assert at_service.find(lose(at_service, service, kind)).ending is Resolution.NOT_DONE


@pytest.mark.parametrize("made", [True, False])
def test_c38_fewer_rows_than_the_total(at_service, service, made):
    known(at_service, service, "album", 3)
    attempt_id = lose(at_service, service, "album", made=made)
    service.total = lambda _rows: 4
    service.shown = lambda rows: rows[:3]
    require_untold(at_service, attempt_id, "it shows 3 of 4")


@pytest.mark.parametrize("total", [3, 0, 2, None, -1])
def test_c38_a_total_that_is_no_larger_than_the_list_is_no_gap(at_service, service, total):
    service.total = lambda _rows: total
    known(at_service, service, "album", 3)
    assert at_service.find(lose(at_service, service, "album")).ending is Resolution.NOT_DONE


@pytest.mark.parametrize("total", [4.0, "4.0", " 4", "1,000", "many", 10**30, [4], {"count": 4}, True, -4])
def test_c38_a_total_that_cannot_be_read_is_a_gap(at_service, service, total):
    known(at_service, service, "album", 3)
    attempt_id = lose(at_service, service, "album", made=True)
    service.total = lambda _rows: total
    service.shown = lambda rows: rows[:3]
    require_untold(at_service, attempt_id, "its “total” cannot be read as a number")


@pytest.mark.parametrize(("kind", "most"), [("album", 100), ("sharefolder", 10), ("sharefolder", 500)])
def test_c38_an_empty_page_before_the_end(at_service, service, kind, most):
    service.most = most
    # The lost one is on the page that comes empty, and nothing but that page tells of it.
    for number in range(2 * most):
        service.make(kind, f"Older {number}")
    service.total = lambda _rows: None
    attempt_id = lose(at_service, service, kind, made=True)
    for number in range(most):
        service.make(kind, f"Newer {number}")
    service.empty_pages = range(3, 4 if kind == "album" else 3 + max(1, 500 // most))
    for number in range(1100 if kind == "sharefolder" else most):
        service.make(kind, f"Newest {number}")
    require_untold(at_service, attempt_id, "one of its pages was empty")


@both
@pytest.mark.parametrize("left", [0, 1, 6])
def test_c38_what_was_known_is_missing(at_service, service, kind, left):
    known(at_service, service, kind, 7)
    attempt_id = lose(at_service, service, kind, made=True)
    service.shown = lambda rows: rows[:left]
    require_untold(at_service, attempt_id, f"{7 - left} that it showed before")


@both
def test_c38_what_the_history_made_a_moment_ago_is_missing(at_service, service, kind):
    field = "albumId" if kind == "album" else "id"
    service.answer = lambda row: (200, f'{{"code": 0, "{field}": "{row["id"]}"}}'.encode())
    made = at_service.backend.create(named(kind, "Just now"), at_service.connection, at_service.token)
    assert made.kind is OutcomeKind.CREATED
    service.answer, service.shown = None, lambda _rows: []
    attempt_id = lose(at_service, service, kind, made=True)
    require_untold(at_service, attempt_id, "1 that it showed before or that the history knows")
    service.shown = lambda rows: rows
    assert at_service.attempt(attempt_id).result_id is None
    at_service.find(attempt_id)
    assert (
        at_service.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
        or at_service.attempt(attempt_id).result_id == service.rows[kind][-1]["id"]
    )


def test_c38_what_the_history_made_for_another_list_is_not_missed(at_service, service):
    service.answer = lambda row: (200, f'{{"code": 0, "id": "{row["id"]}"}}'.encode())
    at_service.backend.create(named("sharefolder", "Just now"), at_service.connection, at_service.token)
    service.answer = None
    assert at_service.find(lose(at_service, service, "album")).ending is Resolution.NOT_DONE


@both
@pytest.mark.parametrize("header", ["Age: 7", "Age: 86400", "Age: soon", "age: 0, 5"])
def test_c38_a_list_out_of_a_cache(at_service, service, kind, header):
    known(at_service, service, kind, 3)
    attempt_id = lose(at_service, service, kind, made=True)
    service.headers = (header,)
    service.shown = lambda rows: rows[:3]
    require_untold(at_service, attempt_id, "a cache gave it")


@both
def test_c38_an_age_of_nothing_is_fresh(at_service, service, kind):
    service.headers = ("Age: 0",)
    known(at_service, service, kind, 3)
    assert at_service.find(lose(at_service, service, kind)).ending is Resolution.NOT_DONE


def dated(seconds: float) -> str:
    """Return the header of an answer that was made some time from now."""
    return f"Date: {format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)}"


@both
@pytest.mark.parametrize("age", [5, 40, 4000])
def test_c38_a_list_that_was_made_before_the_attempt(at_service, service, kind, age):
    service.headers = (dated(0),)
    known(at_service, service, kind, 3)
    attempt_id = lose(at_service, service, kind, made=True)
    service.shown = lambda rows: rows[:3]
    # The same answer at every look: the first one has taught the clock its time.
    service.headers = (dated(-age),)
    require_untold(at_service, attempt_id, "a cache gave it")


def test_c38_the_same_old_answer_again_and_again_is_noticed_without_an_earlier_time(service):
    ticks = [0.0]
    start = datetime.now(UTC)
    clock = ServerClock(now=lambda: start + timedelta(seconds=ticks[0]), elapsed=lambda: ticks[0])
    client = KooDriveClient(base_url=service.url, user_id=SANDBOX_USER_ID, token="t", clock=clock)
    service.headers = (dated(-600),)
    seen = []
    for pause in (32, 32, 2):
        page = client.list_albums(album_type=2, album_kind=1)
        seen.append(page.is_cached)
        ticks[0] += pause
    assert seen == [False, True, True]


@both
def test_c38_lists_are_asked_for_past_all_caches(at_service, service, kind):
    at_service.snapshot_list(KINDS[kind])
    lose(at_service, service, kind)
    for request in service.requests:
        assert (b"cache-control: no-cache" in request.lower()) == request.startswith(b"GET")


def test_c38_what_seemed_not_to_be_made_is_not_sent_again_on_the_word_of_half_a_list(at_service, service):
    known(at_service, service, "album", 3)
    attempt_id = lose(at_service, service, "album")
    assert at_service.find(attempt_id).ending is Resolution.NOT_DONE
    service.shown = lambda rows: rows[:2]
    with pytest.raises(DuplicateRequestError, match="is not whole"):
        at_service.backend.create(MANUAL, at_service.connection, at_service.token)
    assert service.posts == 1
    attempts, since = at_service.backend.journal.attempts, datetime.now(UTC) - timedelta(days=7)
    assert attempts.ruled_out_attempts(at_service.connection, MANUAL.name, since)


# What is exact and new is adopted as before, and what has gone is forgotten ------------------------------------------


@both
def test_c38_what_half_a_list_shows_is_found_in_it(at_service, service, kind):
    known(at_service, service, kind, 7)
    attempt_id = lose(at_service, service, kind, made=True)
    service.shown = lambda rows: rows[3:]
    finding = at_service.find(attempt_id)
    assert finding.adopted == ((attempt_id, service.rows[kind][-1]["id"]),)


def test_c38_a_row_is_not_new_because_half_a_list_did_not_show_it(at_service, service):
    service.make("album", MANUAL.name)
    service.make("album", "Other")
    service.shown, service.total = lambda rows: rows[1:], lambda _rows: 2
    at_service.snapshot_list(MANUAL)
    service.shown = lambda rows: rows
    finding = at_service.find(lose(at_service, service, "album"))
    assert finding.ending is Resolution.CANNOT_TELL
    assert [str(doubt) for doubt in finding.candidates[0].doubts] == ["It is not known when it was created."]


def remove(service, kind: str, place: int) -> None:
    """Delete an object as another program would."""
    del service.rows[kind][place]


@both
@pytest.mark.parametrize("place", [0, -1])
def test_c38_what_was_deleted_elsewhere_is_missed_for_minutes_only(at_service, service, kind, place):
    known(at_service, service, kind, 4)
    remove(service, kind, place)
    at_service.snapshot_list(KINDS[kind])
    now = datetime.now(UTC)
    attempt_id = lose(at_service, service, kind)
    with time_machine.travel(now + GONE_AFTER - timedelta(seconds=30)):
        require_untold(at_service, attempt_id)
    with time_machine.travel(now + GONE_AFTER + timedelta(seconds=30)):
        assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


@both
def test_c38_one_reading_without_it_is_not_enough(at_service, service, kind):
    known(at_service, service, kind, 4)
    remove(service, kind, 0)
    with time_machine.travel(datetime.now(UTC) + 2 * ALL_GONE_AFTER):
        require_untold(at_service, lose(at_service, service, kind))


@both
def test_c38_where_most_is_missing_a_day_has_to_pass(at_service, service, kind):
    known(at_service, service, kind, 4)
    attempt_id = lose(at_service, service, kind)
    service.rows[kind][:] = service.rows[kind][:1]
    at_service.snapshot_list(KINDS[kind])
    now = datetime.now(UTC)
    with time_machine.travel(now + ALL_GONE_AFTER - timedelta(minutes=1)):
        require_untold(at_service, attempt_id)
    with time_machine.travel(now + ALL_GONE_AFTER + timedelta(minutes=1)):
        assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


def test_c38_a_list_that_never_shows_what_is_made_never_proves_anything(at_service, service):
    service.answer = lambda row: (200, f'{{"code": 0, "albumId": "{row["id"]}"}}'.encode())
    service.shown = lambda rows: [row for row in rows if row["name"].startswith("With pictures")]
    service.make("album", "With pictures")
    at_service.backend.create(named("album", "Empty"), at_service.connection, at_service.token)
    at_service.snapshot_list(MANUAL)
    service.answer = None
    attempt_id = lose(at_service, service, "album", made=True)
    with time_machine.travel(datetime.now(UTC) + 9 * ALL_GONE_AFTER):
        at_service.snapshot_list(MANUAL)
        service.make("album", "With pictures, too")
        at_service.snapshot_list(MANUAL)
        require_untold(at_service, attempt_id)


def test_c38_what_was_deleted_before_any_list_showed_it_goes_with_the_next_one_that_is_listed(
    at_service, service
):
    service.answer = lambda row: (200, f'{{"code": 0, "albumId": "{row["id"]}"}}'.encode())
    at_service.backend.create(named("album", "Short-lived"), at_service.connection, at_service.token)
    remove(service, "album", -1)
    at_service.snapshot_list(MANUAL)
    at_service.backend.create(named("album", "Lasting"), at_service.connection, at_service.token)
    service.answer = None
    attempt_id = lose(at_service, service, "album")
    with time_machine.travel(datetime.now(UTC) + GONE_AFTER + timedelta(minutes=1)):
        assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


@both
def test_c38_looking_goes_on_until_the_list_is_whole(at_service, service, kind):
    known(at_service, service, kind, 4)
    attempt_id = lose(at_service, service, kind, made=True)
    reads = []

    def later(rows):
        reads.append(len(rows))
        return rows if len(reads) > 3 else rows[:2]

    service.shown = later
    finding = at_service.find(attempt_id, pauses=SOON)
    assert finding.ending is Resolution.DONE
    assert finding.adopted == ((attempt_id, service.rows[kind][-1]["id"]),)
