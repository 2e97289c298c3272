"""A combo box whose text has no room: an ellipsis says so."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from ui.inputs.combo_box import ElidedComboBox


def test_a_text_without_room_ends_in_an_ellipsis(qtbot):
    pictures = []
    for kind, text in (
        (ElidedComboBox, "Albums and folders"),
        (QComboBox, "Albums and folders"),
        (ElidedComboBox, "Albums"),
        (QComboBox, "Albums"),
    ):
        combo = kind()
        qtbot.addWidget(combo)
        combo.addItem(text)
        combo.resize(100, 32)
        pictures.append(combo.grab().toImage())
    elided, cut, whole, usual = pictures
    assert elided != cut
    assert whole == usual
