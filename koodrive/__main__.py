"""Runs the command: ``python -m koodrive`` is the same as ``koodrive``."""

from __future__ import annotations

from koodrive.cli.command import main

if __name__ == "__main__":
    main()
