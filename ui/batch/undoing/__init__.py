"""Taking a whole batch back: a look at all that it has made, three groups, the run, its result file."""
