"""Whether what came out of a model is what went in.

Values are compared as JSON, for which 1 and 1.0 are one number. Four differences are decisions of
the design and are no loss:

- A date-time becomes a `datetime`, which holds the instant to the microsecond and not its spelling:
  `10:00:00.5+00:00` and `10:00:00.500000Z` are equal.
- A base64 text becomes bytes: bits of its last letter that stand for no byte are gone.
- An optional property that may be null reads as None when it is absent and when it is null, so null
  and absence are equal there.
- A model keeps the properties that its schema declares. Others, which the schema neither declares
  nor gives a type, aren't kept, nor is what belongs to requests alone (`writeOnly`): `raw` has the
  whole body. They are counted.

Which properties are declared is read off the document as written.
"""

from __future__ import annotations

import base64
import re
from datetime import datetime
from decimal import Decimal

from tests.judge.sampling.schema_validator import Judge, Undecided
from tests.judge.source.discriminator_tags import tags
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)

_HOPS = 40
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)"
)
_MICROSECOND = Decimal("0.000001")


class Comparison:
    """Compares values by the schemas that apply to them.

    `undeclared` counts the properties that weren't kept and didn't have to be.
    """

    def __init__(self, original: Original, judge: Judge) -> None:
        self._original = original
        self._judge = judge
        self.undeclared = 0

    def difference(
        self, sent: Tree, came: Tree, schemas: list[Piece], where: str = "$"
    ) -> str:
        """The first difference that is a loss, or "".

        Args:
            sent: What went in.
            came: What came out.
            schemas: The schemas that apply to the value, as written.
            where: The value's place, for the message.
        """
        if is_object(sent) and is_object(came):
            return self._objects(sent, came, schemas, where)
        if is_array(sent) and is_array(came):
            return self._arrays(sent, came, schemas, where)
        if equal(sent, came) or _is_one_instant(sent, came):
            return ""
        if _is_base64(schemas) and _are_same_bytes(sent, came):
            return ""
        return f"{where}: {_cut(sent)} became {_cut(came)}"

    def _objects(
        self,
        sent: dict[str, Tree],
        came: dict[str, Tree],
        schemas: list[Piece],
        where: str,
    ) -> str:
        for key in came:
            if key not in sent:
                return f"{where}: {key!r} appeared"
        applying = self._applying(schemas, sent)
        for key, value in sent.items():
            declared = _declarations(applying, key)
            if key in came:
                place = f"{where}.{key}"
                if found := self.difference(value, came[key], declared, place):
                    return found
            elif not any(map(self._is_answered, declared)):
                self.undeclared += 1
            elif value is not None or _is_required(applying, key):
                return f"{where}: {key!r} is lost"
        return ""

    def _arrays(
        self, sent: list[Tree], came: list[Tree], schemas: list[Piece], where: str
    ) -> str:
        if len(sent) != len(came):
            return f"{where}: {len(sent)} items became {len(came)}"
        applying = self._applying(schemas, sent)
        for index, (one, other) in enumerate(zip(sent, came, strict=True)):
            inside = _items(applying, index)
            if found := self.difference(one, other, inside, f"{where}[{index}]"):
                return found
        return ""

    def _is_answered(self, schema: Piece) -> bool:
        """Whether a property has a place in answers: one for requests alone has none."""
        try:
            value = self._original.follow(schema).value
        except Dangling:
            return True
        return not is_object(value) or value.get("writeOnly") is not True

    def _applying(self, schemas: list[Piece], value: Tree) -> list[Piece]:
        """The schemas with everything that they pull in: references, parts, fitting variants."""
        found: list[Piece] = []
        waiting = list(schemas)
        seen: set[str] = set()
        while waiting and len(seen) < _HOPS * 10:
            piece = waiting.pop()
            if piece.uri in seen or not is_object(piece.value):
                continue
            seen.add(piece.uri)
            found.append(piece)
            reference = piece.value.get("$ref")
            if isinstance(reference, str):
                try:
                    waiting.append(self._original.target(piece.file, reference))
                except Dangling:
                    continue
            for keyword in ("allOf", "then", "else"):
                waiting += _parts(piece, keyword)
            for keyword in ("oneOf", "anyOf"):
                waiting += self._fitting(piece, keyword, value)
        return found

    def _fitting(self, piece: Piece, keyword: str, value: Tree) -> list[Piece]:
        """The variants that a value is: the one that its tag names, or all that it fits."""
        parts = _parts(piece, keyword)
        named = tags(self._original, piece) if parts else {}
        for part in parts:
            tag = named.get(_address(self._original, part))
            if tag and is_object(value) and value.get(tag[0]) in tag[1]:
                return [part]
        fitting: list[Piece] = []
        for part in parts:
            try:
                if not self._judge.fault(value, part):
                    fitting.append(part)
            except Undecided:
                fitting.append(part)
        return fitting


