"""The language of the window: the desktop's or a fixed one, with Qt's own texts, numbers and letters in it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication

SYSTEM, ENGLISH, CHINESE = "system", "en", "zh_CN"
"""Arguments of `use`; the last two are also what `current` returns."""
NAMES = {ENGLISH: "English", CHINESE: "简体中文"}
"""Each language in its own words, so that who reads no other finds it."""

_SIMPLIFIED = {"Hans", "CN", "SG"}
"""Parts of the name of a language (BCP 47) that say which Chinese is meant. Traditional has others."""
_log = logging.getLogger(__name__)
_current = ENGLISH
_translators: list[QTranslator] = []


def current() -> str:
    """Return the language that the window has: `ENGLISH` or `CHINESE`."""
    return _current


def first_spoken(names: Iterable[str]) -> str:
    """Return the first language of a user that the window can have; English where there is none.

    Args:
        names: As `QLocale.uiLanguages` has them, the best first.
    """
    for name in names:
        language, *parts = name.split("-")
        if language == "en":
            return ENGLISH
        if language == "zh" and not _SIMPLIFIED.isdisjoint(parts):
            return CHINESE
    return ENGLISH


def use(choice: str, application: QApplication) -> None:
    """Give the application a language; what has its words already keeps them.

    Args:
        choice: `ENGLISH` or `CHINESE`; anything else counts as `SYSTEM`.
        application: Owns the translations; for letters and words, no widget should be there yet.
    """
    global _current  # noqa: PLW0603 - there is one application
    desktop = first_spoken(QLocale.system().uiLanguages())
    wanted = choice if choice in NAMES else desktop
    # Who reads English on a German desktop still expects its numbers.
    QLocale.setDefault(QLocale.system() if wanted == desktop else QLocale(wanted))
    if wanted == _current:
        return
    _current = wanted
    while _translators:
        application.removeTranslator(_translators.pop())
    if wanted == CHINESE:
        from ui.core import chinese_font  # noqa: PLC0415 - English needs none

        _translators.extend(_loaded(path, application) for path in _catalogues())
        chinese_font.prefer(application)


def _catalogues() -> tuple[Path, ...]:
    """Return the files of Qt's own words and of ours, which are asked first."""
    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - English needs none

    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return of_qt / f"qtbase_{CHINESE}.qm", Path(
        resources.__path__[0], "translations", f"koodesk_{CHINESE}.qm"
    )


def _loaded(path: Path, application: QApplication) -> QTranslator:
    translator = QTranslator(application)
    if not translator.load(str(path)):
        _log.warning("no translation can be read from %s", path.name)
    application.installTranslator(translator)
    return translator
