"""Report of a failed start: text on the terminal, and a message box where there is a screen."""

from __future__ import annotations

import logging
import sys
import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from koodrive.logs import redaction
from ui.texts.translate import translate
from ui.widgets.labels import with_break_points

_SCREENLESS = frozenset({"offscreen", "minimal", "minimalegl", "vnc"})

_log = logging.getLogger(__name__)


def report(error: BaseException) -> QMessageBox | None:
    """Show why KooDesk cannot start.

    Args:
        error: What `ui.app.build` raised; a `SystemExit` with a text for the user, or any other exception.

    Returns:
        The message box for the caller to open; None without a screen.
    """
    is_explained = isinstance(error, SystemExit)
    words = str(error.code) if isinstance(error, SystemExit) else _unexpected(error)
    details = "" if is_explained else redaction.SECRETS.redact("".join(traceback.format_exception(error)))
    # Without a log the words would go to the terminal, as they are.
    if not is_explained and logging.getLogger().handlers:
        _log.critical("KooDesk could not start", exc_info=error)
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n{details}")
    application = QApplication.instance()
    if not isinstance(application, QApplication) or application.platformName() in _SCREENLESS:
        return None
    return box(words, details)


def box(words: str, details: str) -> QMessageBox:
    """Return the message box.

    Args:
        words: Text for the user.
        details: Text for the clipboard; may be empty.
    """
    shown = QMessageBox()
    shown.setObjectName("startFailure")
    shown.setIcon(QMessageBox.Icon.Critical)
    shown.setWindowTitle("KooDesk")
    # Before there is a text that could be taken for markup.
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setText(with_break_points(words))
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if details:
        shown.setDetailedText(details)
    return shown


def _unexpected(error: BaseException) -> str:
    template = translate(
        "StartFailure",
        "KooDesk could not start: {reason}\nThe log in its data directory says where that came from.",
    )
    reason = redaction.SECRETS.redact(f"{type(error).__name__}: {error}"[:500])
    return template.format(reason=reason)
