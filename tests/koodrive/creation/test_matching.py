"""The rules by which a row of a list is what a request has made, may be it, or cannot be it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api.serialization import list_name
from koodrive.creation.matching import (
    Candidate,
    MatchContext,
    candidate,
    content_of,
    reconciliation_key,
)
from koodrive.models import Album, CreatedAlbum, CreatedSharedFolder, SharedFolder

ME, SOMEBODY = "1644817543959100032", "1700000000000000001"
BEGAN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ALBUM = CreateAlbum(type=2, album_kind=1, name="Holiday")
COLLECTION = CreateAlbum(
    type=1, album_kind=1, scope_dir=("1", "2"), scope_parent_folder_id="9", scope_kind="1"
)
FOLDER = CreateSharedFolder("Holiday", "SPACE")

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
IDS = st.text("0123456789", min_size=1, max_size=3)
SPANS = st.timedeltas(-timedelta(days=3), timedelta(days=3))


def context(**more) -> MatchContext:
    """Return those of an attempt a minute ago, with a list from before it."""
    plain = {
        "user_id": ME,
        "began": BEGAN,
        "now": BEGAN + timedelta(minutes=1),
        "old_ids": frozenset(),
        "is_list_fresh": True,
    }
    return MatchContext(**(plain | more))


def folder_row(**more) -> SharedFolder:
    """Return a row that everything speaks for."""
    row = SharedFolder(
        "17", "Holiday", container_id="SPACE", creator=ME, create_time="2026-03-01T09:30:05.815Z"
    )
    return replace(row, **more)


def at(moment: datetime) -> SharedFolder:
    return folder_row(create_time=moment.isoformat())


@pytest.mark.parametrize(
    ("request_", "row"),
    [
        (ALBUM, Album("17", "Holiday")),
        (COLLECTION, Album("17", scope_dir=("2", "1"))),
        (COLLECTION, Album("17", "Whatever", scope_dir=("1", "2"))),
        (FOLDER, folder_row()),
        (FOLDER, folder_row(creator=None)),
    ],
)
def test_a_row_that_everything_speaks_for_raises_no_doubt(request_, row):
    assert candidate(request_, row, context()) == Candidate(row)


@pytest.mark.parametrize(
    ("request_", "row"),
    [
        (ALBUM, Album("17", "Wedding")),
        (COLLECTION, Album("17", scope_dir=("3",))),
        (FOLDER, folder_row(name="Wedding")),
    ],
)
def test_a_row_with_a_reason_against_it_is_left_out(request_, row):
    assert candidate(request_, row, context()) is None


@given(st.sampled_from([(ALBUM, Album("17", "Holiday")), (FOLDER, folder_row())]))
def test_an_old_id_excludes_whatever_speaks_for_it(pair):
    assert candidate(*pair, context(old_ids={"17"})) is None


@given(NAMES, NAMES)
def test_the_exact_name_is_never_excluded_and_another_one_never_certain(asked, listed):
    found = candidate(replace(ALBUM, name=asked), Album("17", listed or None), context())
    if asked == listed:
        assert found == Candidate(Album("17", listed or None), found.doubts)
        assert found.doubts == () or not listed
    else:
        assert found is None or found.doubts


@given(NAMES.filter(bool))
def test_what_a_service_may_do_to_a_name_is_a_doubt_at_most(name):
    for kept in (
        unicodedata.normalize("NFC", name),
        unicodedata.normalize("NFD", name),
        unicodedata.normalize("NFKC", name),
        name.strip(),
        name.casefold(),
        f" {name}\u200b",
        name.replace(" ", "\u00a0"),
    ):
        found = candidate(replace(ALBUM, name=name), Album("17", kept), context())
        assert found is not None, ascii(kept)
        assert bool(found.doubts) == (kept != name or not kept)


@given(st.sets(IDS, min_size=1, max_size=5), st.sets(IDS, max_size=5))
def test_scopes_that_have_a_folder_in_common_are_not_excluded(asked, listed):
    request = replace(COLLECTION, scope_dir=tuple(sorted(asked)))
    found = candidate(request, Album("17", scope_dir=tuple(listed)), context())
    if asked == listed:
        assert found.doubts == ()
    elif asked & listed or not listed:
        assert len(found.doubts) == 1
    else:
        assert found is None


@given(SPANS)
def test_only_more_than_a_day_before_the_attempt_is_too_old(span):
    found = candidate(FOLDER, at(BEGAN + span), context(is_list_fresh=False))
    assert (found is None) == (span < -timedelta(days=1))


@given(SPANS)
def test_what_was_not_there_shortly_before_is_not_too_old_whatever_its_time_says(span):
    assert candidate(FOLDER, at(BEGAN + span), context(is_list_fresh=True)) is not None


@given(SPANS, SPANS)
def test_without_a_doubt_it_was_made_while_the_request_was_valid(span, age):
    found = candidate(FOLDER, at(BEGAN + span), context(now=BEGAN + age))
    if found is not None and not found.doubts:
        assert -timedelta(seconds=10) <= span <= timedelta(minutes=15, seconds=10)
        assert span <= age + timedelta(seconds=10)


@given(SPANS, st.integers(-12, 14))
def test_the_time_zone_in_which_it_is_written_does_not_matter(span, hours):
    zone = timezone(timedelta(hours=hours))
    here, there = at(BEGAN + span), at((BEGAN + span).astimezone(zone))
    known = context()
    first, second = candidate(FOLDER, here, known), candidate(FOLDER, there, known)
    assert (first and first.doubts) == (second and second.doubts)


@given(st.text(max_size=40) | st.datetimes().map(str))
def test_any_text_may_stand_where_a_time_should(text):
    found = candidate(FOLDER, folder_row(create_time=text), context())
    assert found is None or isinstance(found, Candidate)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_out_of_all_calendars_is_no_time(moment):
    assert candidate(FOLDER, folder_row(create_time=moment), context(is_list_fresh=False)).doubts


@pytest.mark.parametrize(
    "text", ["1795112912345", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "1899-12-30T00:00:00.000Z"]
)
def test_a_placeholder_or_a_count_of_milliseconds_makes_nothing_old(text):
    found = candidate(FOLDER, folder_row(create_time=text), context(is_list_fresh=False))
    assert [str(doubt) for doubt in found.doubts] == ["It is not known when it was created."]


@pytest.mark.parametrize(("is_fresh", "minutes", "doubts"), [(True, 1, 0), (False, 1, 1), (True, 17, 1)])
def test_without_a_time_it_is_new_by_the_lists_before_and_soon_after(is_fresh, minutes, doubts):
    known = context(is_list_fresh=is_fresh, now=BEGAN + timedelta(minutes=minutes))
    assert len(candidate(ALBUM, Album("17", "Holiday"), known).doubts) == doubts


def test_an_attempt_that_is_yet_to_come_makes_nothing_old():
    known = context(now=BEGAN - timedelta(days=3))
    assert candidate(FOLDER, at(BEGAN - timedelta(days=3)), known).doubts


def test_doubts_add_up():
    row = folder_row(
        creator=SOMEBODY, container_id="OTHER", name="holiday", create_time="2026-03-01T03:00:00Z"
    )
    assert len(candidate(FOLDER, row, context()).doubts) == 4


def test_each_kind_has_a_list_of_its_own():
    shared = {"group_id": "5", "share_folder_id": "6"}
    requests = [
        ALBUM,
        COLLECTION,
        FOLDER,
        replace(ALBUM, album_kind=2, **shared),
        replace(COLLECTION, album_kind=2, **shared),
        replace(ALBUM, album_kind=2, group_id="7", share_folder_id="6"),
    ]
    assert len({list_name(request) for request in requests}) == len(requests)
    assert list_name(replace(ALBUM, group_id="5")) == list_name(ALBUM), "a field that is not sent"


@given(NAMES.filter(bool))
def test_what_may_be_taken_for_each_other_is_looked_at_together(name):
    other = unicodedata.normalize("NFD", name).casefold()
    assert reconciliation_key(replace(ALBUM, name=name)) == reconciliation_key(replace(ALBUM, name=other))
    assert reconciliation_key(replace(FOLDER, name=name)) == reconciliation_key(
        replace(FOLDER, name=name, container_id="X")
    )


@given(st.permutations(["1", "2", "3"]))
def test_the_order_of_folders_is_no_content(scope):
    request = replace(COLLECTION, scope_dir=tuple(scope))
    ordered = replace(COLLECTION, scope_dir=("1", "2", "3"))
    assert content_of(request) == content_of(ordered)
    assert reconciliation_key(request) == reconciliation_key(ordered)
    assert content_of(replace(request, scope_kind="2")) != content_of(request)


def test_a_candidate_says_what_the_answer_would_have_said():
    assert Candidate(Album("17", "Holiday")).created == CreatedAlbum("17")
    row = folder_row(share_folder_file_id="F1", group_id="5")
    assert Candidate(row).created == CreatedSharedFolder(
        "17", share_folder_id="F1", group_id="5", creator=ME, create_time=row.create_time
    )
