"""Requests sent automatically after a new token: only those clearly refused or never sent, each once."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from form_driver import FormDriver
from keyring.errors import KeyringLocked
from memory_keyring import RaisingKeyring, store_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from window_session_fixtures import prompt_of, refreshes, rest, use_account, use_pasted

from koodrive.api.serialization import ALBUM_CREATE, ALBUM_LIST, LOGIN, REFRESH_TOKEN
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault, fake_answers
from koodrive.sandbox.identity import SANDBOX_PASSWORD
from koodrive.sandbox.messages import Response
from ui.core.tasks import Lane


def paused(qtbot, window, sandbox, form, name="Summer"):
    """Press Create with a token that has ended, and wait until the form asks for another."""
    form.type("name", name)
    sandbox.expire_tokens()
    form.click("create")
    rest(qtbot, window.session, lambda: prompt_of(form.page) is not None)


def enter_token(page, token):
    line = prompt_of(page).findChild(QLineEdit, f"{prompt_of(page).objectName()}.token")
    line.insert(token)
    return prompt_of(page).findChild(QPushButton, f"{prompt_of(page).objectName()}.goOn")


@pytest.mark.parametrize("body", [b"", b"<html>Log in to the proxy</html>", b'{"message": "no"}'])
def test_a_401_that_is_not_the_services_own_is_not_sent_again(
    qtbot, window, sandbox, form, monkeypatch, body
):
    # Whoever answers so may have let the request pass before: here, it was carried out.
    monkeypatch.setitem(fake_answers._CONTENT, Fault.HTML, lambda _: Response(401, body))
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    form.fault(Fault.HTML)
    assert form.create().kind is OutcomeKind.REFUSED
    window.services.renewal.refresh()
    rest(qtbot, window.session, lambda: refreshes(sandbox) == 1)
    assert form.sent == len(sandbox.effects()) == 1
    offered = {key for key, _ in form.submission.result.content.actions}
    assert ("connect" in offered) is not body.startswith(b"<"), "a web page is no matter of the token"


def test_a_lost_answer_is_not_sent_again_whatever_is_renewed(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    form.fault(Fault.COMMIT_THEN_DROP)
    assert form.create().kind is OutcomeKind.UNKNOWN
    window.services.renewal.refresh()
    rest(qtbot, window.session, lambda: refreshes(sandbox) == 1)
    assert form.sent == len(sandbox.effects()) == 1


def test_the_second_time_has_its_answer_lost_and_there_is_no_third(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.inject(Fault.EXPIRED_TOKEN, path=ALBUM_CREATE)
    form.fault(Fault.COMMIT_THEN_DROP)
    form.click("create")
    rest(qtbot, window.session, lambda: form.sent == 2)
    window.services.renewal.refresh()
    rest(qtbot, window.session, lambda: refreshes(sandbox) == 2)
    assert len(sandbox.effects()) == 1
    assert form.sent == 2


def test_c07_a_double_click_on_go_on_sends_once_and_cancels_nothing(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    button = enter_token(form.page, sandbox.renew_token())
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: prompt_of(form.page) is None)
    under = window.childAt(place)
    if under is not None:
        QTest.mouseDClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, place))
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1
    assert form.sent == 2


def test_c07_enter_that_is_held_sends_once_and_cancels_nothing(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    enter_token(form.page, sandbox.renew_token())
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
    line = prompt_of(form.page).findChild(QLineEdit, "album.signIn.token")
    QTest.keyPress(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.submission.is_busy)
    for _ in range(5):
        QTest.keyPress(window.focusWidget() or form.page, Qt.Key.Key_Return)
    rest(qtbot, window.session, lambda: not form.submission.is_busy)
    assert form.state == "created"
    assert len(sandbox.effects()) == 1


@pytest.fixture
def two_prompts(qtbot, window, sandbox, form):
    """Have two pages ask for the same password, as the session cannot be renewed."""
    use_account(qtbot, window.session, sandbox)
    other = FormDriver(qtbot, window.shared_folder, sandbox)
    other.type("name", "Family")
    other.type("containerId", SANDBOX_CONTAINER_ID)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    sandbox.inject(Fault.NONZERO_CODE, times=2, path=REFRESH_TOKEN)
    for driver in (form, other):
        driver.page.submit()
        rest(qtbot, window.session, lambda driver=driver: prompt_of(driver.page) is not None)
    return form, other


def sign_in(page, password=SANDBOX_PASSWORD):
    prompt = prompt_of(page)
    prompt.findChild(QLineEdit, f"{prompt.objectName()}.password").insert(password)
    prompt.go_on()


def asked(sandbox, path):
    return [request for request in sandbox.requests() if request.path == path]


def said(page):
    prompt = prompt_of(page)
    return prompt.findChild(QLabel, f"{prompt.objectName()}.message").text()


def test_cancel_on_one_page_does_not_end_the_sign_in_of_another(qtbot, window, sandbox, two_prompts):
    form, other = two_prompts
    sandbox.inject(Fault.SLOW, path=LOGIN, seconds=0.3)
    sign_in(form.page)
    prompt_of(other.page).cancel()
    rest(qtbot, window.session, lambda: form.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer"]


def test_a_sign_in_that_its_own_page_cancels_is_not_said_to_go_on_at_another(
    qtbot, window, sandbox, two_prompts
):
    form, other = two_prompts
    sandbox.inject(Fault.HANG, path=LOGIN, seconds=30)
    logins = len(asked(sandbox, LOGIN))
    sign_in(form.page)
    assert "Signing in" in said(other.page)
    qtbot.waitUntil(lambda: len(asked(sandbox, LOGIN)) > logins)
    prompt_of(form.page).cancel()
    assert said(other.page) == ""
    sign_in(other.page)
    rest(qtbot, window.session, lambda: other.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Family"]


def test_what_one_page_gives_up_another_does_not_offer_any_more(qtbot, window, two_prompts, monkeypatch):
    form, other = two_prompts
    backend = window.session.backend
    monkeypatch.setattr(backend.credentials, "is_session_only", lambda _connection_id: False)
    monkeypatch.setattr(backend.sessions, "_credentials", store_on(RaisingKeyring(KeyringLocked())))
    sign_in(form.page)
    keep = prompt_of(other.page).findChild(QPushButton, "sharedFolder.signIn.keepForSession")
    rest(qtbot, window.session, lambda: not keep.isHidden())
    prompt_of(form.page).cancel()
    assert keep.isHidden()
    prompt_of(other.page).cancel()


def test_cancel_after_a_token_that_cannot_be_used_leaves_the_token_of_another_page_alone(
    qtbot, window, sandbox, form
):
    use_pasted(qtbot, window.session, sandbox)
    other, release = window.shared_folder, threading.Event()
    for page in (form.page, other):
        page.prompt.ask("")
    enter_token(other, "Bearer one two").click()
    assert "cannot be used" in said(other)
    window.session.runner.start(Lane.SIGN_IN, lambda: release.wait(30))
    enter_token(form.page, SANDBOX_TOKEN).click()
    prompt_of(other).cancel()
    assert window.services.renewal.is_busy, "the token of the first page is being kept still"
    with qtbot.waitSignal(window.services.renewal.renewed):
        release.set()
    rest(qtbot, window.session)


def test_create_is_pressed_again_while_it_waits(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    for _ in range(3):
        form.click("create")
    enter_token(form.page, sandbox.renew_token()).click()
    rest(qtbot, window.session, lambda: form.state == "created")
    assert form.sent == 2
    assert len(sandbox.effects()) == 1


def test_one_more_of_the_same_that_has_to_wait_is_one_more(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    assert form.create().kind is OutcomeKind.CREATED
    form.type("name", "Summer")
    form.click("create")
    rest(qtbot, window.session, lambda: "again" in form.submission.result.content.keys)
    sandbox.expire_tokens()
    form.choose("again")
    rest(qtbot, window.session, lambda: form.state == "created" and len(sandbox.effects()) == 2)
    form.type("name", "Summer")
    form.click("create")
    rest(qtbot, window.session, lambda: "again" in form.submission.result.content.keys)
    assert len(sandbox.effects()) == 2
    assert form.sent == 3


@pytest.mark.parametrize("change", [{"user_id": "other-user"}, {"service_address": "http://127.0.0.1:9"}])
def test_a_connection_that_leads_elsewhere_meanwhile_gets_nothing(qtbot, window, sandbox, form, change):
    connection = use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    window.session.use(replace(connection, **change))
    rest(qtbot, window.session)
    window.services.renewal.use_token(sandbox.renew_token())
    rest(qtbot, window.session)
    assert form.sent == 1
    assert sandbox.effects() == []


def test_a_connection_with_other_settings_meanwhile_goes_on_with_them(qtbot, window, sandbox, form):
    connection = use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    window.session.use(replace(connection, number_form="text"))
    rest(qtbot, window.session)
    window.services.renewal.use_token(sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert form.sent == 2
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer"]


def test_two_connections_to_one_service_do_not_wait_for_each_other(qtbot, window, sandbox, form):
    first = use_pasted(qtbot, window.session, sandbox)
    paused(qtbot, window, sandbox, form)
    fresh = sandbox.renew_token()
    second = replace(first, connection_id="second")
    window.session.backend.credentials.save_for_session("second", fresh)
    window.session.use(second)
    rest(qtbot, window.session, lambda: window.session.token == fresh)
    window.services.renewal.save_for_session(fresh)
    window.session.use(first)
    rest(qtbot, window.session)
    window.services.renewal.save_for_session(fresh)
    rest(qtbot, window.session)
    assert form.sent == 1
    assert sandbox.effects() == []


def test_two_pages_wait_for_the_same_and_only_one_is_made(qtbot, window, sandbox):
    use_account(qtbot, window.session, sandbox)
    window.open_page("recipe")
    step = window.recipe.folder
    window.open_page("sharedFolder")
    page = FormDriver(qtbot, window.shared_folder, sandbox)
    page.type("name", "Family")
    page.page.findChild(QLineEdit, "sharedFolder.containerId").setText(SANDBOX_CONTAINER_ID)
    step._fields["name"].set_text("Family")
    step._space.line.setText(SANDBOX_CONTAINER_ID)
    rest(qtbot, window.session)
    sandbox.expire_tokens()
    sandbox.inject(Fault.SLOW, path=REFRESH_TOKEN, seconds=0.3)
    page.page.submit()
    step.submission.submit()
    rest(
        qtbot,
        window.session,
        lambda: not step.submission.is_busy and not page.submission.is_busy and len(sandbox.effects()),
    )
    assert [effect["name"] for effect in sandbox.effects()] == ["Family"]
    assert refreshes(sandbox) == 1


def quit_window(qtbot, window):
    """Close the window, and agree to lose what is typed."""
    window.close()
    button = window.findChild(QPushButton, "quit.confirm")
    if button is not None:
        button.click()


def test_c33_a_request_that_waits_for_a_refresh_is_not_sent_while_the_window_closes(
    qtbot, window, sandbox, form
):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.expire_tokens()
    sandbox.inject(Fault.SLOW, path=REFRESH_TOKEN, seconds=0.5)
    form.click("create")
    qtbot.waitUntil(lambda: refreshes(sandbox) == 1, timeout=5_000)
    with qtbot.waitSignal(window.shut_down, timeout=10_000):
        quit_window(qtbot, window)
    assert form.sent == 1
    assert sandbox.effects() == []


def test_c33_a_refusal_that_comes_while_the_window_closes_renews_nothing(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    sandbox.expire_tokens()
    form.click("create")
    qtbot.waitUntil(lambda: form.sent == 1, timeout=5_000)
    with qtbot.waitSignal(window.shut_down, timeout=10_000):
        quit_window(qtbot, window)
    assert form.sent == 1
    assert refreshes(sandbox) == 0
    assert sandbox.effects() == []


def test_a_list_that_is_refused_holds_back_only_until_a_token_is_given(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    sandbox.inject(Fault.EXPIRED_TOKEN, path=ALBUM_LIST)
    window.page_services.snapshots._read()
    form.type("name", "Summer")
    rest(qtbot, window.session)
    form.click("create")
    rest(qtbot, window.session, lambda: bool(sandbox.effects()) or prompt_of(form.page) is not None)
    if prompt_of(form.page) is not None:
        enter_token(form.page, SANDBOX_TOKEN).click()
    rest(qtbot, window.session, lambda: form.state == "created")
    assert form.sent == len(sandbox.effects()) == 1


def test_who_signs_in_as_another_user_sends_nothing(qtbot, window, sandbox, form):
    connection = use_account(qtbot, window.session, sandbox)
    window.session.use(replace(connection, user_id="1644817543959100099"))
    rest(qtbot, window.session, lambda: window.session.token is not None)
    before = window.session.token
    with qtbot.waitSignal(window.services.renewal.failed, timeout=10_000) as failed:
        window.services.renewal.sign_in(SANDBOX_PASSWORD)
    assert "another user" in failed.args[0].title
    assert window.session.token == before
