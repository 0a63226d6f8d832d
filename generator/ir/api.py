"""The whole API, as targets see it."""

from __future__ import annotations

from generator.ir.declarations import Declaration
from generator.ir.name import Name
from generator.ir.operation import Callback, Operation
from generator.ir.security import Requirement, SecurityScheme
from generator.ir.server import Server
from generator.ir.types import Reference
from generator.ir.value import Docs, Value


class Resource(Value, frozen=True):
    """A group of operations: its id joins the wire names of its path with `/`."""

    id: str
    name: tuple[Name, ...]
    docs: Docs = Docs()


class Coverage(Value, frozen=True):
    """How many operations and schemas the document has, and how many the Api kept."""

    operations: int = 0
    operations_kept: int = 0
    schemas: int = 0
    schemas_kept: int = 0


class Api(Value, frozen=True):
    """Everything a target needs to know. Frozen, free of cycles, and equal when its content is."""

    title: str
    version: str
    servers: tuple[Server, ...] = ()
    security: tuple[tuple[Requirement, ...], ...] = ()
    schemes: tuple[SecurityScheme, ...] = ()
    resources: tuple[Resource, ...] = ()
    operations: tuple[Operation, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    webhooks: tuple[Callback, ...] = ()
    # What signed webhooks and callbacks bring, of all of them together.
    event: Reference | None = None
    docs: Docs = Docs()
    coverage: Coverage = Coverage()
