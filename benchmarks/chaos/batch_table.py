"""The table of a chaos run of one batch: manual albums, shared folders, and albums in them; every name is another."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

from koodrive.sandbox import SANDBOX_CONTAINER_ID

if TYPE_CHECKING:
    from pathlib import Path

HEADING = ("Remark", "kind", "ref", "in", "name", "type", "albumKind", "containerId")
_FOLDER_SHARE, _IN_FOLDER_SHARE = 0.05, 0.2
_MOST_IN_FOLDER = 60
_REMARKS = ("", "=1+1", "0012", "家", 'two\nlines; "quoted"', "2026-03-01")


def write_table(path: Path, rows: int, seed: int, prefix: str = "") -> None:
    """Write a CSV file of some rows.

    Args:
        path: Where to.
        rows: Number of rows.
        seed: Decides what stands in them.
        prefix: Stands before each name, so that those of several tables differ.
    """
    draw = random.Random(f"table {seed}")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADING)
        writer.writerows(_rows(rows, draw, prefix))


def _rows(count: int, draw: random.Random, prefix: str) -> list[list[str]]:
    rows: list[list[str]] = []
    folders: dict[str, int] = {}
    for number in range(count):
        remark, chance = draw.choice(_REMARKS), draw.random()
        roomy = [ref for ref, size in folders.items() if size < _MOST_IN_FOLDER]
        if chance < _FOLDER_SHARE:
            ref = f"f{number}"
            folders[ref] = 0
            rows.append(
                [remark, "shared_folder", ref, "", f"{prefix}Folder {number}", "", "", SANDBOX_CONTAINER_ID]
            )
        elif chance < _FOLDER_SHARE + _IN_FOLDER_SHARE and roomy:
            ref = draw.choice(roomy[-5:])
            folders[ref] += 1
            rows.append([remark, "album", "", ref, f"{prefix}Inside {number}", "2", "2", ""])
        else:
            rows.append([remark, "album", "", "", f"{prefix}Album {number}", "2", "1", ""])
    return rows
