"""Activity: every create of the day beside the form, with its state, its IDs and its actions."""
