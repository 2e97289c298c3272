"""Shows what `koodrive` says in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from koodrive.wording import Sentence

CONTEXT = "koodrive"


def in_words(text: str) -> str:
    """Return `text` in the language of the window.

    Args:
        text: A `Sentence` is translated by its template; any other text comes back as it is.
    """
    if not isinstance(text, Sentence):
        return text
    translated = QCoreApplication.translate(CONTEXT, text.template)
    return translated.format(**text.values) if text.values else translated
