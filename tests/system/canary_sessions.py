"""Sessions, expiring pasted tokens, pickers and an app's key in the scenario of `canary_process.py`.

All tokens of the sandbox contain a canary, so that a match cannot be chance.
"""

from __future__ import annotations

import itertools
import os
import threading
from types import SimpleNamespace

from canary import APP_SECRET, ISSUED, PASTED_TOKEN, TYPED_PASSWORD, WRONG_PASSWORD
from keyring import errors
from memory_keyring import MemoryKeyring
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

import koodrive.sandbox.auth
import koodrive.sandbox.sign_in
from koodrive.sandbox import SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_APP_ID

_SECRETS = {"issued": ISSUED, "app secret": APP_SECRET, "password": TYPED_PASSWORD}


class QuotingKeyring(MemoryKeyring):
    """Keyring whose errors quote the secret, as those of some backends do."""

    def set_password(self, service, username, password):
        raise errors.PasswordSetError(f"Can't store {password!r} for {username}")


def issue_canaries():
    """Let the sandbox of this process issue canary tokens and accept a canary password."""
    numbers = itertools.count(1)
    lock = threading.Lock()

    def token_hex(_size):
        with lock:
            return f"{ISSUED}{next(numbers):06}"

    koodrive.sandbox.auth.secrets = SimpleNamespace(token_hex=token_hex)
    koodrive.sandbox.sign_in.SANDBOX_PASSWORD = TYPED_PASSWORD


