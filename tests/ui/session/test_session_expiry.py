"""A token that ends in the middle of work: it pauses, and goes on with a fresh one, without making anything twice."""

from __future__ import annotations

import pytest
from form_driver import FormDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from window_session_fixtures import prompt_of, refreshes, rest, use_account, use_pasted

from koodrive.api.serialization import REFRESH_TOKEN
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from koodrive.sandbox.identity import SANDBOX_PASSWORD
from ui.create.pending_submission import PendingSubmission
from ui.create.spec import ALBUM
from ui.create.token_wait import TokenWait
from ui.session.sign_in_prompt import SignInPrompt


def answer(qtbot, page, part, text):
    prompt = prompt_of(page)
    line = prompt.findChild(QLineEdit, f"{prompt.objectName()}.{part}")
    assert line.isVisibleTo(prompt)
    line.insert(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def wait_for_prompt(qtbot, session, page):
    rest(qtbot, session, lambda: prompt_of(page) is not None)


def test_a_pasted_token_that_ends_is_asked_for_and_the_same_goes_on(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    assert form.title == "Your token has expired"
    assert "nothing was created" in form.message
    assert "The service says: " in form.message
    assert sandbox.effects() == []
    assert form.entry.pending.request.name == "Summer"
    answer(qtbot, form.page, "token", f"Bearer {sandbox.renew_token()}\n")
    rest(qtbot, window.session, lambda: form.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer"]
    assert prompt_of(form.page) is None
    assert form.sent == 2


@pytest.mark.parametrize("is_own", [True, False])
def test_only_a_connection_of_ones_own_can_be_opened(qtbot, window, sandbox, form, is_own):
    if is_own:
        use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    offered = form.card.findChild(QPushButton, "album.result.openConnection")
    assert (offered is not None) == is_own


def test_the_focus_goes_to_the_line_where_work_goes_on(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    assert window.focusWidget().objectName() == "album.signIn.token"


def test_cancel_leaves_the_request_at_its_entry(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    qtbot.keyClick(prompt_of(form.page).findChild(QLineEdit, "album.signIn.token"), Qt.Key.Key_Escape)
    assert prompt_of(form.page) is None
    assert form.entry.pending.request.name == "Summer"
    assert form.card.action("signIn").text() == "New token…"
    # Nothing is sent with a token that is known to be refused.
    form.choose("signIn")
    wait_for_prompt(qtbot, window.session, form.page)
    assert form.sent == 1
    answer(qtbot, form.page, "token", sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1


def test_what_is_typed_meanwhile_is_not_sent_by_itself(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    form.type("name", "Winter")
    answer(qtbot, form.page, "token", sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer"]
    assert form.create().kind is OutcomeKind.CREATED
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer", "Winter"]


def test_a_token_that_is_refused_again_is_asked_for_again(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    answer(qtbot, form.page, "token", "another-wrong-token")
    rest(qtbot, window.session, lambda: form.sent == 2 and prompt_of(form.page) is not None)
    assert form.title == "This token was not accepted either"
    assert "Nothing was created" in form.message
    # The same once more: somebody may have made it good.
    answer(qtbot, form.page, "token", sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1


def test_two_pages_go_on_with_one_refresh(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    window.open_page("sharedFolder")
    other = FormDriver(qtbot, window.shared_folder, sandbox)
    other.type("name", "Family")
    other.type("containerId", SANDBOX_CONTAINER_ID)
    window.open_page("album")
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.expire_tokens()
    form.page.submit()
    other.page.submit()
    rest(qtbot, window.session, lambda: form.state == other.state == "created")
    assert refreshes(sandbox) == 1
    assert sorted(effect["name"] for effect in sandbox.effects()) == ["Family", "Summer"]


def test_an_answer_that_comes_after_the_renewal_is_asked_for_nothing(qtbot, window, sandbox):
    connection = use_account(qtbot, window.session, sandbox)
    sent = PendingSubmission(
        ALBUM,
        {},
        CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL),
        connection,
        was_refused=True,
        renewals=window.session.renewal_count,
    )
    window.services.renewal.refresh()
    rest(qtbot, window.session)
    prompt = SignInPrompt("album", window.services, parent=window)
    token_wait = TokenWait(window.session, lambda: prompt, window)
    with qtbot.waitSignal(token_wait.resumed, timeout=1_000):
        token_wait.start(sent)
    assert prompt_of(window.album) is None
    assert refreshes(sandbox) == 1


def test_a_refresh_that_is_refused_leads_to_the_password(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.expire_tokens()
    sandbox.inject(Fault.EXPIRED_TOKEN, path=REFRESH_TOKEN, times=1)
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    assert form.title == "Your session has expired"
    answer(qtbot, form.page, "password", "Not-The-Password-9")
    message = prompt_of(form.page).findChild(QLabel, "album.signIn.message")
    rest(qtbot, window.session, lambda: message.text().startswith("⚠"))
    assert "The account or its password is wrong." in message.text()
    assert prompt_of(form.page).findChild(QLineEdit, "album.signIn.password").text() == ""
    answer(qtbot, form.page, "password", SANDBOX_PASSWORD)
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1
    assert refreshes(sandbox) == 1


def test_a_renewal_that_does_not_help_is_not_repeated(qtbot, window, sandbox, form):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    sandbox.inject(Fault.EXPIRED_TOKEN, times=2, path="/koodrive/ose/v1/album/create")
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    assert refreshes(sandbox) == 1
    assert form.sent == 2
    answer(qtbot, form.page, "password", SANDBOX_PASSWORD)
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1


def test_after_a_night_create_pauses_first(qtbot, window, sandbox, form, clock):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    assert form.create().kind is OutcomeKind.CREATED
    meter = window.findChild(QWidget, "connection.tokenMeter")
    qtbot.waitUntil(lambda: meter.accessibleName() == "Token: about 20 min left", timeout=3_000)
    clock.sleep(8 * 60)
    qtbot.waitUntil(lambda: meter.accessibleName() == "⚠ Your token has probably expired", timeout=3_000)
    form.type("name", "Winter")
    sent = form.sent
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    assert form.title == "Your token has probably expired"
    assert form.sent == sent
    form.choose("sendAnyway")
    rest(qtbot, window.session, lambda: form.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer", "Winter"]
    assert prompt_of(form.page) is None
    qtbot.waitUntil(lambda: meter.accessibleName() == "Token: about 20 min left", timeout=3_000)


def test_sending_all_the_same_sends_what_is_held_back_and_not_what_is_typed_since(
    qtbot, window, sandbox, form, clock
):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    form.create()
    clock.sleep(8 * 60)
    name = form.page.findChild(QLineEdit, "album.name")
    for text in ("Winter", "Autu"):
        name.selectAll()
        qtbot.keyClicks(name, text)
        if text == "Winter":
            qtbot.keyClick(name, Qt.Key.Key_Return)
            wait_for_prompt(qtbot, window.session, form.page)
    form.choose("sendAnyway")
    rest(qtbot, window.session, lambda: len(sandbox.effects()) == 2)
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer", "Winter"]
    assert name.text() == "Autu"
    assert not window.activity.is_waiting


def test_a_night_ends_a_session_that_is_renewed_before_anything_is_sent(qtbot, window, sandbox, form, clock):
    use_account(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    rest(qtbot, window.session)
    clock.sleep(8 * 60)
    form.click("create")
    rest(qtbot, window.session, lambda: form.state == "created")
    assert refreshes(sandbox) == 1
    assert form.sent == len(sandbox.effects()) == 1


def test_a_dead_token_is_not_sent_around(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    rest(qtbot, window.session)
    sandbox.expire_tokens()
    form.type("name", "Summer")
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    before = len(sandbox.requests())
    for page in ("sharedFolder", "album", "sharedFolder", "album"):
        window.open_page(page)
        window.page_services.snapshots._read()
    rest(qtbot, window.session)
    refused = [request for request in sandbox.requests()[before:] if request.path.endswith("/list")]
    assert refused == []
    answer(qtbot, form.page, "token", sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1


def test_the_sandbox_itself_asks_for_its_token_too(qtbot, window, sandbox, form):
    form.fault(Fault.EXPIRED_TOKEN)
    form.type("name", "Summer")
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    answer(qtbot, form.page, "token", SANDBOX_TOKEN)
    rest(qtbot, window.session, lambda: form.state == "created")
    assert len(sandbox.effects()) == 1


def test_clear_empties_the_form_alone(qtbot, window, sandbox, form):
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    form.type("name", "Wrong")
    form.page.findChild(QPushButton, "album.clear").click()
    assert prompt_of(form.page) is not None, "what was pressed before is no content of the form any more"
    window.services.renewal.use_token(sandbox.renew_token())
    rest(qtbot, window.session, lambda: form.state == "created")
    assert [effect["name"] for effect in sandbox.effects()] == ["Summer"]


def test_another_connection_ends_the_pause(qtbot, window, sandbox, form):
    own = window.session.current
    use_pasted(qtbot, window.session, sandbox)
    form.type("name", "Summer")
    sandbox.expire_tokens()
    form.click("create")
    wait_for_prompt(qtbot, window.session, form.page)
    window.session.use(own)
    rest(qtbot, window.session)
    assert prompt_of(form.page) is None
    assert sandbox.effects() == []
