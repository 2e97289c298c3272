"""Deadlines, atomic files, strict JSON, failpoints, characters of names; imports nothing of ours but itself."""
