"""The one error of the sandbox itself, for the people who start it."""

from __future__ import annotations


class SandboxError(Exception):
    """Raised when the sandbox cannot start or cannot do what it was asked to; its text is for people."""
