"""Tags that a document declares: the values of a property that name the variants of a union."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from .plans import Constant


def tag_text(value: object) -> str | None:
    """A tag as `tags` has it: `1` for 1 and 1.0, `true` for true; None for what can't be one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int) else None


class Tag(Constant):
    """The tags of one variant.

    Args:
        values: The tags.
        others: Those of the other variants, where any further value may mean this one.
    """

    def __init__(
        self, values: Sequence[str], others: Collection[str] | None = None
    ) -> None:
        super().__init__(values)
        self._others = others

    def fits(self, value: object, depth: int) -> bool:
        """Whether it is one of the tags."""
        return tag_text(value) in self.values

    def denies(self, value: object) -> bool:
        """Whether it means another variant, or none."""
        if self._others is None:
            return not self.fits(value, 0)
        return tag_text(value) in self._others


class Tagging(Struct, frozen=True):
    """How a declared property names the variant of an object.

    Attributes:
        tag: The property.
        tags: The variants' positions by its values, all but strings as their JSON text.
        default: The position of the variant that takes objects with another tag or none, or -1.
        optional: Whether evidence decides about those; of equals the default comes first.
    """

    tag: str
    tags: Mapping[str, int]
    default: int = -1
    optional: bool = False

    def of(self, position: int) -> tuple[str, Tag, bool]:
        """The property, the tags of one variant, and whether they have to be there."""
        own = tuple(tag for tag, at in self.tags.items() if at == position)
        others = self.tags.keys() - own
        if self.optional or self.default == position:
            return self.tag, Tag(own, others), False
        return self.tag, Tag(own), self.default < 0
