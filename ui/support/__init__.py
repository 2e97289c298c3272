"""Diagnostics, the support bundle, and the dialog for unexpected errors."""
