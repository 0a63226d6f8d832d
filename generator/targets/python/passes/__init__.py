"""The Python target's passes, from Api to Api,
before a package is laid out."""
