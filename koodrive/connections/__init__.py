"""Stored connections, their clients, their sign-in sessions and their check."""

SANDBOX_CONNECTION_ID = "sandbox"
"""The connection ID of the sandbox of a data directory, which is in no file."""
