"""The arguments of callers, as they are sent:
parameters, bodies, parts and options."""
