"""One submit of a form: exactly one create however it is pressed, and a way out while it is under way."""

from __future__ import annotations

from dataclasses import replace

from form_driver import FormDriver
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from window_fixtures import posts

from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault


def test_a_double_click_and_a_held_enter_make_one(form, sandbox):
    form.type("name", "Once")
    for _ in range(3):
        form.click("create")
    form.rest()
    create = form.page.findChild(QAbstractButton, "album.create")
    QTest.mouseDClick(create, Qt.MouseButton.LeftButton)
    for _ in range(20):
        QTest.keyClick(form.page.findChild(QLineEdit, "album.name"), Qt.Key.Key_Return)
    form.rest()
    assert form.sent == len(sandbox.effects()) == 1


def test_the_second_click_of_a_double_click_leaves_the_result_of_the_first(form):
    assert form.create_named("Once").kind is OutcomeKind.CREATED
    create = form.page.findChild(QAbstractButton, "album.create")
    place = QPointF(create.rect().center())
    for event_type in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            event_type, place, create.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(create, event)
    form.rest()
    assert form.title == "Created · Manual album"
    assert form.sent == 1


def test_what_nobody_has_foreseen_is_reported_and_shows_no_secret(window, form, monkeypatch):
    def broken(*_args, **_kwargs):
        raise ValueError(f"Authorization: {SANDBOX_TOKEN}")

    monkeypatch.setattr(window.session.backend, "create", broken)
    reported = []
    window.session.runner.unhandled.connect(reported.append)
    form.type("name", "Once")
    form.create()
    assert (form.title, [type(error) for error in reported]) == (
        "Something unexpected went wrong",
        [ValueError],
    )
    shown = [form.card.accessibleName(), window.messages.notice.accessibleName()]
    assert all("ValueError" in text for text in shown)
    assert not any(SANDBOX_TOKEN in text for text in shown)


def test_a_message_is_shown_whole_however_wide_the_window_is(qtbot, window, form):
    window.resize(1600, 900)
    form.create_named("Once")
    banner = form.card
    message = banner.findChild(QLabel, "album.result.message")
    for count in range(10, 60):
        banner.show_content("unknown", "The answer was lost", "words " * count)
        qtbot.waitUntil(lambda: message.height() >= message.heightForWidth(message.width()), timeout=1_000)


def test_cancel_is_quick_and_the_rest_of_the_window_works(qtbot, window, form, sandbox):
    form.fault(Fault.HANG, seconds=20)
    form.type("name", "Slow")
    form.click("create")
    qtbot.waitUntil(lambda: form.sent == 1)
    form.click("create")
    assert len(form.activity.entries) == 1, "the same is not pressed twice"
    window.open_page("sharedFolder")
    other = FormDriver(qtbot, window.shared_folder, sandbox)
    other.type("name", "Meanwhile")
    other.type("containerId", SANDBOX_CONTAINER_ID)
    assert other.create().kind is OutcomeKind.CREATED
    window.open_page("album")
    form.click("result.cancel")
    qtbot.waitUntil(lambda: not form.submission.is_busy, timeout=1_500)
    assert form.submission.outcome.kind is OutcomeKind.UNKNOWN
    assert form.entry.pending.fields["name"] == "Slow"


def test_after_ten_seconds_it_says_that_it_still_waits(qtbot, form):
    form.fault(Fault.HANG, seconds=20)
    form.type("name", "Slow")
    form.click("create")
    form.submission.sent._still_waiting.setInterval(50)
    qtbot.waitUntil(lambda: "still waits" in form.message)
    form.click("result.cancel")
    form.rest()


def test_a_second_click_on_cancel_sends_nothing(qtbot, form):
    form.fault(Fault.HANG, seconds=20)
    form.type("name", "Slow")
    form.click("create")
    qtbot.waitUntil(lambda: form.sent == 1)
    form.click("result.cancel")
    form.rest()
    assert form.card.action("resend") is None
    assert form.sent == 1


def test_after_a_lost_answer_the_same_is_not_sent_again(form, sandbox):
    form.fault(Fault.COMMIT_THEN_DROP)
    form.type("name", "Perhaps")
    # It is looked for at once, and there already whether it was found or not.
    assert form.create().kind in {OutcomeKind.UNKNOWN, OutcomeKind.CREATED}
    form.create_named("Perhaps")
    assert form.sent == len(sandbox.effects()) == 1


def test_a_refused_token_leads_to_the_token(form):
    form.fault(Fault.EXPIRED_TOKEN)
    form.type("name", "x")
    form.click("create")
    assert form.rest().is_sign_in_needed
    assert form.title == "Your token has expired"
    assert form.prompt.is_asking
    form.prompt.cancel()
    assert form.actions == ["New token…"]


def test_what_never_left_can_be_sent_again_while_the_next_name_is_typed(form, window):
    window.session.use(replace(window.session.current, service_address="http://127.0.0.1:9"))
    form.qtbot.waitUntil(lambda: window.session.token is not None)
    form.type("name", "Offline")
    assert form.create().kind is OutcomeKind.NOT_SENT
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.NOT_SENT
    assert form.actions == ["Send again"]
    form.type("name", "Next")
    assert form.actions == ["Send again"]


def test_after_a_switch_of_the_connection_and_back_it_can_still_be_sent_again(qtbot, form, window):
    window.resize(1100, 760)
    own = window.session.current
    form.fault(Fault.THROTTLED)
    form.type("name", "Here")
    form.click("create")
    window.session.use(replace(own, connection_id="c2", user_id="1644817543959100777"))
    assert form.rest().kind is OutcomeKind.REFUSED
    assert form.card.isHidden()
    window.session.use(own)
    qtbot.waitUntil(lambda: window.session.token is not None)
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED


def test_it_is_sent_again_with_the_settings_that_the_connection_has_by_now(qtbot, form, window, sandbox):
    window.resize(1100, 760)
    form.fault(Fault.THROTTLED)
    form.create_named("Here")
    window.session.use(replace(window.session.current, language="zh-CN"))
    qtbot.waitUntil(lambda: window.session.token is not None)
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert posts(sandbox)[-1].headers["language"] == "zh-CN"


def test_the_whole_card_is_laid_out_after_each_outcome(form, sandbox):
    def all_in_sight() -> None:
        form.rest()
        banner = form.card
        QTest.qWait(0)
        assert banner.height() >= banner.heightForWidth(banner.width()) > 0
        for button in banner.findChildren(QAbstractButton):
            if button.isVisible():
                assert banner.rect().contains(button.geometry()), button.text()
                assert button.height() >= button.minimumSizeHint().height(), button.text()

    form.page.window().resize(1100, 560)
    form.click("create")
    all_in_sight()
    form.type("name", "Once")
    form.create()
    all_in_sight()
    sandbox.inject(Fault.THROTTLED)
    form.type("name", "Twice")
    form.create()
    all_in_sight()
