"""Places as they are written down: the same wherever the run was started."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from generator.diagnostics.span import Place
from generator.ir.api import Api
from generator.ir.declarations import Declaration
from generator.ir.operation import Body, Callback, Operation


def portable(api: Api) -> Api:
    """Name files from the folder that holds them all, not from the working folder."""
    files = {place.file for place in _places(api) if place.file}
    folders = {os.path.dirname(os.path.abspath(file)) for file in files}
    top = Path(os.path.commonpath(folders)) if folders else Path()
    names = {file: _relative(file, top) for file in files}
    return replace(
        api,
        operations=tuple(_operation(operation, names) for operation in api.operations),
        declarations=tuple(_moved(one, names) for one in api.declarations),
        webhooks=tuple(_callback(webhook, names) for webhook in api.webhooks),
    )


def _relative(file: str, top: Path) -> str:
    return Path(os.path.abspath(file)).relative_to(top).as_posix()


def _places(api: Api) -> Iterator[Place]:
    for operation in api.operations:
        yield operation.place
        yield from (parameter.place for parameter in operation.parameters)
        yield from _body_place(operation)
        for callback in operation.callbacks:
            yield from (callback.place, *_body_place(callback))
    yield from (declaration.place for declaration in api.declarations)
    for webhook in api.webhooks:
        yield from (webhook.place, *_body_place(webhook))


def _body_place(caller: Operation | Callback) -> tuple[Place, ...]:
    return (caller.body.place,) if caller.body else ()


def _operation(operation: Operation, names: dict[str, str]) -> Operation:
    return replace(
        _moved(operation, names),
        parameters=tuple(
            replace(parameter, place=_place(parameter.place, names))
            for parameter in operation.parameters
        ),
        body=_body(operation, names),
        callbacks=tuple(_callback(callback, names) for callback in operation.callbacks),
    )


def _callback(callback: Callback, names: dict[str, str]) -> Callback:
    return replace(_moved(callback, names), body=_body(callback, names))


def _body(caller: Operation | Callback, names: dict[str, str]) -> Body | None:
    return caller.body and _moved(caller.body, names)


_Placed = TypeVar("_Placed", Operation, Callback, Declaration, Body)


def _moved(placed: _Placed, names: dict[str, str]) -> _Placed:
    return replace(placed, place=_place(placed.place, names))


def _place(place: Place, names: dict[str, str]) -> Place:
    return Place(names.get(place.file, place.file), place.pointer)
