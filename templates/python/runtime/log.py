"""The package's logger, under its own name; never given a credential or a query."""

from __future__ import annotations

import logging
from typing import Final

LOGGER: Final = logging.getLogger((__package__ or __name__).removesuffix("._runtime"))
