"""Documents as they were written: no upgrade, no repair, nothing of the reader."""