def _is_base64(schemas: list[Piece]) -> bool:
    values = [piece.value for piece in schemas if is_object(piece.value)]
    return any(
        value.get("format") == "byte" or value.get("contentEncoding") == "base64"
        for value in values
    )


def _are_same_bytes(sent: Tree, came: Tree) -> bool:
    if not (isinstance(sent, str) and isinstance(came, str)):
        return False
    try:
        one, other = (base64.b64decode(each, validate=True) for each in (sent, came))
    except ValueError:
        return False
    return one == other


def _is_one_instant(sent: Tree, came: Tree) -> bool:
    """Whether two texts are RFC 3339 date-times less than a microsecond apart."""
    if not isinstance(sent, str) or not isinstance(came, str):
        return False
    one, other = _instant(sent), _instant(came)
    if one is None or other is None:
        return False
    apart = Decimal((one[0] - other[0]).total_seconds()) + one[1] - other[1]
    return abs(apart) < _MICROSECOND


def _instant(text: str) -> tuple[datetime, Decimal] | None:
    """A date-time to the second, and what it has beyond that."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    date, time, fraction, zone = match.groups(default="")
    offset = "+00:00" if zone in {"Z", "z"} else zone
    try:
        second = datetime.fromisoformat(f"{date}T{time}{offset}")
    except ValueError:
        return None
    return second, Decimal(f"0.{fraction or 0}")


def equal(one: Tree, other: Tree) -> bool:
    """Whether two JSON values are the same; true is no number."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(
            equal(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, float) is not isinstance(other, float):
        return _is_one_number(one, other)
    if is_array(one) and is_array(other):
        return len(one) == len(other) and all(map(equal, one, other))
    return bool(one == other)


def _is_one_number(one: Tree, other: Tree) -> bool:
    """Whether a whole number and a floating one are the same: as numbers, or in their digits.

    A float that was written out as a whole number has digits that it doesn't hold.
    """
    whole, floating = (other, one) if isinstance(one, float) else (one, other)
    if not isinstance(whole, int):
        return False
    return whole == floating or Decimal(whole) == Decimal(repr(floating))


def _parts(piece: Piece, keyword: str) -> list[Piece]:
    part = piece.get(keyword)
    if part is None:
        return []
    if is_array(part.value):
        return [each for _, each in part.members()]
    return [part]


def _address(original: Original, piece: Piece) -> str:
    try:
        return original.follow(piece).uri
    except Dangling:
        return ""


def _declarations(applying: list[Piece], key: str) -> list[Piece]:
    """The schemas that apply to a property; none when no schema says anything of it."""
    found: list[Piece] = []
    for piece in applying:
        properties = piece.get("properties")
        declared = properties.get(key) if properties else None
        patterns = piece.get("patternProperties")
        matching = [
            each
            for pattern, each in (patterns.members() if patterns else ())
            if _matches(pattern, key)
        ]
        if declared:
            matching.append(declared)
        further = piece.get("additionalProperties")
        if not matching and further is not None and further.value is not False:
            matching.append(further)
        found += matching
    return found


def _is_required(applying: list[Piece], key: str) -> bool:
    return any(key in (piece.value.get("required") or ()) for piece in applying)


def _items(applying: list[Piece], index: int) -> list[Piece]:
    found: list[Piece] = []
    for piece in applying:
        prefix = piece.get("prefixItems")
        first = prefix.get(str(index)) if prefix else None
        items = first or piece.get("items")
        if items is not None:
            found.append(items)
    return found


def _matches(pattern: str, key: str) -> bool:
    try:
        return re.search(pattern, key) is not None
    except re.error:
        return False


def _cut(value: Tree) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
