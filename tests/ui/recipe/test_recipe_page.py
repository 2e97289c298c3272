"""The recipe in the real window: a shared folder and an album in it, each made exactly once, whatever goes wrong."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from window_fixtures import posts

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault


@pytest.fixture
def page(qtbot, window):
    window.open_page("recipe")
    page = window.recipe
    qtbot.waitUntil(lambda: page.findChild(QLineEdit, "recipeFolder.containerId").text() != "")
    yield page
    qtbot.waitUntil(lambda: not any(step.submission.is_busy for step in page.steps), timeout=15_000)
    page.start_fresh()


@pytest.fixture
def write(page):
    def write(name, text):
        line = page.findChild(QLineEdit, name)
        line.selectAll()
        line.insert(text)

    return write


@pytest.fixture
def click(qtbot, page):
    def click(name):
        """Press a button as soon as that can be done."""
        button = page.findChild(QAbstractButton, name)
        qtbot.waitUntil(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def rest(qtbot, page, window):
    def rest():
        qtbot.waitUntil(
            lambda: (
                not window.session.runner.is_busy and not any(step.submission.is_busy for step in page.steps)
            ),
            timeout=15_000,
        )

    return rest


@pytest.fixture
def refused_album(qtbot, page, sandbox, write, click, rest):
    """Return a function that makes the folder, but not the album in it, because of a fault."""

    def make(fault):
        sandbox.inject(fault, path=ALBUM_CREATE)
        write("recipeFolder.name", "Family")
        write("recipeAlbum.name", "Spring")
        click("recipe.create")
        qtbot.waitUntil(lambda: page.album.submission.outcome is not None, timeout=15_000)
        rest()

    return make


def both_made(page):
    return page.folder.is_done and page.album.is_done


def test_one_press_makes_the_folder_and_the_album_in_it(qtbot, window, page, sandbox, write, click):
    write("recipeFolder.name", "家庭 Family")
    write("recipeAlbum.name", "Spring 2026")
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    folder, album = sandbox.effects()
    assert (folder["kind"], folder["name"]) == ("sharedFolder", "家庭 Family")
    assert folder["containerId"] == SANDBOX_CONTAINER_ID
    assert (album["kind"], album["name"]) == ("album", "Spring 2026")
    assert str(album["shareFolderId"]) == folder["id"]
    assert album["groupId"] == folder["groupId"]
    assert page.folder.banner.result_id == folder["id"]
    assert page.album.banner.result_id == album["id"]
    assert [entry.card.result_id for entry in window.activity.entries] == [album["id"], folder["id"]]
    assert window.activity.newest("album") is None, "they belong to no other form"


def test_both_steps_are_in_the_history(qtbot, page, window, write, click):
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    ids = [step.submission.outcome.attempt_id for step in page.steps]
    assert None not in ids
    assert ids == sorted(ids)
    click("recipeAlbum.result.history")
    qtbot.waitUntil(lambda: window.page_name == "history")


def test_nothing_is_sent_while_a_name_is_missing(page, sandbox, write, click):
    write("recipeFolder.name", "Family")
    click("recipe.create")
    assert posts(sandbox) == []
    assert page.album.own_problems.keys() == {"name"}
    assert page.window().focusWidget() is page.findChild(QLineEdit, "recipeAlbum.name")


def test_a_refused_album_leaves_the_folder_and_can_be_tried_again(
    qtbot, page, sandbox, write, click, refused_album
):
    refused_album(Fault.THROTTLED)
    assert page.folder.is_done
    assert page.album.submission.outcome.kind is OutcomeKind.REFUSED
    assert [effect["kind"] for effect in sandbox.effects()] == ["sharedFolder"]
    button = page.findChild(QAbstractButton, "recipe.create")
    assert "album" in button.text()
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    folder, album = sandbox.effects()
    assert str(album["shareFolderId"]) == folder["id"]
    assert len(posts(sandbox)) == 3


def test_a_press_while_the_service_takes_nothing_waits_and_can_be_taken_back(
    qtbot, page, sandbox, write, click, refused_album
):
    refused_album(Fault.THROTTLED)
    page.album.submission.may_be_sent_at = time.monotonic() + 60
    write("recipeAlbum.name", "Summer")
    click("recipe.create")
    assert "asked to wait" in page.notice.accessibleName()
    assert not page.findChild(QLineEdit, "recipeAlbum.name").isEnabled()
    assert not page.create_button.isEnabled()
    assert len(posts(sandbox)) == 2
    page.album.submission.may_be_sent_at = time.monotonic() + 0.2
    page._countdown.start(page.album.submission.may_be_sent_at)
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert [effect["name"] for effect in sandbox.effects()][1:] == ["Summer"]
    assert page.notice.isHidden()

    page.folder.submission.may_be_sent_at = time.monotonic() + 60
    write("recipeFolder.name", "Other")
    write("recipeAlbum.name", "Other")
    click("recipe.create")
    click("recipe.clear")
    assert page.notice.isHidden()
    assert page.findChild(QLineEdit, "recipeFolder.name").text() == ""
    assert len(posts(sandbox)) == 3


def test_a_refused_folder_sends_no_album(qtbot, page, sandbox, write, click, rest):
    sandbox.inject(Fault.REDIRECT, path=SHARED_FOLDER_CREATE)
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    click("recipe.create")
    qtbot.waitUntil(lambda: page.folder.submission.outcome is not None, timeout=15_000)
    rest()
    assert page.folder.submission.outcome.kind is OutcomeKind.REFUSED
    assert page.album.submission.outcome is None
    assert sandbox.effects() == []
    assert len(posts(sandbox)) == 1


def test_a_lost_answer_of_the_folder_is_found_and_then_the_album_can_be_made(
    qtbot, page, window, sandbox, write, click
):
    window.searches.set_pauses((0.05, 0.05))
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=SHARED_FOLDER_CREATE)
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    click("recipe.create")
    qtbot.waitUntil(lambda: page.folder.is_done, timeout=15_000)
    assert page.album.submission.outcome is None
    qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=15_000)
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    folder, album = sandbox.effects()
    assert str(album["shareFolderId"]) == folder["id"]
    assert len(posts(sandbox)) == 2


def test_a_double_click_makes_one_of_each(qtbot, page, sandbox, write):
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    button = page.findChild(QAbstractButton, "recipe.create")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(sandbox.effects()) == 2
    assert len(posts(sandbox)) == 2


def test_enter_in_a_name_begins_and_the_form_is_free_afterwards(qtbot, page, sandbox, write):
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    QTest.keyClick(page.findChild(QLineEdit, "recipeAlbum.name"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "recipe.clear").isEnabled())
    assert page.findChild(QLineEdit, "recipeFolder.name").text() == ""
    assert page.findChild(QLineEdit, "recipeFolder.name").isEnabled()
    assert not any(step.has_unsaved_input for step in page.steps)
    assert len(sandbox.effects()) == 2


def test_a_narrow_window_has_activity_as_a_drawer_and_says_where_it_goes(qtbot, page, window):
    target = page.findChild(QLabel, "recipe.target")
    assert target.text() == "Will be sent to Sandbox"
    panel = window.page_services.panel
    window.resize(1100, 700)
    qtbot.waitUntil(panel.isVisible)
    assert page.activity_button.isHidden()
    window.resize(900, 700)
    qtbot.waitUntil(panel.isHidden)
    page.activity_button.click()
    assert panel.isVisible()
    assert panel.request_tab.isHidden()
    QTest.keyClick(panel.activity_tab, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_the_album_does_not_go_to_another_account(qtbot, page, window, sandbox, write, click, rest):
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.submission.outcome is not None, timeout=15_000)
    rest()
    sent = len(posts(sandbox))
    window.session.use(None)
    window.open_page("recipe")
    click("recipe.create")
    rest()
    assert len(posts(sandbox)) == sent
    assert "another connection" in page.album.banner.accessibleName()


def test_what_is_missing_is_said_at_the_fields_also_before_anything_was_typed(page, write, click, sandbox):
    click("recipe.create")
    for name in ("recipeFolder.name", "recipeAlbum.name"):
        assert page.findChild(QLabel, f"{name}.message").text().startswith("⚠"), name
    assert page.window().focusWidget().objectName() == "recipeFolder.name"
    write("recipeFolder.name", "Family")
    click("recipe.create")
    assert page.window().focusWidget().objectName() == "recipeAlbum.name"
    assert posts(sandbox) == []
