"""Many creates from a file or a table: reading, checking, the plan, the run that survives."""
