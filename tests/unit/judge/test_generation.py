"""One document of a corpus: what it may reach, and what is reported of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.generation import Job, generate

DOCUMENT = """\
openapi: 3.1.0
info: {title: Tree, version: '1'}
paths:
  /notes:
    get:
      responses:
        '200':
          description: A note.
          content: {application/json: {schema: {$ref: 'REFERENCE'}}}
"""


@pytest.mark.parametrize(
    ("reference", "complete"),
    [
        ("note.yaml", 1),
        ("../common/note.yaml", 1),
        ("../../corpus/common/note.yaml", 1),
        ("../../note.yaml", 0),
    ],
)
def test_references_reach_what_lies_in_the_corpus(
    reference: str, complete: int, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    for folder in (corpus / "api", corpus / "common", tmp_path):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "note.yaml").write_text("type: object\n")
    path = corpus / "api" / "openapi.yaml"
    path.write_text(DOCUMENT.replace("REFERENCE", reference))
    made = generate(Job(path, corpus, tmp_path / "out"))
    assert (made.complete, made.operations, made.refusals) == (
        complete,
        1,
        0 if complete else 2,
    )
    assert made.fault == ""
    refused = [found.code for found in made.findings if found.severity == "error"]
    assert refused == ([] if complete else ["ref-outside", "operations-refused"])
