"""The plan for unions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .converter import Branch, Constant, Plan
from .drift import At, Report
from .overlap import keeping
from .plain_data import Plain, is_object
from .selection import Evidence, evidence, is_close, rank, tag_of
from .unions import Tagging, tag_text


class Choice(Plan):
    """One of several types.

    What speaks for each is gathered at first use, since it may lead back to the union.

    Args:
        members: The variants' plans.
        tagging: How a declared property names an object's variant, if one does.
    """

    def __init__(self, members: Sequence[Plan], tagging: Tagging | None = None) -> None:
        self.members = tuple(members)
        self.expected = " | ".join(
            dict.fromkeys(plan.expected for plan in self.members)
        )
        self._tagging = tagging
        self._plans: tuple[Plan, ...] = ()
        self._rows: tuple[Evidence, ...] = ()
        # Which variant each branch belongs to.
        self._owners: tuple[int, ...] = ()
        self._keeping: dict[int, Callable[[object, Plain], object]] = {}
        self._tag = "" if tagging is None else tagging.tag
        self._tags: Mapping[str, int] = {} if tagging is None else tagging.tags

    def takes(self) -> frozenset[str]:
        """What any of the variants takes."""
        return frozenset[str]().union(*(plan.takes() for plan in self.members))

    def variants(self) -> tuple[Plan, ...]:
        """The variants' plans, with those of unions among them in their place."""
        return tuple(one for plan in self.members for one in plan.variants())

    def branches(self) -> tuple[Branch, ...]:
        """The variants' branches, those that a declared tag leads to with it."""
        if self._tagging is None:
            return tuple(one for plan in self.members for one in plan.branches())
        return tuple(
            one._replace(tags=(*one.tags, self._tagging.of(index)))
            for index, plan in enumerate(self.members)
            for one in plan.branches()
        )

    def _gather(self) -> None:
        found = [
            (index, branch)
            for index, plan in enumerate(self.members)
            for branch in plan.branches()
        ]
        rows = tuple(evidence(branch) for _, branch in found)
        self._owners = tuple(index for index, _ in found)
        self._plans = tuple(branch.plan for _, branch in found)
        if self._tagging is None:
            tag, tags = tag_of(rows)
            self._tag = tag
            self._tags = {text: self._owners[at] for text, at in tags.items()}
        self._rows = rows

    def order(self, value: Plain, *, hasty: bool = False) -> list[int]:
        """The positions of the variants that the value may be, the likeliest first."""
        tagged = self._tagged(value)
        if tagged is not None:
            return tagged
        default = -1
        if self._tagging is not None and self._tagging.default >= 0:
            default = self._owners.index(self._tagging.default)
        ranked = rank(self._plans, self._rows, value, default, hasty=hasty)
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

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value as the first variant that it fits, or as the likeliest if it is close."""
        order = self.order(value)
        match order:
            case []:
                return self._unknown(value, at, report)
            case [only]:
                return self.members[only].convert(value, at, report)
            case _:
                return self._try(order, value, at, report)

    def fits(self, value: Plain, depth: int) -> bool:
        """Whether it fits one of the variants that it may be."""
        tagged = self._tagged(value)
        members = self.members if tagged is None else [self.members[i] for i in tagged]
        return any(plan.fits(value, depth) for plan in members)

    def keeps(self, value: Plain, depth: int) -> int:
        """What the variant keeps that keeps most."""
        return max(plan.keeps(value, depth) for plan in self.members)

    def _try(
        self, order: list[int], value: Plain, at: At | None, report: Report
    ) -> object:
        """Convert to the first variant that fits, or else to the likeliest if it is close."""
        fuel = report.fuel[0]
        likeliest: tuple[int, object, Report] | None = None
        for index in order:
            attempt = report.attempt()
            converted = self.members[index].convert(value, at, attempt)
            if not attempt.drifts:
                if not report.trial:
                    report.fuel[0] = fuel
                return self.whole(index, converted, value)
            likeliest = likeliest or (index, converted, attempt)
            if report.fuel[0] <= 0:
                break
        if likeliest is None or (
            is_object(value) and not self._is_close(order[0], value)
        ):
            return self.keep(value, at, report)
        report.drifts.extend(likeliest[2].drifts)
        return self.whole(likeliest[0], likeliest[1], value)

    def _is_close(self, index: int, value: Plain) -> bool:
        """Whether an object has something of a variant, and nothing against it."""
        rows = zip(self._owners, self._rows, strict=True)
        return any(owner == index and is_close(row, value) for owner, row in rows)

    def whole(self, index: int, made: object, value: Plain) -> object:
        """What was made of a value by one variant, with what only the others keep of it."""
        keep = self._keeping.get(index)
        if keep is None:
            keep = keeping(self.members[index], self.members)
            self._keeping[index] = keep
        return keep(made, value)

    def _unknown(self, value: Plain, at: At | None, report: Report) -> object:
        if not is_object(value) or self._tagging is None:
            return self.keep(value, at, report)
        tag = self._tag
        expected = Constant(tuple(self._tags)).expected
        if tag in value:
            report.add(At(at, tag), expected, value[tag])
        else:
            report.add(At(at, tag), expected, None, found="nothing")
        return value
