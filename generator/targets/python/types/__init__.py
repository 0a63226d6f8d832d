"""Types: what the declarations of the API are called,
annotated and placed in a package."""
