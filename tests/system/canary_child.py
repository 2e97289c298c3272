"""KooDesk as `main.py` starts it, with secrets in it and everything going wrong, as `test_canary.py` asks.

``canary_child.py DEED DATA_DIR OUT_DIR``: DEED is ``walk``, ``abort`` for a process that dies half-way, or ``tour``. What
people could see or paste goes to OUT_DIR, beside what they saved; what became of the walk goes to ``facts.json`` there.
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

from canary import PASSWORD, TOKEN, WRONG_TOKEN  # noqa: E402 - the path comes first
from canary_storm import WRONG_TOKENS, Storm  # noqa: E402 - as above
from keyring import errors  # noqa: E402 - as above
from memory_keyring import MemoryKeyring, RaisingKeyring  # noqa: E402 - as above
from PySide6.QtCore import QObject, Qt, QTimer, Slot, qWarning  # noqa: E402 - as above
from PySide6.QtGui import QAction, QGuiApplication  # noqa: E402 - as above
from PySide6.QtTest import QTest  # noqa: E402 - as above
from PySide6.QtWidgets import (  # noqa: E402 - as above
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

import main  # noqa: E402 - as above
import ui.app  # noqa: E402 - as above
from koodrive.credentials import CredentialStore  # noqa: E402 - as above
from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox  # noqa: E402 - as above

PATIENCE_SECONDS = 15
CREATE_ALBUM = "/koodrive/ose/v1/album/create"


class Walk(QObject):
    """Plays everything step by step from the event loop."""

    def __init__(self, deed, window, sandbox, out):
        super().__init__(window)
        self.failure = None
        self.facts = {}
        self._deed, self._window, self._sandbox, self._out = deed, window, sandbox, out
        self._keyring = RaisingKeyring(errors.PasswordSetError(f"no room for {TOKEN!r} and {PASSWORD}"))
        window.session.desk.credentials = CredentialStore(backend=lambda: self._keyring)
        self._seen = (out / "seen.txt").open("a", encoding="utf-8", errors="backslashreplace")
        self._steps = self._walk()
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
        self._seen.close()
        self._window.quit_without_question()

    # The walk -----------------------------------------------------------------------------------------------------

    def _walk(self):
        yield lambda: self._window.is_opened and self._is_idle()
        yield from self._connect()
        if self._deed == "abort":
            os.abort()
        yield from self._create(f"Walk {os.getpid()}")
        yield from self._copy_as_curl()
        self._sandbox.inject(Fault.ERROR_AFTER_COMMIT, path=CREATE_ALBUM)
        yield from self._create(f"Lost {os.getpid()}")
        yield from self._storm()
        yield from self._look_at_history()
        yield from self._break_down()
        yield from self._diagnose()
        yield from self._save_bundles()
        yield from self._copy_with_token()

    def _connect(self):
        self._click("connection.add")
        yield lambda: QApplication.activeModalWidget() is not None
        self._put("connection.name", f"Canary {os.getpid()}")
        self._put("connection.serviceAddress", self._sandbox.base_url)
        self._put("connection.userId", SANDBOX_USER_ID)
        for token in WRONG_TOKENS:
            self._paste("connection.token", token)
            self._click("connection.test")
            yield self._is_idle
            self._see()
            self._click("connection.save")
            self._see()
        for around in ("Bearer {}\n", "\u200b{}\ufeff\r\n", '"{}"', "Authorization: Bearer {}"):
            self._paste("connection.token", around.format(TOKEN))
            self._click("connection.test")
            yield self._is_idle
            self._see()
        self._paste("connection.token", "")
        QTest.keyClicks(self._find("connection.token", QLineEdit), TOKEN)
        self._click("connection.advanced")
        self._find("connection.proxy.manual", QAbstractButton).click()
        self._put("connection.serviceAddress", "https://127.0.0.1:9")
        self._put("connection.proxyAddress", f"http://anna:{PASSWORD}@127.0.0.1:9")
        self._click("connection.save")
        self._see()
        self._put("connection.proxyAddress", "http://127.0.0.1:9")
        self._put("connection.proxyUser", "anna")
        self._put("connection.proxyPassword", PASSWORD)
        self._click("connection.test")
        yield self._is_idle
        self._see()
        self._click("connection.save")
        yield lambda: self._has("connection.tryAgain") and self._find("connection.tryAgain").isEnabled()
        self._see()
        self._find("connection.proxy.none", QAbstractButton).click()
        self._put("connection.serviceAddress", self._sandbox.base_url)
        self._keyring = MemoryKeyring()
        self._window.session.desk.credentials._backend = None
        self._click("connection.save")
        yield lambda: QApplication.activeModalWidget() is None
        yield lambda: self._is_idle() and self._window.session.token == TOKEN
        self.facts["in keyring"] = TOKEN in self._keyring.items.values()

    def _create(self, name):
        self._window.open_page("album")
        self._window.album.start_fresh()
        self._put("album.name", name)
        yield self._is_idle
        self._click("album.create")
        yield lambda: self._window.album.submission.outcome is not None and self._is_idle()
        self._see()

    def _copy_as_curl(self):
        if not self._find("album.preview").isVisible():
            self._click("album.togglePreview")
        yield lambda: self._find("album.preview").isVisible()
        for shell in ("sh", "cmd", "powershell"):
            self._find(f"album.preview.copy.{shell}", QAction).trigger()
            self._see()

    def _storm(self):
        desk, out = self._window.session.desk, self._out
        thread = threading.Thread(target=Storm(desk, self._sandbox, out).run, name="storm")
        thread.start()
        self._since += 30
        yield lambda: not thread.is_alive()

    def _look_at_history(self):
        self._window.open_page("history")
        table = self._find("history.table", QTableView)
        yield lambda: table.model().rowCount() > 0 and self._is_idle()
        details = self._find("history.template", QAbstractButton)
        for row in range(0, min(120, table.model().rowCount()), 3):
            table.setCurrentIndex(table.model().index(row, 0))
            yield lambda: details.isEnabled() and self._is_idle()
            self._find("history.menu.copyRow", QAction).trigger()
            self._see()
        for kind in ("csv", "json"):
            self._find(f"history.export.{kind}", QAction).trigger()
            path = self._out / f"export-{os.getpid()}.{kind}"
            self._choose_file("history.export.file", path)
            yield lambda path=path: path.exists() and self._is_idle()

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
        yield lambda: not thread.is_alive() and self._has("problem.copy")
        self._click("problem.copy")
        self._see()
        self._click("problem.close")
        yield lambda: not self._has("problem.copy")

    @Slot()
    def _raise(self):
        try:
            raise KeyError({"Authorization": f"Bearer {TOKEN}"})
        except KeyError as error:
            raise ValueError(f"token={TOKEN}; {base64.b64encode(PASSWORD.encode())}") from error

    def _diagnose(self):
        self._find("help.diagnostics", QAction).trigger()
        yield lambda: self._find("diagnostics.copy", QAbstractButton).isEnabled()
        self._click("diagnostics.copy")
        self._see()
        self._click("diagnostics.close")
        yield lambda: QApplication.activeModalWidget() is None

    def _save_bundles(self):
        self._find("help.supportBundle", QAction).trigger()
        save = self._find("supportBundle.save", QAbstractButton)
        choices = QApplication.activeModalWidget().findChild(QComboBox)
        for number in range(choices.count()):
            choices.setCurrentIndex(number)
            choices.activated.emit(number)
            yield lambda: save.isEnabled() and self._is_idle()
            files = self._find("supportBundle.files", QListWidget)
            for row in range(files.count()):
                files.setCurrentRow(row)
                self._see()
            self._click("supportBundle.save")
            path = self._out / f"bundle-{os.getpid()}-{number}.zip"
            self._choose_file("supportBundle.file", path)
            yield lambda path=path: path.exists() and save.isEnabled()
        QApplication.activeModalWidget().reject()
        yield lambda: QApplication.activeModalWidget() is None

    def _copy_with_token(self):
        self._window.open_page("album")
        self._put("album.name", "With the real token")
        self._find("album.preview.copyToken", QAction).trigger()
        yield lambda: self._has("copyToken.confirm")
        self._click("copyToken.confirm")
        yield lambda: TOKEN in QGuiApplication.clipboard().text()
        self.facts["copied on request"] = True
        self._see(with_clipboard=False)

    # Hands and eyes -----------------------------------------------------------------------------------------------

    def _is_idle(self):
        return not self._window.session.runner.is_busy

    def _has(self, name):
        return any(root.findChild(QObject, name) for root in self._roots())

    def _roots(self):
        return [root for root in (QApplication.activeModalWidget(), self._window) if root is not None]

    def _find(self, name, kind=QWidget):
        for root in self._roots():
            found = root.findChild(kind, name)
            if found is not None:
                return found
        raise LookupError(name)

    def _click(self, name):
        QTest.mouseClick(self._find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def _line(self, name):
        widget = self._find(name)
        return widget if isinstance(widget, QLineEdit) else widget.findChildren(QLineEdit)[0]

    def _put(self, name, text):
        line = self._line(name)
        line.setFocus()
        line.selectAll()
        line.insert(text)

    def _paste(self, name, text):
        """Paste as people do, and leave nothing of it for the eyes below."""
        QGuiApplication.clipboard().setText(text)
        line = self._line(name)
        line.setFocus()
        line.selectAll()
        if text:
            line.paste()
        else:
            line.clear()
        QGuiApplication.clipboard().clear()

    def _choose_file(self, name, path):
        chooser = self._find(name, QFileDialog)
        chooser.fileSelected.emit(str(path))
        chooser.close()

    def _see(self, *, with_clipboard=True):
        """Write down all that is shown, in every window, and what could be pasted."""
        for widget in QApplication.allWidgets():
            parts = [
                widget.windowTitle(),
                widget.toolTip(),
                widget.accessibleName(),
                widget.accessibleDescription(),
            ]
            if isinstance(widget, QLabel | QAbstractButton):
                parts.append(widget.text())
            elif isinstance(widget, QLineEdit):
                # What somebody types into a field for open text is there to be seen.
                is_hidden = widget.echoMode() is not QLineEdit.EchoMode.Normal
                parts += [widget.placeholderText(), widget.displayText() if is_hidden else ""]
            elif isinstance(widget, QPlainTextEdit):
                parts.append(widget.toPlainText())
            self._seen.write("\n".join(part for part in parts if part) + "\n")
        if with_clipboard:
            data = QGuiApplication.clipboard().mimeData()
            for form in data.formats() if data is not None else ():
                self._seen.write(f"{form}: {bytes(data.data(form)).decode(errors='backslashreplace')}\n")


def _line_of(steps):
    """Return the line at which a generator, or the innermost one that it delegates to, waits."""
    while steps.gi_yieldfrom is not None:
        steps = steps.gi_yieldfrom
    return steps.gi_frame.f_lineno


def talk_about_everything():
    """Switch on all debugging that there is."""
    logging.getLogger().setLevel(logging.DEBUG)
    for name in ("urllib3", "requests", "http.client", "keyring", "koodrive", "ui"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    logging.captureWarnings(capture=True)
    warnings.simplefilter("always")
    http.client.HTTPConnection.debuglevel = 1


def run(deed, data_dir, out_dir):
    """Run `main.main` with the walk on board."""
    talk_about_everything()
    out = Path(out_dir)
    build, walks = ui.app.build, []

    def build_and_walk(argv):
        application, window = build(argv)
        walks.append(Walk(deed, window, sandbox, out))
        return application, window

    sys.argv = ["main.py", "--data-dir", data_dir]
    if deed == "tour":
        sys.argv += ["--tour", str(out / "pictures")]
        return main.main()
    ui.app.build = build_and_walk
    with Sandbox(out / "service.jsonl", token=TOKEN) as sandbox:
        code = main.main()
    walk = walks[0]
    left = QGuiApplication.clipboard().text()
    facts = {**walk.facts, "failure": walk.failure, "on the clipboard at the end": left}
    (out / "facts.json").write_text(json.dumps(facts))
    return code


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
