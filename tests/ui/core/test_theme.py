"""The look: every colour stands out from what it is used on, light, dark and in high contrast."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources
from ui.core import theme
from ui.core.tokens import DARK, LIGHT, contrast, high_contrast

GROUNDS = ("page", "side", "card", "field", "hover", "select")
TEXT_PAIRS = {
    *((text, ground) for text in ("ink", "quiet", "accent_ink") for ground in (*GROUNDS, "press")),
    *((text, ground) for text in ("good", "bad", "warn") for ground in GROUNDS),
    *((text, f"{state}_bg") for state in ("good", "bad", "warn") for text in (state, "ink", "quiet")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")),
    *(("on_bad", ground) for ground in ("bad_fill", "bad_hover", "bad_press")),
    # A tool tip is the page turned round.
    ("page", "ink"),
}
"""Text and what it stands on."""
MARK_PAIRS = {
    *(("edge", ground) for ground in ("page", "side", "card", "field", "hover")),
    *(("accent_ink", ground) for ground in (*GROUNDS, "press")),
    *((mark, ground) for mark in ("accent", "bad_fill") for ground in ("page", "card")),
    *((mark, "page") for mark in ("good", "bad", "warn", "ink")),
    ("quiet", "field"),
}
"""Marks and frames of the focus and of inputs, and what they stand on."""
ON_DISABLED = {("edge", "side"), ("edge", "press")}
"""Disabled words, which WCAG exempts."""

CONTRAST_PALETTES = {
    "black": ("#000000", "#ffffff", "#1aebff", "#ffff00"),
    "white": ("#ffffff", "#000000", "#37006e", "#00009f"),
    "desert": ("#fffaef", "#3d3d3d", "#903909", "#1c5e75"),
    "aquatic": ("#202020", "#ffffff", "#8ee3f0", "#75e9fc"),
    "odd": ("#ffffff", "#000000", "#ffff00", "#ffff00"),
}


def contrast_palette(name: str) -> QPalette:
    """Return a palette as a system with high contrast has it."""
    palette, role = QPalette(), QPalette.ColorRole
    roles = (role.Window, role.WindowText, role.Highlight, role.Link)
    for one, colour in zip(roles, CONTRAST_PALETTES[name], strict=True):
        palette.setColor(one, QColor(colour))
    return palette


def pairs_of_the_sheet() -> set[tuple[str, str]]:
    """Return each colour of a text with the ground that the same rule of the style sheet gives it."""
    sheet = (Path(resources.__path__[0]) / theme.STYLE_SHEET).read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    found = set()
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        declared = dict(re.findall(r"([\w-]+)\s*:\s*@(\w+)", body))
        if "background" in declared:
            found |= {(text_of(selector, declared), declared["background"])}
    return {(text, ground) for text, ground in found if text is not None}


def text_of(selector: str, declared: dict[str, str]) -> str | None:
    """Return the colour of the words of a rule; a rule for a state of a button takes over the button's."""
    if "color" in declared:
        return declared["color"]
    roles = {"primary": "on_accent", "danger": "on_bad", "plain": "accent_ink", "smallPlain": "accent_ink"}
    role = re.search(r'QPushButton\[role="(\w+)"\]', selector)
    return roles.get(role[1], "ink") if role else None


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_by_4_5_and_marks_by_3(tokens):
    least = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in TEXT_PAIRS | MARK_PAIRS}
    assert {pair: ratio for pair, ratio in least.items() if ratio < 3} == {}
    assert {pair: ratio for pair, ratio in least.items() if pair in TEXT_PAIRS and ratio < 4.5} == {}


def test_every_pair_of_the_style_sheet_is_among_those():
    found = pairs_of_the_sheet()
    assert ("on_accent", "accent") in found
    assert found - TEXT_PAIRS - ON_DISABLED == set()


