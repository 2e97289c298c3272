"""Dialogs in which folders and shared folders are picked from what the service has."""
