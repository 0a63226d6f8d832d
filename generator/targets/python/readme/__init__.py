"""README.md of a package: what it shows of the API."""
