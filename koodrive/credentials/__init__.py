"""The one door to the keyring."""
