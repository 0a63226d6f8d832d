"""What a description leaves open that a good package needs: notes, or errors by sdk.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from generator.diagnostics import Failed, Notebook, Place, Severity
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.graph import follow_to_end, reachable
from generator.ir.operation import MediaType, Operation
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Nothing,
    Null,
    Nullable,
    Reference,
    Type,
)
from generator.ir.value import Docs

Open: TypeAlias = Iterator[tuple[str, Place]]
Index: TypeAlias = Mapping[str, Declaration]

# Members of an answer, and parameters, that say how a list goes on, in words.
_LEADS_ON: Final = re.compile(
    r"(?:\w+ )?cursor|(?:\w+ )?next|next(?: \w+)*|has (?:more|next)|is last(?: page)?"
    r"|pages|paging|pagination|page info|total pages|scroll param"
).fullmatch
_ASKS_ON: Final = re.compile(
    r"page(?: number| token| index)?|(?:\w+ )?cursor|offset|start(?:ing)?(?: after| at)?|after|skip"
).fullmatch
# Members that such members stand in.
_AROUND: Final = frozenset(
    {"links", "meta", "metadata", "pages", "paging", "pagination"}
)


def lint(api: Api, notebook: Notebook, errors: frozenset[str]) -> None:
    """Write down what is left open.

    Args:
        api: The refined Api.
        notebook: Gets a note for each.
        errors: The codes of `RULES` that are errors instead.

    Raises:
        Failed: There is an error among them.
    """
    index = {declaration.id: declaration for declaration in api.declarations}
    failed = False
    for code, rule in RULES.items():
        severity = Severity.ERROR if code in errors else None
        for message, place in rule(api, index):
            notebook.write(code, message, place, severity=severity)
            failed = failed or severity is not None
    if failed:
        raise Failed("the description leaves open what sdk.toml says it must not")


def _undescribed(api: Api, index: Index) -> Open:
    for operation in api.operations:
        if not _says(operation.docs):
            yield "the operation has no summary and no description", operation.place
        for parameter in operation.parameters:
            if not _says(parameter.docs):
                what = f"the parameter `{parameter.name.wire}` has no description"
                yield what, parameter.place
    for declaration in index.values():
        if not isinstance(declaration, Model):
            continue
        for field in declaration.fields:
            # What an allOf took from a schema is that schema's to describe.
            if not _says(field.docs) and field.origin not in index:
                what = f"the property `{field.name.wire}` has no description"
                yield what, _place_of(declaration, field)


def _without_example(api: Api, index: Index) -> Open:
    examples = _Examples(index)
    for operation in api.operations:
        if operation.body is not None:
            for media in operation.body.content:
                if not examples.shows(media):
                    place = operation.body.place.below("content", media.content_type)
                    yield "the request body has no example", place
        for response in operation.responses:
            around = operation.place.below("responses", response.status, "content")
            for media in response.content if response.is_success else ():
                if not examples.shows(media):
                    what = f"the answer {response.status} has no example"
                    yield what, around.below(media.content_type)


def _undeclared_paging(api: Api, index: Index) -> Open:
    for operation in api.operations:
        if operation.pagination is None and _looks_paged(operation, index):
            yield "the answer looks like a page of a list", operation.place


def _optional_ids(api: Api, index: Index) -> Open:
    for id in sorted(reachable(_answered(api), index)):
        declaration = index[id]
        if isinstance(declaration, Model):
            for field in declaration.fields:
                if field.name.wire == "id" and not field.required:
                    owner = f"{declaration.name.wire}." if declaration.name.wire else ""
                    what = f"`{owner}id` isn't required"
                    yield what, _place_of(declaration, field)


# What is looked for, by the code of what is found.
RULES: Final[dict[str, Callable[[Api, Index], Open]]] = {
    "description-missing": _undescribed,
    "example-missing": _without_example,
    "id-optional": _optional_ids,
    "paging-undeclared": _undeclared_paging,
}


def _says(docs: Docs) -> bool:
    return bool(docs.summary or docs.description)


def _place_of(model: Model, field: Field) -> Place:
    return model.place.below("properties", field.name.wire)


def _answered(api: Api) -> Iterator[Type]:
    """The types of successful answers."""
    for operation in api.operations:
        for response in operation.responses:
            for media in response.content if response.is_success else ():
                yield media.type
                if media.item is not None:
                    yield media.item


class _Examples:
    """Finds out whether there are examples; of each declaration once.

    Args:
        index: The declarations.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, bool] = {}

    def shows(self, media: MediaType) -> bool:
        """Whether an example of a body is there, or can be put together of those of its parts."""
        type = media.type if media.item is None else media.item
        return bool(media.examples) or self._has(type)

    def _has(self, type: Type) -> bool:
        match type:
            case Reference(id=id):
                if id not in self._known:
                    # What holds itself can't be put together.
                    self._known[id] = False
                    self._known[id] = self._is_shown(self._index.get(id))
                return self._known[id]
            case Anything() | Binary() | Nothing() | Null():
                # There is nothing to show, or nothing that JSON could.
                return True
            case Array(item=item) | Nullable(inner=item):
                return self._has(item)
            case _:
                return False

    def _is_shown(self, declaration: Declaration | None) -> bool:
        if declaration is None:
            return False
        if declaration.example is not None:
            return True
        if not isinstance(declaration, Model):
            return self._has(declaration.type)
        return all(
            field.example is not None or self._has(field.type)
            for field in declaration.fields
            if field.required
        )


def _looks_paged(operation: Operation, index: Index) -> bool:
    asks_on = any(map(_ASKS_ON, _requested(operation, index)))
    for response in operation.responses:
        if any(header.name.wire.lower() == "link" for header in response.headers):
            asks_on = True
        for media in response.content if response.is_success else ():
            match follow_to_end(media.type, index.get):
                case Array():
                    return asks_on
                case Model() as model if _has_list(model, index):
                    return asks_on or _leads_on(model, index)
                case _:
                    pass
    return False


def _has_list(model: Model, index: Index) -> bool:
    ends = (follow_to_end(field.type, index.get) for field in model.fields)
    return any(isinstance(end, Array) for end in ends)


def _leads_on(model: Model, index: Index) -> bool:
    return any(map(_LEADS_ON, _members(model, index)))


def _requested(operation: Operation, index: Index) -> Iterator[str]:
    """The parameters in the query and the members of the body, in words."""
    for parameter in operation.parameters:
        if parameter.location == "query":
            yield " ".join(parameter.name.words)
    for media in operation.body.content if operation.body else ():
        match follow_to_end(media.type, index.get):
            case Model() as model:
                yield from _members(model, index)
            case _:
                pass


def _members(model: Model, index: Index) -> Iterator[str]:
    """The members of a model, and of those in it that stand around paging, in words."""
    for field in model.fields:
        words = " ".join(field.name.words)
        yield words
        if words in _AROUND:
            match follow_to_end(field.type, index.get):
                case Model() as inner:
                    yield from (" ".join(one.name.words) for one in inner.fields)
                case _:
                    pass
