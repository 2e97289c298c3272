"""Whether an open file is still the one that its path names.

A system such as Linux lets a file be deleted, moved or replaced while a program has it open. The program then
writes into a file that cannot be found again, and no write fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.errors import MovedFileError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which file a path named at one moment."""

    path: Path
    """Absolute."""
    device: int
    number: int
    """No other file of the device has it, as long as this one exists or is open."""

    @classmethod
    def of(cls, path: Path) -> FileIdentity:
        """Return which file `path` names now.

        The file is never opened for it: closing it again would give up every lock that this process has on it.

        Args:
            path: The file; links are followed.

        Raises:
            OSError: When it is not there, or may not be looked at.
        """
        absolute = path.absolute()
        found = absolute.stat()
        return cls(absolute, found.st_dev, found.st_ino)

    def require(self) -> None:
        """Return when the path still names this file.

        Raises:
            MovedFileError: When it names another file, or none.
            OSError: When that may not be looked at.
        """
        try:
            now = FileIdentity.of(self.path)
        except (FileNotFoundError, NotADirectoryError) as exc:
            raise MovedFileError(f"{self.path} is gone") from exc
        if now != self:
            raise MovedFileError(f"{self.path} is another file")
