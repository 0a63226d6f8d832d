"""Models in which null and absence read alike and are sent apart."""

from __future__ import annotations

import copy
import pickle

import msgspec
import pytest
from msgspec import field
from sdk_runtime.json.codec import Codec
from sdk_runtime.json.data import to_dict, to_json
from sdk_runtime.json.model import ABSENT, Model, OpenModel, dec_hook, keeps_null
from sdk_runtime.json.unions import union
from sdk_runtime.process import LOGGER


@keeps_null
class Contact(Model, kw_only=True):
    id: str | None = ABSENT
    name: str | None = ABSENT
    class_: str | None = field(default=ABSENT, name="class")
    age: int | None = None


@keeps_null
class Open(OpenModel):
    id: str | None = ABSENT
    class_: str | None = field(default=ABSENT, name="class")
    age: int | None = None
    additional: dict[str, int | None] = field(default_factory=dict)


class Other(Model, kw_only=True):
    x: int | None = None


Either = union("Either", lambda: (Contact, Other))
Kind = type[Contact] | type[Open]


@pytest.mark.parametrize("kind", [Contact, Open])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (b"{}", ""),
        (b'{"id":null}', "id=None"),
        (b'{"class":null}', "class_=None"),
        (b'{"id":"x","class":null}', "id='x', class_=None"),
    ],
)
def test_null_and_absence(kind: Kind, text: bytes, shown: str) -> None:
    read = msgspec.json.Decoder(kind, dec_hook=dec_hook).decode(text)
    given = msgspec.json.decode(text)
    assert (read.id, read.class_, read.age) == (given.get("id"), None, None)
    assert to_dict(read) == given
    assert repr(read).startswith(f"{kind.__name__}({shown}")
    for twin in (
        copy.copy(read),
        copy.deepcopy(read),
        pickle.loads(pickle.dumps(read)),
        Codec(True, None, LOGGER).decode(kind, to_json(read).encode(), where=""),
    ):
        assert twin == read
        assert to_dict(twin) == given


@pytest.mark.parametrize("kind", [Contact, Open])
def test_what_a_program_says_is_sent(kind: Kind) -> None:
    model = kind()
    assert (model.id, to_dict(model)) == (None, {})
    model.id = None
    assert to_dict(model) == {"id": None}
    model.id = "x"
    assert (model.id, to_dict(model)) == ("x", {"id": "x"})
    assert to_dict(kind(class_=None)) == {"class": None}
    assert kind(id=None) != kind()


def test_a_value_of_several_variants_keeps_them_apart_too() -> None:
    text = b'{"id":null,"x":1}'
    read = Codec(True, None, LOGGER).decode(Either, text, where="")
    assert isinstance(read, Contact)
    assert to_dict(read) == msgspec.json.decode(text)
