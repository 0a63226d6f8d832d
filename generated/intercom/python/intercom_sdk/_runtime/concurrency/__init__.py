"""Many calls at once: a function over items, in threads or in tasks."""
