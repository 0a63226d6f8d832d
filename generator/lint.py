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
from generator.ir.types import Anything, Array, Binary, Nothing, Null, Nullable, Type
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
    for operation in api.operations:
        if operation.body is not None:
            for media in operation.body.content:
                if not _shows(media, index):
                    place = operation.body.place.below("content", media.content_type)
                    yield "the request body has no example", place
        for response in operation.responses:
            around = operation.place.below("responses", response.status, "content")
            for media in response.content if response.is_success else ():
                if not _shows(media, index):
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


def _shows(media: MediaType, index: Index) -> bool:
    """Whether an example of a body is there, or can be put together of those of its parts."""
    type = media.type if media.item is None else media.item
    return bool(media.examples) or _has_example(type, index, frozenset())


def _has_example(type: Type, index: Index, above: frozenset[str]) -> bool:
    match follow_to_end(type, index.get):
        case Anything() | Binary() | Nothing() | Null():
            # There is nothing to show, or nothing that JSON could.
            return True
        case Array(item=item) | Nullable(inner=item):
            return _has_example(item, index, above)
        case Model() as model if model.id not in above:
            inside = above | {model.id}
            return model.example is not None or all(
                field.example is not None or _has_example(field.type, index, inside)
                for field in model.fields
                if field.required
            )
        case _:
            return False


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
