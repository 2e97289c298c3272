"""The page On the service while its session is renewed: never in a storm, and the keyboard stays where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView
from window_session_fixtures import refreshes, rest, use_account

from koodrive.api.serialization import ALBUM_LIST, REFRESH_TOKEN
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault
from ui.live.columns import LiveColumn


def press_refresh(page):
    QTest.mouseClick(page.findChild(QAbstractButton, "live.refresh"), Qt.MouseButton.LeftButton)


def test_a_list_that_refuses_every_token_is_not_renewed_over_and_over(qtbot, window, sandbox):
    use_account(qtbot, window.session, sandbox)
    sandbox.inject(Fault.EXPIRED_TOKEN, times=20, path=ALBUM_LIST)
    window.open_page("live")
    password = window.live.findChild(QLineEdit, "live.signIn.password")
    rest(qtbot, window.session, password.isVisible)
    assert refreshes(sandbox) == 1
    sandbox.clear_faults()
    press_refresh(window.live)
    rest(qtbot, window.session, lambda: not password.isVisible())
    # What could be read again may end again.
    sandbox.expire_tokens()
    press_refresh(window.live)
    rest(qtbot, window.session, lambda: refreshes(sandbox) == 2)
    assert not password.isVisible()


def test_the_keyboard_stays_where_people_were(qtbot, window, sandbox):
    use_account(qtbot, window.session, sandbox)
    sandbox.make_elsewhere("album", {"name": "Theirs", "type": 2, "albumKind": 1})
    window.open_page("live")
    page, table = window.live, window.live.findChild(QTableView, "live.table")
    rest(qtbot, window.session, lambda: table.model().rowCount() == 1)
    for widget in (table, page.findChild(QLineEdit, "live.search")):
        sandbox.expire_tokens()
        sandbox.inject(Fault.SLOW, path=REFRESH_TOKEN, seconds=0.3)
        before = refreshes(sandbox)
        press_refresh(page)
        widget.setFocus()
        rest(qtbot, window.session, lambda before=before: refreshes(sandbox) == before + 1)
        assert window.focusWidget() is widget


def test_who_looks_is_called_you(qtbot, window, sandbox):
    other = "1644817543959100099"
    fields = {"name": "Team", "containerId": SANDBOX_CONTAINER_ID, "shareType": 0}
    for creator in (SANDBOX_USER_ID, other):
        sandbox.make_elsewhere("sharedFolder", fields, creator=creator)
    window.open_page("live")
    model = window.live.findChild(QTableView, "live.table").model()
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=15_000)
    said = {model.row_at(row).creator: model.index(row, LiveColumn.CREATOR).data() for row in range(2)}
    assert said == {SANDBOX_USER_ID: "You", other: other}
