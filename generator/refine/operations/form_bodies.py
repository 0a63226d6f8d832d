"""Take out of bodies what their media type can't carry: a form has named members, or is text.

A form in a URL's encoding is made of an object, or is text that is a form already. The parts of
`multipart/form-data` are named by an object's members, or by those of the objects in a list; other
multipart bodies are lists of anything, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.diagnostics import Notebook, Severity
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.operation import Body, MediaType, Operation
from generator.ir.types import (
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)

_URL_ENCODED = "application/x-www-form-urlencoded"
_ANY_PARTS = "multipart/*"
_NAMED_PARTS = "multipart/form-data"
_LISTED_PARTS = "multipart/mixed"
_CODE = "form-shape"


def restrict_forms(api: Api, notebook: Notebook) -> Api:
    """Leave each form what can be sent; operations that could send none of it are refused."""
    declarations = {each.id: each for each in api.declarations}
    operations = (_fitted(each, declarations, notebook) for each in api.operations)
    return replace(api, operations=tuple(each for each in operations if each))


def _fitted(
    operation: Operation, declarations: Mapping[str, Declaration], notebook: Notebook
) -> Operation | None:
    """The operation with a body that can be sent; None where it needs one and has none."""
    body = operation.body
    if body is None:
        return operation
    content = tuple(_contents(body, declarations, notebook))
    if content == body.content:
        return operation
    if content:
        return replace(operation, body=replace(body, content=content))
    names = " or ".join(f"`{media.content_type}`" for media in body.content)
    notebook.write(
        _CODE,
        f"no value of the body's schema can be sent as {names}",
        body.place,
        hint="the operation is left out" if body.required else "no body is sent",
        severity=Severity.ERROR if body.required else Severity.REPAIR,
    )
    return None if body.required else replace(operation, body=None)


def _contents(
    body: Body, declarations: Mapping[str, Declaration], notebook: Notebook
) -> Iterator[MediaType]:
    """The representations that can be sent, each with the values that can."""
    for media in body.content:
        form = _Form(media, declarations)
        type = form.fit(media.type) if form.is_one else media.type
        if type is not None:
            yield replace(media, type=type, content_type=form.content_type)
        if len(body.content) > 1 if type is None else form.loses:
            which = "no" if type is None else "not every"
            message = (
                f"{which} value of its schema can be sent as `{media.content_type}`"
            )
            hint = "it isn't offered" if type is None else "the others are offered"
            notebook.write(_CODE, message, body.place, hint=hint)


class _Form:
    """What one kind of form can carry; `loses` tells whether variants had to be taken out."""

    def __init__(
        self, media: MediaType, declarations: Mapping[str, Declaration]
    ) -> None:
        self._declarations = declarations
        self._entered: set[tuple[str, bool]] = set()
        self.loses = False
        self.content_type = media.content_type
        self._essence = media.range.essence
        self.is_one = media.range.is_form
        if self._essence == _ANY_PARTS:
            # Of the range, the kind that names the parts, unless there are only lists.
            self.content_type = self._essence = _NAMED_PARTS
            if self.fit(media.type) is None:
                self.content_type = self._essence = _LISTED_PARTS
            self.loses = False

    def fit(self, type: Type, *, in_list: bool = False) -> Type | None:
        """The part of a type that can be sent; None where there is none.

        Args:
            type: The type.
            in_list: Whether it is that of an item of a list, whose members are fields.
        """
        match type:
            case Reference(id=id):
                return self._named(type, self._declarations[id], in_list)
            case Nullable(inner=inner):
                return self.fit(inner, in_list=in_list)
            case Union():
                return self._union(type, in_list)
            case Array() | Tuple():
                return None if in_list else self._list(type)
            case Binary() | String() | Enumeration():
                return None if in_list else self._text(type)
            case Boolean() | Integer() | Number() | Null():
                return None
            case _:
                return type

    def _named(
        self, type: Reference, declaration: Declaration, in_list: bool
    ) -> Type | None:
        key = type.id, in_list
        if isinstance(declaration, Model) or key in self._entered:
            return type
        self._entered.add(key)
        found = self.fit(declaration.type, in_list=in_list)
        self._entered.discard(key)
        return type if found == declaration.type else found

    def _union(self, union: Union, in_list: bool) -> Type | None:
        fitted = [
            replace(variant, type=type)
            for variant in union.variants
            if (type := self.fit(variant.type, in_list=in_list)) is not None
        ]
        self.loses |= 0 < len(fitted) < len(union.variants)
        if not fitted:
            return None
        if len(fitted) == 1:
            return fitted[0].type
        if tuple(fitted) == union.variants:
            return union
        return replace(union, variants=tuple(fitted), discriminator=None)

    def _list(self, type: Array | Tuple) -> Type | None:
        if self._essence == _URL_ENCODED:
            return None
        if self._essence != _NAMED_PARTS:
            return type
        if isinstance(type, Array):
            item = self.fit(type.item, in_list=True)
            return None if item is None else replace(type, item=item)
        items = [self.fit(item, in_list=True) for item in type.items]
        known = tuple(item for item in items if item is not None)
        return replace(type, items=known) if len(known) == len(items) else None

    def _text(self, type: Binary | String | Enumeration) -> Type | None:
        if self._essence != _URL_ENCODED:
            return None
        if isinstance(type, Enumeration):
            is_text = all(isinstance(value, str) for value in type.values)
            return type if is_text and type.base in (None, String()) else None
        return String() if isinstance(type, String) else type
