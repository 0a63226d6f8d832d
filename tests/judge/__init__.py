"""Running the generator over a folder of documents, and checking what comes out."""
