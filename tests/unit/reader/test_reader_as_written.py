"""The reader builds types as they are written, and the first pass of refine simplifies them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reader_documents import STRING, document, shape

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.api import Api
from generator.ir.declarations import Alias
from generator.ir.types import (
    Anything,
    Boolean,
    Enumeration,
    Map,
    Nothing,
    Null,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import Compound, WrittenType, as_written, until_refined
from generator.reader import read
from generator.refine.unions.flatten import flatten

OTHER = Reference(id="components/schemas/Other")
REF = {"$ref": "#/components/schemas/Other"}
OBJECT = Map(value=Anything())
NULL = {"type": "null"}


def one_of(*types: Type) -> Union:
    return Union(variants=tuple(Variant(type=each) for each in types))


def all_of(*types: Type) -> Type:
    return until_refined(Compound(parts=types))


# A schema, its type as it is written, and what that comes to.
WRITTEN: list[tuple[object, Type, Type]] = [
    ({"oneOf": [STRING, NULL]}, one_of(String(), Null()), Nullable(inner=String())),
    ({"anyOf": [STRING, {}]}, one_of(String(), Anything()), Anything()),
    ({"anyOf": [STRING, False]}, one_of(String(), Nothing()), String()),
    ({"anyOf": [NULL, False]}, one_of(Null(), Nothing()), Null()),
    ({"anyOf": [{}, NULL]}, one_of(Anything(), Null()), Anything()),
    ({"allOf": [REF, {}]}, all_of(OTHER, Anything()), OTHER),
    ({"allOf": [REF], "type": "object"}, all_of(OTHER, OBJECT), OTHER),
    ({"allOf": [{}, {"type": "object"}]}, all_of(Anything(), OBJECT), OBJECT),
    (
        {"allOf": [STRING], "type": ["object", "null"]},
        Nullable(inner=all_of(String(), OBJECT)),
        Nullable(inner=all_of(String(), OBJECT)),
    ),
    (
        {"type": ["string", "null"], "enum": ["a", None]},
        Nullable(inner=Enumeration(values=("a", None), base=String())),
        Nullable(inner=Enumeration(values=("a",), base=String())),
    ),
    (
        {"type": ["boolean", "null"], "enum": [True, False, None]},
        Nullable(inner=Enumeration(values=(True, False, None), base=Boolean())),
        Nullable(inner=Boolean()),
    ),
    ({"enum": [None]}, Enumeration(values=(None,)), Null()),
    (
        {"patternProperties": {"^a": STRING, "^b": STRING}},
        Map(value=one_of(String(), String(), Anything())),
        OBJECT,
    ),
]


def read_api(folder: Path, schema: object) -> Api:
    file = folder / "openapi.json"
    schemas = {"It": schema, "Other": {"properties": {"a": STRING}}}
    file.write_text(json.dumps(document(components={"schemas": schemas})))
    notebook = Notebook()
    return read(load(file, notebook, Policy(lenient=True, validate=False)), notebook)


def type_of_it(api: Api) -> WrittenType:
    (it,) = (each for each in api.declarations if each.id == "components/schemas/It")
    assert isinstance(it, Alias)
    return as_written(it.type)


@pytest.mark.parametrize(("schema", "written", "simple"), WRITTEN)
def test_types_are_read_as_written_and_simplified_by_refine(
    tmp_path: Path, schema: object, written: Type, simple: Type
) -> None:
    api = read_api(tmp_path, schema)
    assert shape(type_of_it(api)) == shape(written)
    assert shape(type_of_it(flatten(api, Notebook()))) == shape(simple)
