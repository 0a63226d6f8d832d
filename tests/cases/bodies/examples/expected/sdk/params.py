"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NotRequired, TypeAlias, TypedDict

from ._runtime.json.plain_data import SequenceNotStr


class OrderParams(TypedDict):
    """What the API calls `Order`."""

    lines: Sequence[LineParams]
    buyer: BuyerParams
    tags: NotRequired[SequenceNotStr[str]]
    secret: NotRequired[bytes]


class LineParams(TypedDict):
    """What the API calls `Line`."""

    sku: str
    amount: NotRequired[int]


class BuyerParams(TypedDict):
    """What the API calls `Buyer`."""

    kind: NotRequired[Literal["buyer"]]
    address: AddressParams


class AddressParams(TypedDict):
    """What the API calls `Address`."""

    street: str
    floor: NotRequired[str]


class RefundParams(TypedDict):
    """What the API calls `Refund`."""

    refund: int
    why: NotRequired[str]


class TreeParams(TypedDict):
    """What the API calls `Tree`."""

    name: str
    branches: Sequence[TreeParams]
    parent: TreeParams | None
    a: TreeAParams


class LeftParams(TypedDict):
    """What the API calls `Left`."""

    note: NotRequired[str]
    right: RightParams | int


class RightParams(TypedDict):
    """What the API calls `Right`."""

    note: NotRequired[str]
    left: LeftParams


class SingleParams(TypedDict):
    """What the API calls `Single`."""

    field: NotRequired[str]
    operator: NotRequired[Literal["=", ">"]]
    value: NotRequired[str]


class ManyParams(TypedDict):
    """What the API calls `Many`."""

    operator: NotRequired[Literal["AND", "OR"]]
    value: NotRequired[Sequence[ManyParams] | Sequence[SingleParams]]


class TreeAParams(TypedDict):
    """An object without a name in the API."""

    b: TreeABParams


class TreeABParams(TypedDict):
    """An object without a name in the API."""

    c: TreeABCParams


class TreeABCParams(TypedDict):
    """An object without a name in the API."""

    d: TreeABCDParams


class TreeABCDParams(TypedDict):
    """An object without a name in the API."""

    e: TreeABCDEParams


class TreeABCDEParams(TypedDict):
    """An object without a name in the API."""

    f: bool


class SendFileRequestAboutParams(TypedDict):
    """An object without a name in the API."""

    when: datetime | str
    size: NotRequired[float]


ReplaceOrdersRequestItemParams: TypeAlias = OrderParams | RefundParams

PatchOrderRequestParams: TypeAlias = OrderParams | RefundParams

SearchRequestQueryParams: TypeAlias = SingleParams | ManyParams
