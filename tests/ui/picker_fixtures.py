"""The picker of shared folders in the real window, and functions that drive it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView

from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN
from ui.pickers.shared_folder_model import FolderColumn
from ui.pickers.shared_folder_picker import NAME, SharedFolderPicker

LIST = "/koodrive/ose/v1/sharefolder/list"


@pytest.fixture
def page(window):
    window.album.findChild(QAbstractButton, "album.albumKind.2").click()
    return window.album


@pytest.fixture
def opened(qtbot, page):
    """Return a function that opens the picker and waits until the service has told the list."""

    def open_picker(*, wait=True):
        page.findChild(QAbstractButton, "album.sharedFolder.choose").click()
        (picker,) = (found for found in page.window().findChildren(SharedFolderPicker) if found.isVisible())
        if wait:
            qtbot.waitUntil(lambda: not page.session.runner.is_busy)
        return picker

    return open_picker


def fill(sandbox, *names, creator=None):
    return [
        sandbox.make_elsewhere(
            "sharedFolder",
            {"name": name, "shareType": 0, "containerId": SANDBOX_CONTAINER_ID},
            creator=creator,
        )
        for name in names
    ]


def part(picker, key, kind=QAbstractButton):
    found = picker.findChild(kind, f"{NAME}.{key}")
    assert found is not None, key
    return found


def rows(picker, column=FolderColumn.NAME):
    model = part(picker, "table", QTableView).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def state(picker):
    return part(picker, "state", QLabel).text()


def search(picker):
    return part(picker, "search", QLineEdit)


def listed(sandbox):
    return [request for request in sandbox.requests() if request.path.startswith(LIST)]


def text(page, key, kind=QLineEdit):
    return page.findChild(kind, f"album.{key}").text()


def ids(page):
    return text(page, "groupId"), text(page, "shareFolderId")


def expected(record):
    return record["groupId"], record["id"]


def use_server(window, server):
    session = window.session
    session.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    session.use(replace(session.current, connection_id="other", service_address=server.url))
