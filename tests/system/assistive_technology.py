"""An assistive technology that does the main job by AT-SPI alone; runs on the system's Python, which has pyatspi.

It prints what it has seen as one line of JSON; with ``listen`` what it hears.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pyatspi  # of Debian's python3-pyatspi

PATIENCE_SECONDS = 40.0


def find(role: str, name: str):
    """Return the first accessible of a role whose name begins with `name`; waits for it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        for found in everything():
            if found.getRoleName() == role and found.name.startswith(name):
                return found
        time.sleep(0.2)
    raise LookupError(f"{role} {name!r}")


def everything():
    """Yield all accessibles of KooDesk that can be seen."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "KooDesk":
            yield from below(application)


def below(accessible):
    """Yield what can be seen below an accessible; parts that go meanwhile are left out.

    Pages that are being built are left out, too: Qt 6.11 crashes when a scroll area loses a part between the question
    how many it has and the question for one of them.
    """
    try:
        children = [accessible.getChildAtIndex(place) for place in range(accessible.childCount)]
    except Exception:  # noqa: BLE001 - pyatspi raises what GLib gives it
        return
    for child in children:
        if child is not None and is_showing(child):
            yield child
            yield from below(child)


def is_showing(accessible) -> bool:
    """Return whether people can see it."""
    try:
        return accessible.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:  # noqa: BLE001 - as above
        return False


def act(accessible, name: str) -> None:
    """Do an action of an accessible by its name."""
    actions = accessible.queryAction()
    names = [actions.getName(place) for place in range(actions.nActions)]
    actions.doAction(names.index(name))


def listen() -> None:
    """Print what is announced, a line each, until the process is ended."""

    def say(event) -> None:
        sys.stdout.write(f"{event.any_data}\n")
        sys.stdout.flush()

    pyatspi.Registry.registerEventListener(say, "object:announcement")
    pyatspi.Registry.start()


def wait_for(heard: Path, words: str) -> None:
    """Return when `words` have been announced."""
    end = time.monotonic() + PATIENCE_SECONDS
    while words not in heard.read_text(encoding="utf-8"):
        if time.monotonic() > end:
            raise LookupError(words)
        time.sleep(0.1)


def main(heard: Path) -> None:
    """Open New shared folder and New album by the navigation, create an album, and read its card."""
    act(find("check box", "New shared folder"), "Press")
    find("push button", "Create shared folder")
    act(find("check box", "New album"), "Press")
    # Until this page is shown, the name that is found is that of the other one.
    create = find("push button", "Create album")
    line = find("text", "Name")
    line.queryComponent().grabFocus()
    line.queryEditableText().setTextContents("One that is far too long for it")
    wait_for(heard, "too many")
    line.queryEditableText().setTextContents("By ear 2026")
    act(create, "Press")
    state = find("label", "Created")
    unnamed = [
        found.getRoleName()
        for found in everything()
        if found.getRoleName() in {"text", "combo box", "push button"} and not found.name
    ]
    sys.stdout.write(json.dumps({"state": state.name, "unnamed": unnamed}) + "\n")


if __name__ == "__main__":
    listen() if sys.argv[1:] == ["listen"] else main(Path(sys.argv[1]))
