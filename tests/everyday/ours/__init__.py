"""The jobs by our package: a function each, whose lines are counted."""
