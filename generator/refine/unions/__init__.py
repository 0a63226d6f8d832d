"""How the variants of a union are normalized, joined and distinguished."""
