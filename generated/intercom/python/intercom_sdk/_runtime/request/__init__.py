"""What callers pass, as it is sent:
parameters, bodies, parts and options."""
