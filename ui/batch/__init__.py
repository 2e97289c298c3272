"""The page Create many: a table of creates, its plan, its run and its result."""
