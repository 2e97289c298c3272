"""Requests without a form, as the pages hand them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from koodrive.models import CreateAlbum
from ui.create.pending_submission import PendingSubmission
from ui.create.spec import ALBUM

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window.main_window import MainWindow


@pytest.fixture
def pending(window: MainWindow) -> Callable[[str], PendingSubmission]:
    """Return what makes a request for an album with a name."""

    def make(name: str) -> PendingSubmission:
        fields = {"name": name, "type": 2, "albumKind": 1}
        request = ALBUM.build(fields)
        assert isinstance(request, CreateAlbum)
        return PendingSubmission(ALBUM, fields, request, window.session.current)

    return make
