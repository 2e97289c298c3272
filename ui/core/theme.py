"""The look: Fusion with our palette and style sheet, light or dark like the desktop, or in high contrast."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.core.tokens import DARK, LIGHT, contrast, high_contrast

STYLE_SHEET = "koodesk.qss"
STYLE_ARGUMENTS = ("-style", "fusion")
"""For the command line of `QApplication`: to ask for its style later makes all enumerations of `QStyle` at once."""

SYSTEM, LIGHT_SCHEME, DARK_SCHEME = "system", "light", "dark"
SCHEMES = (SYSTEM, LIGHT_SCHEME, DARK_SCHEME)
"""Arguments of `choose`."""

_FULL_CONTRAST = 20.0
"""Ratio of text to window above which a desktop's palette counts as one of high contrast; black on white is 21."""

_ROLES = {
    "page": ("Window", "ToolTipText"),
    "field": ("Base",),
    "card": ("AlternateBase", "Button"),
    "ink": ("WindowText", "Text", "ButtonText", "BrightText", "ToolTipBase"),
    "quiet": ("PlaceholderText",),
    "accent": ("Highlight", "Accent"),
    "on_accent": ("HighlightedText",),
    "accent_ink": ("Link", "LinkVisited"),
    "line": ("Light", "Midlight"),
    "frame": ("Mid", "Dark"),
    "edge": ("Shadow",),
}
_FIXED_FONTS = '"Consolas", "Menlo", "monospace"'
"""Families of fixed width. Not from `QFontDatabase`, whose enumerations cost 15 ms before the first paint."""
_USUAL_LINE = 17
"""Height in pixels of a line in the usual font of most desktops."""
_choice = SYSTEM
_current = LIGHT


def current() -> dict[str, str]:
    """Return the tokens of the theme that the application has, for widgets that paint themselves.

    Their own palette would not do: the style sheet changes it.
    """
    return _current


def colours(palette: QPalette) -> dict[str, str]:
    """Return the colours of the theme that goes with `palette`: token (`ui.core.tokens`) to ``#rrggbb``."""
    if is_high_contrast(palette):
        return high_contrast(palette)
    return DARK if is_dark(palette) else LIGHT


def is_dark(palette: QPalette) -> bool:
    """Return whether text is lighter than its background."""
    text, window = (
        palette.color(role).lightness() for role in (palette.ColorRole.WindowText, palette.ColorRole.Window)
    )
    return text > window


def is_high_contrast(palette: QPalette) -> bool:
    """Return whether the system asks for high contrast, or `palette` has as much as there can be."""
    hints = QGuiApplication.styleHints()
    # Both objects are kept, as the binding would delete the first one too early.
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return True
    role = palette.ColorRole
    return (
        contrast(palette.color(role.WindowText).name(), palette.color(role.Window).name()) >= _FULL_CONTRAST
    )


def palette_of(tokens: dict[str, str]) -> QPalette:
    """Return the palette of a theme, for what the style sheet does not reach."""
    palette, role = QPalette(), QPalette.ColorRole
    for token, names in _ROLES.items():
        for name in names:
            palette.setColor(role[name], QColor(tokens[token]))
    for of_text in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, of_text, QColor(tokens["edge"]))
    return palette


def control_height() -> int:
    """Return the height of buttons and inputs in pixels, for the font in use."""
    return max(32, QFontMetrics(QApplication.font()).height() + 14) // 2 * 2


def scaled(pixels: int) -> int:
    """Return a width in pixels for the font in use: more for large letters."""
    return round(pixels * max(1.0, QFontMetrics(QApplication.font()).height() / _USUAL_LINE))


def style_sheet(palette: QPalette) -> str:
    """Return our style sheet with the colours that go with `palette` and the sizes that go with the font."""
    tokens = colours(palette)
    values = tokens | _sizes() | _images(tokens)
    return re.sub(r"@([a-z_]+)", lambda match: values[match.group(1)], _template())


