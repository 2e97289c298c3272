"""What Help says of the program itself: what is new, its version, the licences of its parts."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion

from koodrive.version import VERSION
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.support.documents import CHANGES, LICENCES, changes_text, document, licences_text
from ui.support.text_dialog import TextDialog
from ui.texts.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.core.tasks import TaskRunner


def show_changes(runner: TaskRunner, window: QWidget) -> TextDialog:
    """Open the dialog What's new, and return it."""
    dialog = TextDialog(
        "changes",
        translate("About", "What's new"),
        translate("About", "KooDesk {version}").format(version=VERSION),
        window,
    )
    _fill(dialog, runner, lambda: changes_text(document(CHANGES)))
    return dialog


def show_about(runner: TaskRunner, window: QWidget) -> TextDialog:
    """Open the dialog About KooDesk, and return it."""
    dialog = TextDialog("about", translate("About", "About KooDesk"), _versions(), window)
    _fill(dialog, runner, lambda: licences_text(document(LICENCES)))
    return dialog


def _versions() -> str:
    words = translate(
        "About",
        "KooDesk {version}, under the MIT licence. Creates albums and shared folders on Huawei Cloud KooDrive.\n"
        "Python {python}, Qt {qt}, PySide6 {pyside}. Qt and PySide6 are used under the LGPL.\n"
        "Licences of the parts:",
    )
    return words.format(
        version=VERSION, python=platform.python_version(), qt=qVersion(), pyside=PySide6.__version__
    )


def _fill(dialog: TextDialog, runner: TaskRunner, read: Callable[[], str]) -> None:
    task = LatestTask(runner, dialog, reports_unexpected=True)
    task.start(
        Lane.FILES,
        read,
        dialog.set_text,
        lambda error: dialog.set_text(
            translate("About", "It cannot be read: {problem}").format(problem=type(error).__name__)
        ),
        key="documents",
    )
    dialog.finished.connect(task.detach)
    dialog.open()
