"""Schemas that have to fit at once, and unions of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from reader_documents import (
    STRING,
    document,
    read_alias,
    read_field,
    read_schemas,
    read_tree,
    shape,
)
from reader_models import inline, parts, read_model

from generator.ir.declarations import Alias, Constraint
from generator.ir.name import Name
from generator.ir.types import Discriminator, Nullable, Reference, Union, Variant
from generator.ir.unrefined import Compound
from generator.ir.value import Json, JsonValue, Text


def test_all_of_keeps_the_order_and_ends_with_the_schema_itself(tmp_path: Path) -> None:
    alias, result = read_alias(
        tmp_path,
        {
            "allOf": [
                {"$ref": "#/components/schemas/It/$defs/Base"},
                {"properties": {"a": STRING}},
                {"required": ["b"]},
            ],
            "properties": {"b": STRING},
            "description": "Merged",
            "$defs": {"Base": {"properties": {"c": STRING}}},
        },
    )
    base, first, second, own = parts(alias.type)
    assert isinstance(alias.type, Compound)
    assert alias.type.id == "components/schemas/It"
    assert base == Reference(id="components/schemas/It/$defs/Base")
    assert [one.name.wire for one in inline(first).fields] == ["a"]
    assert (inline(second).fields, inline(second).required) == ((), ("b",))
    assert [one.name.wire for one in inline(own).fields] == ["b"]
    assert inline(own).id == "components/schemas/It/properties"
    assert alias.docs.description == Text(raw="Merged")
    assert result.declaration("components/schemas/It/$defs/Base").name == Name(
        wire="It Base"
    )


def test_a_reference_with_constraining_siblings_is_both(tmp_path: Path) -> None:
    field, _ = read_field(
        tmp_path,
        {"$ref": "#/components/schemas/Whole", "properties": {"more": STRING}},
    )
    reference, own = parts(field.type)
    assert reference == Reference(id="components/schemas/Whole")
    assert [one.name.wire for one in inline(own).fields] == ["more"]


def test_a_union_beside_properties_is_a_part(tmp_path: Path) -> None:
    alias, _ = read_alias(
        tmp_path,
        {
            "type": "object",
            "properties": {"kind": STRING},
            "oneOf": [{"properties": {"a": STRING}}, {"properties": {"b": STRING}}],
        },
    )
    union, own = parts(alias.type)
    assert isinstance(union, Union)
    assert [inline(one.type).fields[0].name.wire for one in union.variants] == [
        "a",
        "b",
    ]
    assert inline(own).fields[0].name.wire == "kind"


def test_flags_of_a_referenced_or_merged_schema_count(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/schemas/Stamp"}
    stamp = {"type": "string", "readOnly": True, "deprecated": True}
    field, _ = read_field(tmp_path, reference, schemas={"Stamp": stamp})
    assert (field.read_only, field.write_only, field.deprecated) == (True, False, True)
    merged = {"allOf": [{"$ref": "#/components/schemas/Stamp"}, {"title": "a"}]}
    field, _ = read_field(tmp_path, merged, schemas={"Stamp": stamp})
    assert (field.read_only, field.write_only) == (True, False)


def test_the_default_of_a_referenced_schema_counts(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/schemas/Limit"}
    limit: dict[str, Any] = {"type": "integer", "default": 10}
    field, _ = read_field(tmp_path, reference, schemas={"Limit": limit})
    assert field.default == Json(value=10)
    own = reference | {"default": 20}
    field, _ = read_field(tmp_path, own, schemas={"Limit": limit})
    assert field.default == Json(value=20)
    wrong = limit | {"default": "ten"}
    field, _ = read_field(tmp_path, reference, schemas={"Limit": wrong})
    assert field.default is None


def test_a_discriminator_keeps_its_property_and_its_schemas(tmp_path: Path) -> None:
    cat, dog = ({"properties": {"kind": STRING, name: STRING}} for name in "ab")
    schemas = {
        "Cat": cat,
        "Dog": dog,
        "Pet": {
            "oneOf": [
                {"$ref": "#/components/schemas/Cat"},
                {"$ref": "#/components/schemas/Dog"},
            ],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"c": "Cat", "d": "#/components/schemas/Dog", "x": "None"},
                "defaultMapping": "Cat",
            },
        },
    }
    result = read_schemas(tmp_path, schemas)
    pet = result.declaration("Pet")
    assert isinstance(pet, Alias)
    assert shape(pet.type) == shape(
        Union(
            variants=tuple(
                Variant(type=Reference(id=f"components/schemas/{name}"))
                for name in ("Cat", "Dog")
            ),
            discriminator=Discriminator(
                property="kind",
                mapping=(
                    ("c", "components/schemas/Cat"),
                    ("d", "components/schemas/Dog"),
                ),
                default="components/schemas/Cat",
            ),
        )
    )
    assert "discriminator-mapping" in result.codes


def test_a_bare_name_is_looked_up_in_its_own_file_first(tmp_path: Path) -> None:
    car = {"type": "object", "properties": {"kind": STRING}}
    names = {"car": "Car", "bus": "Bus", "van": "Van"}
    local = [
        {"$ref": "#/components/schemas/Car"},
        {"$ref": "openapi.json#/components/schemas/Bus"},
    ]
    holder = {
        "oneOf": local,
        "discriminator": {"propertyName": "kind", "mapping": names},
    }
    other = {"components": {"schemas": {"Holder": holder, "Car": car, "Van": car}}}
    schemas = {
        "Holder": {"$ref": "other.json#/components/schemas/Holder"},
        "Bus": car,
        "Van": car,
    }
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Holder"}}}
    answer = {"responses": {"200": {"description": "", "content": content}}}
    tree = document(paths={"/": {"get": answer}}, components={"schemas": schemas})
    result = read_tree(tmp_path, tree, files={"other.json": other})
    (union,) = [
        one.type
        for one in result.api.declarations
        if isinstance(one, Alias) and isinstance(one.type, Union)
    ]
    assert union.discriminator is not None
    assert union.discriminator.mapping == (
        ("car", "other.json#/components/schemas/Car"),
        ("bus", "components/schemas/Bus"),
        ("van", "other.json#/components/schemas/Van"),
    )


def test_a_base_schema_keeps_its_discriminator(tmp_path: Path) -> None:
    found = read_model(
        tmp_path,
        {"properties": {"kind": STRING}, "discriminator": {"propertyName": "kind"}},
    )
    assert found.discriminator == Discriminator(property="kind")


def test_variants_keep_their_names_and_prose(tmp_path: Path) -> None:
    field, _ = read_field(
        tmp_path,
        {
            "oneOf": [
                {"type": "string", "description": "By name", "x-sdk-name": "by_name"},
                {"type": "integer", "maximum": 3},
            ]
        },
    )
    assert isinstance(field.type, Union)
    assert field.type.id == "components/schemas/Whole/properties/it"
    first, second = field.type.variants
    assert first.name == Name(wire="0", preferred="by_name")
    assert first.docs.description == Text(raw="By name")
    assert second.name is None
    assert field.constraints == (
        Constraint(keyword="oneOf.1.maximum", value=Json(value=3)),
    )


def test_two_unions_of_one_schema_have_ids_of_their_own(tmp_path: Path) -> None:
    pair = [{"type": "string", "format": "date"}, {"type": "integer"}]
    alias, _ = read_alias(tmp_path, {"oneOf": pair, "anyOf": [*pair, {"type": "null"}]})
    first, second = parts(alias.type)
    assert isinstance(first, Union)
    assert first.id == "components/schemas/It/oneOf"
    assert isinstance(second, Nullable)
    assert isinstance(second.inner, Union)
    assert second.inner.id == "components/schemas/It/anyOf"


def test_what_listed_values_mean_is_documented(tmp_path: Path) -> None:
    meanings: list[JsonValue] = [
        {"const": "a", "description": "First"},
        {"const": "b", "title": "Second"},
    ]
    field, _ = read_field(tmp_path, {"oneOf": meanings})
    assert field.constraints == (
        Constraint(keyword="oneOf", value=Json(value=meanings)),
    )


def test_a_nullable_object_has_an_id_of_its_own(tmp_path: Path) -> None:
    alias, _ = read_alias(
        tmp_path,
        {"type": ["object", "null"], "properties": {"a": STRING}, "description": "It"},
    )
    assert isinstance(alias.type, Nullable)
    assert inline(alias.type.inner).id == "components/schemas/It/properties"
    assert inline(alias.type.inner).docs.description == Text(raw="It")


def test_an_inline_object_is_known_by_its_pointer(tmp_path: Path) -> None:
    field, _ = read_field(tmp_path, {"properties": {"a": STRING}})
    assert inline(field.type).id == "components/schemas/Whole/properties/it"
    assert inline(field.type).name == Name(wire="Whole it")
    assert inline(field.type).place.pointer == "/components/schemas/Whole/properties/it"


def test_reading_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    schemas = {
        "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}},
        "B": {"oneOf": [{"$ref": "#/components/schemas/A"}, STRING]},
    }
    once, again = (
        msgspec.json.encode(read_schemas(tmp_path, schemas).api) for _ in "12"
    )
    assert once == again
