"""The lists of the service: snapshots, lookups for pickers, and the lists joined with the history."""
