"""Files: how their text is made safe, laid out, formatted and written."""
