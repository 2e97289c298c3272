"""The rows of a batch: read in the background, shown in a table, edited in place."""
