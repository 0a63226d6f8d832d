"""One generated module: which names it declares, and what it imports under which name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code, literal
from generator.targets.python.names.identifiers import underscored

# Decorates what makes a resource.
RESOURCE_PROPERTY = ("._runtime.process", "resource_property")
# Typed dicts are for type checkers alone.
_SLOW = ".params"


class Import(msgspec.Struct, frozen=True):
    """One import line: `import module` when `names` is empty, else `from module import names`."""

    module: Code
    names: tuple[Code, ...] = ()


class Lazy(msgspec.Struct, frozen=True):
    """A module that is loaded when something of it is used: `name = lazy_module(arguments)`."""

    name: Code
    kind: Code
    arguments: Code


class Imports(msgspec.Struct, frozen=True):
    """A module's imports in blocks, in the order in which they stand.

    `checking` are those for type checkers alone, in blocks, too; when the program runs, each of
    these modules is there as one of `lazy`. `names_deprecated` says that the module names classes
    that are deprecated, of which type checkers aren't to warn within the package.
    """

    blocks: tuple[tuple[Import, ...], ...] = ()
    checking: tuple[tuple[Import, ...], ...] = ()
    lazy: tuple[Lazy, ...] = ()
    names_deprecated: bool = False


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
        # The modules that are loaded late, and what they are called here.
        self._lazy: dict[str, Code] = {}
        self.names_deprecated: bool = False

    def use(self, source: str, name: str, *, checking: bool = False) -> Code:
        """Import a name and say what it is called here.

        Args:
            source: The module it comes from; one of the package's own begins with a dot, as seen
                from the package's root.
            name: What to import.
            checking: Whether only annotations that nothing evaluates early name it: what is slow to
                load is loaded late then.
        """
        key = (source, name)
        if checking and key not in self._local and _is_slow(source):
            return Code(f"{self.late(source)}.{name}")
        if key not in self._local:
            local = Code(name)
            while self._taken.get(local, key) != key or local in self._hidden:
                local = underscored(local)
            self._taken[local] = key
            self._local[key] = local
        return self._local[key]

    def late(self, source: str) -> Code:
        """Say what a module is called here that is loaded when something of it is used."""
        if source not in self._lazy:
            local = Code(source.rpartition(".")[2])
            # `self` is what methods call their first argument.
            while local in self._taken or local in self._hidden or local == "self":
                local = underscored(local)
            self._taken[local] = (source, "")
            self._lazy[source] = local
        return self._lazy[source]

    def whole(self, source: str) -> Code:
        """Import a module as a whole and say what it is called here."""
        self._local[source, ""] = Code(source)
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

    def known_builtin(self, name: str) -> Code | None:
        """What a builtin is called here, or None where nobody has used it by another name yet."""
        if name not in self._hidden and name not in self._taken:
            return Code(name)
        if "builtins" in self._hidden or "builtins" in self._taken:
            return self.known("builtins", name)
        return Code(f"builtins.{name}") if self.known("builtins", "") else None

    @property
    def imports(self) -> Imports:
        """Everything imported so far."""
        if not self._lazy:
            return Imports(
                blocks=self._blocks([*self._local]),
                names_deprecated=self.names_deprecated,
            )
        self.use("typing", "TYPE_CHECKING")
        kind = self.use("._runtime.process", "LazyModule")
        return Imports(
            blocks=self._blocks([*self._local]),
            checking=tuple(filter(None, map(self._checked, range(3)))),
            lazy=tuple(
                Lazy(self._lazy[source], kind, self._found(source))
                for source in sorted(self._lazy)
            ),
            names_deprecated=self.names_deprecated,
        )

    def _checked(self, rank: int) -> tuple[Import, ...]:
        """The imports of the late modules in one block, for type checkers."""
        here = (source for source in sorted(self._lazy) if _rank((source, "")) == rank)
        lines = [self._checked_line(source) for source in here]
        return tuple(sorted(lines, key=_in_checked_order))

    def _checked_line(self, source: str) -> Import:
        local = self._lazy[source]
        if not source.startswith("."):
            return Import(Code(source))
        above, _, name = self._spell(source).rpartition(".")
        # Of a module right below a package, the dot that is cut off belongs to the package.
        module = above if above.strip(".") else f"{above}."
        return Import(Code(module), (imported(name, local),))

    def _found(self, source: str) -> Code:
        """What a late module is found by."""
        if not source.startswith("."):
            return literal(source)
        return Code(f"{literal(self._spell(source))}, __package__")

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


def _in_checked_order(line: Import) -> tuple[int, str, tuple[Code, ...]]:
    """What lies further up comes first."""
    below = line.module.lstrip(".")
    return len(below) - len(line.module), line.module, line.names


def _is_slow(source: str) -> bool:
    """Whether a module takes long to load, or loads others that a program may never need."""
    return source == _SLOW or source.startswith(".resources.")


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
