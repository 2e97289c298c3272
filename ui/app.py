"""Builds the application: Qt, the data directory, the main window, and what happens right after the first paint."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.files import ensure_private_directory, make_private
from koodrive.core.lazy import load
from koodrive.version import VERSION
from ui.core import input_method, language, theme
from ui.core.preferences import LANGUAGE, apply_look, preference
from ui.core.tasks import Lane, TaskRunner
from ui.core.window_settings import SETTINGS_FILE, WindowSettings
from ui.lifecycle.command_line import Options, parse
from ui.lifecycle.garbage_collection import GarbageCollection
from ui.lifecycle.process_log import ProcessLog
from ui.lifecycle.single_instance import DirectoryInUseError, SingleInstance
from ui.main_window.main_window import MainWindow
from ui.main_window.page_stack import WELCOME
from ui.main_window.preloading import Preloading, dialog_steps
from ui.session.services import Services
from ui.session.session import Session
from ui.texts.translate import translate

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.backend.backend import OpenResult

_SWITCH_SECONDS = 0.0005
"""After this time a busy thread lets the window thread go on. With Python's 5 ms, painting a table while another thread
read 100,000 rows took 93 ms instead of 20, as each call of Qt may have to wait once."""


def build(argv: list[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its shown main window; the event loop is the caller's.

    The data directory is opened in the background after the first paint.

    Args:
        argv: The command line, the program's name first.

    Raises:
        SystemExit: When the command line asks for nothing but text, is wrong, or the data directory is in use by
            another window, which is raised then.
    """
    options = parse(argv[1:])
    application = _application(argv[:1])
    # Qt writes its settings and its lock as the process writes files: for the user alone.
    os.umask(0o077)
    instance = _hold(options.data_dir)
    process_log = ProcessLog(options.data_dir)
    process_log.begin()
    session = Session(lambda: load("koodrive.backend.backend:Backend")(options.data_dir), TaskRunner())
    # Qt gives a file that it replaces the mode of the old one.
    make_private(options.data_dir / SETTINGS_FILE)
    settings = WindowSettings(options.data_dir / SETTINGS_FILE, session.runner)
    settings.load()
    session.begin_start()
    language.use(preference(settings, LANGUAGE), application)
    apply_look(settings)
    window = MainWindow(Services.of(session), settings, remembers_sandbox=not options.sandbox)
    _Start(options, window, settings, instance, process_log)
    window.show()
    return application, window


def _hold(data_dir: Path) -> SingleInstance:
    """Make the data directory and take it for this process; end the process where that cannot be."""
    if data_dir.exists() and not data_dir.is_dir():
        words = translate("Start", "KooDesk needs a folder for its data, and {path} is a file.")
        sys.exit(words.format(path=data_dir))
    try:
        ensure_private_directory(data_dir)
        instance = SingleInstance(data_dir)
        instance.acquire()
    except OSError as error:
        words = translate("Start", "KooDesk cannot use the data directory {path}: {reason}.")
        sys.exit(words.format(path=data_dir, reason=error.strerror))
    except DirectoryInUseError as error:
        sys.exit(0 if error.was_raised else str(error))
    return instance


def _application(program: list[str]) -> QApplication:
    existing = QApplication.instance()
    if existing is None:
        input_method.choose()
    application = (
        existing if isinstance(existing, QApplication) else QApplication([*program, *theme.STYLE_ARGUMENTS])
    )
    sys.setswitchinterval(_SWITCH_SECONDS)
    application.setApplicationName("KooDesk")
    application.setApplicationDisplayName("KooDesk")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("koodesk")
    # Until the settings are read; what goes wrong before is told in it.
    language.use(language.SYSTEM, application)
    theme.apply(application)
    return application


