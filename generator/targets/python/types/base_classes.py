"""Base classes: which model's class another one extends."""

from __future__ import annotations

from generator.ir.declarations import Model, extends
from generator.targets.python.types import fields
from generator.targets.python.types.symbol_table import SymbolTable


def base_of(model: Model, symbols: SymbolTable) -> Model | None:
    """The model whose class a model's class extends, None where it stands alone.

    The members of both have the same attributes, and what keeps further properties is the same.
    """
    base = symbols.index.get(model.base)
    if not isinstance(base, Model) or not symbols.is_received(base.id):
        return None
    attributes = symbols.attributes.of
    is_alike = (
        extends(model, base)
        and attributes(base).items() <= attributes(model).items()
        and fields.is_open(model) is fields.is_open(base)
        and fields.further_received(model) == fields.further_received(base)
    )
    if is_alike and fields.is_open(model):
        rests = (fields.rest_name(attributes(one)) for one in (model, base))
        is_alike = len({*rests}) == 1
    return base if is_alike else None
