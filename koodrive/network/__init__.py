"""One connection: proxy, CONNECT, TLS trust, environment, addresses (RFC 8305), and whether a byte has left."""
