"""The input method of Qt: ibus in place of fcitx where Qt has no plugin for that, so that Chinese can be typed.

Qt's wheels bring a plugin for ibus and none for fcitx; fcitx 5 speaks the protocol of ibus.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_LIST, _ONE, _OF_X11 = "QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS"
_WITHOUT_PLUGINS = ("win32", "darwin")


def choose(environ: MutableMapping[str, str] = os.environ) -> None:
    """Set the variables that Qt reads when the application is made; whatever does not mean fcitx stays as it is.

    Args:
        environ: The environment of the process.
    """
    if sys.platform in _WITHOUT_PLUGINS or _has_plugin("fcitx"):
        return
    names = requested(environ)
    if not names and not _is_wayland(environ) and "@im=fcitx" in environ.get(_OF_X11, ""):
        names = ["fcitx"]
    if not any(_is_fcitx(name) for name in names) or "ibus" in names:
        return
    if environ.get(_LIST):
        # Qt takes the first of the list that it has a plugin for.
        environ[_LIST] = ";".join([*names, "ibus"])
    else:
        environ[_ONE] = "ibus"


def requested(environ: MutableMapping[str, str] = os.environ) -> list[str]:
    """Return the input methods that Qt is asked to use, the best first; the list goes before the single name."""
    names = [name for name in environ.get(_LIST, "").split(";") if name]
    return names or [name for name in (environ.get(_ONE, ""),) if name]


def in_use(platform: str, environ: MutableMapping[str, str] = os.environ) -> Message | str:
    """Return which input method the application works with; reads the disk.

    Args:
        platform: From `QGuiApplication.platformName`.
        environ: The environment of the process.
    """
    if sys.platform in _WITHOUT_PLUGINS:
        return Message("That of the operating system")
    for name in requested(environ):
        if _has_plugin(name):
            is_instead = name == "ibus" and "@im=fcitx" in environ.get(_OF_X11, "")
            return Message("{name}, which fcitx answers as well", name=name) if is_instead else name
    if platform.startswith("wayland"):
        return Message("That of the desktop (Wayland)")
    return Message("None: keys and dead keys only")


def _is_fcitx(name: str) -> bool:
    return name.startswith("fcitx")


def _is_wayland(environ: MutableMapping[str, str]) -> bool:
    """Return whether Qt is going to speak to Wayland, which brings the input method along."""
    platform = environ.get("QT_QPA_PLATFORM", "")
    return platform.startswith("wayland") or (not platform and bool(environ.get("WAYLAND_DISPLAY")))


def _has_plugin(name: str) -> bool:
    """Return whether Qt has a plugin for an input method, by the name of its file."""
    folders = (Path(path, "platforminputcontexts") for path in QCoreApplication.libraryPaths())
    return any(file for folder in folders for file in folder.glob(f"*{name}*"))
