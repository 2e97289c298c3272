"""The pickers when the token, the connection or the dialog itself goes away at a bad moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from picker_fixtures import LIST, fill, part, rows, search, state
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLabel, QLineEdit, QTreeView
from window_session_fixtures import refreshes, rest, use_account

from koodrive.api.serialization import INDIVIDUAL_FILES
from koodrive.sandbox import SANDBOX_TOKEN, Fault
from ui.pickers.folder_picker import FolderPicker
from ui.session.session import TokenState

VIEWS = {"sharedFolders": "table", "folders": "tree"}
NEEDS_TOKEN = "The list of shared folders needs a token."


def use_same(session, connection_id="same"):
    """Go on with another connection to the same user, whose token the keyring is asked for."""
    session.use(replace(session.current, connection_id=connection_id, name="Another way to the same"))


def without_token(qtbot, session):
    use_same(session)
    rest(qtbot, session, lambda: session.token_state in {TokenState.MISSING, TokenState.FAILED})


@pytest.fixture
def open_folders(window, page):
    def open_folders():
        page.findChild(QAbstractButton, "album.type.1").click()
        page.findChild(QAbstractButton, "album.scopeDir.choose").click()
        (picker,) = window.findChildren(FolderPicker)
        return picker

    return open_folders


# The token ----------------------------------------------------------------------------------------------------------


def test_a_token_that_turns_out_to_be_missing_is_asked_for(qtbot, window, page, opened):
    session = window.session
    use_same(session)
    assert session.token_state is TokenState.LOADING
    picker = opened()
    assert session.token is None
    assert part(picker, "signIn.token", QLineEdit).isVisible()


def test_who_gives_no_token_is_not_told_of_a_search(qtbot, window, page, opened):
    without_token(qtbot, window.session)
    picker = opened()
    part(picker, "signIn.cancel").click()
    assert state(picker) == f"⚠ {NEEDS_TOKEN}"
    part(picker, "again").click()
    assert part(picker, "signIn.token", QLineEdit).isVisible()


def test_typing_goes_on_while_a_token_is_asked_for(qtbot, window, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    without_token(qtbot, window.session)
    picker = opened()
    search(picker).setFocus()
    QTest.keyClicks(search(picker), "Alp")
    # Enter asks at once.
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    QTest.keyClicks(picker.focusWidget(), "ha")
    assert search(picker).text() == "Alpha"
    token = part(picker, "signIn.token", QLineEdit)
    QTest.keyClicks(token, SANDBOX_TOKEN)
    QTest.keyClick(token, Qt.Key.Key_Return)
    # There is no keyring here.
    qtbot.waitUntil(part(picker, "signIn.keepForSession").isVisible)
    part(picker, "signIn.keepForSession").click()
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])


def test_a_session_whose_fresh_token_is_refused_is_not_renewed_over_and_over(
    qtbot, window, page, sandbox, opened
):
    use_account(qtbot, window.session, sandbox)
    sandbox.inject(Fault.EXPIRED_TOKEN, path=LIST, times=1000)
    picker = opened(wait=False)
    rest(qtbot, window.session, lambda: refreshes(sandbox) and picker.focusWidget() is not search(picker))
    assert refreshes(sandbox) == 1
    assert part(picker, "signIn.password", QLineEdit).isVisible()


def test_folders_are_read_on_and_stay_checked_with_another_way_to_the_same_user(
    qtbot, window, sandbox, open_folders
):
    session = window.session
    sandbox.add_folders("root", [f"Folder {number}" for number in range(500)])
    picker = open_folders()
    tree = picker.findChild(QTreeView, "folderPicker.tree")
    qtbot.waitUntil(lambda: tree.model().rowCount() >= 100 and not session.runner.is_busy)
    tree.setCurrentIndex(tree.model().index(0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    use_same(session)
    before = tree.model().rowCount()
    tree.scrollToBottom()
    token = picker.findChild(QLineEdit, "folderPicker.signIn.token")
    qtbot.waitUntil(lambda: token.isVisible() and not session.runner.is_busy)
    session.backend.credentials.save_for_session("same", SANDBOX_TOKEN)
    session.reload_token()
    qtbot.waitUntil(lambda: tree.model().rowCount() > before)
    assert picker.findChild(QLabel, "folderPicker.chosen").text() == "1 of 30"
    assert not token.isVisible()


# The connection -----------------------------------------------------------------------------------------------------


def test_another_user_closes_the_folders(qtbot, window, open_folders):
    picker = open_folders()
    with qtbot.waitSignal(picker.rejected):
        window.session.use(None)


def test_the_offer_for_a_file_id_goes_with_the_connection(qtbot, window, page, sandbox):
    (folder,) = fill(sandbox, "Family")
    page.findChild(QLineEdit, "album.shareFolderId").insert(folder["shareFolderFileId"])
    use = page.findChild(QAbstractButton, "album.shareFolderId.use")
    qtbot.waitUntil(lambda: not use.isHidden())
    window.session.use(None)
    assert use.isHidden()


def test_the_name_of_the_chosen_folder_goes_with_the_user_only(qtbot, window, page, sandbox, opened):
    fill(sandbox, "Family")
    part(opened(), "choose").click()
    name = page.findChild(QLabel, "album.sharedFolder.name")
    use_same(window.session)
    assert "Family" in name.text()
    window.session.use(None)
    assert name.text() == ""


def test_the_picker_does_not_wait_for_the_search_for_a_file_id(qtbot, window, page, sandbox, opened):
    fill(sandbox, *[f"Folder {number}" for number in range(1_200)])
    sandbox.inject(Fault.SLOW, path=LIST, times=1_000, seconds=0.5)
    page.findChild(QLineEdit, "album.shareFolderId").insert("Fnobody-knows-this-file-id")
    qtbot.waitUntil(lambda: window.session.runner.is_busy)
    picker = opened(wait=False)
    qtbot.waitUntil(lambda: len(rows(picker)) > 0, timeout=3_000)
    page.findChild(QLineEdit, "album.shareFolderId").clear()


# The dialog ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["sharedFolders", "folders"])
@pytest.mark.parametrize("moment", ["at once", "asked", "told", "reading on"])
def test_a_dialog_that_is_closed_leaves_nothing(qtbot, window, sandbox, opened, open_folders, kind, moment):
    runner, unhandled = window.session.runner, []
    runner.unhandled.connect(unhandled.append)
    path = LIST if kind == "sharedFolders" else INDIVIDUAL_FILES
    sandbox.add_folders("root", [f"Folder {number}" for number in range(300)])
    fill(sandbox, *[f"Folder {number}" for number in range(300)])
    sandbox.inject(Fault.SLOW, path=path, times=1_000, seconds=0.2)
    count = _asked(sandbox, path)
    picker = opened(wait=False) if kind == "sharedFolders" else open_folders()
    if moment != "at once":
        qtbot.waitUntil(lambda: _asked(sandbox, path) > count)
    if moment in {"told", "reading on"}:
        view = picker.findChild(QAbstractItemView, f"{picker.objectName()}.{VIEWS[kind]}")
        qtbot.waitUntil(lambda: view.model().rowCount() >= 100, timeout=10_000)
    if moment == "reading on":
        view.scrollToBottom()
        qtbot.waitUntil(lambda: _asked(sandbox, path) > count + 1, timeout=10_000)
    with qtbot.waitSignal(picker.destroyed):
        picker.reject()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=10_000)
    assert unhandled == []
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize("kind", ["sharedFolders", "folders"])
def test_quitting_does_not_wait_for_what_is_read(qtbot, window, sandbox, opened, open_folders, kind):
    for path in (LIST, INDIVIDUAL_FILES):
        sandbox.inject(Fault.SLOW, path=path, times=1_000, seconds=20)
    _picker = opened(wait=False) if kind == "sharedFolders" else open_folders()
    window.album.start_fresh()
    with qtbot.waitSignal(window.shut_down, timeout=4_000):
        window.close()


def _asked(sandbox, path):
    return sum(request.path.startswith(path) for request in sandbox.requests())
