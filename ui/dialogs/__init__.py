"""The dialogs that open over the main window."""
