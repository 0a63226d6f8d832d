"""Ingestion under fire: a server that fails, limits and breaks off, and a mirror that is killed."""
