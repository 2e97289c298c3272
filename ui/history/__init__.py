"""The page History: table, filters, details, actions and export."""
