"""Translation into the language of the window: of its own texts by Qt, of `koodrive`'s messages by their templates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from koodrive.messages import Message

CONTEXT = "koodrive"

translate = QCoreApplication.translate
"""Qt's own, by the short name that `lupdate` knows: ``translate("Context", "Text")``."""


def translated(text: str) -> str:
    """Return `text` in the language of the window.

    Args:
        text: A `Message` is translated by its template; any other text comes back as it is.
    """
    if not isinstance(text, Message):
        return text
    return text.in_language(lambda template: translate(CONTEXT, template))


def error_texts(error: Exception) -> tuple[str, str]:
    """Return title and message of `error`; of an unexpected one only its kind."""
    unexpected = translate("Problem", "Something unexpected went wrong")
    title, message = getattr(error, "title", unexpected), getattr(error, "message", type(error).__name__)
    return translated(title), translated(message)
