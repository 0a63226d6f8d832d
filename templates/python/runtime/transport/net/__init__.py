"""The package's own connections:
addresses, TLS, bytes in both directions, HTTP over them."""
