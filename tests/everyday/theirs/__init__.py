"""The jobs by python-intercom 5.0.1: a function each, with the best that it offers."""
