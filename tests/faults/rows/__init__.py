"""The behaviours, by what goes wrong."""
