"""Texts and actions of the recipe after each of its steps."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from test_recipe_page import click, page, refused_album, rest, write

from koodrive.sandbox import Fault

__all__ = ["click", "page", "refused_album", "rest", "write"]


def offered(step):
    """Return the actions on the banner; those of an earlier message are hidden until Qt deletes them."""
    buttons = step.banner.findChildren(QAbstractButton)
    return {button.objectName().rsplit(".", 1)[1] for button in buttons if not button.isHidden()}


def test_the_folder_offers_nothing_that_the_album_is_there_for(qtbot, page, click, refused_album):
    refused_album(Fault.NONZERO_CODE)
    assert offered(page.folder) == {"copy", "history"}
    state = page.findChild(QLabel, "recipeAlbum.state")
    assert state.text() == (
        "Step 2 of 2: the folder stays. Press Create the album to try again, or take the folder back."
    )
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.is_done, timeout=15_000)
    assert state.text() == "✓ Created."
    assert offered(page.album) == {"copy", "history"}


def test_the_folder_is_taken_back_where_its_album_was_refused(qtbot, page, refused_album, window):
    refused_album(Fault.NONZERO_CODE)
    undo = page.findChild(QAbstractButton, "recipe.undo")
    assert not undo.isHidden()
    undo.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    confirm = QApplication.activeModalWidget().findChild(QAbstractButton, "undo.confirm")
    qtbot.waitUntil(confirm.isEnabled, timeout=15_000)
    confirm.click()
    sandbox = window.session.backend.sandbox
    qtbot.waitUntil(lambda: len(sandbox.deletes()) == 1, timeout=15_000)
    qtbot.waitUntil(lambda: not page.folder.is_done, timeout=15_000)
    # Both can be created again, under the same names.
    assert undo.isHidden()
    assert page.create_button.text() == "&Create both"
    assert page.folder.name
