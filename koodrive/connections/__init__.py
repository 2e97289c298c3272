"""Stored connections, their clients, their sign-in sessions and their check."""
