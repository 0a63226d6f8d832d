"""Lists in pages: from one page to the next,
and the iterators that callers use."""