def _sizes() -> dict[str, str]:
    """Return the sizes of the style sheet; a frame of 1 or 2 pixels comes on top of the heights."""
    height, points = control_height(), QApplication.font().pointSizeF()
    return {
        "text": f"{QFontMetrics(QApplication.font()).height() + 2}px",
        "points": f"{points:g}pt",
        "title": f"{points * 1.5:g}pt",
        "head": f"{points * 1.12:g}pt",
        "fixed": _FIXED_FONTS,
        "control": f"{height - 2}px",
        "control_focused": f"{height - 4}px",
        "small": f"{height - 6}px",
        "small_focused": f"{height - 8}px",
    }


def _images(tokens: dict[str, str]) -> dict[str, str]:
    """Return the paths of the images of the style sheet, without the end of their names."""
    tick, ground, page = (QColor(tokens[name]).lightness() for name in ("on_accent", "accent", "page"))
    arrows = "light" if page > QColor(tokens["ink"]).lightness() else "dark"
    ticks = "bright" if tick > ground else "dim"
    return {"sheet": f"{icon_directory()}/sheet", "arrows": f"{arrows}.svg", "ticks": f"{ticks}.svg"}


def icon_directory() -> str:
    """Return the directory of the icons, with slashes on every system."""
    return (Path(resources.__path__[0]) / "icons").as_posix()


@cache
def _template() -> str:
    """Return the text of the style sheet, which is read once, before there is a window."""
    return (Path(resources.__path__[0]) / STYLE_SHEET).read_text(encoding="utf-8")


def apply(application: QApplication) -> None:
    """Give the application the theme for its present palette and font; nothing happens where it has it."""
    global _current  # noqa: PLW0603 - there is one application
    _current = colours(application.palette())
    palette = palette_of(_current)
    sheet = style_sheet(palette)
    if palette != application.palette():
        _set_bare_palette(application, palette)
    if sheet != application.styleSheet():
        application.setStyleSheet("")
        application.setStyleSheet(sheet)


def _set_bare_palette(application: QApplication, palette: QPalette) -> None:
    """Set the palette without a style sheet; `apply` sets that again.

    With one, Qt styles each widget several times, also from one style sheet to the next: 0.7 s instead of 0.2 s for 70
    creates.
    """
    application.setStyleSheet("")
    application.setPalette(palette)


def icon() -> QtGui.QIcon:
    """Return the icon of the application."""
    # Not by name above: the binding makes the class with its enumerations then, 2 ms before the first paint.
    return QtGui.QIcon(f"{icon_directory()}/koodesk.svg")


def follow() -> None:
    """Give the application the theme for the palette and the font that it has now."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply(application)


def follow_desktop() -> None:
    """Take over the desktop's light or dark, or its contrast, after it has changed; a fixed choice stays."""
    application = QApplication.instance()
    if _choice == SYSTEM and isinstance(application, QApplication):
        # Without a palette of its own the application has the desktop's.
        _set_bare_palette(application, QPalette())
        apply(application)


def choose(scheme: str) -> None:
    """Fix light or dark, or follow the desktop.

    Args:
        scheme: One of `SCHEMES`; anything else counts as `SYSTEM`.
    """
    global _choice  # noqa: PLW0603 - there is one application
    _choice = scheme if scheme in SCHEMES else SYSTEM
    fixed = {LIGHT_SCHEME: Qt.ColorScheme.Light, DARK_SCHEME: Qt.ColorScheme.Dark}
    # For the title bar, where the system draws it.
    QGuiApplication.styleHints().setColorScheme(fixed.get(_choice, Qt.ColorScheme.Unknown))
    application = QApplication.instance()
    if _choice == SYSTEM:
        follow_desktop()
    elif isinstance(application, QApplication):
        palette = palette_of(LIGHT if _choice == LIGHT_SCHEME else DARK)
        if palette != application.palette():
            _set_bare_palette(application, palette)
        apply(application)


def dark_palette() -> QPalette:
    """Return a dark palette, for pictures on a screen that has no desktop to follow."""
    return palette_of(DARK)
