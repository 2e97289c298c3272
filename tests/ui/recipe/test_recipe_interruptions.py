"""The recipe when something comes in between: another connection, an ended token, a lost answer, the end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from scripted_server import ScriptedServer, reply
from test_recipe_page import both_made, click, page, rest, write
from window_fixtures import posts, reset

from koodrive.api.serialization import ALBUM_CREATE, ALBUM_LIST, SHARED_FOLDER_CREATE, SHARED_FOLDER_LIST
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault

__all__ = ["click", "page", "rest", "write"]


class WithoutGroups(ScriptedServer):
    """Makes shared folders whose group only the list names, and albums in them."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.list_answer = self.folders("1700000000000000002")

    @staticmethod
    def folders(group_id: str | None) -> bytes:
        row = {"id": "1700000000000000001", "name": "Family"}
        rows = [{**row, "groupId": group_id}] if group_id else [row]
        return _ok(folders=rows, total=1)

    def _answer(self, connection) -> None:
        head = self.requests[-1].split(b"\r\n", 1)[0].decode()
        if SHARED_FOLDER_CREATE in head:
            body = _ok(id="1700000000000000001", data={"id": "1700000000000000001"})
        elif ALBUM_CREATE in head:
            body = _ok(albumId="1700000000000000009")
        elif SHARED_FOLDER_LIST in head:
            is_there = self.sent(SHARED_FOLDER_CREATE) and "offset=0" in head
            body = self.list_answer if is_there else _ok(folders=[], total=0)
        elif ALBUM_LIST in head:
            body = _ok(albumList=[], total=0)
        else:
            body = json.dumps({"code": 1, "msg": "no"}).encode()
        reply(200, body)(connection)

    def sent(self, path: str) -> list[bytes]:
        return [request for request in list(self.requests) if path in request.split(b"\r\n", 1)[0].decode()]


def _ok(**members: object) -> bytes:
    return json.dumps({**members, "code": 0, "msg": "Success."}).encode()


@pytest.fixture
def typed(write):
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")


@pytest.fixture
def create(page):
    return page.findChild(QAbstractButton, "recipe.create")


@pytest.fixture
def enter_token(qtbot, page, click):
    """Return a function that gives a new token, for this session, where a step asks for one."""

    def enter_token(form, token):
        prompt = page.findChild(QWidget, f"{form}.signIn")
        page.findChild(QLineEdit, f"{form}.signIn.token").insert(token)
        click(f"{form}.signIn.goOn")
        keep = page.findChild(QAbstractButton, f"{form}.signIn.keepForSession")
        qtbot.waitUntil(lambda: keep.isVisible() or not prompt.isVisible(), timeout=15_000)
        if keep.isVisible():
            QTest.mouseClick(keep, Qt.MouseButton.LeftButton)

    return enter_token


def made_elsewhere(window, url, connection_id="other"):
    window.session.backend.credentials.save_for_session(connection_id, SANDBOX_TOKEN)
    return replace(window.session.current, connection_id=connection_id, name="Other", service_address=url)


@pytest.mark.usefixtures("typed")
def test_the_next_can_be_made_at_once_and_clear_forgets_what_was_made(
    qtbot, page, sandbox, create, write, click
):
    for number in (2, 4):
        click("recipe.create")
        qtbot.waitUntil(lambda: page.album.is_over, timeout=15_000)
        assert (create.text(), create.isEnabled()) == ("&Create both", True)
        ids = [step.banner.result_id for step in page.steps]
        assert ids == [effect["id"] for effect in sandbox.effects()[-2:]]
        click("recipe.create")
        assert len(sandbox.effects()) == number, "the names are gone, and it is a double click"
        write("recipeFolder.name", "Family 2")
        click("recipe.create")
        assert [step.banner.result_id for step in page.steps] == ids, "the album has no name yet"
        write("recipeAlbum.name", "Spring 2")
    click("recipe.clear")
    assert not any(step.is_done or step.has_unsaved_input for step in page.steps)
    assert len(sandbox.effects()) == 4


@pytest.mark.usefixtures("typed")
def test_another_one_goes_into_the_same_space_and_clear_forgets_that_too(qtbot, page, write, click):
    space = "IAAFother0000000000000000000000000000001"
    write("recipeFolder.containerId", space)
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.is_over, timeout=15_000)
    line = page.findChild(QLineEdit, "recipeFolder.containerId")
    assert line.text() == space
    assert not any(step.has_unsaved_input for step in page.steps)
    click("recipe.clear")
    assert line.text() == SANDBOX_CONTAINER_ID


@pytest.mark.usefixtures("typed")
def test_a_folder_that_is_found_is_shown_as_made(qtbot, page, window, sandbox, create, click):
    window.searches.set_pauses((0.05, 0.05))
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=SHARED_FOLDER_CREATE)
    click("recipe.create")
    qtbot.waitUntil(lambda: page.folder.is_done, timeout=15_000)
    assert create.text() == "&Create the album"
    assert not page.findChild(QLineEdit, "recipeFolder.name").isEnabled()
    assert page.findChild(QLabel, "recipeFolder.state").text() == "✓ Created."


