"""Stored connections, their clients, their sign-in sessions and their check."""

SANDBOX_CONNECTION_ID = "sandbox"
"""The connection ID of the sandbox of a data directory, which is in no file."""

CONNECTIONS_FILE = "connections.json"
"""File of the stored connections in a data directory."""
