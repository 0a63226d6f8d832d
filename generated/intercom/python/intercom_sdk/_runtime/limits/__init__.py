"""The rate limit of a client: when its next request may be sent."""