@pytest.mark.usefixtures("typed")
def test_a_lost_answer_of_the_album_is_found_without_a_question(qtbot, page, window, sandbox, create, click):
    window.searches.set_pauses((0.05, 0.05))
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert page.findChild(QLineEdit, "recipeFolder.name").text() == ""
    assert create.isEnabled()
    assert len(posts(sandbox)) == 2


@pytest.mark.usefixtures("typed")
def test_a_connection_that_only_has_another_name_by_now_goes_on(qtbot, page, window, sandbox, click, rest):
    sandbox.inject(Fault.THROTTLED, path=ALBUM_CREATE)
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.submission.outcome is not None, timeout=15_000)
    rest()
    window.session.use(replace(window.session.current, name="Renamed"))
    qtbot.waitUntil(lambda: window.session.token is not None)
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(sandbox.effects()) == 2


@pytest.mark.usefixtures("typed")
def test_nothing_goes_to_another_service_while_the_folder_is_looked_into(
    qtbot, page, window, sandbox, click, rest
):
    sandbox.inject(Fault.SLOW, path=ALBUM_LIST, seconds=1.0)
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.is_looking, timeout=15_000)
    assert "looking" in page.findChild(QLabel, "recipeAlbum.state").text()
    with WithoutGroups() as other:
        window.session.use(made_elsewhere(window, other.url))
        qtbot.waitUntil(lambda: not page.album.is_looking, timeout=15_000)
        rest()
        assert other.sent(ALBUM_CREATE) == []
    assert len(posts(sandbox)) == 1
    assert "another connection" in page.album.banner.accessibleName()


@pytest.mark.usefixtures("typed")
def test_a_choice_to_sign_in_and_send_goes_with_the_connection(qtbot, page, window, sandbox, click, rest):
    sandbox.inject(Fault.EXPIRED_TOKEN, path=ALBUM_CREATE)
    click("recipe.create")
    prompt = page.album.prompt
    qtbot.waitUntil(lambda: prompt.is_asking, timeout=15_000)
    click("recipeAlbum.signIn.cancel")
    assert page.album.banner.action("signIn") is not None
    with WithoutGroups() as other:
        window.session.use(made_elsewhere(window, other.url))
        rest()
        assert page.album.banner.action("signIn") is None


@pytest.mark.usefixtures("typed")
def test_a_token_that_ends_between_the_steps_is_asked_for_and_the_album_is_made(
    qtbot, page, sandbox, click, enter_token
):
    sandbox.inject(Fault.SLOW, path=SHARED_FOLDER_CREATE, seconds=0.4)
    click("recipe.create")
    sandbox.expire_tokens()
    qtbot.waitUntil(lambda: any(step.prompt.is_asking for step in page.steps), timeout=15_000)
    step = next(step for step in page.steps if step.prompt.is_asking)
    enter_token("recipeFolder" if step is page.folder else "recipeAlbum", sandbox.renew_token())
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(sandbox.effects()) == 2


@pytest.mark.usefixtures("typed")
def test_the_duplicate_check_asks_and_one_more_is_made_with_its_album(qtbot, page, sandbox, click, write):
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page) and not page.album.submission.is_busy, timeout=15_000)
    click("recipe.clear")
    write("recipeFolder.name", "Family")
    write("recipeAlbum.name", "Spring")
    click("recipe.create")
    again = lambda: page.folder.banner.action("again")  # noqa: E731 - it is another button each time
    qtbot.waitUntil(lambda: again() is not None and again().isEnabled(), timeout=15_000)
    assert len(posts(sandbox)) == 2
    # So that the name is free.
    reset(sandbox)
    click("recipeFolder.result.again")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(sandbox.effects()) == 2


@pytest.mark.usefixtures("typed")
def test_a_double_click_does_not_try_a_refused_album_again(qtbot, page, sandbox, create, rest):
    sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_CREATE)
    QTest.mouseClick(create, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.album.submission.outcome is not None, timeout=15_000)
    rest()
    # The second half of it.
    QTest.mouseDClick(create, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(create, Qt.MouseButton.LeftButton)
    rest()
    assert [effect["kind"] for effect in sandbox.effects()] == ["sharedFolder"]
    assert page.window().focusWidget() is not None


@pytest.mark.usefixtures("typed")
def test_the_end_of_the_window_begins_no_album(qtbot, page, window, sandbox, click):
    sandbox.inject(Fault.SLOW, path=SHARED_FOLDER_CREATE, seconds=1.0)
    click("recipe.create")
    window.quit_without_question()
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        pass
    assert len(posts(sandbox)) == 1


@pytest.mark.usefixtures("typed")
def test_the_end_of_the_window_begins_no_album_while_the_folder_is_looked_into(
    qtbot, page, window, sandbox, click
):
    sandbox.inject(Fault.SLOW, path=ALBUM_LIST, seconds=5.0)
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.is_looking, timeout=15_000)
    window.quit_without_question()
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        pass
    assert len(posts(sandbox)) == 1


