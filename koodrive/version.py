"""The version of KooDesk, read by the package, the window, the User-Agent header and the build."""

from __future__ import annotations

VERSION = "0.1.0"
