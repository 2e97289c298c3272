"""What many tests of koodrive begin with: a sandbox, a backend, and the driver in which answers get lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trustme
from lost_answer_fixtures import driver_in

from koodrive.backend.backend import Backend
from koodrive.credentials.store import CredentialStore
from koodrive.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lost_answer_fixtures import LostAnswerDriver


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Return a service that runs."""
    with Sandbox() as running:
        yield running


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[LostAnswerDriver]:
    """Return a backend and a service whose answers can get lost."""
    with driver_in(tmp_path) as driver:
        yield driver


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    """Return a backend that is open, and does not wait for a keyring for long."""
    backend = Backend(tmp_path / "data")
    backend.credentials = CredentialStore(patience_seconds=2)
    backend.open()
    yield backend
    backend.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return who signs the certificates of services."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    """Return the path of the certificate of `authority`."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)
