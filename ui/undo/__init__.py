"""Taking back what was created: whether it can be, the question before it, and the entry in Activity."""
