"""The converter for unions, and values that fit several variants at once, as `anyOf` allows.

What only others declare than the variant that fits best is kept beside, for `extra`, and is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from .converter import Branch, Constant, Converter
from .drift import At, Report
from .model import Model
from .nested_converter import (
    ContainerConverter,
    DictConverter,
    ListConverter,
    ModelConverter,
    OpenModelConverter,
    TupleConverter,
)
from .plain_data import (
    JSON_TYPES,
    Plain,
    is_listed,
    is_object,
    overlap_of,
)
from .selection import Evidence, gather_evidence, is_close, rank, tag_of
from .unions import Tagging, tag_text


class UnionConverter(Converter):
    """One of several types.

    The evidence is gathered at first use, since it may lead back to the union.

    Args:
        members: The variants' converters.
        tagging: How a declared property names an object's variant, if one does.
    """

    def __init__(
        self, members: Sequence[Converter], tagging: Tagging | None = None
    ) -> None:
        self.members = tuple(members)
        self.expected = " | ".join(
            dict.fromkeys(converter.expected for converter in self.members)
        )
        self._tagging = tagging
        self._converters: tuple[Converter, ...] = ()
        self._rows: tuple[Evidence, ...] = ()
        # Which variant each branch belongs to.
        self._owners: tuple[int, ...] = ()
        # The variant of each Python class that one alone takes, and that no tag decides about.
        self._only: dict[type, Converter] = {}
        self._others: dict[int, Sequence[ContainerConverter]] = {}
        self._tag = "" if tagging is None else tagging.tag
        self._tags: Mapping[str, int] = {} if tagging is None else tagging.tags

    def json_types(self) -> frozenset[str]:
        return frozenset[str]().union(
            *(converter.json_types() for converter in self.members)
        )

    def variants(self) -> tuple[Converter, ...]:
        return tuple(one for converter in self.members for one in converter.variants())

    def branches(self) -> tuple[Branch, ...]:
        if self._tagging is None:
            return tuple(
                one for converter in self.members for one in converter.branches()
            )
        return tuple(
            one._replace(tags=(*one.tags, self._tagging.of(index)))
            for index, converter in enumerate(self.members)
            for one in converter.branches()
        )

    def _gather(self) -> None:
        found = [
            (index, branch)
            for index, converter in enumerate(self.members)
            for branch in converter.branches()
        ]
        rows = tuple(gather_evidence(branch) for _, branch in found)
        self._owners = tuple(index for index, _ in found)
        self._converters = tuple(branch.converter for _, branch in found)
        if self._tagging is None:
            tag, tags = tag_of(rows)
            self._tag = tag
            self._tags = {text: self._owners[at] for text, at in tags.items()}
        self._rows = rows
        for kind, name in JSON_TYPES.items():
            takers = {
                owner
                for owner, row in zip(self._owners, rows, strict=True)
                if name in row.kinds
            }
            if len(takers) == 1 and not (self._tag and kind is dict):
                self._only[kind] = self.members[takers.pop()]
        self.as_is = frozenset(
            kind for kind, only in self._only.items() if kind in only.as_is
        )

    def rank_variants(self, value: Plain, *, names_only: bool = False) -> list[int]:
        """The positions of the variants that the value may be, the likeliest first."""
        tagged = self._tagged(value)
        if tagged is not None:
            return tagged
        default = -1
        if self._tagging is not None and self._tagging.default >= 0:
            default = self._owners.index(self._tagging.default)
        ranked = rank(
            self._converters, self._rows, value, default, names_only=names_only
        )
        return list(dict.fromkeys(self._owners[at] for at in ranked))

    def _tagged(self, value: Plain) -> list[int] | None:
        """The variant that an object's tag names, or none; None when no tag decides."""
        if not self._rows:
            self._gather()
        if not self._tag or not is_object(value):
            return None
        text = tag_text(value.get(self._tag))
        if text is not None and text in self._tags:
            return [self._tags[text]]
        if self._tagging is None or self._tagging.optional:
            return None
        return [self._tagging.default] if self._tagging.default >= 0 else []

    def convert_inner(self, value: Plain, at: At, report: Report) -> object:
        if not self._rows:
            self._gather()
        only = self._only.get(value.__class__)
        if only is not None:
            return only.convert_inner(value, at, report)
        return super().convert_inner(value, at, report)

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        order = self.rank_variants(value)
        match order:
            case []:
                return self._unknown(value, at, report)
            case [only]:
                return self.members[only].convert(value, at, report)
            case _:
                return self._try(order, value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        tagged = self._tagged(value)
        members = self.members if tagged is None else [self.members[i] for i in tagged]
        return any(converter.matches(value, depth) for converter in members)

    def known_count(self, value: Plain, depth: int) -> int:
        return max(converter.known_count(value, depth) for converter in self.members)

    def _try(
        self, order: list[int], value: Plain, at: At | None, report: Report
    ) -> object:
        """Convert to the first variant that fits, or else to the likeliest if it is close."""
        trial_budget = report.trial_budget[0]
        likeliest: tuple[int, object, Report] | None = None
        for index in order:
            attempt = report.attempt()
            converted = self.members[index].convert(value, at, attempt)
            if not attempt.departures:
                if not report.trial:
                    report.trial_budget[0] = trial_budget
                return self.with_overlap(index, converted, value)
            likeliest = likeliest or (index, converted, attempt)
            if report.trial_budget[0] <= 0:
                break
        if likeliest is None or (
            is_object(value) and not self._is_close(order[0], value)
        ):
            return self.report_mismatch(value, at, report)
        report.departures.extend(likeliest[2].departures)
        return self.with_overlap(likeliest[0], likeliest[1], value)

    def _is_close(self, index: int, value: Plain) -> bool:
        """Whether an object has something of a variant, and nothing against it."""
        rows = zip(self._owners, self._rows, strict=True)
        return any(owner == index and is_close(row, value) for owner, row in rows)

    def with_overlap(self, index: int, made: object, value: Plain) -> object:
        """A value converted to one variant, with what only the others keep."""
        others = self._others.get(index)
        if others is None:
            others = _overlapping(self.members[index], self.members)
            self._others[index] = others
        _complete(made, value, self.members[index], others)
        return made

    def _unknown(self, value: Plain, at: At | None, report: Report) -> object:
        if not is_object(value) or self._tagging is None:
            return self.report_mismatch(value, at, report)
        tag = self._tag
        expected = Constant(tuple(self._tags)).expected
        if tag in value:
            report.add(At(at, tag), expected, value[tag])
        else:
            report.add(At(at, tag), expected, None, found="nothing")
        return value


class Overlap:
    """The properties that other objects declare beside one.

    Args:
        model_converter: What a value is read by.
        others: What else it might be read by.
    """

    def __init__(
        self, model_converter: ModelConverter, others: Sequence[ModelConverter]
    ) -> None:
        self._has_others = bool(others)
        self._keys: frozenset[str] = frozenset()
        if not isinstance(model_converter, OpenModelConverter):
            declared = {key for each in others for key in each.members}
            self._keys = frozenset(
                declared - {*model_converter.members, model_converter.tag_field}
            )
        self._inner = {
            key: (member.name, member.converter, found)
            for key, member in model_converter.members.items()
            if (found := _overlapping(member.converter, _converters(key, others)))
        }

    def complete(self, model: Plain, value: Plain) -> None:
        """Keep in a model what it lacks of its JSON object."""
        for key, (name, converter, others) in self._inner.items():
            if key in value:
                _complete(getattr(model, name), value[key], converter, others)
        if self._has_others and isinstance(model, Model):
            lacking = {key: value[key] for key in value if key in self._keys}
            model.__extra__ = {**overlap_of(model), **lacking}, None


def _converters(key: str, candidates: Iterable[ModelConverter]) -> Iterable[Converter]:
    return (each.members[key].converter for each in candidates if key in each.members)


_overlap = cache(Overlap)


def _complete(
    made: Plain,
    value: Plain,
    converter: Converter,
    others: Sequence[ContainerConverter],
) -> None:
    """Keep in the models of a converted value what only other converters keep.

    Args:
        made: What was made of it.
        value: The JSON value.
        converter: By what it was read.
        others: By what else it might have been read, none of them a union.
    """
    if made is value or not others:
        return
    models = _model_converters(converter.variants())
    if candidates := [one for one in models if one.is_instance(made)]:
        # What a class is made of is made of its base, too.
        model_converter = max(candidates, key=lambda one: len(one.struct.__mro__))
        _overlap(model_converter, _model_converters(others)).complete(made, value)
        return
    for own in converter.variants():
        if not isinstance(own, DictConverter | ListConverter | TupleConverter):
            continue
        alike = [each for each in others if type(each) is type(own)]
        for key in _keys(made, value, dict if isinstance(own, DictConverter) else list):
            item = own.item_converter(key)
            inner = _overlapping(item, (each.item_converter(key) for each in alike))
            _complete(made[key], value[key], item, inner)


def _keys(made: Plain, value: Plain, kind: type) -> Iterable[Plain]:
    """The keys or positions of a value that was made of plain data of this kind."""
    if type(value) is not kind:
        return ()
    return made if is_object(made) else range(len(made) if is_listed(made) else 0)


def _model_converters(converters: Iterable[Converter]) -> tuple[ModelConverter, ...]:
    return tuple(each for each in converters if isinstance(each, ModelConverter))


def _overlapping(
    converter: Converter, others: Iterable[Converter]
) -> tuple[ContainerConverter, ...]:
    """Others that may keep what a converter loses: containers, if it is one itself."""
    if not any(isinstance(each, ContainerConverter) for each in converter.variants()):
        return ()
    found = (one for each in others if each is not converter for one in each.variants())
    return tuple(
        dict.fromkeys(one for one in found if isinstance(one, ContainerConverter))
    )