@pytest.mark.usefixtures("typed")
def test_c58_typing_on_in_the_recipe_presses_nothing_and_is_told(qtbot, page, window, sandbox):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for path in (SHARED_FOLDER_CREATE, ALBUM_CREATE):
        sandbox.inject(Fault.SLOW, path=path, seconds=0.8)
    line = page.findChild(QLineEdit, "recipeAlbum.name")
    line.setFocus()
    pressed = []
    for step in page.steps:
        step.banner.action_chosen.connect(pressed.append)
    QTest.keyClick(line, Qt.Key.Key_Return)

    def goes_on_typing() -> bool:
        focused = window.focusWidget()
        assert not isinstance(focused, QAbstractButton)
        for key in (Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(focused, key)
        return both_made(page) and not page.album.submission.is_busy

    goes_on_typing()
    assert "not kept" in page.findChild(QLabel, "recipeFolder.state").text()
    qtbot.waitUntil(goes_on_typing, timeout=15_000)
    goes_on_typing()
    assert "not kept" in page.findChild(QLabel, "recipeAlbum.state").text()
    qtbot.waitUntil(lambda: window.focusWidget().objectName() == "recipeFolder.name")
    assert window.focusWidget().text() == ""
    assert pressed == []
    assert len(posts(sandbox)) == 2


@pytest.mark.usefixtures("typed")
def test_tab_comes_to_the_actions_of_what_was_made(qtbot, page, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(page.findChild(QLineEdit, "recipeAlbum.name"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: both_made(page) and not page.album.submission.is_busy, timeout=15_000)
    stops = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(window.focusWidget().objectName())
    wanted = ["recipeFolder.result.copy", "recipeAlbum.result.copy", "recipeAlbum.result.history"]
    assert [name for name in stops if name in wanted] == wanted, stops


@pytest.mark.usefixtures("typed")
def test_what_is_typed_on_another_page_is_not_lost_in_a_prompt_that_cannot_be_seen(
    qtbot, page, window, sandbox, click
):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sandbox.inject(Fault.SLOW, path=SHARED_FOLDER_CREATE, seconds=0.4)
    click("recipe.create")
    sandbox.expire_tokens()
    window.open_page("album")
    line = window.findChild(QLineEdit, "album.name")
    line.setFocus()
    QTest.keyClicks(window.focusWidget(), "Hello")
    qtbot.waitUntil(lambda: any(step.prompt.is_asking for step in page.steps), timeout=15_000)
    QTest.keyClicks(window.focusWidget(), " you")
    assert line.text() == "Hello you"
    line.clear()


# A service that does not name the group --------------------------------------------------------------------------


@pytest.fixture
def service(qtbot, window, page, write):
    with WithoutGroups() as service:
        window.session.use(made_elsewhere(window, service.url))
        write("recipeFolder.containerId", SANDBOX_CONTAINER_ID)
        write("recipeFolder.name", "Family")
        write("recipeAlbum.name", "Spring")
        yield service
        qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=15_000)


def test_the_group_is_looked_for_where_the_answer_leaves_it_out(qtbot, page, service, click):
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    (request,) = service.sent(ALBUM_CREATE)
    assert b"1700000000000000002" in request


def test_a_group_that_is_not_known_yet_is_looked_for_again(qtbot, page, service, click):
    named = service.list_answer
    for answer in (_ok(folders=[], total=0), service.folders(None)):
        service.list_answer = answer
        click("recipe.create")
        qtbot.waitUntil(lambda: "not known yet" in page.album.banner.accessibleName(), timeout=15_000)
        assert service.sent(ALBUM_CREATE) == []
        page.album.banner.setAccessibleName("")
    service.list_answer = named
    click("recipe.create")
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(service.sent(SHARED_FOLDER_CREATE)) == len(service.sent(ALBUM_CREATE)) == 1


def test_a_token_that_has_ended_by_then_is_asked_for_and_looking_goes_on(
    qtbot, page, service, click, enter_token
):
    named, service.list_answer = service.list_answer, json.dumps({"code": 401, "msg": "no"}).encode()
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.prompt.is_asking, timeout=15_000)
    service.list_answer = named
    enter_token("recipeAlbum", SANDBOX_TOKEN)
    qtbot.waitUntil(lambda: both_made(page), timeout=15_000)
    assert len(service.sent(SHARED_FOLDER_CREATE)) == len(service.sent(ALBUM_CREATE)) == 1


def test_clear_stops_looking(qtbot, page, service, click, rest):
    click("recipe.create")
    qtbot.waitUntil(lambda: page.album.is_looking, timeout=15_000)
    click("recipe.clear")
    rest()
    assert not page.album.is_looking
    assert not page.album.banner.isVisible()
    assert page.findChild(QLineEdit, "recipeAlbum.name").text() == ""
