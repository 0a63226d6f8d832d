"""A cursor over a document, with its place and the keys that were read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Place, Unsupported
from generator.document.trees.tree import Tree, as_list, describe, escape, spell

if TYPE_CHECKING:
    from generator.document.document import Document

# What 64 bits can hold is shorter.
_LONGEST = 20
PROSE = frozenset({"summary", "description"})
# What people write for booleans, in lower case: in quotes, or as in YAML 1.1.
BOOLEANS = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
}
_NOTHING: Mapping[str, Node] = MappingProxyType({})


class Node:
    """One value of a document, in the shape of OpenAPI 3.2.

    Each cursor remembers the keys that were read through it, for `leftover`; two cursors on one
    value remember apart. `file` is the file's name among the document's files, "" for the root
    file; `key` is the last key on the way to the value there.
    """

    __slots__ = (
        "_over",
        "_parent",
        "_pointer",
        "_read",
        "document",
        "file",
        "key",
        "value",
    )

    def __init__(
        self,
        document: Document,
        file: str,
        value: Tree,
        key: str = "",
        parent: Node | None = None,
    ) -> None:
        self.document = document
        self.value = value
        self.file = file
        self.key = key
        self._parent = parent
        self._pointer: str | None = None
        self._read: set[str] = set()
        self._over: Mapping[str, Node] = _NOTHING

    def __repr__(self) -> str:
        return f"Node({self.id!r})"

    @property
    def pointer(self) -> str:
        """The way to the value in its file; made when it is needed, as most never is."""
        if self._pointer is None:
            above = self._parent
            self._pointer = f"{above.pointer}/{escape(self.key)}" if above else ""
        return self._pointer

    @property
    def id(self) -> str:
        """The value's identity: equal for two cursors exactly when they are on the same value."""
        if self.file:
            return f"{self.file}#{self.pointer}"
        return self.pointer[1:]

    @property
    def lenient(self) -> bool:
        """Whether faults with one sensible reading are mended."""
        return self.document.policy.lenient

    @property
    def place(self) -> Place:
        """Where the value was written, whatever overlays and upgrades made of it."""
        return self.document.place(self, self._parent)

    @property
    def mapping(self) -> dict[str, Tree]:
        """This object's members as they are written, none counted as read; {} for no object."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, key: str) -> Node | None:
        """The member at a key, None when it is absent; the key counts as read.

        Raises:
            Unsupported: This value is no object.
        """
        value = self.value
        if not isinstance(value, dict):
            raise self._mistyped("an object")
        if key not in value:
            return None
        self._read.add(key)
        return self._over.get(key) or self.step(key, value[key])

    def require(self, key: str) -> Node:
        """The member at a key that has to be there."""
        if (node := self.get(key)) is None:
            place = self.at(key).place
            raise Unsupported("keyword-missing", f"`{key}` is required here", place)
        return node

    def at(self, key: str) -> Node:
        """Where the member at a key stands, or would stand; it isn't counted as read."""
        if over := self._over.get(key):
            return over
        return self.step(key, self.mapping.get(key))

    def string(self, key: str, default: str = "") -> str:
        """The text at a key; a number or a boolean there is mended to its text."""
        value = self.mapping.get(key)
        if isinstance(value, str):
            self._read.add(key)
            return str(value)
        if (node := self.get(key)) is None:
            return default
        node._mend("a string")
        return node.text if isinstance(node.value, (bool, int, float)) else default

    @property
    def text(self) -> str:
        """This scalar as the document spells it: `1.10` and `0123` stay what they are."""
        if isinstance(self.value, str):
            return self.value
        found = self.document.origins.spelling(self.place, self.value)
        return spell(self.value) if found is None else found

    @property
    def may_lack_quotes(self) -> bool:
        """Whether it is a number or a boolean that YAML would read as text if it were quoted."""
        if not isinstance(self.value, bool | int | float):
            return False
        return not self.document.sources.is_json(self.place.file)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list at a key, each once; other scalars are mended to their own text."""
        found: dict[str, None] = {}
        for node in self.elements(key):
            if not isinstance(node.value, str):
                node._mend("a string")
            if not isinstance(node.value, (dict, list)):
                found[node.text] = None
        return tuple(found)

    def flag(self, key: str, default: bool = False) -> bool:
        """The boolean at a key; words that mean one, as in YAML 1.1, are mended."""
        if (node := self.get(key)) is None:
            return default
        if isinstance(node.value, bool):
            return node.value
        node._mend("a boolean")
        return BOOLEANS.get(str(node.value).lower(), default)

    def integer(self, key: str) -> int | None:
        """The whole number at a key; digits in a string are mended."""
        if (node := self.get(key)) is None:
            return None
        value = node.value
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, float) and value.is_integer():
            return int(value)
        node._mend("a whole number")
        return int(value) if isinstance(value, str) and _is_whole(value) else None

    def members(self, key: str) -> tuple[tuple[str, Node], ...]:
        """The members of the object at a key, () when it is absent."""
        if (node := self.get(key)) is None:
            return ()
        if not isinstance(node.value, dict):
            node._mend("an object")
            return ()
        return node.entries()

    def elements(self, key: str) -> tuple[Node, ...]:
        """The elements of the list at a key, () when it is absent."""
        if (node := self.get(key)) is None:
            return ()
        if isinstance(node.value, list):
            return node.items()
        node._mend("a list")
        is_list = isinstance(as_list(node.value), list)
        return tuple(one for _, one in node.entries()) if is_list else ()

    def entries(self) -> tuple[tuple[str, Node], ...]:
        """This object's own members, in order; all count as read."""
        if not isinstance(self.value, dict):
            raise self._mistyped("an object")
        self._read.update(self.value)
        return tuple(
            (key, self._over.get(key) or self.step(key, value))
            for key, value in self.value.items()
        )

    def items(self) -> tuple[Node, ...]:
        """This list's own elements."""
        if not isinstance(self.value, list):
            raise self._mistyped("a list")
        return tuple(
            self.step(str(index), value) for index, value in enumerate(self.value)
        )

    def ref(self) -> Node | None:
        """The target of `$ref`, one step far; None when there is no `$ref`."""
        if not isinstance(self.value, dict) or "$ref" not in self.value:
            return None
        self._read.add("$ref")
        return self.document.target(self)

    def follow(self, siblings: Collection[str] = PROSE) -> Node:
        """The end of a chain of `$ref`s, or this cursor when there is none.

        Args:
            siblings: Keys that win over the target's when they stand beside the `$ref`.
        """
        if (target := self.ref()) is None:
            return self
        over: dict[str, Node] = {}
        seen: set[str] = {self.id}
        node = self
        while target is not None:
            for key in siblings:
                if key not in over and (own := node.get(key)) is not None:
                    over[key] = own
            if target.id in seen:
                raise Unsupported(
                    "ref-cycle",
                    f"`$ref` leads back to itself through `{target.id}`",
                    self.place,
                )
            seen.add(target.id)
            node, target = target, target.ref()
        return node._with(over) if over else node

    def end(self) -> Node | None:
        """The end of a chain of `$ref`s; None for one that ends nowhere, which `follow` reports."""
        try:
            return self.follow()
        except Unsupported:
            return None

    def leftover(self) -> tuple[str, ...]:
        """The keys that weren't read, extensions (`x-…`) apart."""
        return tuple(
            key
            for key in self.mapping
            if key not in self._read and not key.startswith("x-")
        )

    def again(self) -> Node:
        """A cursor on the same value that has read nothing yet."""
        return Node(self.document, self.file, self.value, self.key, self._parent)

    def step(self, key: str, value: Tree) -> Node:
        """A cursor on the value at a key or position of this one, which isn't counted as read."""
        return Node(self.document, self.file, value, key, self)

    def _with(self, over: dict[str, Node]) -> Node:
        """This value with some members written elsewhere."""
        if not isinstance(self.value, dict):
            return self
        value = self.value | {key: node.value for key, node in over.items()}
        self.document.origins.record(value, self.value)
        node = Node(self.document, self.file, value, self.key, self._parent)
        node._over = over
        return node

    def _mistyped(self, wanted: str) -> Unsupported:
        found = describe(self.value)
        return Unsupported("keyword-type", self._complaint(wanted, found), self.place)

    def _mend(self, wanted: str) -> None:
        """Note that this value is of another type than the one wanted, or refuse it."""
        if not self.lenient:
            raise self._mistyped(wanted)
        message = self._complaint(wanted, describe(self.value))
        self.document.notebook.write("keyword-type", message, self.place)

    def _complaint(self, wanted: str, found: str) -> str:
        name = f"`{self.key}`" if self.key else "the document"
        if self._parent is not None and isinstance(self._parent.value, list):
            name = f"what `{self._parent.key}` lists"
        return f"{name} has to be {wanted}, and is {found}"


def _is_whole(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdigit() and len(text) <= _LONGEST
