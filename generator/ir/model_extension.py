"""Models that have all members of another one."""

from __future__ import annotations

from msgspec.structs import replace

from generator.ir.declarations import Field, Model


def extends(model: Model, base: Model) -> bool:
    """Whether a model has every member of another one as it is there, and as many further ones."""
    own = {field.name.wire: field for field in model.fields}
    return model.additional == base.additional and all(
        (found := own.get(field.name.wire)) is not None
        and replace(found, origin="") == replace(field, origin="")
        for field in base.fields
    )


def added_fields(model: Model, base: Model) -> tuple[Field, ...]:
    """The fields of a model beside those of the one that it extends."""
    known = {field.name.wire for field in base.fields}
    return tuple(field for field in model.fields if field.name.wire not in known)
