"""How threads and processes share one history."""
