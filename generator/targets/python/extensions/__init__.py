"""Hand-written modules beside the generated ones, and the resources that they extend."""
