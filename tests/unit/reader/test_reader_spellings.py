"""Scalars of YAML that lack quotes: where text belongs, each is its own text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.api import Api
from generator.ir.types import Enumeration, Nullable, String, Type
from generator.ir.value import Scalar
from generator.reader import read
from generator.refine.unions.flatten import flatten

PARAMETER = """\
openapi: {version}
info: {{title: T, version: 1.10}}
tags: [{{name: 1.10, description: 0123}}]
servers:
  - url: https://x.example/{{v}}
    variables: {{v: {{default: 1.10, enum: [1.10, 0123, 1e3]}}}}
security: [{{s: [1.10, 0123]}}]
paths:
  /a:
    get:
      operationId: 1.10
      tags: [1.10]
      parameters: [{{name: 0123, in: query, required: yes, schema: {schema}}}]
      responses: {{200: {{description: A.}}}}
components:
  securitySchemes: {{s: {{type: http, scheme: bearer}}}}
"""


def reading(folder: Path, schema: str, version: str = "3.1.0") -> Api:
    path = folder / "openapi.yaml"
    path.write_text(PARAMETER.format(schema=schema, version=version))
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=True, validate=False))
    return flatten(read(document, notebook), notebook)


ENUMS: list[tuple[str, str, tuple[Scalar, ...]]] = [
    ("string", "1.10, 1.1, 2.0", ("1.10", "1.1", "2.0")),
    ("string", "0123, 0x1F, 0o17", ("0123", "0x1F", "0o17")),
    ("string", "1e3, .5, 1., +1", ("1e3", ".5", "1.", "+1")),
    ("string", "true, True, FALSE", ("true", "True", "FALSE")),
    ("string", "no, yes, on, y", ("no", "yes", "on", "y")),
    ("string", "1_000, 12:30:00, 2022-01-01", ("1_000", "12:30:00", "2022-01-01")),
    ("string", ".inf, .nan, 1e400, ~", (".inf", ".nan", "1e400", "~")),
    ("integer", "0123, 0x1F, 1_000", (123, 31, 1000)),
    ("number", "1.10, 1e3", (1.1, 1000.0)),
]


@pytest.mark.parametrize(("kind", "written", "want"), ENUMS)
def test_enumerations(
    tmp_path: Path, kind: str, written: str, want: tuple[Scalar, ...]
) -> None:
    for version in ("3.0.3", "3.1.0"):
        schema = f"{{type: {kind}, enum: [{written}]}}"
        (parameter,) = reading(tmp_path, schema, version).operations[0].parameters
        assert isinstance(parameter.type, Enumeration)
        assert parameter.type.values == want
        assert [*map(type, parameter.type.values)] == [*map(type, want)]


BOTH = Enumeration(values=("1.10", "0123"), base=String())
MAYBE = Nullable(inner=Enumeration(values=("1.10",), base=String()))


@pytest.mark.parametrize(
    ("schema", "want"),
    [
        ("{type: string, enum: [1.10, null]}", MAYBE),
        ("{type: [string, 'null'], enum: [1.10, ~]}", MAYBE),
        ("{type: string, const: 1.10}", Enumeration(values=("1.10",))),
        ("{type: string, oneOf: [{const: 1.10}, {const: 0123}]}", BOTH),
    ],
)
def test_other_lists(tmp_path: Path, schema: str, want: Type) -> None:
    (parameter,) = reading(tmp_path, schema).operations[0].parameters
    assert parameter.type == want


@pytest.mark.parametrize(
    ("schema", "want"),
    [
        ("{type: string, default: 1.10}", "1.10"),
        ("{type: string, enum: [0123], default: 0123}", "0123"),
        ("{type: string, format: date, default: 2022-03-10}", "2022-03-10"),
        ("{type: array, items: {type: string}, default: [1.10, a]}", ["1.10", "a"]),
        ("{type: [string, 'null'], default: true}", "true"),
        ("{type: number, default: 1.10}", 1.1),
    ],
)
def test_defaults(tmp_path: Path, schema: str, want: object) -> None:
    (parameter,) = reading(tmp_path, schema).operations[0].parameters
    assert parameter.default is not None
    assert parameter.default.value == want


def test_names(tmp_path: Path) -> None:
    api = reading(tmp_path, "{type: string}")
    (operation,) = api.operations
    assert (api.version, operation.id, operation.tags) == ("1.10", "1.10", ("1.10",))
    (parameter,) = operation.parameters
    assert (parameter.name.wire, parameter.required) == ("0123", True)
    (resource,) = api.resources
    assert (resource.id, resource.docs.description.raw) == ("1.10", "0123")
    assert operation.security[0][0].scopes == ("1.10", "0123")
    (variable,) = api.servers[0].variables
    assert (variable.default, variable.choices) == ("1.10", ("1.10", "0123", "1e3"))


def test_lists_that_php_wrote_as_objects(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    for version, schema in (
        ("openapi: 3.0.3", "schema: {type: string}"),
        ("swagger: '2.0'", "type: string"),
    ):
        path.write_text(
            f"{version}\ninfo: {{title: T, version: '1'}}\npaths:\n  /a/{{id}}:\n    get:\n"
            '      tags: {"0": a}\n'
            f'      parameters: {{"0": {{name: id, in: path, required: true, {schema}}},'
            f' "2": {{name: q, in: query, {schema}}}}}\n'
            "      responses: {200: {description: A.}}\n"
        )
        notebook = Notebook()
        api = read(load(path, notebook, Policy(lenient=True, validate=False)), notebook)
        (operation,) = api.operations
        names = [one.name.wire for one in operation.parameters]
        assert (operation.tags, names) == (("a",), ["id", "q"])
