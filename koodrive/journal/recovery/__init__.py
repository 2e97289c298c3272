"""Damage to the history file: its check, backups, and all rows that can still be read."""
