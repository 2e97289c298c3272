"""The colours of the window by name: light, dark, and high contrast, which is derived from a palette."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

LIGHT = {
    "page": "#ffffff",
    "side": "#f5f6f8",
    "card": "#ffffff",
    "field": "#ffffff",
    "hover": "#eef0f3",
    "press": "#e2e5ea",
    "line": "#e7e9ed",
    "frame": "#d5d9e0",
    "edge": "#808894",
    "ink": "#1b2028",
    "quiet": "#5a6371",
    "accent": "#2b5cd6",
    "accent_hover": "#244fbd",
    "accent_press": "#1d42a1",
    "on_accent": "#ffffff",
    "accent_ink": "#2450c4",
    "select": "#e5ecfb",
    "good": "#1a7440",
    "good_bg": "#e6f4eb",
    "bad": "#b92b2b",
    "bad_bg": "#fbeae9",
    "bad_fill": "#c23030",
    "bad_hover": "#ad2b2b",
    "bad_press": "#982626",
    "on_bad": "#ffffff",
    "warn": "#855400",
    "warn_bg": "#fbf1db",
}
DARK = {
    "page": "#202328",
    "side": "#1a1c20",
    "card": "#272b31",
    "field": "#1b1e22",
    "hover": "#31373f",
    "press": "#3a4049",
    "line": "#2e3339",
    "frame": "#3c424b",
    "edge": "#7c8490",
    "ink": "#e8eaee",
    "quiet": "#a7afba",
    "accent": "#4070e2",
    "accent_hover": "#3561cf",
    "accent_press": "#2b52b4",
    "on_accent": "#ffffff",
    "accent_ink": "#92b2ff",
    "select": "#2a3856",
    "good": "#66cf92",
    "good_bg": "#1f3529",
    "bad": "#ff938a",
    "bad_bg": "#432829",
    "bad_fill": "#d04545",
    "bad_hover": "#ba3e3e",
    "bad_press": "#a33636",
    "on_bad": "#ffffff",
    "warn": "#f0bc62",
    "warn_bg": "#3b301c",
}

_CONTRAST_OF_TEXT = 7.0
"""Least ratio in the high-contrast theme, WCAG's AAA."""
_CONTRAST_OF_MARKS = 4.5
_STEPS = 20


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb`` as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: str, other: str, share: float) -> str:
    """Return `one` with so much of `other` in it, 0 to 1."""
    first, second = QColor(one), QColor(other)
    pairs = zip(
        (first.red(), first.green(), first.blue()), (second.red(), second.green(), second.blue()), strict=True
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).name()


def _towards(colour: str, end: str, grounds: tuple[str, ...], ratio: float) -> str:
    """Return the shade between `colour` and `end` nearest to `colour` that stands out from all `grounds`."""
    for step in range(_STEPS + 1):
        shade = _mixed(colour, end, step / _STEPS)
        if all(contrast(shade, ground) >= ratio for ground in grounds):
            return shade
    return end


def high_contrast(palette: QPalette) -> dict[str, str]:
    """Return the tokens of a theme in the colours of `palette`; each text stands out from its ground by 7 to 1.

    Args:
        palette: Palette of the desktop; of its text and window the contrast is taken as it is.
    """
    role = QPalette.ColorRole
    page, ink = (palette.color(one).name() for one in (role.Window, role.WindowText))
    is_dark = QColor(page).lightness() < QColor(ink).lightness()
    usual, far = (DARK, "#ffffff") if is_dark else (LIGHT, "#000000")
    hover, press = _mixed(page, ink, 0.08), _mixed(page, ink, 0.14)
    accent = _towards(palette.color(role.Highlight).name(), far, (page, hover), _CONTRAST_OF_MARKS)
    select = _towards(_mixed(page, accent, 0.25), page, (ink,), _CONTRAST_OF_TEXT)
    grounds = (page, hover, press, select)
    on_accent = max(page, ink, "#000000", "#ffffff", key=lambda one: contrast(one, accent))
    text = {
        name: _towards(shade, far, grounds, _CONTRAST_OF_TEXT)
        for name, shade in (
            ("accent_ink", palette.color(role.Link).name()),
            *((name, usual[name]) for name in ("good", "bad", "warn")),
        )
    }
    return {
        **usual,
        **dict.fromkeys(("page", "side", "card", "field", "good_bg", "bad_bg", "warn_bg"), page),
        **dict.fromkeys(("ink", "quiet", "edge", "frame"), ink),
        "line": _mixed(page, ink, 0.5),
        "hover": hover,
        "press": press,
        "select": select,
        **dict.fromkeys(("accent", "accent_hover", "accent_press"), accent),
        "on_accent": on_accent,
        **text,
        **dict.fromkeys(("bad_fill", "bad_hover", "bad_press"), text["bad"]),
        "on_bad": max("#000000", "#ffffff", key=lambda one: contrast(one, text["bad"])),
    }
