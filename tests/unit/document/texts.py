"""Short ways to write documents down."""

from __future__ import annotations

import json

INFO = "info: {title: t, version: '1'}\n"
HEAD = f"openapi: 3.1.0\n{INFO}"
OK = "responses: {'200': {description: ok}}"


def schemas(text: str) -> str:
    return f"{HEAD}components:\n  schemas:\n    A: {text}\n"


def operation(text: str) -> str:
    return f"{HEAD}paths:\n  /a:\n    get: {{{text}}}\n"


def note(reference: str) -> str:
    return f"{HEAD}components:\n  schemas:\n    Note:\n      $ref: {json.dumps(reference)}\n"
