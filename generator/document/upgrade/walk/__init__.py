"""One step over all files: the objects that it visits, and where references lead after it."""
