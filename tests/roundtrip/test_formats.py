"""Values of formats that are types come back as they came, and others as they are, reported."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from generated_models import Models, generated
from hypothesis import given
from hypothesis import strategies as st
from schemas import obj

from generator.ir.types import String
from generator.targets.python.types.formats import CHOICES, ROWS, Format

Tree = Any

ROOT = Path(__file__).parents[2]
TYPED = tuple(row for row in ROWS if row.annotation)
HOLDERS = ("Plain", "Items", "Values", "Either", "Null")


def schema(row: Format) -> Tree:
    return {"type": "string" if row.json is String else "integer", "format": row.name}


def name(row: Format, holder: str = "Plain") -> str:
    return "".join(map(str.title, row.name.split("-"))) + holder


def holders(it: Tree) -> dict[str, Tree]:
    """The same value alone, in a list, in a map, in a union and beside null."""
    return {
        "Plain": it,
        "Items": {"type": "array", "items": it},
        "Values": {"type": "object", "additionalProperties": it},
        "Either": {"oneOf": [it, {"type": "array", "items": {"type": "boolean"}}]},
        "Null": {**it, "type": [it["type"], "null"]},
    }


def held(holder: str, it: Tree) -> Tree:
    return {"it": {"Items": [it], "Values": {"a": it}}.get(holder, it)}


@pytest.fixture(scope="module")
def models() -> Any:
    schemas = {
        name(row, holder): obj("it", it=it)
        for row in TYPED
        for holder, it in holders(schema(row)).items()
    }
    with generated(schemas, formats=CHOICES) as made:
        yield made


def row_of(name: str) -> Format:
    return next(row for row in TYPED if row.name == name)


def assert_same(models: Models, format: str, value: Tree) -> None:
    for holder in HOLDERS:
        found = models.read(name(row_of(format), holder), held(holder, value))
        assert found.drifts == []
        assert found.written == held(holder, value)


def read(models: Models, format: str, value: Tree) -> tuple[Any, Tree, list[str]]:
    found = models.read(name(row_of(format)), {"it": value})
    return found.value.it, found.written["it"], found.drifts


@pytest.mark.parametrize("row", TYPED, ids=lambda row: row.name)
def test_a_row_is_all_that_a_format_takes(models: Models, row: Format) -> None:
    """Its sample is read as what the row says and written as it came, wherever it stands."""
    sample = row.sample or "AAE="
    found, written, drifts = read(models, row.name, sample)
    assert (type(found).__name__, written, drifts) == (row.annotation, sample, [])
    assert_same(models, row.name, sample)


def test_rows_are_documented_and_shown_by_the_case() -> None:
    page = (ROOT / "spec/README.md").read_text("utf-8")
    case = ROOT / "tests/cases/types/formats"
    text = (case / "openapi.yaml").read_text("utf-8")
    for choice in CHOICES:
        assert f"| `{choice}` |" in page
        assert f"format: {choice}" in text
        assert f'"{choice}"' in (case / "sdk.toml").read_text("utf-8")
    assert yaml.safe_load(text)["info"]["title"] == "Formats"


@given(st.uuids())
def test_uuids(models: Models, value: Any) -> None:
    assert_same(models, "uuid", str(value))
    assert read(models, "uuid", str(value).upper()) == (value, str(value), [])


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_keep_all_digits(models: Models, value: Decimal) -> None:
    assert_same(models, "decimal", str(value))
    assert read(models, "decimal", str(value))[0].as_tuple() == value.as_tuple()


offsets = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)


@given(st.times(timezones=st.none() | offsets))
def test_times_keep_fraction_and_zone(models: Models, value: time) -> None:
    text = value.isoformat().replace("+00:00", "Z")
    assert_same(models, "time", text)
    found = read(models, "time", text)[0]
    assert (found, found.utcoffset()) == (value, value.utcoffset())


@given(st.timedeltas())
def test_durations(models: Models, value: timedelta) -> None:
    whole, rest = abs(value).days, abs(value) - timedelta(days=abs(value).days)
    seconds = f"{rest.seconds}.{rest.microseconds:06}"
    text = f"{'-' if value < timedelta(0) else ''}P{whole}DT{seconds}S"
    found, written, drifts = read(models, "duration", text)
    assert (found, drifts) == (value, [])
    assert_same(models, "duration", written)


@given(st.integers(0, 10**6))
def test_weeks_are_days(models: Models, weeks: int) -> None:
    found, written, drifts = read(models, "duration", f"P{weeks}W")
    assert (found, drifts) == (timedelta(weeks=weeks), [])
    assert read(models, "duration", written) == (found, written, [])


@given(st.datetimes(timezones=st.just(UTC)))
def test_unix_times(models: Models, value: datetime) -> None:
    seconds = (value - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    assert_same(models, "unix-time", seconds)
    assert read(models, "unix-time", seconds)[0] == value.replace(microsecond=0)


values = (
    st.text("0123456789-:.,+PTYMWDHSZeEabcf _NnIi", max_size=12)
    | st.text(max_size=5)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
)


@given(values, st.sampled_from(CHOICES))
def test_any_other_value_is_given_as_it_came(
    models: Models, value: Tree, format: str
) -> None:
    found, written, drifts = read(models, format, value)
    if drifts:
        assert (type(found), found) == (type(value), value)
        assert written == value
    else:
        again, rewritten, more = read(models, format, written)
        assert (str(again), rewritten, more) == (str(found), written, [])


@pytest.mark.parametrize(
    ("format", "value"),
    [
        ("uuid", "{123e4567-e89b-12d3-a456-426614174000}"),
        ("uuid", ""),
        ("decimal", "1,5"),
        ("decimal", "0x1"),
        ("time", "12:00"),
        ("time", "24:00:00"),
        ("time", "23:59:60Z"),
        ("duration", "P1Y"),
        ("duration", "P1M"),
        ("duration", "P1W1D"),
        ("duration", "PT"),
        ("duration", "P" + "9" * 20 + "D"),
        ("duration", "P" + "9" * 9 + "W"),
        ("duration", 1),
        ("unix-time", "1"),
        ("unix-time", 0.5),
        ("unix-time", True),
        ("unix-time", 10**12),
        ("unix-time", -(10**400)),
    ],
)
def test_what_does_not_fit(models: Models, format: str, value: Tree) -> None:
    found, written, drifts = read(models, format, value)
    assert (found, written, len(drifts)) == (value, value, 1)
    assert isinstance(found, bool) is isinstance(value, bool)
    assert date not in type(found).__mro__
