"""The runtime of this package's clients: requests, responses, errors and streams."""
