"""Runs KooDesk through `main.py` with canary secrets and every fault, for `test_canary.py`.

``canary_process.py DEED DATA_DIR OUT_DIR``: DEED is ``walk``, ``abort`` for a process that dies half-way,
or ``tour``. What people could see or paste goes to OUT_DIR, beside what they saved; what became of the walk goes to
``facts.json`` there.
"""

from __future__ import annotations

import base64
import http.client
import json
import logging
import os
import sys
import threading
import time
import traceback
import warnings
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from canary import PASSWORD, TOKEN  # noqa: E402 - the path comes first
from canary_driver import WindowDriver  # noqa: E402
from canary_sessions import SessionsScenario, issue_canaries  # noqa: E402
from canary_storm import WRONG_TOKENS, Storm  # noqa: E402
from keyring import errors  # noqa: E402
from memory_keyring import MemoryKeyring, RaisingKeyring  # noqa: E402
from PySide6.QtCore import QObject, QTimer, Slot, qWarning  # noqa: E402
from PySide6.QtGui import QAction, QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QTableView,
)

import main  # noqa: E402
import ui.app  # noqa: E402
from koodrive.credentials.store import CredentialStore  # noqa: E402
from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox  # noqa: E402

PATIENCE_SECONDS = 15
CREATE_ALBUM = "/koodrive/ose/v1/album/create"


