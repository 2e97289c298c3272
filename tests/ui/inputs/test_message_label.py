"""The line below an input: a mark is painted where its text has a sign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.core import theme
from ui.core.theme import current
from ui.inputs.message_label import Counter, MessageLabel
from ui.inputs.short_line import ShortLine
from ui.widgets.layouts import column


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
    label.set_state(state)
    assert label.text() == "⚠ Enter a name."
    assert current()[token] in colours_of(label)
    assert label.contentsMargins().left() == 20


def test_help_begins_at_the_left(label):
    label.setText("⚠ Enter a name.")
    label.setText("1 to 20 characters.")
    assert label.text() == "1 to 20 characters."
    assert label.contentsMargins().left() == 0
    assert current()["bad"] not in colours_of(label)


def test_a_key_that_counts_moves_nothing_in_the_form(qtbot):
    form = QWidget()
    qtbot.addWidget(form)
    counter = Counter("album.name.counter")
    column(counter, QWidget(), parent=form)
    counter.show_count(9, 20)
    form.show()
    QCoreApplication.sendPostedEvents(form)
    spy = EventCount(form)
    for count in (10, 20, 21, 100):
        counter.show_count(count, 20)
        counter.set_state("problem" if count > 20 else "")
        QCoreApplication.sendPostedEvents(form)
    # Only the last one is wider than the limit.
    assert spy.layouts == 1
    assert counter.width() >= counter.fontMetrics().horizontalAdvance("100/20")
    assert current()["bad"] in {
        counter.grab().toImage().pixelColor(x, y).name()
        for x in range(counter.width())
        for y in range(counter.height())
    }


class EventCount(QObject):
    """Counts how often a widget has to lay out anew."""

    def __init__(self, widget):
        super().__init__(widget)
        self.layouts = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - the name that Qt gives it
        self.layouts += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.mark.parametrize(("state", "token"), [("problem", "bad"), ("advice", "warn")])
def test_the_frame_of_a_line_shows_its_state(qtbot, qapp, state, token):
    # The style sheet must know nothing of the state, as it is not applied anew.
    theme.apply(qapp)
    line = ShortLine()
    qtbot.addWidget(line)
    line.resize(200, 32)
    line.set_state(state)
    image = line.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name() == current()[token]
    line.set_state("")
    image = line.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name() != current()[token]
