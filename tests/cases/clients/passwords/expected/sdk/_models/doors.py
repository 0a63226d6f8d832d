"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

Word: TypeAlias = str
"""A word.

Format `password`.
"""
