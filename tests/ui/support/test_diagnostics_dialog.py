"""The Diagnostics dialog: gathered in the background, shown, copied without a secret."""

from __future__ import annotations

import dataclasses
import threading
import time

import keyring as keyring_library
import pytest
from connection_fixtures import CANARY, keyring, sandbox, session, shown_text, stored, window
from memory_keyring import keyring_class
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from koodrive.credentials.store import CredentialStore
from ui.main_window.connection_bar import ConnectionBar
from ui.support.diagnostics_dialog import DiagnosticsDialog

__all__ = ["keyring", "sandbox", "session", "stored", "window"]


@pytest.fixture
def shown(qtbot, session, stored, window):
    connection = dataclasses.replace(stored, service_address="https://service.example", name="<b>Bold</b>")
    session.current = connection
    session.backend.credentials.save_for_session(connection.connection_id, CANARY)

    def show():
        dialog = DiagnosticsDialog(session, window)
        dialog.open()
        return dialog

    return show


def state(dialog):
    return dialog.findChild(QLabel, "diagnostics.state").text()


def button(dialog, key):
    return dialog.findChild(QPushButton, f"diagnostics.{key}")


def wait_until_there(qtbot, dialog):
    qtbot.waitUntil(lambda: state(dialog).startswith("Current settings and versions"), timeout=10_000)


def test_it_shows_what_is_in_force_and_copies_it(qtbot, shown):
    dialog = shown()
    wait_until_there(qtbot, dialog)
    words = shown_text(dialog)
    for part in (
        "<b>Bold</b>",
        "https://service.example",
        "The connection takes none.",
        "Journal mode",
        "SQLite",
        "Input method",
    ):
        assert part in words
    assert CANARY not in words
    qtbot.mouseClick(button(dialog, "copy"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Service address: https://service.example" in copied
    assert "Input method: " in copied
    assert CANARY not in copied
    assert state(dialog) == "Copied."
    qtbot.mouseClick(button(dialog, "again"), Qt.MouseButton.LeftButton)
    wait_until_there(qtbot, dialog)
    assert shown_text(dialog).count("Journal mode") == 1
    dialog.reject()


def test_c56_the_header_that_controls_the_own_sandbox_can_be_selected_and_is_masked_in_copies(
    qtbot, session, window
):
    session.current = session.backend.start_sandbox()
    secret = session.backend.sandbox.secret
    dialog = DiagnosticsDialog(session, window)
    dialog.open()
    wait_until_there(qtbot, dialog)
    (label,) = [
        label for label in dialog.findChildren(QLabel) if label.text() == f"X-Sandbox-Secret: {secret}"
    ]
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    qtbot.mouseClick(button(dialog, "copy"), Qt.MouseButton.LeftButton)
    assert session.backend.sandbox.base_url in QGuiApplication.clipboard().text()
    assert secret not in QGuiApplication.clipboard().text()
    dialog.reject()


def test_it_stays_on_the_screen_when_it_grows_after_it_was_placed(qtbot, shown):
    dialog = shown()
    room = dialog.screen().availableGeometry()
    low = dialog.height()
    dialog.move(dialog.x(), room.bottom() - dialog.frameGeometry().height() + 1)
    wait_until_there(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert room.contains(dialog.frameGeometry())
    dialog.reject()


def test_everything_can_be_reached_with_the_keyboard(qtbot, shown):
    dialog = shown()
    wait_until_there(qtbot, dialog)
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_keyring_that_hangs_holds_up_nobody(qtbot, session, shown, keyring):
    gate = threading.Event()
    session.backend.credentials._find_backend = lambda: gate.wait(30) and keyring
    begun = time.monotonic()
    dialog = shown()
    assert time.monotonic() - begun < 1
    assert "password" in state(dialog)
    assert not button(dialog, "copy").isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=2_000)
    gate.set()


def test_the_menu_of_the_connection_bar_opens_it(qtbot, start):
    main_window = start("--sandbox")
    bar = main_window.findChild(ConnectionBar)
    bar._menu.aboutToShow.emit()
    (action,) = [action for action in bar._menu.actions() if action.text() == "&Diagnostics…"]
    action.trigger()
    dialog = main_window.findChild(DiagnosticsDialog)
    wait_until_there(qtbot, dialog)
    assert "plain http" in shown_text(dialog)
    dialog.reject()


def test_the_help_menu_opens_it_with_and_without_a_connection(qtbot, start):
    main_window = start()
    for words in ("Keyring", "plain http"):
        main_window.findChild(QAction, "help.diagnostics").trigger()
        dialog = main_window.findChild(DiagnosticsDialog)
        wait_until_there(qtbot, dialog)
        assert words in shown_text(dialog)
        with qtbot.waitSignal(dialog.destroyed, timeout=5_000):
            dialog.reject()
        main_window.connections.use_sandbox()
        qtbot.waitUntil(lambda: main_window.session.is_sandbox, timeout=10_000)


def test_c67_a_keyring_can_be_trusted_once_and_that_taken_back(qtbot, session, shown, monkeypatch):
    vault = keyring_class("vaults.backend.VaultKeyring")()
    monkeypatch.setattr(keyring_library.core, "_keyring_backend", vault)
    session.backend.credentials = CredentialStore(trusted=session.backend.trusted_keyrings.load)
    dialog = shown()
    wait_until_there(qtbot, dialog)
    assert "vaults.backend.VaultKeyring was found" in shown_text(dialog)
    trust = button(dialog, "trust.vaults.backend.VaultKeyring")
    assert trust.text() == "I trust this one"
    assert "VaultKeyring" in trust.accessibleName()
    trust.click()
    qtbot.waitUntil(lambda: "You said so" in shown_text(dialog), timeout=10_000)
    session.backend.credentials.save("c-9", CANARY)
    assert list(vault.items.values()) == [CANARY]
    button(dialog, "distrust.vaults.backend.VaultKeyring").click()
    qtbot.waitUntil(lambda: "You said so" not in shown_text(dialog), timeout=10_000)
    wait_until_there(qtbot, dialog)
    assert "vaults.backend.VaultKeyring was found" in shown_text(dialog)
    dialog.reject()


@pytest.mark.parametrize("name", ["keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring"])
def test_c67_no_trust_is_offered_for_a_keyring_that_keeps_nothing_safe(
    qtbot, session, shown, monkeypatch, name
):
    monkeypatch.setattr(keyring_library.core, "_keyring_backend", keyring_class(name)())
    session.backend.credentials = CredentialStore(trusted=session.backend.trusted_keyrings.load)
    dialog = shown()
    wait_until_there(qtbot, dialog)
    assert f"Only {name} was found" in shown_text(dialog)
    assert [one for one in dialog.findChildren(QPushButton) if "trust" in one.objectName()] == []
    dialog.reject()


def test_the_values_of_all_sections_begin_at_one_edge(qtbot, shown):
    dialog = shown()
    wait_until_there(qtbot, dialog)

    def edges():
        grids = dialog.findChildren(QGridLayout)
        return {grid.itemAtPosition(1, 1).geometry().left() for grid in grids if grid.itemAtPosition(1, 1)}

    qtbot.waitUntil(lambda: len(edges()) == 1, timeout=5_000)
    dialog.reject()
