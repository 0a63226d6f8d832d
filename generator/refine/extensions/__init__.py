"""What extensions declare of operations, checked against the types that they name."""
