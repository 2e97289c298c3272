"""What the service lists: snapshots, lookups for pickers, and the lists joined with the history."""
