"""The Python target's passes, from Api to Api,
before names are assigned."""