def has_display() -> bool:
    """Return whether there is a screen that Qt could open a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _Start(QObject):
    """Steps after the window is shown: open the backend, then the requested connection.

    It lives as long as the window.
    """

    def __init__(
        self,
        options: Options,
        window: MainWindow,
        settings: WindowSettings,
        instance: SingleInstance,
        process_log: ProcessLog,
    ) -> None:
        super().__init__(window)
        self._options = options
        self._window = window
        self._session = window.session
        self._settings = settings
        self._process_log = process_log
        self._garbage_collection = GarbageCollection(self)
        for owned in (process_log, instance, settings, window.session, window.session.runner):
            owned.setParent(self)
        window.painted.connect(self._end_start)
        # Until then little is garbage, and to look for it would cost a frame each time.
        window.pages_built.connect(self._garbage_collection.start)
        window.painted.connect(instance.listen)
        instance.raise_requested.connect(window.come_to_front)
        process_log.troubled.connect(window.messages.show_error)
        # In this order: afterwards the directory may be another process's.
        window.close_last(settings.write_last, process_log.end, instance.release)
        window.pages_built.connect(self._open)
        window.pages_built.connect(self._look_for_chinese)
        window.messages.retry_requested.connect(self._open)
        if options.sandbox:
            # Scripts drive a rehearsal as well, and look for the fields as soon as the window stands.
            window.build_pages()
            window.open_remembered_page()
        window.loaded.connect(self._open_first_page)
        window.connections.failed.connect(window.session.end_start)

    @Slot()
    def _end_start(self) -> None:
        self._session.runner.start(Lane.SETUP, self._process_log.start_writing)
        self._window.setWindowIcon(theme.icon())

    @Slot()
    def _open(self) -> None:
        if self._session.runner.is_closed:
            # Somebody closed the window in the very moment that it appeared.
            return
        task = self._session.runner.start(Lane.SETUP, self._session.backend.open)
        task.succeeded.connect(self._on_opened)
        task.failed.connect(self._window.show_not_opened)
        task.failed.connect(self._session.end_start)

    @Slot()
    def _look_for_chinese(self) -> None:
        if load("ui.core.chinese_font:is_missing")(self._window.font()):
            load("ui.main_window.chinese_notice:ChineseNotice")(
                self._window, self._window.messages.show_message
            )

    @Slot()
    def _open_first_page(self) -> None:
        if self._window.page_name:
            # Chosen by people who were faster.
            return
        if self._options.profile or self._settings.value("connection/last"):
            self._window.open_remembered_page()
        else:
            self._window.open_page(WELCOME)

    @Slot(object)
    def _on_opened(self, opened: OpenResult) -> None:
        self._session.runner.start(Lane.SETUP, self._session.backend.warm_up)
        self._session.runner.start(Lane.SETUP, self._process_log.log_versions)
        dialogs = Preloading(dialog_steps(), self._window)
        dialogs.finished.connect(self._garbage_collection.freeze)
        dialogs.start()
        self._window.on_opened(opened._replace(notices=(*self._process_log.notices, *opened.notices)))
        if self._options.sandbox:
            self._window.connections.use_sandbox()
            return
        if self._options.profile:
            self._use_named(opened, self._options.profile)
        elif self._session.current is None:
            self._use_last(opened)

    def _use_named(self, opened: OpenResult, name: str) -> None:
        named = [connection for connection in opened.connections if connection.name == name]
        if named:
            self._session.use(named[0])
        else:
            self._session.end_start()
            self._window.messages.show_missing_profile(name)

    def _use_last(self, opened: OpenResult) -> None:
        """Use the connection of last time; where that is gone, the choice is the user's."""
        last = str(self._settings.value("connection/last", ""))
        known = {connection.connection_id: connection for connection in opened.connections}
        if last == SANDBOX_CONNECTION_ID:
            self._window.connections.use_sandbox()
        elif last in known:
            self._session.use(known[last])
        elif len(known) == 1 and not last:
            self._session.use(opened.connections[0])
        else:
            self._session.end_start()
            self._window.open_page(WELCOME)
