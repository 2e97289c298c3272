"""Dialogs that pick folders and shared folders of the service."""
