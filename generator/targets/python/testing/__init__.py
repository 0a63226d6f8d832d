"""A fake of the API for tests of programs: the description that it answers from, as data."""
