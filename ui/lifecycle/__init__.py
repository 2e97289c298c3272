"""Start and end of the process: command line, signals, single instance, unhandled exceptions."""
