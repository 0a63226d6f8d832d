"""The state that all readers of one document share."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from generator.diagnostics import Notebook, Severity, Unsupported
from generator.document.document import Document
from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.ir.types import Reference, Type
from generator.ir.unread import Unread
from generator.reader.schema.reading import Reading

T = TypeVar("T")
# Takes a schema, the context, the JSON types around it, and whether it is a part of an `allOf`.
SchemaReader: TypeAlias = Callable[[Node, "Context", tuple[str, ...], bool], Reading]


class Context:
    """The document, the notebook, and the schemas that still have to be read.

    `schemes` are the ids of the security schemes that could be read, and `required` those that
    something requires. `unread` says why schemas and schemes can't be read, by id: how grave that
    is shows when everything that could need them has been read. `depth` counts the schemas
    that the one being read is nested in.
    """

    def __init__(
        self, document: Document, notebook: Notebook, read_schema: SchemaReader
    ) -> None:
        self.document = document
        self.notebook = notebook
        self.schemes: frozenset[str] = frozenset()
        self.required: set[str] = set()
        self.unread: dict[str, Unread] = {}
        self.depth = 0
        # The schemas of events' data by id, and those of the JSON that they hold; None for any.
        self.event_data: dict[str, Node | None] = {}
        self._read_schema = read_schema
        self._declared: set[str] = set()
        self._pending: deque[Node] = deque()
        self._seen: set[Hashable] = set()
        self._memory: dict[tuple[str, str], object] = {}

    def read_schema(
        self, node: Node, inherited: tuple[str, ...] = (), *, part: bool = False
    ) -> Reading:
        """Read a schema where it is used.

        Args:
            node: The schema.
            inherited: The JSON types that the schema around it allows, for one that names none.
            part: Whether it is one of several schemas that a value has to fit at once.

        Raises:
            Unsupported: It can't be read, and the document is read strictly.
        """
        try:
            return self._read_schema(node, self, inherited, part)
        except Unsupported as reason:
            return Reading(type=self.lose(node, reason))

    @property
    def lenient(self) -> bool:
        """Whether faults with one sensible reading are mended."""
        return self.document.root.lenient

    def repair(self, code: str, message: str, node: Node, hint: str = "") -> None:
        """Note a fault that has one sensible reading, which the caller then takes.

        Args:
            code: A key of the catalogue.
            message: What is wrong, in one sentence without a full stop.
            node: Where.
            hint: What is read instead.

        Raises:
            Unsupported: The document is read strictly.
        """
        if not self.lenient:
            raise Unsupported(code, message, node.place, hint)
        self.notebook.write(
            code, message, node.place, hint=hint, severity=Severity.REPAIR
        )

    def lose(self, node: Node, reason: Unsupported) -> Reference:
        """Refer to a schema that can't be read: what that costs shows when all has been read.

        Args:
            node: The schema.
            reason: Why it can't be read.

        Raises:
            Unsupported: The reason itself, where the document is read strictly.
        """
        if not self.lenient:
            raise reason
        identity = f"{node.id}/$unread"
        self._refuse(identity, node.id, reason)
        return Reference(id=identity)

    @contextmanager
    def leaving_out(self, hint: str) -> Generator[None]:
        """Go on without what can't be read inside the block, as nothing needs it.

        Args:
            hint: What is left out.

        Raises:
            Unsupported: The document is read strictly.
        """
        try:
            yield
        except Unsupported as reason:
            if not self.lenient:
                raise
            self.notebook.keep(reason.diagnostic.as_repair(hint))

    @contextmanager
    def reading(self, identity: str) -> Generator[None]:
        """Remember why what is read inside the block can't be read."""
        try:
            yield
        except Unsupported as reason:
            self._refuse(identity, identity, reason)

    def _refuse(self, identity: str, schema: str, reason: Unsupported) -> None:
        """Remember why something can't be read."""
        found = reason.diagnostic
        self.unread[identity] = Unread(
            id=identity,
            schema=schema,
            code=found.code,
            message=found.message,
            place=found.place,
            hint=found.hint,
        )

    def is_unread(self, type: Type) -> bool:
        """Whether a type is a schema that can't be read where it stands."""
        found = self.unread.get(type.id) if isinstance(type, Reference) else None
        return found is not None and found.id != found.schema

    def is_first(self, *key: Hashable) -> bool:
        """Whether this key is seen for the first time: for findings noted once a document."""
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def is_object(self, node: Node, what: str) -> bool:
        """Whether a value is an object; one that isn't is mended by reading it as absent."""
        if isinstance(node.value, dict):
            return True
        found = describe(node.value)
        self.repair(
            "object-expected",
            f"{what} has to be an object, and is {found}",
            node,
            "it is read as if it weren't there",
        )
        return False

    def has_refused_reference(self, node: Node) -> bool:
        """Whether an object holds a `$ref`, where OpenAPI has none, that leads nowhere.

        Whatever is missing beside it is the same fault, which has been reported.
        """
        return (
            isinstance(node.value, dict)
            and "$ref" in node.value
            and (self.notebook.has_finding(node.at("$ref").place))
        )

    def note_false(self, node: Node) -> None:
        """Note a schema that allows no value, where code has no such type."""
        if node.value is False:
            message = "the schema `false` allows no value"
            hint = "any value is accepted here"
            self.notebook.write("schema-false", message, node.place, hint=hint)

    def require_object(self, node: Node, what: str) -> Node:
        """The value, which has to be an object.

        Raises:
            Unsupported: It isn't, and something is left out for that.
        """
        if isinstance(node.value, dict):
            return node
        message = f"{what} has to be an object, and is {describe(node.value)}"
        raise Unsupported("object-expected", message, node.place, "it is left out")

    def declare(self, node: Node) -> Reference:
        """Have a schema read as a declaration of its own, once, and refer to it."""
        identity = node.id
        if identity not in self._declared:
            self._declared.add(identity)
            self._pending.append(node)
        return Reference(id=identity)

    @property
    def declared(self) -> int:
        """How many schemas are declarations of their own."""
        return len(self._declared)

    def pending(self) -> Iterator[Node]:
        """The declared schemas in order, including those that reading them declares."""
        while self._pending:
            yield self._pending.popleft()

    def shared(self, kind: str, node: Node, read: Callable[[Node], T]) -> T:
        """Read a node, or the target of its bare `$ref`, which is read once.

        Args:
            kind: The OpenAPI object's name, which keeps apart what is remembered.
            node: The object or a reference to it.
            read: Reads the object that the references end at.
        """
        target = node.follow()
        if target is node or len(node.mapping) > 1:
            return read(target)
        known = self._memory.get((kind, target.id))
        if known is None:
            known = self._memory[kind, target.id] = read(target)
        return known  # type: ignore[return-value]  # kept under the kind that `read` makes
