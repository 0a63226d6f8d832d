"""Our other extensions, drawn over a document: the same ones every time.

Names are such as people write: reserved words, other alphabets, spellings that meet in one.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from tests.judge.source.original import (
    METHODS,
    Dangling,
    Original,
    Piece,
    Tree,
    is_object,
)
from tests.judge.wire.request.parameters import IGNORED

_METHODS = (
    "list",
    "get",
    "import",
    "class",
    "delete all",
    "findByID",
    "größe",
    "self",
    "options",
    "type",
    "http2",
)
_RESOURCES = (
    "admin.users",
    "files",
    "class",
    "models",
    "client",
    "Über uns",
    "list",
    "json",
    "a.b.c",
)
_NAMES = (
    "from",
    "id",
    "type",
    "list",
    "body",
    "options",
    "self",
    "cursor",
    "Größe",
    "x y",
    "ID2",
    "str",
    "None",
    "max_items",
)
_CLASSES = ("Note", "Error", "list", "Any", "class", "Größe", "Page", "Optional", "str")
_VARIABLES = ("API_TOKEN", "SERVICE_KEY", "X_SECRET", "TOKEN_2")
_SHARE = 0.3
_SCHEMES = ("securitySchemes", "securityDefinitions")


def extension_actions(
    original: Original,
) -> Iterator[tuple[Piece | tuple[str, ...], Tree]]:
    """What an overlay changes: a place of the root file or the way to it, and the update."""
    drawing = _Drawing(original)
    yield from drawing.operations()
    yield from drawing.components()
    yield from drawing.tags()


def client_options(original: Original) -> dict[str, str]:
    """The headers that are drawn as options of the client, by lower-case name, and their names."""
    return _drawn(original).options


def variables(original: Original) -> dict[str, str]:
    """The environment variables that are drawn for security schemes, by the schemes' names."""
    return _drawn(original).variables


def _drawn(original: Original) -> _Drawing:
    drawing = _Drawing(original)
    deque(drawing.operations(), 0)
    deque(drawing.components(), 0)
    return drawing


class _Drawing:
    """What is drawn over one document."""

    def __init__(self, original: Original) -> None:
        seed = hashlib.sha256(original.root.file.name.encode()).hexdigest()
        self._original = original
        self._dice = random.Random(seed)  # noqa: S311 -- nothing secret
        self._seen: set[str] = set()
        # One header is one option of the client, whatever operation it is sent with.
        self.options: dict[str, str] = {}
        self.variables: dict[str, str] = {}
        self._headers = _headers(original)

    def operations(self) -> Iterator[tuple[Piece | tuple[str, ...], Tree]]:
        for method, path, item, operation in self._original.operations():
            if method.lower() not in METHODS or operation.uri in self._seen:
                continue
            self._seen.add(operation.uri)
            said: dict[str, Tree] = {}
            if self._is_drawn():
                said["x-sdk-method"] = self._dice.choice(_METHODS)
            if self._is_drawn():
                said["x-sdk-resource"] = self._dice.choice(_RESOURCES)
            if said:
                yield ("paths", path, method.lower()), said
            for owner in (item, operation):
                yield from self._parameters(owner)

    def components(self) -> Iterator[tuple[Piece | tuple[str, ...], Tree]]:
        """Names of schemas and of their properties, and variables of credentials."""
        root = self._original.root
        components = root.get("components") or root
        for key in ("schemas", "definitions"):
            schemas = components.get(key)
            for _, schema in schemas.members() if schemas else ():
                yield from self._schema(schema)
        for key in _SCHEMES:
            schemes = components.get(key)
            for name, scheme in schemes.members() if schemes else ():
                if is_object(scheme.value) and "$ref" not in scheme.value:
                    yield scheme, self._scheme(name)

    def tags(self) -> Iterator[tuple[Piece | tuple[str, ...], Tree]]:
        """Names of tags, which name resources."""
        tags = self._original.root.get("tags")
        for _, tag in tags.members() if tags else ():
            if is_object(tag.value) and self._is_drawn():
                yield tag, {"x-sdk-name": self._dice.choice(_RESOURCES[1:])}

    def _parameters(self, owner: Piece) -> Iterator[tuple[Piece, Tree]]:
        listed = owner.get("parameters")
        for _, parameter in listed.members() if listed else ():
            try:
                found = self._original.follow(parameter)
            except Dangling:
                continue
            is_here = found.file == self._original.root.file
            if not is_here or found.uri in self._seen or not is_object(found.value):
                continue
            self._seen.add(found.uri)
            if said := self._parameter(found.value):
                yield found, said

    def _parameter(self, value: Mapping[str, Tree]) -> Tree:
        name, place = str(value.get("name")), value.get("in")
        if place == "header" and len(self._headers[name.lower()]) == 1:
            option = self.options.setdefault(
                name.lower(), f"h{len(self.options)} option"
            )
            return {"x-sdk-client-option": option}
        if place in {"path", "query", "cookie"} and self._is_drawn():
            return {"x-sdk-name": self._dice.choice(_NAMES)}
        return {}

    def _schema(self, schema: Piece) -> Iterator[tuple[Piece, Tree]]:
        value = schema.value
        if not is_object(value) or "$ref" in value:
            return
        said: dict[str, Tree] = {}
        if self._is_drawn():
            said["x-sdk-name"] = self._dice.choice(_CLASSES)
        properties = schema.get("properties")
        named = {
            name: {"x-sdk-name": self._dice.choice(_NAMES)}
            for name, each in (properties.members() if properties else ())
            if is_object(each.value) and "$ref" not in each.value and self._is_drawn()
        }
        if named:
            said["properties"] = named
        if said:
            yield schema, said

    def _scheme(self, name: str) -> Tree:
        self.variables[name] = self._dice.choice(_VARIABLES)
        said = {"x-sdk-environment": self.variables[name]}
        if self._is_drawn():
            said["x-sdk-name"] = self._dice.choice(("token", "key", "self", "Größe"))
        return said

    def _is_drawn(self) -> bool:
        return self._dice.random() < _SHARE


def _headers(original: Original) -> Mapping[str, set[str]]:
    """What the document says about each header that is no credential, by lower-case name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    others = {*IGNORED, *_credentials(original)}
    for _, _, item, operation in original.operations():
        for owner in (item, operation):
            listed = owner.get("parameters")
            for _, parameter in listed.members() if listed else ():
                try:
                    value = original.follow(parameter).value
                except Dangling:
                    continue
                if is_object(value) and value.get("in") == "header":
                    name = str(value.get("name")).lower()
                    if name not in others:
                        found[name].add(repr(value))
    return found


def _credentials(original: Original) -> Iterator[str]:
    """The headers that hold credentials, in lower case."""
    components = original.root.get("components") or original.root
    for key in _SCHEMES:
        schemes = components.get(key)
        for _, scheme in schemes.members() if schemes else ():
            if is_object(scheme.value) and scheme.value.get("in") == "header":
                yield str(scheme.value.get("name")).lower()
