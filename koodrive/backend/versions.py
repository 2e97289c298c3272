"""What KooDesk runs on, for the log and for support."""

from __future__ import annotations

import platform
import ssl
import sys
from importlib.metadata import PackageNotFoundError, version

from koodrive.journal.library import sqlite_version
from koodrive.version import VERSION

_LIBRARIES = (
    "PySide6-Essentials",
    "requests",
    "urllib3",
    "truststore",
    "keyring",
    "platformdirs",
    "regex",
    "emoji",
    "idna",
    "jsonschema",
)


def versions() -> dict[str, str]:
    """Return the versions of KooDesk and of all that it stands on, by name; reads files."""
    return {
        "KooDesk": VERSION,
        "Python": sys.version.replace("\n", " "),
        "Platform": platform.platform(),
        "SQLite": sqlite_version(),
        "OpenSSL": ssl.OPENSSL_VERSION,
        **{library: _version_of(library) for library in _LIBRARIES},
    }


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        # As in a frozen app, which holds the modules without what describes them.
        return "not told"
