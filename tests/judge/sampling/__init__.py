"""Values that a schema allows or refuses, and validators of them."""
