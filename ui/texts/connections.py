"""Names of connections for people."""

from __future__ import annotations

from koodrive.connections import SANDBOX_CONNECTION_ID
from ui.texts.translate import translate


def connection_text(connection_id: str, name: str) -> str:
    """Return the name of a connection: as it was typed, or that of the sandbox in the language of the window.

    Args:
        connection_id: Of the connection, which may exist no more.
        name: What the history or the list of connections calls it.
    """
    return translate("Connection", "Sandbox") if connection_id == SANDBOX_CONNECTION_ID else name
