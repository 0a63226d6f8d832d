"""A fake of the API for tests: it answers a client's requests from the description, and keeps what
is created.
"""
