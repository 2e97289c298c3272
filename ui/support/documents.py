"""Texts that come with the program: the list of changes and the licences of its parts."""

from __future__ import annotations

import re
from pathlib import Path

import resources

CHANGES, LICENCES = "CHANGELOG.md", "licences.md"

_LINK = re.compile(r"\[([^\]]+)\](?:\([^)]*\))?")
_BEGINNING = re.compile(r"#{1,6} |- |\| ")


def document(name: str) -> str:
    """Return a document of the package `resources`; blocks.

    Args:
        name: `CHANGES` or `LICENCES`.
    """
    return (Path(resources.__path__[0]) / name).read_text(encoding="utf-8")


def changes_text(document: str) -> str:
    """Return what the list of changes says, as plain text: one paragraph a line, its introduction left out.

    Args:
        document: Content of `CHANGES`, in Markdown.
    """
    paragraphs: list[str] = []
    for line in document.splitlines():
        is_new = not line or _BEGINNING.match(line) or not paragraphs or not paragraphs[-1]
        if is_new:
            paragraphs.append(line)
        else:
            paragraphs[-1] += f" {line.strip()}"
    lines = [_plain(paragraph) for paragraph in paragraphs]
    first = next((place for place, line in enumerate(paragraphs) if line.startswith("## ")), 0)
    return "\n".join(lines[first:]).strip()


def licences_text(document: str) -> str:
    """Return the licences of the parts, one part in a line.

    Args:
        document: Content of `LICENCES`: a table in Markdown with package, version and licence.
    """
    rows = [line.strip("| ").split(" | ") for line in document.splitlines() if line.startswith("| ")]
    return "\n".join(f"{row[0]} {row[1]}: {row[2]}" for row in rows[1:])


def _plain(line: str) -> str:
    words = _LINK.sub(r"\1", line).replace("`", "").replace("**", "")
    if words.startswith("#"):
        return words.lstrip("# ")
    return f"• {words[2:]}" if words.startswith("- ") else words
