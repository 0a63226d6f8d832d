"""The algebra of types: intersection, union, subsumption, equivalence and normal forms."""
