"""Give every operation its resource and a method name of its own within it.

Names come from the document's extensions, else from tags and operationIds. Where two operations
of a resource would have one name, the first in the document keeps it and the other takes a longer
one of its own; that is noted, as such names change when the first operation goes.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api, Resource
from generator.ir.name import Name
from generator.ir.operation import Operation
from generator.refine.operations.english import Words
from generator.refine.operations.method_names import method_words
from generator.refine.operations.resources import Resources
from generator.refine.operations.returns_list import may_return_list
from generator.refine.operations.verbs import verbs_of


def identify(api: Api, notebook: Notebook) -> Api:
    """Fill `resource` and `name.preferred` of every operation, and the Api's resources."""
    resources = Resources(api.resources)
    homes = [resources.of(each) for each in api.operations]
    names = _Methods(api, notebook)
    chosen: dict[int, str] = {}
    # What the document chose itself goes first, wherever it stands.
    order = range(len(homes))
    for at in sorted(order, key=lambda at: not api.operations[at].name.preferred):
        chosen[at] = names.choose(api.operations[at], homes[at])
    operations = tuple(
        replace(
            operation,
            resource=homes[at].name,
            name=Name(wire=operation.name.wire, preferred=chosen[at]),
        )
        for at, operation in enumerate(api.operations)
    )
    return replace(api, operations=operations, resources=resources.found)


class _Methods:
    """The method names that are taken, and by which operation."""

    def __init__(self, api: Api, notebook: Notebook) -> None:
        self._declarations = {each.id: each for each in api.declarations}
        self._verbs = verbs_of(api.operations)
        self._taken: dict[tuple[str, str], str] = {}
        self._notebook = notebook

    def choose(self, operation: Operation, home: Resource) -> str:
        """The first of an operation's names that is free in its resource."""
        names = [
            "_".join(words) for words in self._candidates(operation, home) if words
        ]
        free = (name for name in names if (home.id, name) not in self._taken)
        name = next(free, None) or self._numbered(home.id, names[-1])
        self._taken[home.id, name] = operation.id
        if name != names[0]:
            other = self._taken[home.id, names[0]]
            self._notebook.write(
                "name-collision",
                f"`{operation.id}` and `{other}` would both be `{names[0]}` of `{home.id}`",
                operation.place,
                hint=f"this one is called `{name}`; choose a name with x-sdk-method",
            )
        return name

    def _numbered(self, home: str, name: str) -> str:
        number = 2
        while (home, f"{name}_{number}") in self._taken:
            number += 1
        return f"{name}_{number}"

    def _candidates(self, operation: Operation, home: Resource) -> tuple[Words, ...]:
        lists = may_return_list(operation, self._declarations)
        made = method_words(operation, home.name[-1].words, self._verbs, lists=lists)
        if operation.name.preferred and operation.name.words:
            return (operation.name.words, *made)
        return made
