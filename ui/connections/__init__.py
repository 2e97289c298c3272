"""The connection dialog with its fields and jobs, and the removal of a connection."""
