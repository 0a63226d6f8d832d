"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class StartImportResponse(Model, kw_only=True):
    """An object without a name in the API."""

    task: Maybe[StartImportResponseTask] = None


class StartImportResponseTask(Model, kw_only=True):
    """An object without a name in the API."""

    id: Maybe[int | str] = None
