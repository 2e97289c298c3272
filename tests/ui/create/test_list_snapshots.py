"""Readings of lists before a create: now and then, without blocking, for the connection in use only."""

from __future__ import annotations

import time

import pytest
from lost_answer_services import ALBUM_LIST, FOLDER_LIST, manual_album, site

from koodrive.models import CreateAlbum, CreateSharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.core.tasks import Lane
from ui.create import list_snapshots
from ui.create.list_snapshots import ListSnapshotter
from ui.session.session import TokenState

__all__ = ["site"]


@pytest.fixture
def snapshotter(site, monkeypatch):
    monkeypatch.setattr(list_snapshots, "REST_MS", 20)
    snapshotter = ListSnapshotter(site.session)
    site.session.use(site.connection)
    yield snapshotter
    snapshotter.close()


def folder(name="Family"):
    return CreateSharedFolder(name=name, container_id=SANDBOX_CONTAINER_ID)


def idle(qtbot, site, snapshotter):
    qtbot.waitUntil(lambda: not snapshotter._timer.isActive() and not site.runner.is_busy)


def test_the_list_is_known_before_something_is_created(qtbot, site, snapshotter):
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets(ALBUM_LIST) == 1)
    idle(qtbot, site, snapshotter)
    _found, read_at = site.backend.journal.service_lists.named(site.connection, "album/2/1", "x")
    assert read_at is not None


def test_typing_reads_a_list_once(qtbot, site, snapshotter):
    for length in range(1, 12):
        snapshotter.request_snapshot(manual_album("Holiday 2026"[:length]))
    idle(qtbot, site, snapshotter)
    snapshotter.request_snapshot(manual_album("Another"))
    idle(qtbot, site, snapshotter)
    assert site.gets() == 1


def test_every_list_is_read_for_itself(qtbot, site, snapshotter):
    for request in (manual_album(), folder(), manual_album(), folder()):
        snapshotter.request_snapshot(request)
        idle(qtbot, site, snapshotter)
    assert (site.gets(ALBUM_LIST), site.gets(FOLDER_LIST)) == (1, 1)


def test_a_list_grows_stale(qtbot, site, snapshotter, monkeypatch):
    monkeypatch.setattr(list_snapshots, "STALE_SECONDS", 0.0)
    for count in (1, 2):
        snapshotter.request_snapshot(manual_album())
        qtbot.waitUntil(lambda count=count: site.gets() == count)
        idle(qtbot, site, snapshotter)


def test_what_failed_is_tried_again_later_but_not_for_every_key(qtbot, site, snapshotter, monkeypatch):
    site.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=2, path=ALBUM_LIST)
    for _ in range(4):
        snapshotter.request_snapshot(manual_album())
        idle(qtbot, site, snapshotter)
    assert site.gets() == 1
    assert list_snapshots.RETRY_SECONDS < list_snapshots.STALE_SECONDS / 4
    monkeypatch.setattr(list_snapshots, "RETRY_SECONDS", 0.0)
    snapshotter._not_before.clear()
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 2)
    idle(qtbot, site, snapshotter)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 3)
    idle(qtbot, site, snapshotter)
    assert site.backend.journal.service_lists.named(site.connection, "album/2/1", "x")[1] is not None


def test_a_failure_is_no_news(qtbot, site, snapshotter):
    told = []
    site.runner.unhandled.connect(told.append)
    site.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=ALBUM_LIST)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 1)
    idle(qtbot, site, snapshotter)
    assert told == []


def test_a_slow_list_piles_nothing_up_and_holds_up_nothing(qtbot, site, snapshotter):
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 1)
    for length in range(1, 10):
        snapshotter.request_snapshot(manual_album("x" * length))
        qtbot.waitUntil(lambda: not snapshotter._timer.isActive())
    assert sum(task.key == "snapshot" for task in site.runner._tasks.values()) == 1
    assert site.gets() == 1
    created = site.runner.start(
        Lane.CREATE, lambda: site.backend.create(manual_album(), site.connection, SANDBOX_TOKEN), key="album"
    )
    with qtbot.waitSignal(created.succeeded, timeout=2_000) as done:
        pass
    assert done.args[0].created is not None


def test_whoever_goes_on_to_another_list_does_not_wait_for_the_slow_one(qtbot, site, snapshotter):
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets(ALBUM_LIST) == 1)
    snapshotter.request_snapshot(folder())
    qtbot.waitUntil(lambda: site.gets(FOLDER_LIST) == 1, timeout=3_000)
    idle(qtbot, site, snapshotter)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets(ALBUM_LIST) == 2)


def test_what_was_wanted_before_the_token_came_is_read_then(qtbot, site, monkeypatch):
    snapshotter = ListSnapshotter(site.session)
    snapshotter.request_snapshot(manual_album())
    idle(qtbot, site, snapshotter)
    assert site.gets() == 0
    site.session.use(site.connection)
    assert site.session.token_state is TokenState.READY
    qtbot.waitUntil(lambda: site.gets() == 1)
    snapshotter.close()


def test_another_connection_reads_for_itself(qtbot, site, snapshotter):
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 1)
    other = site.connect("c2", name="Other", user_id="7")
    site.session.use(other)
    qtbot.waitUntil(lambda: site.gets() == 2, timeout=3_000)
    idle(qtbot, site, snapshotter)
    assert site.sandbox.requests()[1].headers["X-User-Id"] == "7"
    assert site.backend.journal.service_lists.named(site.connection, "album/2/1", "x")[1] is None


def test_a_shared_album_waits_for_its_folder(qtbot, site, snapshotter):
    request = CreateAlbum(type=2, album_kind=2, name="x", group_id="1765148493107805555", share_folder_id="5")
    snapshotter.request_snapshot(request)
    qtbot.waitUntil(lambda: site.gets() == 1)
    idle(qtbot, site, snapshotter)
    assert "groupId=1765148493107805555" in site.sandbox.requests()[0].query


def test_after_close_nothing_is_read(qtbot, site, snapshotter):
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=30)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 1)
    begun = time.monotonic()
    snapshotter.close()
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=2_000)
    assert time.monotonic() - begun < 1
    snapshotter.request_snapshot(folder())
    site.session.reload_token()
    idle(qtbot, site, snapshotter)
    assert site.gets() == 1


def test_with_a_token_that_is_known_to_be_refused_nothing_is_read_until_it_is_renewed(
    qtbot, site, snapshotter, monkeypatch
):
    monkeypatch.setattr(list_snapshots, "STALE_SECONDS", 0.0)
    monkeypatch.setattr(list_snapshots, "RETRY_SECONDS", 0.0)
    snapshotter.request_snapshot(manual_album())
    qtbot.waitUntil(lambda: site.gets() == 1)
    idle(qtbot, site, snapshotter)
    site.sandbox.expire_tokens()
    snapshotter.request_snapshot(folder())
    qtbot.waitUntil(lambda: site.gets() == 2)
    idle(qtbot, site, snapshotter)
    assert site.session.is_token_rejected
    for name in ("a", "b", "c"):
        snapshotter.request_snapshot(folder(name))
        idle(qtbot, site, snapshotter)
        snapshotter.request_snapshot(manual_album(name))
        idle(qtbot, site, snapshotter)
    assert site.gets() == 2
    site.services.renewal.use_token(site.sandbox.renew_token())
    qtbot.waitUntil(lambda: site.gets(ALBUM_LIST) == 2)
    idle(qtbot, site, snapshotter)
    assert site.gets() == 3
