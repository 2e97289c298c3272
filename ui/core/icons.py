"""Icons drawn from SVG files in a colour of the theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from ui.core.theme import current, icon_directory

SMALL, USUAL = 16, 20
"""Sizes of icons in pixels; marks of a state are `SMALL`."""
_THIN_AT = 18
"""Below this size an icon is drawn with a thicker stroke, so that it looks as strong as the others."""

_LARGE_AT = 32
"""From this size on with a thinner one."""

_MARKS = {
    "created": "good",
    "refused": "bad",
    "problem": "bad",
    "unknown": "warn",
    "doubtful": "warn",
    "exists": "accent_ink",
    "info": "accent_ink",
    "ready": "good",
}
"""Colours of the marks; of the others it is `quiet`."""


def icon_pixmap(name: str, colour: str = "quiet", size: int = USUAL) -> QPixmap:
    """Return an icon for the screen.

    Args:
        name: File in ``resources/icons``, without its ending.
        colour: Token of the theme.
        size: Width and height in pixels of the window.
    """
    return _drawn(name, current()[colour], "", size, _ratio())


def mark_pixmap(state: str, ground: str = "card", size: int = SMALL) -> QPixmap:
    """Return the mark of a state.

    Args:
        state: Such as ``created`` or ``not_sent``; a mark is the file ``mark-<state>`` in ``resources/icons``.
        ground: Token of the colour behind it, in which the sign of a filled mark is drawn.
        size: Width and height in pixels of the window.
    """
    tokens = current()
    name = f"mark-{state.replace('_', '-')}"
    return _drawn(name, tokens[_MARKS.get(state, "quiet")], tokens[ground], size, _ratio())


def mark_colour(state: str) -> str:
    """Return the token of the colour of a state's mark."""
    return _MARKS.get(state, "quiet")


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@cache
def _text(name: str) -> str:
    return Path(icon_directory(), f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, colour: str, ground: str, size: int, ratio: float) -> QPixmap:
    text = _text(name).replace("currentColor", colour).replace("ground", ground)
    if not name.startswith("mark-"):
        stroke = "1.65" if size < _THIN_AT else "1.1" if size >= _LARGE_AT else "1.5"
        text = text.replace('stroke-width="1.5"', f'stroke-width="{stroke}"')
    pixels = round(size * ratio)
    text = text.replace("<svg ", f'<svg width="{pixels}" height="{pixels}" ', 1)
    # Not by QtSvg, whose import would cost as much as all icons together.
    pixmap = QPixmap.fromImage(QImage.fromData(text.encode()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
