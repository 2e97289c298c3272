"""Inputs of forms: fields with verdicts, choices as tiles, lines."""
