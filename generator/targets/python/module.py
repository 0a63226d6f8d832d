"""One generated module: which names it declares, and what it imports under which name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text import Code
from generator.targets.python.identifiers import underscored


class Import(msgspec.Struct, frozen=True):
    """One import line: `import module` when `names` is empty, else `from module import names`."""

    module: Code
    names: tuple[Code, ...] = ()


class Imports(msgspec.Struct, frozen=True):
    """A module's imports in blocks, in the order in which they stand.

    `checking` are those for type checkers alone, in blocks, too.
    """

    blocks: tuple[tuple[Import, ...], ...] = ()
    checking: tuple[tuple[Import, ...], ...] = ()


class Module:
    """The names of a module while it is being put together.

    Names that it declares keep their spelling, and an import that wants the same one gets an alias.
    So does an import whose name a class body hides: inside a class with a method `list` or a field
    `date`, those names no longer mean what they mean outside.
    """

    def __init__(
        self,
        package: str = "",
        declared: Iterable[str] = (),
        hidden: Iterable[str] = (),
    ) -> None:
        """Start a module.

        Args:
            package: The package inside the generated one that it lies in, "" for the root.
            declared: Names that it defines.
            hidden: Names that the bodies of its classes define.
        """
        self._package = package
        self._hidden = frozenset(hidden)
        self._taken: dict[str, tuple[str, str]] = {
            name: ("", name) for name in declared
        }
        self._local: dict[tuple[str, str], Code] = {}
        self._checking: set[tuple[str, str]] = set()

    def use(self, source: str, name: str, *, checking: bool = False) -> Code:
        """Import a name and say what it is called here.

        Args:
            source: The module it comes from; one of the package's own begins with a dot, as seen
                from the package's root.
            name: What to import.
            checking: Whether only type checkers need it.
        """
        key = (source, name)
        if key not in self._local:
            local = Code(name)
            while self._taken.get(local, key) != key or local in self._hidden:
                local = underscored(local)
            self._taken[local] = key
            self._local[key] = local
            if checking:
                self._checking.add(key)
        if not checking:
            self._checking.discard(key)
        return self._local[key]

    def whole(self, source: str, *, checking: bool = False) -> Code:
        """Import a module as a whole and say what it is called here."""
        if (source, "") not in self._local:
            self._local[source, ""] = Code(source)
            if checking:
                self._checking.add((source, ""))
        return Code(source)

    def known(self, source: str, name: str) -> Code | None:
        """What an import is called here, or None when nobody has used it yet."""
        return self._local.get((source, name))

    def builtin(self, name: str) -> Code:
        """Say what a builtin is called here: `list`, or `builtins.list` where a class hides it."""
        if name not in self._hidden and name not in self._taken:
            return Code(name)
        if "builtins" in self._hidden or "builtins" in self._taken:
            return self.use("builtins", name)
        return Code(f"{self.whole('builtins')}.{name}")

    @property
    def imports(self) -> Imports:
        """Everything imported so far."""
        if self._checking:
            self.use("typing", "TYPE_CHECKING")
        now = [key for key in self._local if key not in self._checking]
        return Imports(
            blocks=self._blocks(now), checking=self._blocks(sorted(self._checking))
        )

    def _blocks(self, keys: list[tuple[str, str]]) -> tuple[tuple[Import, ...], ...]:
        """The standard library, what is installed, the package's own."""
        blocks = (
            self._lines(key for key in keys if _rank(key) == rank) for rank in range(3)
        )
        return tuple(block for block in blocks if block)

    def _lines(self, keys: Iterable[tuple[str, str]]) -> tuple[Import, ...]:
        names: dict[str, list[Code]] = {}
        for source, name in keys:
            wanted = names.setdefault(self._spell(source), [])
            if name:
                wanted.append(imported(name, self._local[source, name]))
        return tuple(
            Import(Code(module), tuple(sorted(names[module], key=_in_isort_order)))
            for module in sorted(
                names, key=lambda module: (bool(names[module]), module)
            )
        )

    def _spell(self, source: str) -> str:
        if not source.startswith(".") or not self._package:
            return source
        sibling = f".{self._package}."
        return (
            f".{source.removeprefix(sibling)}"
            if source.startswith(sibling)
            else f".{source}"
        )


def imported(name: str, local: Code) -> Code:
    """What stands after `import`: the name, and what it is called here where that differs."""
    return local if name == local else Code(f"{name} as {local}")


def _rank(key: tuple[str, str]) -> int:
    if key[0].startswith("."):
        return 2
    return 1 if key[0].split(".")[0] in {"msgspec", "httpx2"} else 0


def _in_isort_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name
