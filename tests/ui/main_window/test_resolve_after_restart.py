"""Attempts that were open when the window closed are resolved after the next start."""

from __future__ import annotations

from lost_answer_services import ALBUM_CREATE, QUICK, SLOW
from memory_keyring import MemoryKeyring
from PySide6.QtWidgets import QLineEdit
from resolve_driver import (
    click,
    close,
    count_shown,
    enter_token,
    find,
    lose,
    lose_with_hanging_list,
    news,
    notice_text,
    outcome,
    use_account,
)
from window_fixtures import posts, use_keyring

from koodrive.creation.findings import Resolution
from koodrive.credentials.store import CredentialStore
from koodrive.sandbox import SANDBOX_TOKEN, Fault, Sandbox
from ui.resolve.dialog import ResolveDialog
from ui.session.session import TokenState


def test_a_restart_finds_out_by_itself(qtbot, start, data_dir):
    with Sandbox() as sandbox:
        use_account(data_dir, sandbox)
        window = start()
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: bool(sandbox.requests()) and not window.session.runner.is_busy)
        attempt_id = lose_with_hanging_list(qtbot, window, sandbox)
        close(qtbot, window)
        sandbox.clear_faults()

        again = start()
        again.searches.set_pauses(QUICK)
        assert again.searches.searches == [], "without a token nobody is asked"
        qtbot.waitUntil(lambda: count_shown(again) == 1)
        enter_token(qtbot, again)
        qtbot.waitUntil(news(again).isVisible)
        assert sandbox.effects()[0]["id"] in news(again).accessibleName()
        assert outcome(again, attempt_id) == "created"
        qtbot.waitUntil(lambda: count_shown(again) == 0)
        assert len(posts(sandbox)) == len(sandbox.effects()) == 1
        close(qtbot, again)


def test_what_was_interrupted_is_told_and_turns_into_the_result(qtbot, start, data_dir):
    with Sandbox() as sandbox:
        use_account(data_dir, sandbox)
        window = start()
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: bool(sandbox.requests()) and not window.session.runner.is_busy)
        window.searches.set_pauses(SLOW)
        attempts = [
            lose(qtbot, window, sandbox, fault, name)
            for fault, name in (
                (Fault.COMMIT_THEN_DROP, "One"),
                (Fault.COMMIT_THEN_DROP, "Two"),
                (Fault.DROP_BEFORE_COMMIT, "Three"),
            )
        ]
        qtbot.waitUntil(lambda: outcome(window, attempts[1]) == "created")
        reopen_as_interrupted(window, attempts)
        close(qtbot, window)

        again = start()
        again.searches.set_pauses((2.0, 0.02))
        assert "3 requests were under way" in news(again).accessibleName()
        assert "as soon as" in news(again).accessibleName()
        enter_token(qtbot, again)
        qtbot.waitUntil(lambda: "is finding out" in news(again).accessibleName())
        qtbot.waitUntil(lambda: "looked for: 1" in news(again).accessibleName())
        qtbot.waitUntil(lambda: "Not created: 1" in notice_text(again))
        assert "Requests whose answers were lost: 3" in notice_text(again)
        assert "Created: 2" in notice_text(again)
        assert "looked for" not in notice_text(again)
        assert news(again).property("state") == "created"
        qtbot.waitUntil(lambda: count_shown(again) == 0)
        assert len(posts(sandbox)) == 3
        click(again, "news.history")
        assert again.page_name == "history"
        close(qtbot, again)


def reopen_as_interrupted(window, attempts):
    """Put the attempts back to what a process that dies leaves behind."""
    channel = window.session.backend.journal._writer
    with channel.transaction() as database:
        for attempt_id in attempts:
            database.execute(
                "UPDATE attempt SET outcome = 'sending', settled_at = NULL, result_id = NULL"
                " WHERE attempt_id = ?",
                (attempt_id,),
            )


def test_what_people_put_off_is_not_told_again_at_every_start(qtbot, start, data_dir):
    with Sandbox() as sandbox:
        use_account(data_dir, sandbox)
        window = start()
        window.searches.set_pauses(QUICK)
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: bool(sandbox.requests()) and not window.session.runner.is_busy)
        sandbox.make_elsewhere("album", {"name": "Twin", "type": 2, "albumKind": 1})
        lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP, "Twin")
        click(window, "nav.sharedFolder")
        qtbot.waitUntil(news(window).isVisible)
        with qtbot.waitSignal(window.searches.decided):
            enter_token(qtbot, window)
        assert "do not tell" in notice_text(window), "looked for once more, and not dismissed yet"
        close(qtbot, window)

        again = start()
        again.searches.set_pauses(QUICK)
        enter_token(qtbot, again)
        with qtbot.waitSignal(again.searches.decided) as decided:
            pass
        assert decided.args[0].ending is Resolution.CANNOT_TELL
        assert not news(again).isVisible()
        assert count_shown(again) == 1
        close(qtbot, again)


def test_a_token_that_is_missing_is_given_over_the_dialog_and_the_search_begins(qtbot, start, data_dir):
    with Sandbox() as sandbox:
        use_account(data_dir, sandbox)
        window = start()
        window.searches.set_pauses(SLOW)
        enter_token(qtbot, window)
        qtbot.waitUntil(lambda: bool(sandbox.requests()) and not window.session.runner.is_busy)
        attempt_id = lose_with_hanging_list(qtbot, window, sandbox)
        close(qtbot, window)
        sandbox.clear_faults()

        again = start()
        use_keyring(again.session.backend, CredentialStore(backend=MemoryKeyring))
        again.session.reload_token()
        qtbot.waitUntil(lambda: again.session.token_state is TokenState.MISSING)
        qtbot.waitUntil(lambda: count_shown(again) == 1)
        again.history.resolve_requested.emit(None)
        qtbot.waitUntil(lambda: find(again, "resolve.giveToken").isVisible())
        click(again, "resolve.giveToken")
        token = again.findChild(QLineEdit, "connection.token")
        qtbot.waitUntil(token.hasFocus)
        token.insert(SANDBOX_TOKEN)
        click(again, "connection.save")
        qtbot.waitUntil(lambda: outcome(again, attempt_id) == "created")
        qtbot.waitUntil(lambda: find(again, "resolve.history").isVisible())
        assert not news(again).isVisible(), "the dialog says it"
        click(again, "resolve.history")
        assert again.page_name == "history"
        assert again.findChild(ResolveDialog) is None or not again.findChild(ResolveDialog).isVisible()
        close(qtbot, again)


def test_a_rehearsal_goes_on_finding_out_after_a_restart(qtbot, start, window, sandbox):
    window.searches.set_pauses(SLOW)
    attempt_id = lose(qtbot, window, sandbox, Fault.DROP_BEFORE_COMMIT)
    close(qtbot, window)

    again = start("--sandbox")
    again.searches.set_pauses(QUICK)
    qtbot.waitUntil(lambda: outcome(again, attempt_id) == "refused")
    qtbot.waitUntil(lambda: "was not created" in notice_text(again))
    assert posts(again.session.backend.sandbox) == []


def test_nothing_begins_while_the_window_waits_for_its_end(qtbot, window, sandbox):
    window.searches.set_pauses(QUICK)
    sandbox.inject(Fault.HANG_AFTER_COMMIT, path=ALBUM_CREATE, seconds=30)
    window.findChild(QLineEdit, "album.name").insert("in flight")
    click(window, "album.create")
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 1)
    asked = len(sandbox.requests())
    window._shutdown._cancel.setInterval(100)
    close(qtbot, window)
    assert len(sandbox.requests()) == asked, "its outcome is found out at the next start"
