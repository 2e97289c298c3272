"""A secret on the clipboard: marked as one, and cleared again unless something else was copied since."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

SECONDS_ON_CLIPBOARD = 60

_NO = bytes(4)
"""0 as the four bytes that Windows reads."""
_YES = bytes((1, 0, 0, 0))
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_MARKS = {
    # Klipper and the clipboard managers that follow it.
    "x-kde-passwordManagerHint": b"secret",
    # Those that follow nspasteboard.org.
    "application/x-nspasteboard-concealed-type": b"1",
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): _YES,
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format(name="CanUploadToCloudClipboard"): _NO,
}


class SecretClipboard(QObject):
    """Holds at most one secret on the clipboard, for a limited time.

    Only a fingerprint of it is kept here, to know it again.

    Args:
        seconds: How long it may stay there.

    Signals:
        counted: How many seconds are left; 0 when it is gone, or something else has taken its place.
    """

    counted = Signal(int)

    def __init__(self, parent: QObject | None = None, *, seconds: float = SECONDS_ON_CLIPBOARD) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(32)
        self._fingerprint: bytes | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        # Others may be late by a twentieth, which for a minute is three seconds.
        self._end.setTimerType(Qt.TimerType.PreciseTimer)
        self._end.setInterval(round(seconds * 1000))
        self._end.timeout.connect(self.clear)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    @property
    def seconds_left(self) -> int:
        """Seconds until the clipboard is cleared, 1 at least; 0 when it holds no secret of ours."""
        return max(1, round(self._end.remainingTime() / 1000)) if self._end.isActive() else 0

    def copy(self, secret: str) -> None:
        """Put `secret` on the clipboard, marked as one, and begin to count."""
        self._fingerprint = self._fingerprint_of(secret)
        QGuiApplication.clipboard().setMimeData(marked_as_secret(secret))
        self._end.start()
        self._second.start()
        self.counted.emit(self.seconds_left)

    @Slot()
    def clear(self) -> None:
        """Take the secret from the clipboard if it is still there, and stop counting."""
        if self._fingerprint is None:
            return
        # The text counts and not who owns it: clipboard managers take over what others have copied.
        is_there = self._is_there()
        self._reset()
        if is_there:
            QGuiApplication.clipboard().clear()
        self.counted.emit(0)

    def _is_there(self) -> bool:
        return self._fingerprint_of(QGuiApplication.clipboard().text()) == self._fingerprint

    def _reset(self) -> None:
        self._fingerprint = None
        self._end.stop()
        self._second.stop()

    @Slot()
    def _on_changed(self) -> None:
        # What another program has copied is not read here: it may be large, or that program may hang.
        is_ours = QGuiApplication.clipboard().ownsClipboard()
        if self._fingerprint is not None and is_ours and not self._is_there():
            self._reset()
            self.counted.emit(0)

    @Slot()
    def _on_second(self) -> None:
        self.counted.emit(self.seconds_left)

    def _fingerprint_of(self, text: str) -> bytes:
        return blake2b(text.encode("utf-8", "surrogatepass"), key=self._key).digest()


def marked_as_secret(text: str) -> QMimeData:
    """Return `text` with the marks by which desktops keep it out of histories and other devices.

    Every system gets all marks and ignores those that it does not know.
    """
    data = QMimeData()
    data.setText(text)
    for mark, value in _MARKS.items():
        data.setData(mark, value)
    return data
