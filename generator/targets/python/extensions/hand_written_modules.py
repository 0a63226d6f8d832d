"""All hand-written modules of a package together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from generator.diagnostics import Failed, Notebook, Severity, Spot
from generator.emit.files import File
from generator.emit.text.code import Code
from generator.targets.python.extensions.hand_written import HandWritten, parse
from generator.targets.python.extensions.resource_classes import (
    Extension,
    Generated,
    find_extensions,
)
from generator.targets.python.options import Options

# What lies at the package's root whatever the API is.
_GENERATED = frozenset(
    {"__init__", "_client", "_models", "_runtime", "errors", "models"}
    | {"_webhooks", "params", "py", "resources"}
    # A module of the name would take the place of the function.
    | {"extra", "from_dict", "map_concurrently", "paginate", "parse", "parse_event"}
    | {"rate_limit", "raw", "replace"}
    | {"request", "stream", "to_dict", "to_json", "transport_of", "verify"}
)

_FOR_TESTING = frozenset({"testing", "_testing_data"})


class HandWrittenModules(msgspec.Struct, frozen=True, eq=False):
    """The modules, and the classes in them that extend resources, by what they extend."""

    options: Options
    modules: tuple[HandWritten, ...]
    extensions: Mapping[str, Extension]

    def home(self, module: str, name: Code) -> tuple[str, str]:
        """The module and the name of the class that serves as a resource."""
        extension = self.extensions.get(f"{module}.{name}")
        if extension is None:
            return module, name
        return extension.module.name, extension.node.name

    def extending(self, path: Code) -> Iterator[Extension]:
        """The extensions of a resource, the synchronous one first."""
        found = (one for one in self.extensions.values() if one.extended.path == path)
        return iter(sorted(found, key=lambda one: one.extended.is_async))

    def files(self) -> Iterator[File]:
        """The files as they are, in the package."""
        for file in self.options.extensions:
            path = f"{self.options.package}/{file.path}"
            yield File(path, file.text, is_formatted=True, texts=frozenset())

    @property
    def public(self) -> Iterator[HandWritten]:
        """The modules that callers may import."""
        return (module for module in self.modules if not module.is_private)

    @property
    def uses_typing_extensions(self) -> bool:
        """Whether a module needs what isn't in the `typing` of each Python that is supported."""
        return any("typing_extensions" in one.libraries for one in self.modules)

    @property
    def imported(self) -> Iterator[str]:
        """All that they import from the package, as seen from its root."""
        for module in self.modules:
            yield from module.imported.values()


def read_hand_written(
    options: Options, generated: Mapping[str, Generated], notebook: Notebook
) -> HandWrittenModules:
    """Read the modules of the folder.

    Args:
        options: The options, which hold the files.
        generated: The classes of resources that can be extended.
        notebook: Gets what is wrong.

    Raises:
        Failed: Something is.
    """
    before = notebook.count(Severity.ERROR)
    modules = parse(options, notebook)
    for file in options.extensions:
        top = file.path.partition("/")[0].partition(".")[0]
        if top in _GENERATED or (options.testing and top in _FOR_TESTING):
            notebook.write(
                "extension-file",
                f"`{file.path}` has the name of what is generated",
                Spot(file.shown, "", 1, 1),
                hint="Give it another name.",
            )
    extensions = find_extensions(modules, generated, notebook)
    if notebook.count(Severity.ERROR) > before:
        raise Failed("the hand-written files have errors")
    return HandWrittenModules(options, modules, extensions)
