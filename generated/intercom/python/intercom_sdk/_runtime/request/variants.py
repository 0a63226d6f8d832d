"""Bodies that are one of several objects, whose members are arguments of one method."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from msgspec import Struct

from ..errors import ArgumentError
from ..json.model import OpenModel
from ..json.plain_data import is_mapping
from .request_options import OMIT
from .scalars import present

# More values of a member than these aren't shown.
_MOST_VALUES: Final = 4


class Variant:
    """One of the objects that a body may be.

    Args:
        required: The members that it can't do without.
        optional: The others that it lists.
        values: The values of members that have no others.
        is_open: Whether it may have members that it doesn't list.
    """

    __slots__ = ("is_open", "optional", "required", "values")

    def __init__(
        self,
        required: tuple[str, ...],
        optional: tuple[str, ...] = (),
        *,
        values: Mapping[str, Collection[object]] | None = None,
        is_open: bool = False,
    ) -> None:
        self.required: tuple[str, ...] = required
        self.optional: tuple[str, ...] = optional
        self.values: Mapping[str, Collection[object]] = values or {}
        self.is_open: bool = is_open

    def takes(self, members: Mapping[str, object]) -> bool:
        """Whether an object with these members is one."""
        if any(name not in members for name in self.required):
            return False
        listed = {*self.required, *self.optional}
        return (self.is_open or members.keys() <= listed) and all(
            members[name] in values
            for name, values in self.values.items()
            if name in members
        )

    def shown(self, names: Mapping[str, str]) -> str:
        """Its members as arguments, those in brackets that may be left out."""
        needed = [self._shown(name, names) for name in self.required]
        others = [f"[{self._shown(name, names)}]" for name in self.optional]
        return ", ".join(needed + others) or "none"

    def _shown(self, name: str, names: Mapping[str, str]) -> str:
        values = self.values.get(name, ())
        listed = "|".join(map(repr, values)) if len(values) <= _MOST_VALUES else ""
        return f"{names.get(name, name)}{'=' if listed else ''}{listed}"


class Variants:
    """The objects that a body may be.

    Args:
        variants: The objects.
        required: Whether there has to be a body.
        names: The arguments that aren't called as the members that they stand for.
        fixed: Members that every call sends, and their values.
        shared: The member that the argument for the whole body stands for, too, or "".
    """

    __slots__ = ("fixed", "names", "required", "shared", "variants")

    def __init__(
        self,
        *variants: Variant,
        required: bool = True,
        names: Mapping[str, str] | None = None,
        fixed: Mapping[str, object] | None = None,
        shared: str = "",
    ) -> None:
        self.variants: tuple[Variant, ...] = variants
        self.required: bool = required
        self.names: Mapping[str, str] = names or {}
        self.fixed: Mapping[str, object] = fixed or {}
        self.shared: str = shared

    def collect(self, members: Mapping[str, object], whole: object = OMIT) -> object:
        """The body that a call's arguments come to.

        Args:
            members: The arguments for members, by these; OMIT for what isn't given.
            whole: The argument for the body as a whole.

        Raises:
            ArgumentError: They are the members of no variant.
        """
        given = present(members)
        if whole is not OMIT and self._is_whole(whole, given):
            given.pop(self.shared, None)
            if given:
                raise ArgumentError(
                    "a whole body is passed alone, without arguments for its members"
                )
            return whole
        if not given and not self.required:
            return OMIT
        if not any(variant.takes(given) for variant in self.variants):
            known = "; ".join(one.shown(self.names) for one in self.variants)
            raise ArgumentError(
                f"the arguments for the body fit no kind of it; there are: {known}"
            )
        return {**given, **self.fixed}

    def _is_whole(self, whole: object, given: Mapping[str, object]) -> bool:
        """Whether the argument that may be a member stands for the body."""
        if not self.shared or is_mapping(whole):
            return True
        is_alone = whole is None and len(given) == 1
        return is_alone or isinstance(whole, Struct | OpenModel)
