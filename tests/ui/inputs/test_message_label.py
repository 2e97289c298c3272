"""The line below an input: a mark is painted where its text has a sign."""

from __future__ import annotations

import pytest

from ui.core.theme import current
from ui.inputs.message_label import MessageLabel
from ui.widgets.style_state import set_style_state


@pytest.fixture
def label(qtbot):
    """A line that is shown."""
    label = MessageLabel(wraps=True)
    qtbot.addWidget(label)
    label.resize(200, 60)
    label.show()
    return label


def colours_of(label):
    image = label.grab().toImage()
    ratio = image.devicePixelRatio()
    size = round(14 * ratio)
    return {image.pixelColor(x, y).name() for x in range(size) for y in range(image.height())}


@pytest.mark.parametrize(("state", "token"), [("problem", "bad"), ("advice", "warn")])
def test_a_sign_is_painted_as_a_mark_and_stays_in_the_text(label, state, token):
    label.setText("⚠ Enter a name.")
    set_style_state(label, state)
    assert label.text() == "⚠ Enter a name."
    assert current()[token] in colours_of(label)
    assert label.contentsMargins().left() == 20


def test_help_begins_at_the_left(label):
    label.setText("⚠ Enter a name.")
    label.setText("1 to 20 characters.")
    assert label.text() == "1 to 20 characters."
    assert label.contentsMargins().left() == 0
    assert current()["bad"] not in colours_of(label)
