"""A shared album that is begun from a created folder says which folder that is, as if it was chosen from the list."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from koodrive.models import CreatedSharedFolder


def test_the_name_of_the_folder_stands_beside_its_ids(window):
    window.page_services.forms.share_in(CreatedSharedFolder("4711", group_id="G1"), "Family <2026>")
    page = window.album
    assert page.findChild(QLineEdit, "album.shareFolderId").text() == "4711"
    assert page.findChild(QLineEdit, "album.groupId").text() == "G1"
    name = page.findChild(QLabel, "album.sharedFolder.name")
    assert name.isVisible()
    assert "Family <2026>" in name.text()
    page.findChild(QLineEdit, "album.shareFolderId").setText("4712")
    assert name.text() == ""
