"""A document to overlay, and what some actions make of it."""

from __future__ import annotations

import json

from tests.unit.document.loading import UNVALIDATED, Data, Files, Load, Loaded

BASE: dict[str, Data] = {
    "openapi": "3.2.0",
    "info": {"title": "t", "version": "1"},
    "tags": [{"name": "a"}, {"name": "b"}],
    "x-list": ["one", "two"],
    "paths": {
        "/a": {"get": {"summary": "A", "tags": ["a"], "responses": {}}},
        "/b": {"get": {"summary": "B", "tags": ["b"], "responses": {}}},
    },
}


def overlaid(loaded: Load, *actions: Data, version: str = "1.1.0") -> Loaded:
    overlay = {
        "overlay": version,
        "info": {"title": "o", "version": "1"},
        "actions": actions,
    }
    files: Files = {
        "openapi.yaml": json.dumps(BASE, indent=1),
        "overlay.yaml": json.dumps(overlay, indent=1),
    }
    return loaded(files, UNVALIDATED, folder=True)
