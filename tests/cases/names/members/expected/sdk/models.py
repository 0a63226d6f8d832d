"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

__all__: list[str] = []
