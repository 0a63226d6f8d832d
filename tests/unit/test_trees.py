"""Documents of many files give the packages that their bundled form gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.config import Config
from generator.diagnostics import Severity
from generator.document.files.policy import Policy
from generator.emit.layout.format import finish
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python import render
from generator.targets.python.options import Options

Files = dict[str, str]

OPTIONS = Options(package="shop", distribution="shop", client="Shop", version="1.0.0")

HEAD = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
security: [{key: []}]
"""
PATHS = """\
  /notes:
    parameters: [{$ref: '#/components/parameters/Trace'}]
    get:
      operationId: listNotes
      tags: [notes]
      responses:
        '200':
          description: The notes.
          headers: {X-Count: {$ref: '#/components/headers/Count'}}
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Note'}}
              examples: {some: {$ref: '#/components/examples/Notes'}}
        '404': {$ref: '#/components/responses/Missing'}
    post:
      operationId: addNote
      tags: [notes]
      requestBody: {$ref: '#/components/requestBodies/Note'}
      responses:
        '201':
          description: The note.
          content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
        '404': {$ref: '#/components/responses/Missing'}
"""
SCHEMAS = """\
    Note:
      type: object
      required: [id, author]
      properties:
        id: {type: integer}
        author: {$ref: '#/components/schemas/Author', description: Who wrote it.}
        parent: {anyOf: [{$ref: '#/components/schemas/Note'}, {type: 'null'}]}
        kind: {enum: [plain, rich]}
        place: {type: object, properties: {x: {type: number}}}
    Author:
      type: object
      properties:
        name: {type: string}
        notes: {type: array, items: {$ref: '#/components/schemas/Note'}}
    Problem: {type: object, required: [code], properties: {code: {type: string}}}
"""
PARTS = """\
  parameters:
    Trace: {name: X-Trace, in: header, schema: {type: string, format: uuid}}
  headers:
    Count: {schema: {type: integer}}
  examples:
    Notes: {value: [{id: 1, author: {name: Ann}}]}
  requestBodies:
    Note:
      required: true
      content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
  responses:
    Missing:
      description: Not there.
      content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"""
WHOLE = f"{HEAD}paths:\n{PATHS}components:\n  schemas:\n{SCHEMAS}{PARTS}"
KEY = "  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"


def into(file: str, text: str) -> str:
    """Text whose references lead into the components of another file."""
    return text.replace("'#/", f"'{file}#/")


def out(text: str, depth: int) -> str:
    """Text of a section as a file of its own."""
    return re.sub(rf"^ {{{depth}}}", "", text, flags=re.MULTILINE)


def schemas(text: str) -> str:
    """Text that refers to schemas in files of their own, in the same folder."""
    return re.sub(r"#/components/schemas/(\w+)", r"\1.yaml", text)


