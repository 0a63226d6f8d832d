"""What servers send, as callers get it:
contents, decompression, items and events."""
