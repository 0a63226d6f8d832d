"""What sdk.toml may say under `[json]`."""

from __future__ import annotations

import msgspec


class Options(msgspec.Struct, frozen=True):
    """Nothing so far."""
