"""The page On the service in the real window: what is listed, ours, or gone, and what can be done with it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QTableView
from window_fixtures import has_settled, posts, reset

from koodrive.api.serialization import ALBUM_LIST, SHARED_FOLDER_LIST
from koodrive.listing.live_rows import Standing
from koodrive.models import CreateAlbum, CreateSharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.live.columns import LiveColumn, standing_text
from ui.session.session import TokenState
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.name_order import name_places
from ui.widgets.banner import Banner


@pytest.fixture
def page(qtbot, window, sandbox):
    backend, session = window.session.backend, window.session
    backend.create(CreateAlbum(type=2, album_kind=1, name="Ours"), session.current, session.token)
    backend.create(
        CreateSharedFolder(name="Our folder", container_id=SANDBOX_CONTAINER_ID),
        session.current,
        session.token,
    )
    sandbox.make_elsewhere("album", {"name": "<b>Theirs</b> 假期", "type": 2, "albumKind": 1})
    return window.live


@pytest.fixture
def find(page):
    def find(name, kind=QAbstractButton):
        found = page.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    return find


@pytest.fixture
def click(find):
    return lambda name: QTest.mouseClick(find(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(find):
    """Return a function that gives what the table shows, by name."""

    def shown():
        model = find("live.table", QTableView).model()
        return {model.row_at(row).name: model.row_at(row) for row in range(model.rowCount())}

    return shown


@pytest.fixture
def select(find):
    def select(name):
        table = find("live.table", QTableView)
        names = [table.model().row_at(row).name for row in range(table.model().rowCount())]
        table.selectRow(names.index(name))

    return select


@pytest.fixture
def read(qtbot, window, page, shown):
    window.open_page("live")
    qtbot.waitUntil(lambda: len(shown()) >= 3, timeout=15_000)


@pytest.mark.usefixtures("read")
def test_it_reads_by_itself_and_says_what_is_ours(shown, find):
    rows = shown()
    assert rows["Ours"].standing is Standing.OURS
    assert rows["Our folder"].standing is Standing.OURS
    assert rows["<b>Theirs</b> 假期"].standing is Standing.OTHERS
    model = find("live.table", QTableView).model()
    cells = {model.index(row, LiveColumn.STANDING).data() for row in range(model.rowCount())}
    assert cells == {"✓ In KooDesk", "· Elsewhere"}
    assert "3 of 3" in find("live.count", QLabel).text()


@pytest.mark.usefixtures("read")
def test_it_only_reads(sandbox, click, qtbot, window):
    sent = len(posts(sandbox))
    click("live.refresh")
    qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=15_000)
    assert len(posts(sandbox)) == sent


@pytest.mark.usefixtures("read")
def test_search_and_choices_leave_rows_out_and_clear_brings_them_back(qtbot, find, shown, click):
    find("live.search", QLineEdit).insert("假期")
    qtbot.waitUntil(lambda: set(shown()) == {"<b>Theirs</b> 假期"})
    find("live.search", QLineEdit).selectAll()
    find("live.search", QLineEdit).insert("no such thing")
    qtbot.waitUntil(lambda: not shown())
    assert find("live.notice.title", QLabel).text() == "Nothing matches"
    click("live.notice.action")
    qtbot.waitUntil(lambda: len(shown()) == 3)
    standing = find("live.standing", QComboBox)
    standing.setCurrentIndex(standing.findText("Made elsewhere"))
    assert set(shown()) == {"<b>Theirs</b> 假期"}


@pytest.mark.usefixtures("read")
def test_a_reason_that_lists_share_is_said_once(qtbot, window, sandbox, page, find, click):
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=ALBUM_LIST, times=99)
    click("live.refresh")
    message = find("live.state.message", QLabel)
    qtbot.waitUntil(lambda: message.isVisible() and not window.session.runner.is_busy, timeout=15_000)
    words = message.text()
    assert words.count("could not be listed") == 4
    assert words.count("No trustworthy answer") == 1
    assert "”. Nothing was changed" in words


@pytest.mark.usefixtures("read")
def test_an_id_is_found_by_a_part_of_it(qtbot, find, shown):
    whole = shown()["Ours"].object_id
    find("live.search", QLineEdit).insert(whole[5:])
    qtbot.waitUntil(lambda: set(shown()) == {"Ours"})


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("fault", [Fault.NO_ROWS, Fault.ROWS_LEFT_OUT])
def test_a_list_that_lies_is_said_and_calls_nothing_gone(qtbot, window, sandbox, shown, find, click, fault):
    backend, session = window.session.backend, window.session
    for number in range(4):
        request = CreateAlbum(type=2, album_kind=1, name=f"Ours {number}")
        backend.create(request, session.current, session.token)
    click("live.refresh")
    qtbot.waitUntil(lambda: len(shown()) == 7, timeout=15_000)
    sandbox.inject(fault, times=80)
    click("live.refresh")
    message, count = find("live.state.message", QLabel), find("live.count", QLabel)
    qtbot.waitUntil(message.isVisible, timeout=15_000)
    assert "the list is not whole: " in message.text()
    standings = [row.standing for row in shown().values()]
    assert set(standings) <= {Standing.OURS, Standing.OTHERS, Standing.NOT_LISTED}
    missing = standings.count(Standing.NOT_LISTED)
    assert missing >= 2
    assert f"{len(standings) - missing} listed, {missing} in KooDesk not listed, read at" in count.text()
    sandbox.clear_faults()
    click("live.refresh")
    qtbot.waitUntil(lambda: "7 of 7" in count.text(), timeout=15_000)
    assert not message.isVisible()


@pytest.mark.usefixtures("read")
def test_what_has_gone_since_is_said(qtbot, window, sandbox, shown, click, monkeypatch):
    monkeypatch.setattr("koodrive.journal.service_lists.ALL_GONE_AFTER", timedelta(0))
    reset(sandbox)
    click("live.refresh")
    qtbot.waitUntil(lambda: shown().get("Ours") and shown()["Ours"].standing is Standing.GONE, timeout=15_000)
    assert set(shown()) == {"Ours", "Our folder"}


@pytest.mark.usefixtures("read")
def test_ctrl_c_copies_the_id_as_in_the_history(shown, select, find):
    select("Our folder")
    find("live.table", QTableView).setFocus()
    QTest.keyClick(find("live.table", QTableView), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == shown()["Our folder"].object_id


@pytest.mark.usefixtures("read")
def test_ids_are_copied_alone_or_all_with_their_names(shown, select, click):
    select("Our folder")
    row = shown()["Our folder"]
    click("live.copyId")
    assert QGuiApplication.clipboard().text() == row.object_id
    click("live.copyIds")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == f"id: {row.object_id}"
    assert f"groupId: {row.group_id}" in copied
    assert f"shareFolderFileId: {row.file_id}" in copied


@pytest.mark.usefixtures("read")
def test_a_small_window_leaves_the_table_room_and_the_seldom_actions_in_a_menu(
    qtbot, window, page, find, select, sandbox
):
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=ALBUM_LIST, times=20)
    find("live.refresh").click()
    qtbot.waitUntil(find("live.state", Banner).isVisible, timeout=15_000)
    window.resize(720, 420)
    table = find("live.table", QTableView)
    qtbot.waitUntil(lambda: table.viewport().height() >= 3 * table.rowHeight(0))
    assert page.minimumSizeHint().height() <= 420
    select("Our folder")
    more = find("live.more")
    assert more.isVisible()
    assert not find("live.copyIds").isVisible()
    page.findChild(QAction, "live.menu.copyIds").trigger()
    assert QGuiApplication.clipboard().text().startswith("id: ")
    assert more.text() == "Copied"


@pytest.mark.usefixtures("read")
def test_a_row_is_a_template(qtbot, window, select, click):
    select("<b>Theirs</b> 假期")
    click("live.template")
    qtbot.waitUntil(lambda: window.page_name == "album")
    fields = window.album.fields()
    assert (fields["type"], fields["albumKind"], fields["name"]) == ("2", "1", "<b>Theirs</b> 假期")


@pytest.mark.usefixtures("read")
def test_what_is_ours_is_shown_in_the_history(qtbot, window, select, find, click):
    select("<b>Theirs</b> 假期")
    assert not find("live.history").isEnabled()
    select("Ours")
    click("live.history")
    qtbot.waitUntil(lambda: window.page_name == "history")


def test_a_list_that_fails_costs_its_own_rows_only(qtbot, window, page, sandbox, shown, find):
    sandbox.inject(Fault.NONZERO_CODE, times=3, path=SHARED_FOLDER_LIST)
    window.open_page("live")
    qtbot.waitUntil(lambda: len(shown()) >= 3, timeout=20_000)
    assert shown()["Ours"].standing is Standing.OURS
    assert shown()["Our folder"].standing is Standing.NOT_READ
    banner = find("live.state", Banner)
    assert banner.isVisible()


def test_reading_can_be_stopped_while_the_service_is_slow(qtbot, window, page, sandbox, find, click):
    sandbox.inject(Fault.SLOW, times=100, path=ALBUM_LIST, seconds=20)
    window.open_page("live")
    qtbot.waitUntil(lambda: "Stop" in find("live.refresh").text(), timeout=10_000)
    click("live.refresh")
    assert find("live.refresh").text() == "Re&fresh"
    assert find("live.notice.title", QLabel).text() == "Not read yet"
    sandbox.clear_faults()
    click("live.notice.action")
    qtbot.waitUntil(lambda: find("live.table", QTableView).model().rowCount() == 3, timeout=20_000)


def test_an_ended_token_is_asked_for_in_place_and_reading_goes_on(qtbot, window, page, sandbox, find, shown):
    sandbox.expire_tokens()
    window.open_page("live")
    qtbot.waitUntil(lambda: page.findChild(QLineEdit, "live.signIn.token").isVisible(), timeout=15_000)
    find("live.signIn.token", QLineEdit).insert(sandbox.renew_token())
    QTest.mouseClick(find("live.signIn.goOn"), Qt.MouseButton.LeftButton)
    keep = page.findChild(QAbstractButton, "live.signIn.keepForSession")
    if keep is not None and not keep.isHidden():
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown()) == 3, timeout=15_000)


def test_nothing_of_another_account_stays_on_the_page(qtbot, window, page, shown, find):
    window.open_page("live")
    qtbot.waitUntil(lambda: len(shown()) == 3, timeout=15_000)
    window.session.use(None)
    assert shown() == {}
    assert find("live.notice.title", QLabel).text() == "No account is connected"
    assert not find("live.refresh").isEnabled()
    assert not find("live.notice.action").isVisible()


def test_without_a_token_reading_asks_for_one(qtbot, window, page, find, click):
    window.open_page("live")
    session = window.session
    session.use(replace(session.current, connection_id="another", name="Another"))
    qtbot.waitUntil(lambda: session.token_state in {TokenState.MISSING, TokenState.FAILED})
    assert find("live.notice.title", QLabel).text() == "Not read yet"
    for name in ("live.notice.action", "live.refresh"):
        click(name)
        token = find("live.signIn.token", QLineEdit)
        assert token.isVisible(), name
        QTest.keyClick(token, Qt.Key.Key_Escape)
        assert not token.isVisible()


@pytest.mark.usefixtures("read")
def test_what_is_selected_stays_so_while_it_is_sorted_filtered_and_read_again(
    qtbot, window, page, sandbox, find, shown, select, click
):
    select("Ours")
    wanted = page.selected.object_id
    table = find("live.table", QTableView)
    for column in LiveColumn:
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert page.selected.object_id == wanted
    find("live.search", QLineEdit).insert("假期")
    qtbot.waitUntil(lambda: set(shown()) == {"<b>Theirs</b> 假期"})
    assert page.selected is None
    assert not find("live.copyId").isEnabled()
    find("live.search", QLineEdit).clear()
    qtbot.waitUntil(lambda: len(shown()) == 3)
    assert page.selected.object_id == wanted
    sandbox.make_elsewhere("album", {"name": "Aaa", "type": 2, "albumKind": 1})
    click("live.refresh")
    qtbot.waitUntil(lambda: len(shown()) == 4, timeout=15_000)
    assert page.selected.object_id == wanted
    assert find("live.copyId").isEnabled()


@pytest.mark.usefixtures("read")
def test_what_was_made_meanwhile_is_there_when_somebody_looks_again(qtbot, window, shown):
    window.open_page("album")
    window.album.findChild(QLineEdit, "album.name").insert("Brand new")
    window.album.submit()
    qtbot.waitUntil(lambda: has_settled(window.album), timeout=15_000)
    window.open_page("live")
    qtbot.waitUntil(lambda: "Brand new" in shown(), timeout=15_000)


def test_of_a_reading_that_failed_no_count_stays_and_no_token_is_kept(qtbot, window, page, sandbox, find):
    sandbox.expire_tokens()
    window.open_page("live")
    line = page.findChild(QLineEdit, "live.signIn.token")
    qtbot.waitUntil(line.isVisible, timeout=15_000)
    assert find("live.count", QLabel).text() == ""
    line.insert("secret that is not the right one")
    sandbox.renew_token()
    QTest.mouseClick(find("live.refresh"), Qt.MouseButton.LeftButton)
    assert line.text() == ""
    qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=15_000)


def test_where_nothing_is_listed_nothing_is_counted(qtbot, window):
    window.open_page("live")
    title = window.live.findChild(QLabel, "live.notice.title")
    qtbot.waitUntil(lambda: title.text() == "The service lists nothing", timeout=10_000)
    assert window.live.findChild(QLabel, "live.count").text().startswith("Read at ")


def test_a_failed_read_says_what_was_not_read_and_nothing_of_sending(qtbot, window, page, shown, find):
    nowhere = replace(window.session.current, service_address="http://127.0.0.1:9")
    window.session.use(nowhere)
    window.open_page("live")
    banner = find("live.state", Banner)
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    words = banner.accessibleName()
    assert "was read" in words
    assert "cannot be reached" in words
    assert not any(text in words for text in ("send", "sent", "Sent", "was made", "created")), words
    assert "not read" in find("live.count", QLabel).text().lower()


def test_rows_that_were_not_read_say_so(qtbot, window, page, sandbox, shown, find):
    for path in (ALBUM_LIST, SHARED_FOLDER_LIST):
        sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=50, path=path)
    window.open_page("live")
    qtbot.waitUntil(lambda: len(shown()) >= 2, timeout=30_000)
    assert {standing_text(row.standing) for row in shown().values()} == {"In KooDesk, not read"}
    assert find("live.count", QLabel).text().endswith(", not read")
    sandbox.clear_faults()


@pytest.mark.usefixtures("read")
def test_nothing_is_done_with_a_row_that_is_out_of_sight(qtbot, window, sandbox, select, find):
    names = ("live.copyId", "live.copyIds", "live.template", "live.history")
    select("Ours")
    assert all(find(name).isEnabled() for name in names)
    QGuiApplication.clipboard().setText("before")
    sandbox.expire_tokens()
    current = window.session.current
    window.session.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    window.session.use(replace(current, connection_id="other"))
    qtbot.waitUntil(find("live.signIn", SignInPrompt).isVisible, timeout=15_000)
    table = find("live.table", QTableView)
    assert not table.isVisible()
    assert not any(find(name).isEnabled() for name in names)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.usefixtures("read")
def test_how_a_row_stands_is_never_cut(find, shown):
    table = find("live.table", QTableView)
    rows = [replace(shown()["Ours"], object_id=str(standing), standing=standing) for standing in Standing]
    table.model().set_rows(rows, name_places(row.name for row in rows))
    assert table.model().rowCount() == len(Standing)
    assert table.sizeHintForColumn(LiveColumn.STANDING) <= table.columnWidth(LiveColumn.STANDING)


@pytest.mark.usefixtures("read")
def test_several_rows_are_selected_copied_and_exported(qtbot, page, shown, find, click, tmp_path):
    table = find("live.table", QTableView)
    assert page.selected is not None, "the first row is selected on opening"
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert find("live.count", QLabel).text() == "3 of 3 selected"
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    ids = [table.model().row_at(row).object_id for row in range(3)]
    assert QGuiApplication.clipboard().text().split("\n") == ids
    assert find("live.copyId").text() == "Copied"
    click("live.copyRows")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[2] for line in lines] == ids
    table.sortByColumn(LiveColumn.NAME, Qt.SortOrder.DescendingOrder)
    assert len(table.selectionModel().selectedRows()) == 3
    table.selectRow(1)
    page.findChild(QAction, "live.exportSelected.plainCsv").trigger()
    page.findChild(QFileDialog, "live.export.file").fileSelected.emit(str(tmp_path / "one.csv"))
    page.findChild(QFileDialog, "live.export.file").close()
    status = find("live.export.status", QLabel)
    qtbot.waitUntil(lambda: status.text().startswith("Exported 1 row to "))
    with (tmp_path / "one.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["ID"] == table.model().row_at(1).object_id
    page.findChild(QAction, "live.export.json").trigger()
    page.findChild(QFileDialog, "live.export.file").fileSelected.emit(str(tmp_path / "all.json"))
    page.findChild(QFileDialog, "live.export.file").close()
    qtbot.waitUntil(lambda: status.text().startswith("Exported 3 rows to "))
    members = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert {member["name"]: member["made"] for member in members} == {
        "Ours": "ours",
        "Our folder": "ours",
        "<b>Theirs</b> 假期": "others",
    }
