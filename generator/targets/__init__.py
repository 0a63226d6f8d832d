"""Targets: each makes the files of one kind of output from an Api."""
