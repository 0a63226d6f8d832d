"""Output folders: compared with what is there,
and written whole or not at all."""
