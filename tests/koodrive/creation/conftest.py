"""A service that stores names in its own way, and a backend whose lists come from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lost_answer_fixtures import LostAnswerDriver, at_lists
from storing_service import StoringService

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def service() -> Iterator[StoringService]:
    with StoringService() as service:
        yield service


@pytest.fixture
def at_service(driver: LostAnswerDriver, service: StoringService) -> LostAnswerDriver:
    return at_lists(driver, service)
