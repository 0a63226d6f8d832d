"""Plain data as models of a union that a caller writes."""

from __future__ import annotations

import pytest
from codec_support import Cat, Dog, Note
from sdk_runtime.json.data import from_dict, to_dict
from sdk_runtime.json.plain_data import Annotation

# Unions that a caller writes are told apart as those of the package are.
WRITTEN: list[tuple[Annotation, object, object]] = [
    (Cat | Dog, {"kind": "dog", "tricks": []}, Dog(kind="dog", tricks=[])),
    (Cat | Dog | None, None, None),
    (Cat | None, {"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
    (list[Cat | Note], [{"id": "1"}], [Note(id="1")]),
    (dict[str, list[Note | int]], {"a": [1, {"id": "1"}]}, {"a": [1, Note(id="1")]}),
]


@pytest.mark.parametrize(("kind", "data", "want"), WRITTEN)
def test_a_union_that_a_caller_writes(
    kind: Annotation, data: object, want: object
) -> None:
    assert from_dict(kind, data, strict=True) == want
    assert to_dict(want) == data
