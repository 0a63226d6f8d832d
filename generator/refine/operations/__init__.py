"""What operations are called, the resources they belong to, and their bodies."""
