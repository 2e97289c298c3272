"""Starts KooDesk: reads the command line, builds the application and runs it."""

from __future__ import annotations

import sys


def main() -> int:
    """Run KooDesk until its window is closed.

    Returns:
        The exit code of the process.
    """
    from ui.app import build, has_display  # noqa: PLC0415 - `koodesk` is imported as a script's entry point
    from ui.command_line import parse  # noqa: PLC0415

    options = parse(sys.argv[1:])
    if options.tour is not None:
        from ui.tour import run  # noqa: PLC0415 - only the tour needs Qt's test module

        return run(sys.argv, options.tour)
    if not has_display():
        sys.stderr.write(
            "KooDesk: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
            "Start it on a desktop, or play the tour without a screen: main.py --tour DIR\n"
        )
        return 1
    application, window = build(sys.argv)
    from ui.last_resort import LastResort  # noqa: PLC0415 - after the first window stands
    from ui.termination import Termination  # noqa: PLC0415 - as above

    LastResort(window).install()
    Termination(window).install()
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main())