class SessionsScenario:
    """Runs step by step; each step is a condition to wait for.

    Args:
        driver: Operates the window and writes down visible texts.
        window: The main window.
        sandbox: The service.
        use_keyring: Gives the backend another keyring.
        facts: Receives the results.
    """

    def __init__(self, driver, window, sandbox, use_keyring, facts):
        self._driver, self._window, self._sandbox = driver, window, sandbox
        self._use_keyring, self._facts = use_keyring, facts

    def steps(self):
        """Yield the conditions of all steps."""
        yield from self._sign_in()
        yield from self._create_after(self._sandbox.expire_tokens, "album.signIn.password", None)
        yield from self._create_after(self._end_session, "album.signIn.password", TYPED_PASSWORD)
        yield from self._pick()
        yield from self._sign_as_app()
        yield from self._paste_tokens()

    def _open(self, name, way):
        self._driver.click("connection.add")
        yield lambda: QApplication.activeModalWidget() is not None
        self._driver.put("connection.name", f"{name} {os.getpid()}")
        self._driver.put("connection.serviceAddress", self._sandbox.base_url)
        self._driver.find(f"connection.signInWay.{way}", QAbstractButton).click()

    def _press(self, name):
        self._driver.click(f"connection.{name}")
        yield self._driver.is_idle
        self._driver.see()

    def _save(self, secret):
        """Save to a keyring whose error quotes the secret, then to one that works."""
        self._use_keyring(QuotingKeyring())
        yield from self._press("save")
        yield lambda: self._driver.has("connection.tryAgain")
        self._driver.see()
        keyring = MemoryKeyring()
        self._use_keyring(keyring)
        self._driver.click("connection.tryAgain")
        yield lambda: QApplication.activeModalWidget() is None
        yield lambda: self._driver.is_idle() and self._window.session.token is not None
        self._driver.see()
        self._facts[f"{secret} in keyring"] = sorted(
            name for name, value in _SECRETS.items() if any(value in kept for kept in keyring.items.values())
        )
        self._see_objects()

    def _see_objects(self):
        """Write down the `repr` of objects, as a script or a debugger shows it."""
        session = self._window.session
        backend = session.backend
        self._driver.note(
            session,
            session.current,
            session.tokens,
            session.life,
            vars(session.backend),
            backend.credentials,
            backend.sessions,
            backend.token_expiries,
            backend.clients.client(session.current, session.token),
            self._window.services.renewal,
            session.runner,
        )

    def _sign_in(self):
        yield from self._open("Account", "account")
        self._driver.put("connection.agentName", SANDBOX_AGENT)
        self._driver.put("connection.account", SANDBOX_ACCOUNT)
        for password in (WRONG_PASSWORD, TYPED_PASSWORD):
            self._driver.paste("connection.password", "")
            QTest.keyClicks(self._driver.find("connection.password", QLineEdit), password)
            self._driver.see()
            yield from self._press("signIn")
        self._facts["signed in"] = self._driver.find("connection.userId", QLineEdit).text() == SANDBOX_USER_ID
        yield from self._press("test")
        yield from self._save("session")

    def _end_session(self):
        tokens = self._window.session.tokens
        self._sandbox._account.tokens.end_session(tokens.access_token)

    def _create_after(self, end, field, secret):
        """Let the token expire during a create, and continue through the prompt."""
        session = self._window.session
        before = session.token
        self._window.open_page("album")
        self._window.album.start_fresh()
        self._driver.put("album.name", f"Ended {len(self._facts)}")
        yield self._driver.is_idle
        end()
        self._driver.click("album.create")
        if secret is not None:
            yield lambda: self._driver.find(field).isVisible() and self._driver.is_idle()
            for wrong in (WRONG_PASSWORD, secret):
                self._driver.paste(field, wrong)
                self._driver.see()
                if wrong == secret or field.endswith("password"):
                    self._driver.click("album.signIn.goOn")
                    yield self._driver.is_idle
                self._driver.see()
        yield lambda: self._driver.is_idle() and self._window.activity.newest_outcome("album") is not None
        yield lambda: session.token != before
        self._driver.see()
        self._see_objects()
        outcome = self._window.activity.newest_outcome("album")
        self._facts.setdefault("created after an end", []).append(outcome.kind.value)

    def _pick(self):
        self._window.album.start_fresh()
        self._driver.click("album.albumKind.1")
        self._driver.click("album.type.1")
        yield self._driver.is_idle
        self._driver.click("album.scopeDir.choose")
        yield lambda: self._driver.has("folderPicker.tree") and self._driver.is_idle()
        self._driver.see()
        QApplication.activeModalWidget().reject()
        yield lambda: QApplication.activeModalWidget() is None
        self._window.album.start_fresh()
        self._driver.click("album.albumKind.2")
        self._driver.click("album.sharedFolder.choose")
        yield lambda: self._driver.has("sharedFolderPicker.table") and self._driver.is_idle()
        self._driver.put("sharedFolderPicker.search", "Storm")
        yield self._driver.is_idle
        self._driver.see()
        QApplication.activeModalWidget().reject()
        yield lambda: QApplication.activeModalWidget() is None
        self._window.open_page("live")
        yield self._driver.is_idle
        self._driver.see()
        self._window.open_page("album")
        self._window.album.start_fresh()
        yield self._driver.is_idle

    def _sign_as_app(self):
        yield from self._open("App", "appKey")
        self._driver.put("connection.userId", SANDBOX_USER_ID)
        self._driver.put("connection.appId", SANDBOX_APP_ID)
        for secret in (APP_SECRET[::-1], f"\u200b{APP_SECRET}\r\n"):
            self._driver.paste("connection.appSecret", secret)
            self._driver.see()
            yield from self._press("test")
        yield from self._save("app")
        self._window.album.start_fresh()
        self._driver.put("album.name", "Signed")
        yield self._driver.is_idle
        self._driver.find("album.preview.copyToken", QAction).trigger()
        yield lambda: self._driver.has("copyToken.confirm")
        self._driver.see()
        self._driver.click("copyToken.confirm")
        yield lambda: "Signature=" in QGuiApplication.clipboard().text()
        self._facts["copied with signature"] = SANDBOX_APP_ID in QGuiApplication.clipboard().text()
        # The secret is not in it, so it may be looked at.
        self._driver.see()
        QGuiApplication.clipboard().clear()
        self._driver.click("album.create")
        yield lambda: self._window.activity.newest_outcome("album") is not None and self._driver.is_idle()

    def _paste_tokens(self):
        yield from self._open("Pasted", "token")
        self._driver.put("connection.userId", SANDBOX_USER_ID)
        self._driver.paste("connection.token", self._sandbox.renew_token())
        yield from self._press("test")
        yield from self._save("pasted")
        self._sandbox.expire_tokens()
        self._sandbox._account.tokens._fixed.add(PASTED_TOKEN)
        yield from self._create_after(lambda: None, "album.signIn.token", PASTED_TOKEN)
        self._facts["went on with the pasted token"] = self._window.session.token == PASTED_TOKEN
