"""How a document is read: strictly or leniently, and what its references may reach."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Policy(msgspec.Struct, frozen=True):
    """How strict reading is, and how far references reach.

    `lenient` mends what has one sensible reading and refuses the rest operation by operation.
    `outside` are folders, beside the document's own, that references may reach.
    `overlays` are applied in order, after the folder's own.
    `validate` checks the document against its version's schema.
    """

    lenient: bool = False
    outside: tuple[Path, ...] = ()
    overlays: tuple[Path, ...] = ()
    validate: bool = True
