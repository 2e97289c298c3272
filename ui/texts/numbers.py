"""Numbers for people, with the separators of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def number_text(number: int) -> str:
    """Return a whole number such as ``1,234``."""
    return QLocale().toString(number)


def decimal_text(number: float, digits: int) -> str:
    """Return a number with `digits` digits after the decimal sign, such as ``1,234.50``."""
    return QLocale().toString(number, "f", digits)
