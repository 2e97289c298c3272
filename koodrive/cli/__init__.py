"""The command `koodrive`."""
