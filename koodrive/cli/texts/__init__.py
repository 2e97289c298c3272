"""The language of the command, and what people read in it."""
