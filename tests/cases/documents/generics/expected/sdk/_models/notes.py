"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.model import Maybe, Model


class PageNote3(Model, kw_only=True):
    """What the API calls `Page«Note»`."""

    items: Maybe[list[ComExampleNote]] = None


class ComExampleNote(Model, kw_only=True):
    """What the API calls `com.example.Note`."""

    id: Maybe[int] = None


class Tag(Model, kw_only=True):
    """What the API calls `Tag[]`."""

    name: Maybe[str] = None


class ApiProblem(Model, kw_only=True):
    """What the API calls `api/Problem`."""

    code: Maybe[str] = None


class PageNote2(Model, kw_only=True):
    """What the API calls `Page Note`."""

    a: Maybe[int] = None


class PageNote(Model, kw_only=True):
    """What the API calls `PageNote`."""

    b: Maybe[int] = None


class U171U187(Model, kw_only=True):
    """What the API calls `«»`."""

    c: Maybe[int] = None


MapStringListTag: TypeAlias = dict[str, list[Tag]]
