"""The log, the crash file, unexpected errors, and the redaction of secrets in all of them."""
