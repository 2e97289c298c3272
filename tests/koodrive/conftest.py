"""Fixtures of the tests without a window: a sandbox, a backend, a driver for lost answers, a CA."""

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
    """Return a running sandbox."""
    with Sandbox() as running:
        yield running


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[LostAnswerDriver]:
    """Return a driver of a backend and a service whose answers can get lost."""
    with driver_in(tmp_path) as driver:
        yield driver


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    """Return an open backend with a short time limit for the keyring."""
    backend = Backend(tmp_path / "data")
    backend.credentials = CredentialStore(patience_seconds=2)
    backend.open()
    yield backend
    backend.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return the CA that signs the certificates of services."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    """Return the path of the certificate of `authority`."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)
