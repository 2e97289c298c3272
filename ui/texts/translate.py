"""Translation of `koodrive`'s messages into the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from koodrive.messages import Message

CONTEXT = "koodrive"


def translate(text: str) -> str:
    """Return `text` in the language of the window.

    Args:
        text: A `Message` is translated by its template; any other text comes back as it is.
    """
    if not isinstance(text, Message):
        return text
    translated = QCoreApplication.translate(CONTEXT, text.template)
    return translated.format(**text.values) if text.values else translated


def error_texts(error: Exception) -> tuple[str, str]:
    """Return title and message of `error`; of an unexpected one only its kind."""
    unexpected = QCoreApplication.translate("Problem", "Something unexpected went wrong")
    title, message = getattr(error, "title", unexpected), getattr(error, "message", type(error).__name__)
    return translate(title), translate(message)
