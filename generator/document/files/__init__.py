"""Files: which of them references may reach, their content, and the lines of their texts."""
