"""How declarations depend on each other: the order to work in, and facts that follow from it."""
