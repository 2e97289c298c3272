"""The order of names in lists that are in memory: by pinyin in a Chinese window, else as the language sorts."""

from __future__ import annotations

from functools import cmp_to_key
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QLocale, Qt

from ui.core import language

if TYPE_CHECKING:
    from collections.abc import Iterable


def name_places(names: Iterable[str]) -> dict[str, int]:
    """Return the place of each name in their order; names that differ in case alone share one.

    May be called on any thread. For 100,000 names it takes a second; sort keys of `QCollator` take two.

    Args:
        names: All that are sorted, in any order.
    """
    is_chinese = language.current() == language.CHINESE
    collator = QCollator(QLocale(language.CHINESE) if is_chinese else QLocale())
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    compare = collator.compare
    order = cmp_to_key(compare)
    distinct = set(names)
    # Character by character they are nearly in order, which spares most comparisons of whole names.
    characters = sorted(set("".join(distinct)), key=order)
    ranks = {ord(character): chr(rank) for rank, character in enumerate(characters)}
    found = sorted(sorted(distinct, key=lambda name: name.translate(ranks)), key=order)
    places = dict.fromkeys(found[:1], 0)
    for before, name in pairwise(found):
        places[name] = places[before] + (compare(before, name) != 0)
    return places
