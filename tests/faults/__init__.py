"""Faults of servers and networks, and what a client makes of each."""
