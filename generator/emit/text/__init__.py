"""Text of a document made safe for source code,
Markdown and file names."""
