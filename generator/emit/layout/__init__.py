"""Layout of Python source
as black does it."""
