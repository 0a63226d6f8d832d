"""The options of sdk.toml under `[json]`."""

from __future__ import annotations

import msgspec

from generator.sdk_toml import Section
from generator.targets.target_kind import Defaults


class Options(msgspec.Struct, frozen=True):
    """Nothing so far."""


def read_options(section: Section, defaults: Defaults) -> Options:
    """Read the table, which has to be empty."""
    del defaults
    section.close()
    return Options()
