"""Queries for the methods called `search`, written as comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias

from ._runtime.argument_checks import check_array, seconds
from ._runtime.errors import ArgumentError
from ._runtime.process import LazyModule

if TYPE_CHECKING:
    from . import params
else:
    params = LazyModule(".params", __package__)

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = Scalar | date
Operator: TypeAlias = Literal[
    "=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"
]

# What the API takes: conditions in one group, and groups in each other.
MOST_MEMBERS: Final = 15
MOST_LEVELS: Final = 2
_DAY: Final = timedelta(days=1)


class Query:
    """A condition or a group of them, joined by `&` and `|`."""

    def __and__(self, other: Query) -> Group:
        """Both hold."""
        return _joined("AND", self, other)

    def __or__(self, other: Query) -> Group:
        """One of them holds, or both."""
        return _joined("OR", self, other)

    def __bool__(self) -> NoReturn:
        """Refuse `and`, `or`, `not` and chained comparisons, which would drop a part.

        Raises:
            TypeError: Always.
        """
        raise TypeError(
            "a query is neither true nor false: join comparisons in parentheses by"
            " & and |, not by `and` and `or`"
        )


@dataclass(frozen=True, slots=True)
class Condition(Query):
    """What has to be true of a field.

    Attributes:
        field: The field's name.
        operator: How it is compared.
        value: With what, times as unix seconds.
    """

    field: str
    operator: Operator
    value: Scalar | tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Group(Query):
    """Queries of which all have to hold, or one.

    Attributes:
        operator: Whether all have to, or one.
        members: The queries, at most 15.

    Raises:
        ArgumentError: There are more, or groups are in groups that are in groups.
    """

    operator: Literal["AND", "OR"]
    members: tuple[Query, ...]

    def __post_init__(self) -> None:
        count, levels = len(self.members), _levels(self)
        if count > MOST_MEMBERS:
            raise ArgumentError(
                f"{count} conditions are joined by {self.operator}, the API takes {MOST_MEMBERS}"
            )
        if levels > MOST_LEVELS:
            raise ArgumentError(
                f"groups of conditions nest {levels} deep, the API takes {MOST_LEVELS}"
            )


class Field:
    """A field to compare, such as `Field("updated_at") > moment`.

    A `datetime` stands for its second. A `date` stands for a whole day in UTC, which is how
    the API itself compares custom attributes that are dates.

    Args:
        name: The field's name as the API has it; `custom_attributes.` goes before the name
            of a custom attribute, `ticket_attribute.` before the id of a ticket's.
    """

    __slots__ = ("name",)
    name: str

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Field({self.name!r})"

    def __eq__(self, value: object) -> Any:
        """The field is the value, or lies on the day."""
        day = _day(value)
        if day is not None and not self._compares_days:
            return (self >= day) & (self <= day)
        return Condition(self.name, "=", _plain(value))

    def __ne__(self, value: object) -> Any:
        """The field isn't the value, or doesn't lie on the day."""
        day = _day(value)
        if day is not None:
            return (self < day) | (self > day)
        return Condition(self.name, "!=", _plain(value))

    def __gt__(self, value: Value) -> Condition:
        """The field is greater, or lies after the day."""
        day = _day(value)
        if day is not None and not self._compares_days:
            return Condition(self.name, ">", _seconds(_shifted(day, 1)) - 1)
        return Condition(self.name, ">", _plain(value))

    def __lt__(self, value: Value) -> Condition:
        """The field is less, or lies before the day."""
        return Condition(self.name, "<", _plain(value))

    def __ge__(self, value: Value) -> Condition:
        """The field is the value or greater, or lies on the day or after it."""
        day = _day(value)
        if day is not None:
            # The API has no `>=` for what it compares by days.
            return self > _shifted(day, -1)
        return Condition(self.name, ">=", _plain(value))

    def __le__(self, value: Value) -> Condition:
        """The field is the value or less, or lies on the day or before it."""
        day = _day(value)
        if day is not None:
            return self < _shifted(day, 1)
        return Condition(self.name, "<=", _plain(value))

    def is_in(self, values: Iterable[str | int | float | date]) -> Condition:
        """The field is one of the values; days are for custom attributes alone."""
        return Condition(self.name, "IN", self._several(values))

    def not_in(self, values: Iterable[str | int | float | date]) -> Condition:
        """The field is none of the values; days are for custom attributes alone."""
        return Condition(self.name, "NIN", self._several(values))

    def contains(self, text: str) -> Condition:
        """The text is in the field."""
        return Condition(self.name, "~", text)

    def lacks(self, text: str) -> Condition:
        """The text isn't in the field."""
        return Condition(self.name, "!~", text)

    def starts_with(self, text: str) -> Condition:
        """The field begins with the text."""
        return Condition(self.name, "^", text)

    def ends_with(self, text: str) -> Condition:
        """The field ends with the text."""
        return Condition(self.name, "$", text)

    @property
    def _compares_days(self) -> bool:
        return self.name.startswith("custom_attributes.")

    def _several(
        self, values: Iterable[str | int | float | date]
    ) -> tuple[str | int | float, ...]:
        try:
            check_array(values)
        except ArgumentError as error:
            error.below(self.name)
            raise
        return tuple(map(self._one_of_several, values))

    def _one_of_several(self, value: str | int | float | date) -> str | int | float:
        if _day(value) is not None and not self._compares_days:
            raise ArgumentError(
                f"{self.name}: a day is no single value; join `==` of days by |"
            )
        return _seconds(value) if isinstance(value, date) else value


def where(query: Query) -> params.SearchQueryParams:
    """A query in the form that `search` takes.

    Args:
        query: A comparison, or several that are joined.

    Returns: The argument `query` of a method `search`.

    Example:
        moment = datetime(2026, 11, 1, tzinfo=UTC)
        users = (Field("role") == "user") & (Field("updated_at") > moment)
        client.contacts.search(query=where(users))
    """
    match query:
        case Group(operator, members):
            return {"operator": operator, "value": [where(each) for each in members]}
        case Condition():
            return _condition(query)
        case _:
            raise ArgumentError(f"{query!r} is no query: compare a Field")


def _condition(condition: Condition) -> params.SearchConditionParams:
    value = condition.value
    return {
        "field": condition.field,
        "operator": condition.operator,
        "value": list(value) if isinstance(value, tuple) else value,
    }


def _joined(operator: Literal["AND", "OR"], *queries: Query) -> Group:
    members: list[Query] = []
    for query in queries:
        if isinstance(query, Group) and query.operator == operator:
            members += query.members
        else:
            members.append(query)
    return Group(operator, tuple(members))


def _levels(query: Query) -> int:
    if isinstance(query, Group):
        return 1 + max(map(_levels, query.members), default=0)
    return 0


def _plain(value: object) -> Scalar:
    match value:
        case date():
            return _seconds(value)
        case str() | int() | float() | None:
            return value
        case _:
            raise ArgumentError(f"a field isn't compared with {value!r}")


def _day(value: object) -> date | None:
    """The value where it is a whole day; a datetime is a date, too."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return None


def _shifted(day: date, days: int) -> date:
    try:
        return day + days * _DAY
    except OverflowError:
        raise ArgumentError(f"no day lies beyond {day}") from None


def _seconds(value: date) -> int:
    """Unix seconds of a moment, or of the beginning of a day in UTC."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(tzinfo=UTC))
    return seconds(value.replace(microsecond=0))