class Scenario(QObject):
    """Runs all steps from the event loop."""

    def __init__(self, deed, window, sandbox, out):
        super().__init__(window)
        self.failure = None
        self.facts = {}
        self._deed, self._window, self._sandbox, self._out = deed, window, sandbox, out
        self._keyring = RaisingKeyring(errors.PasswordSetError(f"no room for {TOKEN!r} and {PASSWORD}"))
        window.session.backend.credentials = CredentialStore(backend=lambda: self._keyring)
        self.driver = WindowDriver(window, out / "seen.txt")
        self._steps = self._scenario()
        self._condition = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    @Slot()
    def _advance(self):
        try:
            if self._condition():
                self._condition = next(self._steps)
                self._since = time.monotonic()
            elif time.monotonic() - self._since > PATIENCE_SECONDS:
                self._end(f"waited too long at line {_line_of(self._steps)}")
        except StopIteration:
            self._end(None)
        except Exception:  # noqa: BLE001 - whatever it is, it is the verdict
            self._end(traceback.format_exc())

    def _end(self, failure):
        self._timer.stop()
        self.failure = failure
        self.driver.close()
        self._window.quit_without_question()

    # The walk -----------------------------------------------------------------------------------------------------

    def _scenario(self):
        yield lambda: self._window.is_opened and self.driver.is_idle()
        yield from self._connect()
        if self._deed == "abort":
            os.abort()
        yield from self._create(f"Walk {os.getpid()}")
        yield from self._copy_as_curl()
        self._sandbox.inject(Fault.ERROR_AFTER_COMMIT, path=CREATE_ALBUM)
        yield from self._create(f"Lost {os.getpid()}")
        yield from self._storm()
        yield from self._open_history()
        sessions = SessionsScenario(self.driver, self._window, self._sandbox, self._use_keyring, self.facts)
        yield from sessions.steps()
        yield from self._break_down()
        yield from self._diagnose()
        yield from self._save_bundles()
        yield from self._copy_with_token()

    def _connect(self):
        self.driver.click("connection.add")
        yield lambda: QApplication.activeModalWidget() is not None
        self.driver.put("connection.name", f"Canary {os.getpid()}")
        self.driver.put("connection.serviceAddress", self._sandbox.base_url)
        self.driver.put("connection.userId", SANDBOX_USER_ID)
        for token in WRONG_TOKENS:
            self.driver.paste("connection.token", token)
            self.driver.click("connection.test")
            yield self.driver.is_idle
            self.driver.see()
            self.driver.click("connection.save")
            self.driver.see()
        for around in ("Bearer {}\n", "\u200b{}\ufeff\r\n", '"{}"', "Authorization: Bearer {}"):
            self.driver.paste("connection.token", around.format(TOKEN))
            self.driver.click("connection.test")
            yield self.driver.is_idle
            self.driver.see()
        self.driver.paste("connection.token", "")
        QTest.keyClicks(self.driver.find("connection.token", QLineEdit), TOKEN)
        self.driver.click("connection.advanced")
        self.driver.find("connection.proxy.manual", QAbstractButton).click()
        self.driver.put("connection.serviceAddress", "https://127.0.0.1:9")
        self.driver.put("connection.proxyAddress", f"http://anna:{PASSWORD}@127.0.0.1:9")
        self.driver.click("connection.save")
        self.driver.see()
        self.driver.put("connection.proxyAddress", "http://127.0.0.1:9")
        self.driver.put("connection.proxyUser", "anna")
        self.driver.put("connection.proxyPassword", PASSWORD)
        self.driver.click("connection.test")
        yield self.driver.is_idle
        self.driver.see()
        self.driver.click("connection.save")
        yield (
            lambda: (
                self.driver.has("connection.tryAgain") and self.driver.find("connection.tryAgain").isEnabled()
            )
        )
        self.driver.see()
        self.driver.find("connection.proxy.none", QAbstractButton).click()
        self.driver.put("connection.serviceAddress", self._sandbox.base_url)
        self._use_keyring(MemoryKeyring())
        self.driver.click("connection.save")
        yield lambda: QApplication.activeModalWidget() is None
        yield lambda: self.driver.is_idle() and self._window.session.token == TOKEN
        self.facts["in keyring"] = TOKEN in self._keyring.items.values()

    def _use_keyring(self, keyring):
        self._keyring = keyring
        # The store asks for its keyring only once.
        self._window.session.backend.credentials._backend = None

    def _create(self, name):
        self._window.open_page("album")
        self._window.album.start_fresh()
        self.driver.put("album.name", name)
        yield self.driver.is_idle
        self.driver.click("album.create")
        yield lambda: self._window.activity.newest_outcome("album") is not None and self.driver.is_idle()
        self.driver.see()

    def _copy_as_curl(self):
        if not self.driver.find("activity.panel").isVisible():
            self.driver.click("album.activity")
        self.driver.see()
        self.driver.click("activity.request")
        yield lambda: self.driver.find("album.preview").isVisible()
        for shell in ("sh", "cmd", "powershell"):
            self.driver.find(f"album.preview.copy.{shell}", QAction).trigger()
            self.driver.see()
        self.driver.click("activity.tab")

    def _storm(self):
        backend, out = self._window.session.backend, self._out
        thread = threading.Thread(target=Storm(backend, self._sandbox, out).run, name="storm")
        thread.start()
        self._since += 45
        yield lambda: not thread.is_alive()

    def _open_history(self):
        self._window.open_page("history")
        table = self.driver.find("history.table", QTableView)
        yield lambda: table.model().rowCount() > 0 and self.driver.is_idle()
        details = self.driver.find("history.template", QAbstractButton)
        for row in range(0, min(120, table.model().rowCount()), 3):
            table.setCurrentIndex(table.model().index(row, 0))
            yield lambda: details.isEnabled() and self.driver.is_idle()
            self.driver.find("history.menu.copyRow", QAction).trigger()
            self.driver.see()
            self.driver.find("history.menu.ticket", QAction).trigger()
            yield self.driver.is_idle
            self.driver.see()
        for kind, suffix in (("csv", "csv"), ("plainCsv", "plain.csv"), ("json", "json")):
            self.driver.find(f"history.export.{kind}", QAction).trigger()
            path = self._out / f"export-{os.getpid()}.{suffix}"
            self.driver.choose_file("history.export.file", path)
            yield lambda path=path: path.exists() and self.driver.is_idle()

    def _break_down(self):
        QTimer.singleShot(0, self._raise)
        qWarning(f"a warning of Qt about {TOKEN}")
        warnings.warn(f"a warning about {PASSWORD}", stacklevel=1)
        log = logging.getLogger("urllib3.somewhere")
        log.debug("headers: %r", {"Authorization": f"Bearer {TOKEN}", "Proxy": PASSWORD.encode()})
        log.error("forged %s\n%s", base64.b64encode(TOKEN.encode()), json.dumps({"t": TOKEN}))
        log.error("cut: %s", "x" * 7990 + TOKEN + "y" * 9000)
        thread = threading.Thread(target=self._raise, name="raises")
        thread.start()
        yield lambda: not thread.is_alive() and self.driver.has("problem.copy")
        self.driver.click("problem.copy")
        self.driver.see()
        self.driver.click("problem.close")
        yield lambda: not self.driver.has("problem.copy")

    @Slot()
    def _raise(self):
        try:
            {}[f"Authorization: Bearer {TOKEN}"]
        except KeyError as error:
            raise ValueError(f"token={TOKEN}; {base64.b64encode(PASSWORD.encode())}") from error

    def _diagnose(self):
        works = self._keyring
        self._use_keyring(RaisingKeyring(errors.KeyringError(f"cannot hand out {TOKEN}")))
        self.driver.find("help.diagnostics", QAction).trigger()
        yield lambda: self.driver.find("diagnostics.copy", QAbstractButton).isEnabled()
        self.driver.click("diagnostics.copy")
        self.driver.see()
        self._use_keyring(works)
        self.driver.click("diagnostics.close")
        yield lambda: QApplication.activeModalWidget() is None

    def _save_bundles(self):
        self.driver.find("help.supportBundle", QAction).trigger()
        save = self.driver.find("supportBundle.save", QAbstractButton)
        choices = QApplication.activeModalWidget().findChild(QComboBox)
        for number in range(choices.count()):
            choices.setCurrentIndex(number)
            choices.activated.emit(number)
            yield lambda: save.isEnabled() and self.driver.is_idle()
            files = self.driver.find("supportBundle.files", QListWidget)
            for row in range(files.count()):
                files.setCurrentRow(row)
                self.driver.see()
            self.driver.click("supportBundle.save")
            path = self._out / f"bundle-{os.getpid()}-{number}.zip"
            self.driver.choose_file("supportBundle.file", path)
            yield lambda path=path: path.exists() and save.isEnabled()
        self.driver.find("supportBundle.maskUsers", QAbstractButton).click()
        yield lambda: save.isEnabled() and self.driver.is_idle()
        self.driver.click("supportBundle.save")
        masked = self._out / f"masked-{os.getpid()}.zip"
        self.driver.choose_file("supportBundle.file", masked)
        yield lambda: masked.exists() and save.isEnabled()
        QApplication.activeModalWidget().reject()
        yield lambda: QApplication.activeModalWidget() is None

    def _copy_with_token(self):
        self._window.open_page("album")
        self.driver.put("album.name", "With the real token")
        self.driver.find("album.preview.copyToken", QAction).trigger()
        yield lambda: self.driver.has("copyToken.confirm")
        self.driver.click("copyToken.confirm")
        yield lambda: self._window.session.token in QGuiApplication.clipboard().text()
        self.facts["copied on request"] = True
        self.driver.see(with_clipboard=False)


