"""References: where they lead, what they reach,
and those that stand where OpenAPI has none."""
