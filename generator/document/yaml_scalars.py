"""The values of YAML's scalars, plain and tagged."""

from __future__ import annotations

import yaml

from generator.document import scalars
from generator.document.tree import Tree
from generator.document.yaml_errors import CORE, at, unknown_tag

_SCALARS = frozenset({"null", "bool", "int", "float", "str"})


def resolve(event: yaml.ScalarEvent) -> Tree:
    """The value of a plain or tagged scalar."""
    text, tag, mark = event.value, event.tag, event.start_mark
    try:
        if tag is None:
            return scalars.plain(text)
        name = "str" if tag == "!" else tag.removeprefix(CORE)
        if name not in _SCALARS:
            raise unknown_tag(tag, mark)
        return scalars.tagged(text, name)
    except scalars.NotFinite as error:
        message = f"`{text[:40]}` is no number that JSON can hold"
        raise at(mark, "number-unbounded", message) from error
    except scalars.TooLong as error:
        message = f"a number of {len(text):,} digits can't be read"
        raise at(mark, "number-unbounded", message) from error
    except ValueError as error:
        message = f"`{text[:40]}` is no value of the type `{tag}`"
        raise at(mark, "yaml-tag", message) from error
