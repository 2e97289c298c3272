"""What people use to create many things from a table, beside `koodrive batch run`, at the same service."""