@pytest.mark.parametrize("name", CONTRAST_PALETTES)
def test_high_contrast_is_higher_and_in_the_colours_of_the_system(name):
    tokens = high_contrast(contrast_palette(name))
    assert tokens.keys() == LIGHT.keys()
    assert (tokens["page"], tokens["ink"]) == CONTRAST_PALETTES[name][:2]
    least = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in TEXT_PAIRS | MARK_PAIRS}
    assert {pair: ratio for pair, ratio in least.items() if ratio < 4.5} == {}
    texts = [ratio for pair, ratio in least.items() if pair in TEXT_PAIRS and not pair[0].startswith("on_")]
    assert min(texts) >= 7


def test_it_is_the_same_when_it_is_derived_from_its_own_palette():
    for name in CONTRAST_PALETTES:
        tokens = high_contrast(contrast_palette(name))
        assert high_contrast(theme.palette_of(tokens)) == tokens, name


def test_a_palette_of_black_and_white_is_taken_for_high_contrast(qapp):
    assert theme.is_high_contrast(contrast_palette("black"))
    assert not theme.is_high_contrast(qapp.style().standardPalette())
    assert theme.colours(contrast_palette("white"))["frame"] == "#000000"
    assert theme.colours(theme.palette_of(LIGHT)) == LIGHT
    assert theme.colours(theme.dark_palette()) == DARK


@pytest.fixture
def restored(qapp):
    """The application, which has the desktop's theme and font again afterwards."""
    font, sheet = qapp.font(), qapp.styleSheet()
    yield qapp
    qapp.setFont(font)
    theme.choose(theme.SYSTEM)
    qapp.setPalette(QPalette())
    qapp.setStyleSheet(sheet)


def test_a_fixed_scheme_stays_when_the_desktop_changes(restored):
    theme.choose(theme.DARK_SCHEME)
    theme.follow_desktop()
    assert theme.current() == DARK
    assert restored.palette().window().color() == QColor(DARK["page"])
    theme.choose(theme.LIGHT_SCHEME)
    assert theme.current() == LIGHT
    theme.choose(theme.SYSTEM)
    assert theme.current() == LIGHT


def test_sizes_follow_the_font(restored):
    theme.apply(restored)
    before, height = restored.styleSheet(), theme.control_height()
    font = restored.font()
    points = font.pointSizeF()
    font.setPointSizeF(points * 2)
    restored.setFont(font)
    theme.follow()
    assert f"font-size: {points * 3:g}pt" in restored.styleSheet()
    assert restored.styleSheet() != before
    assert theme.control_height() > height >= 32


def test_the_icon_can_be_drawn(qapp):
    picture = theme.icon().pixmap(64, 64).toImage()
    assert (picture.width(), picture.height()) == (64, 64)
    assert picture.pixelColor(32, 36) == QColor("#1a5fb4")


def test_both_schemes_have_the_same_colours_and_the_sheet_needs_no_other(qapp):
    assert LIGHT.keys() == DARK.keys()
    for palette in (theme.palette_of(LIGHT), theme.dark_palette(), contrast_palette("odd")):
        assert "@" not in theme.style_sheet(palette)


def test_the_images_of_the_sheet_are_there(qapp):
    for palette in (theme.palette_of(LIGHT), theme.dark_palette(), contrast_palette("odd")):
        images = re.findall(r'url\("([^"]+)"\)', theme.style_sheet(palette))
        assert images
        assert [image for image in images if not Path(image).is_file()] == []


def test_a_theme_changes_for_many_widgets_at_once_and_back_to_the_same_look(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    for number in range(600):
        label = QLabel(str(number), host)
        label.setProperty("role", ("quiet", "message", "fieldLabel")[number % 3])
    host.show()
    theme.choose(theme.LIGHT_SCHEME)
    before = host.grab().toImage()
    begun = time.thread_time()
    theme.choose(theme.DARK_SCHEME)
    changed = time.thread_time() - begun
    assert theme.current() is DARK
    assert host.grab().toImage() != before
    # Half of what it takes when the one style sheet follows the other.
    application = QApplication.instance()
    begun = time.thread_time()
    application.setStyleSheet(f"{application.styleSheet()} ")
    assert changed < time.thread_time() - begun
    theme.choose(theme.LIGHT_SCHEME)
    assert host.grab().toImage() == before
