"""All of one data directory, put together for the window and the command; diagnostics and support bundle."""
