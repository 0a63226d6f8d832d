"""Check what the document says about further methods against the bodies and names that it has.

Each member that a method fixes has to be declared by a variant of the body, with a type that takes
its value, and the variants that declare all of them are what the method's calls are of. A method
for which there is none is left out, and so is one whose name another method or resource has: an
error says why, at the member or at the method.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place, Unsupported
from generator.ir.api import Api
from generator.ir.declarations import Model
from generator.ir.graph import flatten
from generator.ir.name import Name
from generator.ir.operation import FixedMember, FixedMethod, MediaType, Operation
from generator.refine.extensions.narrow_body import Narrower
from generator.refine.operations.body_variants import settable, with_variants


def check_fixed_methods(api: Api, notebook: Notebook) -> Api:
    """Leave an operation those of its methods that fit, with the bodies that they send."""
    if not any(each.methods for each in api.operations):
        return api
    checker = _Checker(api)
    operations: list[Operation] = []
    for operation in api.operations:
        methods: list[FixedMethod] = []
        for method in operation.methods:
            with notebook.skipping():
                methods.append(checker.check(method, operation))
        operations.append(replace(operation, methods=tuple(methods)))
    return replace(api, operations=tuple(operations))


class _Checker:
    """Knows which names are taken, and what bodies consist of."""

    def __init__(self, api: Api) -> None:
        self._find = {each.id: each for each in api.declarations}.get
        self._narrower = Narrower(self._find)
        # What has each name, by the words of its resource and its own.
        self._taken: dict[tuple[str, ...], str] = {
            _key(each.name): f"the resource `{each.id}`" for each in api.resources
        }
        self._taken |= {
            _key((*each.resource, each.name)): f"`{each.id}`" for each in api.operations
        }

    def check(self, method: FixedMethod, operation: Operation) -> FixedMethod:
        """A method with the bodies that it sends.

        Raises:
            Unsupported: Its name is taken, or no body has its members.
        """
        key = _key((*operation.resource, method.name))
        if key in self._taken:
            raise Unsupported(
                "methods-mismatch",
                f"`{key[-1]}` is the name of {self._taken[key]} already",
                method.place,
                "give the method another name",
            )
        given = {each.name: each.value.value for each in method.members}
        content = tuple(
            replace(media, type=type, variants=())
            for media in (operation.body.content if operation.body else ())
            if (type := self._narrower.narrow(media.type, given)) is not None
        )
        if not content:
            raise self._mismatch(method, operation)
        content = with_variants(content, self._find)
        if any(not each.variants and self._is_union(each) for each in content):
            raise _refused(
                "these members leave several kinds of the body, whose other members can't be "
                "arguments of one method",
                method.place,
                "fix more members, so that one kind is left",
            )
        self._taken[key] = f"another method of `{operation.id}`"
        return replace(method, content=content)

    def _mismatch(self, method: FixedMethod, operation: Operation) -> Unsupported:
        content = operation.body.content if operation.body else ()
        models = [*self._models(content)]
        if not models:
            message = "there is no request body with members that could be fixed"
            return _refused(message, method.place)
        for member in method.members:
            if error := self._fault(member, models):
                return error
        names = " and ".join(f"`{each.name}`" for each in method.members)
        message = f"no kind of the body has {names} with these values"
        return _refused(message, method.place, _kinds(method.members, models))

    def _is_union(self, media: MediaType) -> bool:
        return len({one.id for one in self._models([media])}) > 1

    def _models(self, content: Iterable[MediaType]) -> Iterator[Model]:
        for media in content:
            for found in flatten(media.type, self._find):
                if isinstance(found, Model):
                    yield found

    def _fault(self, member: FixedMember, models: list[Model]) -> Unsupported | None:
        """What is wrong with one member by itself."""
        fields = [one for each in models if (one := settable(each).get(member.name))]
        if not fields:
            known = dict.fromkeys(name for each in models for name in settable(each))
            close = difflib.get_close_matches(member.name, known, n=1) or [*known][:1]
            hint = f"did you mean `{close[0]}`?" if close else ""
            message = f"no kind of the body has a member `{member.name}`"
            return _refused(message, member.place, hint)
        value = member.value.value
        if any(self._narrower.takes(field.type, value) for field in fields):
            return None
        listed = dict.fromkeys(
            f"{one!r}" for field in fields for one in self._narrower.listed(field.type)
        )
        hint = f"it is {' or '.join(listed)}" if listed else ""
        return _refused(f"`{member.name}` can't be {value!r}", member.place, hint)


def _kinds(members: Iterable[FixedMember], models: Iterable[Model]) -> str:
    """Which members of a method each kind of a body has."""
    names = [each.name for each in members]
    shown = (
        f"`{model.name.preferred or model.name.wire}` has {' and '.join(found)}"
        for model in models
        if (found := [f"`{name}`" for name in names if name in settable(model)])
    )
    return "; ".join(shown)


def _key(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple("_".join(name.words) for name in names)


def _refused(message: str, place: Place, hint: str = "") -> Unsupported:
    return Unsupported("methods-mismatch", message, place, hint)
