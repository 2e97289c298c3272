"""Icons in the colours of the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from ui.core import theme
from ui.core.icons import SMALL, USUAL, icon_pixmap, mark_colour, mark_pixmap

NAMES = sorted(path.stem for path in Path(theme.icon_directory()).glob("*.svg") if path.stem != "koodesk")


def colours_of(pixmap):
    image = pixmap.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("mark-")])
def test_every_icon_is_drawn_in_the_colour_of_a_token(qapp, name):
    pixmap = icon_pixmap(name, "ink", USUAL)
    assert pixmap.deviceIndependentSize().toSize().width() == USUAL
    image = pixmap.toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=lambda pixel: pixel.alpha(),
    )
    assert strongest.alpha() > 120
    wanted = QColor(theme.current()["ink"])
    assert abs(strongest.red() - wanted.red()) <= 2


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("mark-")])
def test_every_mark_is_drawn(qapp, name):
    state = name.removeprefix("mark-").replace("-", "_")
    assert mark_pixmap(state).deviceIndependentSize().toSize().width() == SMALL
    assert theme.current()[mark_colour(state)] in colours_of(mark_pixmap(state, "card", 4 * SMALL))


def test_the_sign_in_a_disc_has_the_colour_behind_it(qapp):
    tokens = theme.current()
    assert tokens["good"] in colours_of(mark_pixmap("created", "page"))
    on_dark = mark_pixmap("created", "ink", 64)
    assert tokens["ink"] in colours_of(on_dark)
