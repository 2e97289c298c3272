"""A catalogue of no language: every text in brackets and longer by two fifths, all that is filled in kept."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from test_supply import program

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = "⟦", "⟧"
MORE = 0.4
"""So much longer than English is what other languages need."""
_FILLING = "lo rem ip sum "


def pseudo(text: str) -> str:
    """Return an English text as the catalogue has it; mnemonic, places and blanks at its ends stay."""
    length = round(len(text) * MORE)
    filling = (_FILLING * (length // len(_FILLING) + 1))[:length].strip()
    core = text.strip(" ")
    return text.replace(core, f"{FIRST}{core}{' ' if ' ' in core else ''}{filling}{LAST}") if core else text


def without_brackets(text: str) -> str:
    """Return what is left of a text where everything in brackets is taken out."""
    while (shorter := re.sub(f"{FIRST}[^{FIRST}{LAST}]*{LAST}", "", text)) != text:
        text = shorter
    return text


def compile_pseudo(folder: Path) -> Path:
    """Write the catalogue of the source, pseudo-translated and compiled, into a folder; return its path."""
    tools = program("catalogue")
    tree = ET.parse(tools.CATALOGUE)
    for message in tree.iter("message"):
        translation = message.find("translation")
        holder = translation if len(translation) == 0 else translation[0]
        holder.text = pseudo(message.findtext("source"))
        translation.attrib.pop("type", None)
    source = folder / "pseudo.ts"
    tree.write(source, "utf-8", xml_declaration=True)
    tools.release(source, source.with_suffix(".qm"))
    return source.with_suffix(".qm")
