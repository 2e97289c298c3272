"""The page On the service: what the service lists, beside the history."""
