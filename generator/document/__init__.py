"""Text → Document: read by a policy, overlaid, validated and upgraded to one shape."""
