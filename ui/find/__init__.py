"""One search over the history and the lists of the service, of all connections."""
