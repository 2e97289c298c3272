"""Rows of the page On the service: filtered and sorted like a plain list."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester

from koodrive.listing.live_rows import LiveRow, Standing
from koodrive.models import AlbumKind, AlbumType, RequestKind
from ui.live.columns import LiveColumn
from ui.live.model import LiveModel, LiveQuery
from ui.tables.row_delegate import QUIET_ROLE
from ui.texts.attempts import local_time, service_time
from ui.texts.name_order import name_places

KINDS, STANDINGS = st.sampled_from(RequestKind), st.sampled_from(Standing)
NAMES = st.text(st.sampled_from("aAbBéßİ假 <\n"), max_size=5)
IDS = st.text("0123456789", min_size=1, max_size=4)
ROWS = st.lists(
    st.builds(
        LiveRow,
        kind=KINDS,
        object_id=IDS,
        name=NAMES,
        standing=STANDINGS,
        album_type=st.sampled_from([None, *AlbumType]),
        album_kind=st.sampled_from([None, *AlbumKind]),
        group_id=st.none() | IDS,
        file_id=st.none() | IDS,
        creator=st.none() | IDS,
        create_time=st.sampled_from(
            [None, "", "yesterday", "2026-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"]
        ),
    ),
    max_size=12,
)
QUERIES = st.builds(LiveQuery, text=NAMES | IDS, kind=st.none() | KINDS, standing=st.none() | STANDINGS)
ORDERS = st.sampled_from([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])


COLLATOR = QCollator(QLocale("en_US"))
COLLATOR.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


def fill(model, rows):
    model.set_rows(rows, name_places(row.name for row in rows))


def left_in(row, query):
    texts = [row.name, row.object_id, row.group_id, row.file_id, row.creator]
    wanted = query.text.strip().casefold()
    return (
        (query.kind is None or row.kind is query.kind)
        and (query.standing is None or row.standing is query.standing)
        and any(wanted in (text or "").casefold() for text in texts)
    )


def order_of(row, column):
    return {
        LiveColumn.KIND: (row.kind.value, int(row.album_kind or 0), int(row.album_type or 0)),
        LiveColumn.NAME: COLLATOR.sortKey(row.name),
        LiveColumn.ID: int("1" + row.object_id),
        LiveColumn.STANDING: row.standing.value,
        LiveColumn.CREATED: row.create_time or "",
        LiveColumn.CREATOR: row.creator or "",
        LiveColumn.GROUP_ID: (len(row.group_id or ""), row.group_id or ""),
        LiveColumn.FILE_ID: row.file_id or "",
    }[column]


def shown(model):
    return [model.row_at(row) for row in range(model.rowCount())]


@given(rows=ROWS, query=QUERIES, column=st.sampled_from(LiveColumn), order=ORDERS)
def test_it_shows_what_a_plain_list_would(rows, query, column, order):
    model = LiveModel()
    fill(model, rows)
    model.set_query(query)
    model.sort(column, order)
    is_descending = order == Qt.SortOrder.DescendingOrder
    assert shown(model) == sorted(
        (row for row in rows if left_in(row, query)),
        key=lambda row: order_of(row, column),
        reverse=is_descending,
    )
    assert model.total == len(rows)


@given(rows=ROWS, query=QUERIES)
def test_it_is_a_model_as_qt_wants_it_and_says_something_in_each_cell(rows, query):
    model = LiveModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fill(model, rows)
    model.set_query(query)
    for row in range(model.rowCount()):
        for column in LiveColumn:
            assert model.index(row, column).data()
            assert model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)


@given(rows=ROWS)
def test_a_thing_is_found_by_its_kind_and_id(rows):
    model = LiveModel()
    fill(model, rows)
    for row in rows:
        found = model.row_at(model.row_of(row))
        assert (found.kind, found.object_id) == (row.kind, row.object_id)


def test_an_album_is_not_taken_for_the_folder_with_the_same_id():
    folder = LiveRow(RequestKind.SHARED_FOLDER, "7", "F", Standing.OURS)
    album = LiveRow(RequestKind.ALBUM, "7", "A", Standing.OURS)
    model = LiveModel()
    fill(model, [folder, album])
    assert [model.row_at(model.row_of(row)) for row in (folder, album)] == [folder, album]
    model.set_query(LiveQuery(kind=RequestKind.ALBUM))
    assert model.row_of(folder) == -1


@pytest.mark.parametrize("told", ["9999-12-31T23:59:59.999-23:59", "0001-01-01T00:00:00+23:59"])
def test_a_day_that_other_clocks_do_not_have_is_shown_as_it_came(told):
    model = LiveModel()
    fill(model, [LiveRow(RequestKind.ALBUM, "1", "", Standing.OURS, create_time=told)])
    assert model.index(0, LiveColumn.CREATED).data() == told


def test_fifteen_thousand_rows_hold_up_nobody():
    rows = [
        LiveRow(RequestKind.ALBUM, str(10**18 + 7 * number % 15_000), f"Album {number}", Standing.OURS)
        for number in range(15_000)
    ]
    places = name_places(row.name for row in rows)
    model = LiveModel()
    longest = 0.0
    for deed in (
        lambda: model.set_rows(rows, places),
        *(lambda column=column: model.sort(column) for column in LiveColumn),
        lambda: model.set_query(LiveQuery("album 149")),
    ):
        began = time.thread_time()
        deed()
        longest = max(longest, time.thread_time() - began)
    assert model.rowCount() == 111
    assert longest < 0.1, "no deed may be felt; usually it is a twentieth of that"


def test_the_history_tells_in_grey_when_the_service_does_not():
    known = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    ours = LiveRow(RequestKind.ALBUM, "1", "A", Standing.OURS, known_at=known)
    told = replace(ours, object_id="2", create_time="2026-01-01T00:00:00Z")
    theirs = replace(ours, object_id="3", known_at=None)
    model = LiveModel()
    fill(model, [ours, told, theirs])
    by_history, by_service, by_nobody = (model.index(row, LiveColumn.CREATED) for row in range(3))
    assert by_history.data() == local_time(known)
    assert by_history.data(QUIET_ROLE)
    assert "By the history" in by_history.data(Qt.ItemDataRole.ToolTipRole)
    assert "By the history" in by_history.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert by_service.data() == service_time("2026-01-01T00:00:00Z")
    assert not by_service.data(QUIET_ROLE)
    assert by_nobody.data() == "–"
    assert not model.index(0, LiveColumn.NAME).data(QUIET_ROLE)
