"""Numbers as the language of the window writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def number(value: float, digits: int = 0) -> str:
    """Return a number with the separators of the language: ``1,234``, ``0.412``.

    Args:
        value: The number.
        digits: How many digits stand behind the point.
    """
    return QLocale().toString(value, "f", digits) if digits else QLocale().toString(round(value))
