"""The look: every colour can be read on what it stands on, light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.core import theme

TEXT_ON_WINDOW = ("quiet", "problem", "advice", "created", "accentText")
PAIRS = (("onAccent", "accent"), ("onSandbox", "sandbox"))


def light_palette(qapp) -> QPalette:
    return qapp.style().standardPalette()


@pytest.fixture(params=["light", "dark"])
def palette(request, qapp):
    return light_palette(qapp) if request.param == "light" else theme.dark_palette()


def luminance(colour: QColor) -> float:
    """Return the relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("background", [QPalette.ColorRole.Window, QPalette.ColorRole.Base])
@pytest.mark.parametrize("name", TEXT_ON_WINDOW)
def test_our_colours_can_be_read(palette, name, background):
    assert contrast(QColor(theme.colours(palette)[name]), palette.color(background)) >= 4.5


@pytest.mark.parametrize(("text", "background"), PAIRS)
def test_text_on_our_own_grounds_can_be_read(palette, text, background):
    colours = theme.colours(palette)
    assert contrast(QColor(colours[text]), QColor(colours[background])) >= 4.5


def test_sidebar_text_can_be_read(palette):
    colours = theme.colours(palette)
    for ground in ("sidebar", "hover", "selected"):
        assert contrast(palette.color(QPalette.ColorRole.WindowText), QColor(colours[ground])) >= 4.5
    assert contrast(QColor(colours["quiet"]), QColor(colours["sidebar"])) >= 4.5


def test_the_icon_can_be_drawn(qapp):
    picture = theme.icon().pixmap(64, 64).toImage()
    assert (picture.width(), picture.height()) == (64, 64)
    assert picture.pixelColor(32, 36) == QColor("#1a5fb4")


def test_both_schemes_have_the_same_colours_and_the_sheet_needs_no_other(qapp):
    light, dark = theme.colours(light_palette(qapp)), theme.colours(theme.dark_palette())
    assert light.keys() == dark.keys()
    for palette in (light_palette(qapp), theme.dark_palette()):
        assert "@" not in theme.style_sheet(palette)
