"""What the methods of a package put on the wire, against what the document says."""
