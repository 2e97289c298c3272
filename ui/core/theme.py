"""The look: Fusion with a small style sheet of ours over the palette of the desktop, light or dark."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

import resources

STYLE_SHEET = "koodesk.qss"
STYLE_ARGUMENTS = ("-style", "fusion")
"""For the command line of `QApplication`: to ask for its style later makes all enumerations of `QStyle` at once."""

# Each colour stands at least 4.5 : 1 (text) or 3 : 1 (marks) against the background it is used on.
_LIGHT = {
    "quiet": "#5c6370",
    "problem": "#b3261e",
    "advice": "#8a5300",
    "created": "#1b7a3d",
    "accent": "#1a5fb4",
    "accentText": "#1a5fb4",
    "onAccent": "#ffffff",
    "accentHover": "#2a6fc4",
    "accentPressed": "#154c90",
    "line": "#cfd3da",
    "frame": "#7d828b",
    "sidebar": "#e6e8ec",
    "hover": "#d9dde3",
    "selected": "#ccd6e6",
    "sandbox": "#8a5300",
    "onSandbox": "#ffffff",
}
_DARK = {
    "quiet": "#a6adb8",
    "problem": "#ff8a80",
    "advice": "#ffc266",
    "created": "#6fd08c",
    "accent": "#2f6fc4",
    "accentText": "#8ab8ff",
    "onAccent": "#ffffff",
    "accentHover": "#2966b8",
    "accentPressed": "#275fa8",
    "line": "#454a52",
    "frame": "#7a818c",
    "sidebar": "#191c20",
    "hover": "#2b2f36",
    "selected": "#2f3f57",
    "sandbox": "#ffc266",
    "onSandbox": "#2b1a00",
}

_DARK_PALETTE = {
    QPalette.ColorRole.Window: "#202328",
    QPalette.ColorRole.WindowText: "#eceef1",
    QPalette.ColorRole.Base: "#2d3138",
    QPalette.ColorRole.AlternateBase: "#282c32",
    QPalette.ColorRole.Text: "#eceef1",
    QPalette.ColorRole.PlaceholderText: "#a6adb8",
    QPalette.ColorRole.Button: "#383c43",
    QPalette.ColorRole.ButtonText: "#eceef1",
    QPalette.ColorRole.BrightText: "#ff8a80",
    QPalette.ColorRole.Highlight: "#2f6fc4",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#8ab8ff",
    QPalette.ColorRole.ToolTipBase: "#383c43",
    QPalette.ColorRole.ToolTipText: "#eceef1",
    QPalette.ColorRole.Light: "#454a52",
    QPalette.ColorRole.Midlight: "#3e434a",
    QPalette.ColorRole.Mid: "#5a6069",
    QPalette.ColorRole.Dark: "#17191c",
    QPalette.ColorRole.Shadow: "#0c0d0f",
}


def colours(palette: QPalette) -> dict[str, str]:
    """Return our own colours, as name to ``#rrggbb``, for a light or a dark palette."""
    return _DARK if is_dark(palette) else _LIGHT


def is_dark(palette: QPalette) -> bool:
    """Return whether text is lighter than its background."""
    text, window = (
        palette.color(role).lightness() for role in (palette.ColorRole.WindowText, palette.ColorRole.Window)
    )
    return text > window


def style_sheet(palette: QPalette) -> str:
    """Return our style sheet with the colours that go with `palette`."""
    values = colours(palette)
    return re.sub(r"@(\w+)", lambda match: values[match.group(1)], _template())


@cache
def _template() -> str:
    """Return the text of the style sheet, which is read once, before there is a window."""
    return (Path(resources.__path__[0]) / STYLE_SHEET).read_text(encoding="utf-8")


def apply(application: QApplication) -> None:
    """Give the application the style sheet for its present palette."""
    application.setStyleSheet(style_sheet(application.palette()))


def icon() -> QIcon:
    """Return the icon of the application."""
    return QIcon(str(Path(resources.__path__[0]) / "icons" / "koodesk.svg"))


def follow() -> None:
    """Give the application the style sheet for the palette that it has now, where that is another one."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        sheet = style_sheet(application.palette())
        if sheet != application.styleSheet():
            application.setStyleSheet(sheet)


def dark_palette() -> QPalette:
    """Return a dark palette, for pictures on a screen that has no desktop to follow."""
    palette = QPalette()
    for role, colour in _DARK_PALETTE.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#7d848e"))
    return palette
