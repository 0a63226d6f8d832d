"""What a command's exit code says; the table stands in `--help`, too."""

COMPLETE = 0
FAILED = 1
INCOMPLETE = 3
REPAIRED = 4
INTERRUPTED = 130
BROKEN_PIPE = 141
