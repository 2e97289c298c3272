"""Refuses the versions of Qt's Python binding that are known to crash, before anything of Qt is made."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import PySide6

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Version = tuple[int, int, int]

_SCREENLESS = ("offscreen", "minimal", "vnc")


def refusal(binding: Version, python: tuple[int, int]) -> str | None:
    """Return why KooDesk does not start with these versions, and what to do, or None when it does.

    Args:
        binding: The version of PySide6.
        python: Major and minor version of Python.
    """
    if binding == (6, 12, 0) and python < (3, 12):
        why = "loses a reference with every call and ends the program after some minutes"
    elif binding == (6, 10, 1):
        why = "crashes when a table changes"
    else:
        return None
    version, of_python = ".".join(map(str, binding)), ".".join(map(str, python))
    return (
        f"KooDesk does not start with PySide6 {version} on Python {of_python}: this version {why}, perhaps in the"
        " middle of a create. Install a sound one:\n\n"
        '    python -m pip install "PySide6-Essentials>=6.10,!=6.10.1,<6.12"'
    )


def refusal_here() -> str | None:
    """Return the `refusal` for the versions of this process."""
    major, minor, micro = PySide6.__version_info__[:3]
    return refusal((int(major), int(minor), int(micro)), sys.version_info[:2])


def screen() -> QApplication | None:
    """Return an application for one message box, or None without a screen.

    Who started the program on a terminal reads there what is wrong. The few calls that a box takes are safe with every
    version that is refused.
    """
    is_terminal = sys.stderr is not None and sys.stderr.isatty()
    if is_terminal or os.environ.get("QT_QPA_PLATFORM", "").startswith(_SCREENLESS):
        return None
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only for this box

    return QApplication(sys.argv[:1])
