"""Taking back what a create has made: the look before, the one delete, and what became of a lost one."""
