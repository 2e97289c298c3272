"""A script that types every field by its object name gets exactly that sent, whenever the space is told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from window_fixtures import has_settled, posts

from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

SPACE = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"
TYPED = "IAAtyped1645841408025905538"


def by_keys(line, text, between):
    half = len(text) // 2
    QTest.keyClicks(line, text[:half])
    between()
    QTest.keyClicks(line, text[half:])


def by_keys_after_a_click(line, text, between):
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    between()
    QTest.keyClicks(line, text)


def by_keys_with_a_click_after(line, text, between):
    between()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QTest.keyClicks(line, text)


def by_keys_with_the_focus(line, text, between):
    line.setFocus()
    between()
    QTest.keyClicks(line, text)


def by_keys_after_clearing(line, text, between):
    line.clear()
    between()
    QTest.keyClicks(line, text)


def by_keys_over_all(line, text, between):
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    between()
    QTest.keyClicks(line, text)


def by_keys_over_selected(line, text, between):
    line.selectAll()
    between()
    QTest.keyClicks(line, text)


def by_double_click(line, text, between):
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    between()
    QTest.keyClicks(line, text)


def by_set_text(line, text, between):
    line.setText(text)
    between()


def by_insert(line, text, between):
    between()
    line.insert(text)


def by_paste(line, text, between):
    QApplication.clipboard().setText(text)
    between()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


WAYS = [
    by_keys,
    by_keys_after_a_click,
    by_keys_with_a_click_after,
    by_keys_with_the_focus,
    by_keys_after_clearing,
    by_keys_over_all,
    by_keys_over_selected,
    by_double_click,
    by_set_text,
    by_insert,
    by_paste,
]


@pytest.fixture
def wait_for_space(qtbot, window, sandbox):
    """Return a function that waits for the space, which is told only after a while from now on."""
    session = window.session
    sandbox.inject(Fault.SLOW, path=SPACE, seconds=0.2, times=100)
    session.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    # Another user first, so that nothing is known of this one.
    session.backend.credentials.save_for_session("stranger", SANDBOX_TOKEN)
    session.use(replace(session.current, connection_id="stranger", user_id="17"))
    session.use(replace(session.current, connection_id="other", user_id=SANDBOX_USER_ID))
    lookup = window.services.spaces
    lookup.spaces = ()

    def wait():
        qtbot.waitUntil(
            lambda: not window.services.spaces.is_loading and bool(window.services.spaces.spaces),
            timeout=10_000,
        )

    return wait


def line_of(page, name):
    return page.findChild(QLineEdit, name)


def sent(qtbot, page, sandbox, form):
    QTest.mouseClick(page.findChild(QAbstractButton, f"{form}.create"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_settled(page), timeout=10_000)
    return json.loads(posts(sandbox)[-1].body)


@pytest.mark.parametrize("when", ["before", "between", "after"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_shared_folder_gets_the_space_that_was_typed(qtbot, window, sandbox, wait_for_space, way, when):
    window.open_page("sharedFolder")
    page = window.shared_folder
    line = line_of(page, "sharedFolder.containerId")
    if when == "before":
        wait_for_space()
    QTest.keyClicks(line_of(page, "sharedFolder.name"), "Family")
    way(line, TYPED, wait_for_space if when == "between" else lambda: None)
    if when == "after":
        wait_for_space()
    assert line.text() == TYPED
    body = sent(qtbot, page, sandbox, "sharedFolder")
    assert body["containerId"] == TYPED


@pytest.mark.parametrize("when", ["before", "between", "after"])
def test_a_collection_album_gets_all_that_was_typed(qtbot, window, sandbox, wait_for_space, when):
    page = window.album
    wait = {"before": lambda: None, "between": wait_for_space, "after": lambda: None}[when]
    if when == "before":
        wait_for_space()
    page.findChild(QAbstractButton, "album.type.1").click()
    page.findChild(QAbstractButton, "album.albumKind.2").click()
    line_of(page, "album.containerId")
    for name, text in (
        ("album.name", "Holidays"),
        ("album.groupId", "1644817543959100033"),
        ("album.shareFolderId", "1765148493107805441"),
        ("album.scopeParentFolderId", "root"),
        ("album.scopeDir.entry", "1645841408025905600"),
        ("album.containerId", TYPED),
    ):
        by_keys(line_of(page, name), text, wait)
    if when == "after":
        wait_for_space()
    body = sent(qtbot, page, sandbox, "album")
    assert body["containerId"] == TYPED
    assert body["groupId"] == "1644817543959100033"
    assert body["shareFolderId"] == 1765148493107805441
    assert body["scopeDir"] == ["1645841408025905600"]
    assert body["scopeParentFolderId"] == "root"
    assert body["name"] == "Holidays"
