"""The command line of KooDesk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from koodrive.backend.data_dir import default_data_dir
from koodrive.version import VERSION


class Options(NamedTuple):
    """The parsed command line."""

    sandbox: bool
    """Start on the sandbox."""
    data_dir: Path
    """Holds every file that the app writes."""
    profile: str | None
    """Name of the connection to start with."""
    tour: Path | None
    """Folder for the pictures of the tour; None for an ordinary start."""


def parse(arguments: list[str]) -> Options:
    """Return the options of `arguments` (without the program's name).

    Raises:
        SystemExit: After ``--help`` and ``--version``, and when the arguments cannot be understood.
    """
    if not arguments:
        # As a desktop starts it: argparse takes 5 ms to get ready, mostly for translations that it has not.
        return Options(sandbox=False, data_dir=default_data_dir(), profile=None, tour=None)
    parser = argparse.ArgumentParser(
        prog="koodesk", description="Create albums and shared folders on KooDrive by point and click."
    )
    parser.add_argument("--sandbox", action="store_true", help="rehearse on a KooDrive on this computer")
    parser.add_argument(
        "--data-dir", type=_directory, metavar="DIR", help="where all files of KooDesk are kept"
    )
    parser.add_argument("--profile", metavar="NAME", help="the connection to start with")
    parser.add_argument(
        "--tour", type=_directory, metavar="DIR", help="walk through the app and save pictures to DIR"
    )
    parser.add_argument("--version", action="version", version=f"KooDesk {VERSION}")
    options = parser.parse_args(arguments)
    return Options(options.sandbox, options.data_dir or default_data_dir(), options.profile, options.tour)


def _directory(text: str) -> Path:
    # What an unset variable of a shell leaves behind would be the current directory.
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return Path(text)
