"""What operations are called, the resources they belong to, their bodies and their paging."""
