"""Generated packages: imported, type-checked, and what is in them."""
