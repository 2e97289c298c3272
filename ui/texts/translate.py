"""Translation into the language of the window: of its own texts by Qt, of `koodrive`'s messages by their templates."""

from __future__ import annotations

from functools import reduce

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


def joined(first: str, *others: str) -> str:
    """Return whole sentences one after the other, as the language joins them (Chinese has no blank between them).

    Args:
        first: A sentence; a `Message` is translated.
        others: What follows, likewise; empty ones are left out.
    """
    return _chained(translate("Texts", "{first} {second}"), first, *others)


def listed(*items: str) -> str:
    """Return items as one list, with the language's own sign between them: ``one, two`` (Chinese has ``、``).

    Args:
        items: What is listed; a `Message` is translated, empty ones are left out.
    """
    return _chained(translate("Texts", "{first}, {second}"), *items)


def titled(title: str, message: str) -> str:
    """Return what a `message` is about, and the message itself: ``Title: message``; a `Message` is translated."""
    template = translate("Texts", "{title}: {message}")
    return template.format(title=translated(title), message=translated(message))


def error_texts(error: Exception) -> tuple[str, str]:
    """Return title and message of `error`; of an unexpected one only its kind."""
    unexpected = translate("Problem", "Something unexpected went wrong")
    title, message = getattr(error, "title", unexpected), getattr(error, "message", type(error).__name__)
    return translated(title), translated(message)


def _chained(template: str, *parts: str) -> str:
    texts = [translated(part) for part in parts if part]
    return reduce(lambda first, second: template.format(first=first, second=second), texts) if texts else ""
