"""Names and values, as queries, cookies and forms have them, read by what was given."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote, unquote_plus

from tests.judge.source.original import Tree, is_array, is_object
from tests.judge.wire.request.spelling import (
    SEPARATORS,
    Decode,
    spells,
    spells_content,
    spells_joined,
    spells_list,
    spells_nested,
)


class Pairs:
    """The pairs of a text, of which each is taken once, in their order.

    Args:
        text: The text as it was on the wire.
        separator: What stands between two pairs.
        decode: How a name or a value is decoded.
    """

    def __init__(
        self, text: str, separator: str = "&", decode: Decode = unquote_plus
    ) -> None:
        self._decode = decode
        parts = (part.partition("=") for part in text.split(separator) if part)
        self._left = [(decode(name.strip()), value) for name, _, value in parts]

    @property
    def left(self) -> Sequence[str]:
        """The names of what nobody took."""
        return [name for name, _ in self._left]

    def take(self, name: str, count: int = 1) -> list[str]:
        """The first values under a name, not decoded."""
        found = [pair for pair in self._left if pair[0] == name][:count]
        for pair in found:
            self._left.remove(pair)
        return [value for _, value in found]

    def fault(
        self,
        name: str,
        value: Tree,
        style: str,
        explode: bool,
        inner: Sequence[str] = (),
    ) -> str:
        """What is wrong with a value in a style; what it takes is gone afterwards."""
        if style == "deepObject":
            return self._deep_fault(name, value)
        if is_object(value) and explode:
            found = [
                (
                    self.fault(key, member, "form", explode=True)
                    if is_array(member)
                    else self.one_fault(key, member)
                )
                for key, member in value.items()
            ]
            return next(filter(None, found), "")
        texts = self.take(name, len(value) if is_array(value) and explode else 1)
        if is_array(value) and inner:
            pairs = zip(texts, value if explode else [value], strict=False)
            styles = inner if explode else (style, *inner)
            is_there = len(texts) == (len(value) if explode else 1) and all(
                spells_nested(*pair, styles, self._decode) for pair in pairs
            )
        elif is_array(value) and explode:
            is_there = spells_list(texts, value, self._decode)
        else:
            apart = SEPARATORS.get(style, (",",))
            is_there = len(texts) == 1 and spells_joined(
                texts[0], value, apart, self._decode
            )
        return "" if is_there else self._described(name, value, texts)

    def one_fault(self, name: str, value: Tree) -> str:
        """What is wrong with a value that is one text: a scalar, or JSON."""
        texts = self.take(name)
        if len(texts) == 1 and spells(self._decode(texts[0]), value):
            return ""
        return self._described(name, value, texts)

    def content_fault(self, name: str, value: Tree, media_type: str) -> str:
        """What is wrong with a value that is one text of a media type."""
        texts = self.take(name)
        if len(texts) == 1 and spells_content(
            self._decode(texts[0]), value, media_type
        ):
            return ""
        return self._described(name, value, texts)

    def each_fault(self, name: str, values: Sequence[Tree]) -> str:
        """What is wrong with several values under one name."""
        texts = self.take(name, len(values))
        if spells_list(texts, values, self._decode):
            return ""
        return self._described(name, values, texts)

    def _deep_fault(self, name: str, value: Tree) -> str:
        if is_object(value):
            members = [(f"{name}[{key}]", member) for key, member in value.items()]
        elif is_array(value):
            # The items of a list are numbered, or repeat a pair of brackets.
            if not any(map(_is_nested, value)) and (
                texts := self.take(f"{name}[]", len(value))
                or self.take(name, len(value))
            ):
                fits = spells_list(texts, value, self._decode)
                return "" if fits else self._described(name, value, texts)
            members = [(f"{name}[{index}]", item) for index, item in enumerate(value)]
        else:
            return self.one_fault(name, value)
        return next(filter(None, (self._deep_fault(*each) for each in members)), "")

    def _described(self, name: str, value: Tree, texts: Sequence[str]) -> str:
        if not texts:
            return f"{name!r} didn't arrive, {value!r}"
        return f"{name!r}: {value!r} arrived as {list(texts)!r}"


def cookies(text: str) -> Pairs:
    """The pairs of a Cookie header; those of one exploded cookie may stand between `&`."""
    return Pairs(text.replace("&", ";"), ";", unquote)


def _is_nested(value: Tree) -> bool:
    return is_array(value) or is_object(value)
