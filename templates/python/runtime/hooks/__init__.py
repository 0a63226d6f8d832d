"""Hooks: what callers are shown of each request, spans and metrics, and the log."""
