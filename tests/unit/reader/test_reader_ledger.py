"""The ledger says what the reader does: nothing more, nothing less."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reader_documents import read_tree

from generator.reader import audit
from generator.reader.ledger import LEDGER, Treatment, table

DOCUMENT: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("everything.yaml").read_text()
)
_GET = "/components/pathItems/A/get"
_BODY = "/components/requestBodies/A"
_MEDIA = f"{_BODY}/content/multipart~1form-data"
_HEADERS = "/components/responses/A/headers"
# Where the objects of each kind stand.
OBJECTS: dict[str, tuple[str, ...]] = {
    "OpenAPI": ("",),
    "Info": ("/info",),
    "Components": ("/components",),
    "Server": ("/servers/0",),
    "Server Variable": ("/servers/0/variables/a",),
    "Tag": ("/tags/0",),
    "External Documentation": (f"{_GET}/externalDocs",),
    "Path Item": ("/components/pathItems/A", "/paths/~1a"),
    "Operation": (_GET,),
    "Callback Path Item": ("/webhooks/b", "/components/pathItems/B"),
    "Callback Operation": ("/webhooks/a/post",),
    "Parameter": (
        f"{_GET}/parameters/0",
        f"{_GET}/parameters/1",
        "/components/parameters/A",
    ),
    "Request Body": (f"{_GET}/requestBody", _BODY),
    "Media Type": (_MEDIA, "/components/responses/A/content/text~1plain"),
    "Encoding": (f"{_MEDIA}/encoding/a",),
    "Response": (f"{_GET}/responses/200", "/components/responses/A"),
    "Header": (f"{_HEADERS}/A", f"{_HEADERS}/B", f"{_HEADERS}/C"),
    "Example": (
        "/components/examples/A",
        f"{_MEDIA}/examples/A",
        *(f"/components/examples/{key}" for key in "BC"),
    ),
    "Discriminator": ("/components/schemas/Object/discriminator",),
    "Security Scheme": tuple(f"/components/securitySchemes/{key}" for key in "abcde"),
    "OAuth Flow": ("/components/securitySchemes/c/flows/password",),
    "Schema": (
        *(f"/components/schemas/{key}" for key in ("Object", "List", "Text", "Number")),
        "/components/schemas/Object/properties/again",
        "/components/schemas/Object/properties/other",
        "/components/schemas/Object/properties/maybe",
        "/components/schemas/Number/anyOf/0",
    ),
}

READ = {Treatment.READ, Treatment.DOCUMENTED}
LINES = [
    (kind, keyword)
    for kind, lines in LEDGER.items()
    for keyword in lines
    if not keyword.startswith("x-")
]


def value_at(pointer: str) -> dict[str, Any]:
    value: Any = DOCUMENT
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    assert isinstance(value, dict)
    return value


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The pointers of all keywords that the reader passes over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "LEDGER", {kind: {} for kind in LEDGER})
        result = read_tree(tmp_path_factory.mktemp("everything"), DOCUMENT)
    return set(result.pointers("keyword-unread"))


def test_the_document_has_objects_of_every_kind() -> None:
    assert OBJECTS.keys() == LEDGER.keys()


@pytest.mark.parametrize(("kind", "keyword"), LINES)
def test_a_line_says_what_happens(kind: str, keyword: str, unread: set[str]) -> None:
    holders = [one for one in OBJECTS[kind] if keyword in value_at(one)]
    assert holders, f"no {kind} Object has `{keyword}`"
    # A keyword that the upgrade made stands nowhere, so its object is named.
    made = keyword in {"example", "examples"}
    passed = [
        one
        for one in holders
        if f"{one}/{keyword}" in unread or (made and one in unread)
    ]
    if LEDGER[kind][keyword].treatment in READ:
        assert len(passed) < len(holders)
    else:
        assert len(passed) == len(holders)


def test_every_keyword_of_the_document_has_a_line(tmp_path: Path) -> None:
    result = read_tree(tmp_path, DOCUMENT)
    assert result.pointers("keyword-unread") == []
    assert result.api.coverage.operations_kept == result.api.coverage.operations == 9


def test_ignored_keywords_have_reasons() -> None:
    for lines in LEDGER.values():
        for line in lines.values():
            assert bool(line.reason) is (line.treatment is Treatment.IGNORED)


def test_the_table_names_every_keyword_once_for_each_object() -> None:
    rows = [row.split(" | ") for row in table().splitlines()[2:]]
    reported = [
        (row[0].removeprefix("| "), keyword.strip("`"))
        for row in rows
        for keyword in row[1].split(", ")
    ]
    assert sorted(reported) == sorted(
        (kind, keyword) for kind, lines in LEDGER.items() for keyword in lines
    )
    assert all(row[2].endswith(" |") for row in rows)
