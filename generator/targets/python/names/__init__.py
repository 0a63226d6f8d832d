"""Identifiers: how names of the API are spelled in Python,
and who gets a spelling that several want."""
