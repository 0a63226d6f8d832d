"""What `allOf` is written with, and what it comes to when nothing is found."""

from __future__ import annotations

from refine_values import api, field, model

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Declaration
from generator.ir.types import Enumeration, String, Type
from generator.ir.unrefined import Compound
from generator.refine.allof.compose import compose


def all_of(*parts: Type) -> Compound:
    return Compound(parts=parts)


def composed(*declarations: Declaration) -> Api:
    notebook = Notebook()
    result = compose(api(*declarations), notebook)
    assert not notebook.findings
    return result


OPEN = Enumeration(values=("a", "b"), base=String())
BASE = model("Base", field("id", required=True), field("kind", OPEN))
