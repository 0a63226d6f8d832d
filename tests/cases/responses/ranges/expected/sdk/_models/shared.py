"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

Id: TypeAlias = str
"""The name of a thing.

Format `uuid`.
"""
