"""A page that is built in parts is the same one in the end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ui.main_window.pages import PAGES
from ui.widgets.partly_built import PartlyBuilt


class Page(PartlyBuilt, QWidget):
    """Three labels."""

    def __init__(self, *, in_parts: bool = False) -> None:
        super().__init__()
        self._start_building(self._build(), in_parts=in_parts)

    def _build(self):
        for number in range(3):
            QLabel(str(number), self)
            yield


@pytest.mark.parametrize("in_parts", [False, True])
def test_all_parts_are_built_one_at_a_time_or_at_once(qtbot, in_parts):
    page = Page(in_parts=in_parts)
    qtbot.addWidget(page)
    counts = [len(page.findChildren(QLabel))]
    while page.build_part():
        counts.append(len(page.findChildren(QLabel)))
    assert counts == ([0, 1, 2, 3, 3] if in_parts else [3])
    assert not page.build_part()


def test_pages_are_whole_whenever_they_are_asked_for(window):
    for name in PAGES:
        page = window._stack.page(name)
        assert not isinstance(page, PartlyBuilt) or not page.build_part()
