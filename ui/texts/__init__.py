"""How outcomes, folders, errors and invisible characters are worded."""
