"""The small API module: `KooDriveClient`, authentication, signing, JSON in and out, error codes, one request."""
