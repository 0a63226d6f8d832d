"""The responses of servers, as callers get them:
contents, decompression, items and events."""
