"""Walking through types and the Api, and rebuilding them with a change."""
