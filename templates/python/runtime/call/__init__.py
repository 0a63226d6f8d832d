"""One call from arguments to value:
clients, sessions, attempts and streams."""
