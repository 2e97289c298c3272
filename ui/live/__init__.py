"""The page On the service: the service's lists, joined with the history."""