def _line_of(steps):
    """Return the line at which a generator, or its innermost sub-generator, waits."""
    while steps.gi_yieldfrom is not None:
        steps = steps.gi_yieldfrom
    return steps.gi_frame.f_lineno


def talk_about_everything():
    """Switch on all debug output."""
    logging.getLogger().setLevel(logging.DEBUG)
    for name in ("urllib3", "requests", "http.client", "keyring", "koodrive", "ui"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    logging.captureWarnings(capture=True)
    warnings.simplefilter("always")
    http.client.HTTPConnection.debuglevel = 1


def run(deed, data_dir, out_dir):
    """Run `main.main` with the scenario."""
    talk_about_everything()
    out = Path(out_dir)
    build, walks = ui.app.build, []

    def build_and_run(argv):
        application, window = build(argv)
        walks.append(Scenario(deed, window, sandbox, out))
        return application, window

    sys.argv = ["main.py", "--data-dir", data_dir]
    if deed == "tour":
        sys.argv += ["--tour", str(out / "pictures")]
        return main.main()
    ui.app.build = build_and_run
    issue_canaries()
    with Sandbox(out / "service.jsonl", token=TOKEN) as sandbox:
        code = main.main()
    walk = walks[0]
    left = QGuiApplication.clipboard().text()
    facts = {**walk.facts, "failure": walk.failure, "on the clipboard at the end": left}
    (out / "facts.json").write_text(json.dumps(facts))
    return code


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
