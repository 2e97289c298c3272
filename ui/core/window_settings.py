"""Settings of the window: read before it is shown, held in memory, written by background tasks."""

from __future__ import annotations

import logging
from string import hexdigits
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Slot

from koodrive.core.files import write_atomic
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ui.core.tasks import TaskRunner

SETTINGS_FILE = "settings.ini"

_log = logging.getLogger(__name__)


class WindowSettings(QObject):
    """Values by name, as in `QSettings`; no method but `load` touches the disk on the calling thread.

    At most one write runs and at most one waits, which writes the last values. The shutdown waits for both, as they are
    tasks.

    Args:
        path: The INI file; it need not be there.
        runner: Runs the writes.
    """

    def __init__(self, path: Path, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._runner = runner
        self._values: dict[str, Any] = {}
        self._is_written = True
        self._is_writing = False

    def load(self) -> None:
        """Read the file; blocks."""
        stored = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._values = {key: stored.value(key) for key in stored.allKeys()}

    def allKeys(self) -> list[str]:
        """Return the names of all values."""
        return sorted(self._values)

    def value(self, key: str, default: Any = None) -> Any:
        """Return a value, or `default` where there is none."""
        return self._values.get(key, default)

    def setValue(self, key: str, value: Any) -> None:
        """Set a value, and have it written soon."""
        self.set_values({key: value})

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Set several values, and have them written soon, all at once."""
        if all(key in self._values and self._values[key] == value for key, value in values.items()):
            return
        self._values |= values
        self._is_written = False
        self._write()

    def write_last(self) -> None:
        """Write what has changed since the last write began; blocks. For the end, when no task begins any more."""
        if not self._is_written:
            _write(self._path, dict(self._values))

    @Slot()
    def _write(self) -> None:
        if self._is_writing or self._is_written or self._runner.is_closed:
            return
        values = dict(self._values)
        self._is_written = self._is_writing = True
        task = self._runner.start(Lane.FILES, lambda: _write(self._path, values), key="settings")
        task.finished.connect(self._on_written)

    @Slot()
    def _on_written(self) -> None:
        self._is_writing = False
        self._write()


def _write(path: Path, values: dict[str, Any]) -> None:
    """Replace the file at `path` by one that holds `values`, or leave it as it is."""
    try:
        write_atomic(path, _ini(values))
    except OSError as error:
        _log.warning("the settings cannot be written: %s", error.strerror or type(error).__name__)


def _ini(values: dict[str, Any]) -> str:
    """Return the text that QSettings reads `values` from, texts and `QByteArray`; what is something else is left out.

    QSettings itself does not let other threads run while it writes, so a slow disk would hold up the window.
    """
    groups: dict[str, list[str]] = {}
    for key, value in sorted(values.items()):
        group, _slash, name = key.rpartition("/")
        if isinstance(value, QByteArray):
            text = f"@ByteArray({bytes(value.data()).decode('latin-1')})"
        elif isinstance(value, str):
            text = f"@{value}" if value.startswith("@") else value
        else:
            continue
        groups.setdefault(group or "General", []).append(f'{name}="{_escaped(text)}"\n')
    return "\n".join(f"[{group}]\n{''.join(lines)}" for group, lines in groups.items())


def _escaped(text: str) -> str:
    """Return `text` in ASCII, with an escape for each UTF-16 unit that would not stand for itself."""
    units = text.encode("utf-16-le", "surrogatepass")
    parts: list[str] = []
    for low, high in zip(units[::2], units[1::2], strict=True):
        character = chr(low)
        # A hexadecimal digit behind an escape would belong to it.
        is_digit_behind = character in hexdigits and bool(parts) and len(parts[-1]) > 1
        if high or not " " <= character <= "~" or character in '"\\' or is_digit_behind:
            parts.append(f"\\x{high * 256 + low:x}")
        else:
            parts.append(character)
    return "".join(parts)
