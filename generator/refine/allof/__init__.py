"""What `allOf` combines: merged models, intersections, inheritance and subclasses."""