def one_each(sections: str) -> dict[str, str]:
    """The members of a section by name."""
    parts = re.split(r"^ {4}(\w+):", sections, flags=re.MULTILINE)[1:]
    return {
        name: out(text, 6).strip() + "\n"
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


COMMON = f"components:\n  schemas:\n{SCHEMAS}{PARTS}"
MEMBERS = {f"schemas/{k}.yaml": schemas(v) for k, v in one_each(SCHEMAS).items()}
LISTED = "".join(f"{name}: {{$ref: {name}.yaml}}\n" for name in one_each(SCHEMAS))

TREES: dict[str, Files] = {
    "a common file beside the document's folder": {
        "definitions/shop.yaml": HEAD
        + "paths:\n"
        + into("../common/common.yaml", PATHS)
        + f"components:\n{KEY}",
        "common/common.yaml": f"openapi: 3.1.0\ninfo: {{title: c, version: '1'}}\n{COMMON}",
    },
    "a file for each path and each schema": {
        "shop.yaml": f"{HEAD}paths: {{/notes: {{$ref: paths/notes.yaml}}}}\ncomponents:\n"
        + "".join(
            f"  {'schemas:' if not n else ''}\n    {name}: {{$ref: 'schemas/{name}.yaml'}}\n"
            for n, name in enumerate(one_each(SCHEMAS))
        )
        + PARTS,
        "paths/notes.yaml": into("../shop.yaml", out(PATHS.partition("\n")[2], 4)),
        **MEMBERS,
    },
    "a $ref in the place of maps": {
        "shop.yaml": f"{HEAD}paths: {{$ref: paths.yaml}}\n"
        "components:\n  schemas: {$ref: schemas/index.yaml}\n" + PARTS,
        "paths.yaml": into("shop.yaml", out(PATHS, 2)),
        "schemas/index.yaml": LISTED,
        **MEMBERS,
    },
    "a $ref in the place of smaller maps": {
        "shop.yaml": WHOLE.replace(
            "[{$ref: '#/components/parameters/Trace'}]",
            "{$ref: parts.yaml#/parameters}",
        )
        .replace(
            "headers: {X-Count: {$ref: '#/components/headers/Count'}}",
            "headers: {$ref: parts.yaml#/headers}",
        )
        .replace(
            "examples: {some: {$ref: '#/components/examples/Notes'}}",
            "examples: {$ref: parts.yaml#/examples}",
        ),
        "parts.yaml": "parameters: [{$ref: 'shop.yaml#/components/parameters/Trace'}]\n"
        "headers: {X-Count: {$ref: 'shop.yaml#/components/headers/Count'}}\n"
        "examples: {some: {$ref: 'shop.yaml#/components/examples/Notes'}}\n",
    },
    "identifiers and anchors": {
        "shop.yaml": f"{HEAD}paths:\n"
        + PATHS.replace("'#/components/schemas/Note'", "'schemas.yaml#note'")
        + "components:\n"
        + into("shop.yaml", PARTS).replace(
            "'shop.yaml#/components/schemas/Problem'", "'https://shop.example/problem'"
        )
        + "  schemas:\n"
        "    Note: {$ref: 'schemas.yaml#note'}\n"
        "    Author: {$ref: 'schemas.yaml#/$defs/Author'}\n"
        "    Problem: {$id: 'https://shop.example/problem', type: object, required: [code], "
        "properties: {code: {type: string}}}\n",
        "schemas.yaml": "$defs:\n"
        + out(SCHEMAS[: SCHEMAS.index("    Problem")], 2)
        .replace("'#/components/schemas/Note'", "'#note'")
        .replace("'#/components/schemas/Author'", "'%73chemas.yaml#/$defs/Author'")
        .replace("  Note:\n", "  Note:\n    $anchor: note\n"),
    },
}


def package(folder: Path, files: Files, policy: Policy) -> tuple[Files, set[str]]:
    """The files of the package of a tree, and the codes of what was found graver than a note."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    run = Run(Progress())
    config = Config(folder / next(iter(files)), policy, ())
    api = pipeline.build_api(config, run)
    made = finish(render(api, OPTIONS, run.notebook))
    findings = [f for f in run.notebook.findings if f.severity is not Severity.NOTE]
    return {file.path: file.data.decode() for file in made.files}, {
        finding.code for finding in findings
    }


@pytest.mark.parametrize("name", TREES)
def test_a_tree_gives_what_one_document_gives(name: str, tmp_path: Path) -> None:
    policy = Policy(lenient=True, outside=(tmp_path,))
    want, _ = package(tmp_path / "whole", {"shop.yaml": WHOLE}, policy)
    got, codes = package(tmp_path / "tree", TREES[name], policy)
    assert codes == ({"ref-misplaced"} if "$ref in" in name else set())
    assert got.keys() == want.keys()
    for path, text in want.items():
        # Models stand in the order in which the document leads to them.
        assert blocks(got[path]) == blocks(text), path


def blocks(text: str) -> list[str]:
    return sorted(text.split("\n\n\n"))


SHOWN = ("not", "if", "then", "else", "contains", "propertyNames", "contentSchema")
SHOWN += ("unevaluatedItems", "unevaluatedProperties", "items", "additionalProperties")


@pytest.mark.parametrize("keyword", SHOWN)
def test_schemas_that_are_only_documented_show_plain_references(
    keyword: str, tmp_path: Path
) -> None:
    text = WHOLE.replace(
        "    Problem: {type: object,",
        "    Other: {$anchor: other, type: string}\n"
        f"    Problem: {{type: object, {keyword}: {{$ref: '#other'}},",
    )
    folder = tmp_path / "tree"
    made, codes = package(folder, {"shop.yaml": text}, Policy(lenient=True))
    assert codes == set()
    assert not [path for path, content in made.items() if "document:" in content]
    run = Run(Progress())
    config = Config(folder / "shop.yaml", Policy(lenient=True), ())
    assert "document:" not in pipeline.dump(pipeline.build_api(config, run))
