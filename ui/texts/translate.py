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


def joined(*sentences: str) -> str:
    """Return whole sentences one after the other, as the language joins them (Chinese has no blank between them).

    Args:
        sentences: A `Message` is translated, empty ones are left out.
    """
    return _chained(translate("Texts", "{first} {second}"), *sentences)


def listed(*items: str, have_commas: bool = False) -> str:
    """Return items as one list, with the language's own sign between them: ``one, two`` (Chinese has ``、``).

    Args:
        items: What is listed; a `Message` is translated, empty ones are left out.
        have_commas: Whether there are commas in them, so that a stronger sign has to part them.
    """
    sign = translate("Texts", "{first}; {second}") if have_commas else translate("Texts", "{first}, {second}")
    return _chained(sign, *items)


def titled(title: str, message: str) -> str:
    """Return what a `message` is about, and the message itself: ``Title: message``; a `Message` is translated."""
    template = translate("Texts", "{title}: {message}")
    return template.format(title=translated(title), message=translated(message))


def error_texts(error: Exception) -> tuple[str, str]:
    """Return title and message of `error`; of an unexpected one only its kind."""
    unexpected = translate("Problem", "Something unexpected went wrong")
    title, message = getattr(error, "title", unexpected), getattr(error, "message", type(error).__name__)
    return translated(title), translated(message)


def error_text(error: Exception) -> str:
    """Return title and message of `error` as one text: ``Title. Message``; likewise."""
    title, message = error_texts(error)
    return translate("Texts", "{title}. {message}").format(title=title, message=message)


def _chained(template: str, *parts: str) -> str:
    texts = [translated(part) for part in parts if part]
    return reduce(lambda first, second: template.format(first=first, second=second), texts) if texts else ""
