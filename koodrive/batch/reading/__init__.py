"""Files and texts read row by row, before anything is known of what their columns mean for a create."""
