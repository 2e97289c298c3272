"""Lanes: a task of one lane does not wait for a hanging task of another, in the real window and over a socket."""

from __future__ import annotations

from dataclasses import replace

import pytest
from picker_fixtures import fill, opened, page, rows
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from window_fixtures import card_of, posts, submission_of
from window_session_fixtures import refreshes, rest, use_account

from koodrive.api.serialization import ALBUM_CREATE, ALBUM_LIST, REFRESH_TOKEN, SHARED_FOLDER_LIST
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault
from koodrive.sandbox.identity import SANDBOX_PASSWORD
from ui.core.tasks import Lane
from ui.fields.share_folder_id_field import KnownSharedFolders

__all__ = ["opened", "page"]

SPACE = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"


def asked(sandbox, path):
    return sum(request.path == path for request in sandbox.requests())


@pytest.fixture
def hanging_space(qtbot, window, sandbox):
    sandbox.inject(Fault.HANG, path=SPACE, times=3)
    before = asked(sandbox, SPACE)
    window.services.spaces.refresh()
    qtbot.waitUntil(lambda: asked(sandbox, SPACE) == before + 1)


@pytest.mark.usefixtures("hanging_space")
def test_a_picker_does_not_wait_for_a_hung_space(qtbot, window, sandbox, opened):
    fill(sandbox, "Alpha")
    picker = opened(wait=False)
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])
    assert window.services.spaces.is_loading
    picker.reject()


def test_the_space_of_a_connection_does_not_wait_for_a_hung_picker(qtbot, window, sandbox, opened):
    sandbox.inject(Fault.HANG, path=SHARED_FOLDER_LIST, times=3)
    before = asked(sandbox, SHARED_FOLDER_LIST)
    picker = opened(wait=False)
    qtbot.waitUntil(lambda: asked(sandbox, SHARED_FOLDER_LIST) == before + 1)
    window.services.spaces.refresh()
    qtbot.waitUntil(lambda: not window.services.spaces.is_loading)
    assert window.session.runner.is_lane_busy(Lane.READ, key="picker")
    picker.reject()


@pytest.mark.usefixtures("hanging_space")
def test_the_end_does_not_wait_for_a_hung_space(qtbot, window):
    with qtbot.waitSignal(window.shut_down, timeout=3_000):
        window.close()


def make_recipe(qtbot, window):
    """Press Create both in the recipe, with both names typed."""
    window.open_page("recipe")
    recipe = window.recipe
    qtbot.waitUntil(lambda: recipe.findChild(QLineEdit, "recipeFolder.containerId").text() != "")
    for name in ("recipeFolder.name", "recipeAlbum.name"):
        recipe.findChild(QLineEdit, name).insert("Family")
    QTest.mouseClick(recipe.findChild(QAbstractButton, "recipe.create"), Qt.MouseButton.LeftButton)
    return recipe


def test_a_picker_does_not_wait_for_what_the_recipe_looks_into(qtbot, window, sandbox, opened):
    sandbox.inject(Fault.HANG, path=ALBUM_LIST, times=9, seconds=30)
    before = asked(sandbox, ALBUM_LIST)
    recipe = make_recipe(qtbot, window)
    qtbot.waitUntil(lambda: recipe.album.is_looking and asked(sandbox, ALBUM_LIST) > before)
    window.open_page("album")
    picker = opened(wait=False)
    qtbot.waitUntil(lambda: rows(picker) == ["Family"])
    assert recipe.album.is_looking
    picker.reject()
    recipe.start_fresh()
    sandbox.clear_faults()


def test_the_test_of_a_connection_does_not_wait_for_the_owner_of_a_file_id(qtbot, window, sandbox):
    sandbox.inject(Fault.HANG, path=SHARED_FOLDER_LIST, times=3, seconds=30)
    before = asked(sandbox, SHARED_FOLDER_LIST)
    known = KnownSharedFolders(window.session, window)
    known.request("f" * 33)
    qtbot.waitUntil(lambda: asked(sandbox, SHARED_FOLDER_LIST) > before)
    tested = window.session.runner.start(Lane.READ, lambda: None, key="connection")
    with qtbot.waitSignal(tested.succeeded):
        assert window.session.runner.is_busy
    assert window.session.runner.is_busy, "the owner is looked for still"
    known.request("")


def test_the_recipe_does_not_wait_for_a_hung_album(qtbot, window, sandbox):
    window.album.field("name").set_text("Hangs")
    sandbox.inject(Fault.HANG_AFTER_COMMIT, path=ALBUM_CREATE, seconds=30)
    window.album.submit()
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 1)
    recipe = make_recipe(qtbot, window)
    qtbot.waitUntil(lambda: recipe.folder.is_done and recipe.album.is_done, timeout=10_000)
    assert submission_of(window.album).is_busy
    card_of(window.album).findChild(QAbstractButton, "album.result.cancel").click()
    qtbot.waitUntil(lambda: not submission_of(window.album).is_busy)
    assert len(sandbox.effects()) == 3


def test_signing_in_elsewhere_does_not_wait_for_a_hung_renewal(qtbot, window, sandbox):
    session = window.session
    first = use_account(qtbot, session, sandbox)
    sandbox.inject(Fault.HANG, path=REFRESH_TOKEN, seconds=30)
    window.services.renewal.refresh()
    qtbot.waitUntil(lambda: refreshes(sandbox) == 1)
    other = use_other(session, first)
    qtbot.waitUntil(lambda: session.token is not None)
    assert not window.services.renewal.is_busy, "the first one goes on by itself"
    with qtbot.waitSignal(window.services.renewal.renewed):
        window.services.renewal.sign_in(SANDBOX_PASSWORD)
    assert session.current == other
    assert session.runner.is_lane_busy(Lane.RENEWAL)
    session.runner.cancel_all()
    rest(qtbot, session)


def test_renewing_another_session_does_not_wait_for_a_hung_renewal(qtbot, window, sandbox):
    session = window.session
    first = use_account(qtbot, session, sandbox)
    sandbox.inject(Fault.HANG, path=REFRESH_TOKEN, seconds=30)
    window.services.renewal.refresh()
    qtbot.waitUntil(lambda: refreshes(sandbox) == 1)
    other = replace(first, connection_id="other")
    signed_in = session.backend.sessions.log_in(other, SANDBOX_PASSWORD)
    session.backend.credentials.save_for_session("other", signed_in.tokens.text)
    session.use(other)
    qtbot.waitUntil(lambda: session.tokens == signed_in.tokens)
    with qtbot.waitSignal(window.services.renewal.renewed):
        window.services.renewal.refresh()
    assert refreshes(sandbox) == 2
    assert session.runner.is_lane_busy(Lane.RENEWAL), "that of the first connection"
    session.runner.cancel_all()
    rest(qtbot, session)


def use_other(session, connection):
    other = replace(connection, connection_id="other")
    session.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    session.use(other)
    return other
