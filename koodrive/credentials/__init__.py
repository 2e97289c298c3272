"""Access to the keyring of the operating system; no other package imports `keyring`."""
