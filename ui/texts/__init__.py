"""Texts for outcomes, folders, errors and invisible characters."""
