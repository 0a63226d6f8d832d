"""Snippets of documentation: run as they stand, and in the form for asynchronous programs.

The second is derived from the first: a run finds out which calls have to be awaited, and which
loops and contexts are asynchronous; the text that is written by this is then run and type-checked.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import pytest
from recording_server import RecordingServer

# Written for asynchronous programs or servers; where an asynchronous download is none of the files
# wanted.
_OWN_FORM = ("asyncio.run(", "parse_event(")
_FILES = ("shutil.copyfileobj(", "io.TextIOWrapper(", "tarfile.open(")
Then: TypeAlias = Callable[[dict[str, Any]], Awaitable[None]]
_CALLED, _ITERATED, _ENTERED = "_called", "_iterated", "_entered"


def run(code: str, namespace: dict[str, Any], name: str = "snippet") -> None:
    """Run a snippet of our own files."""
    # Flask looks for the module that an app is made in.
    namespace.setdefault("__name__", "snippets")
    exec(compile(code, name, "exec"), namespace)  # noqa: S102 -- the code is ours


async def run_asynchronously(
    snippets: Sequence[str],
    namespace: dict[str, Any],
    renamed: Mapping[str, str],
    then: Then,
) -> list[str]:
    """Run the forms of snippets for asynchronous programs, in order.

    Args:
        snippets: Snippets; those that have no such form are left out.
        namespace: The names that they find and set.
        renamed: The asynchronous class's name for each synchronous one's.
        then: Uses what they have set; it is called after each of two runs.

    Returns:
        The forms, each of which has run.
    """
    alone = (*_OWN_FORM, *_FILES)
    snippets = [one for one in snippets if not any(mark in one for mark in alone)]
    noted: set[int] = set()
    observed = {**namespace, **_observers(noted)}
    form = _Form(renamed)
    for snippet in snippets:
        await _run(form.visit(ast.parse(snippet)), observed)
    await then(observed)
    form = _Form(renamed, frozenset(noted))
    trees = [form.visit(ast.parse(snippet)) for snippet in snippets]
    forms = [ast.unparse(ast.fix_missing_locations(tree)) for tree in trees]
    for text in forms:
        await _run(ast.parse(text), namespace)
    await then(namespace)
    return forms


async def _run(tree: ast.Module, namespace: dict[str, Any]) -> None:
    """Run a module that may await at its top."""
    flag = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(ast.fix_missing_locations(tree), "snippet", "exec", flags=flag)
    result = eval(code, namespace)
    if inspect.isawaitable(result):
        await result


def _observers(noted: set[int]) -> dict[str, Any]:
    """What calls, loops and contexts are handed to, with their numbers."""

    async def called(number: int, value: Any) -> Any:
        if inspect.isawaitable(value):
            noted.add(number)
            return await value
        return value

    async def iterated(number: int, values: Any) -> AsyncIterator[Any]:
        if hasattr(values, "__aiter__"):
            noted.add(number)
            async for value in values:
                yield value
        else:
            for value in values:
                yield value

    @asynccontextmanager
    async def entered(number: int, context: Any) -> AsyncIterator[Any]:
        if hasattr(context, "__aenter__"):
            noted.add(number)
            async with context as value:
                yield value
        else:
            with context as value:
                yield value

    return {_CALLED: called, _ITERATED: iterated, _ENTERED: entered}


class _Form(ast.NodeTransformer):
    """Brings a snippet into the form for asynchronous programs.

    Args:
        renamed: The asynchronous class's name for each synchronous one's.
        noted: The numbers of what is asynchronous; None to find them out by running the snippet.
    """

    def __init__(
        self, renamed: Mapping[str, str], noted: frozenset[int] | None = None
    ) -> None:
        self._renamed = renamed
        self._noted = noted
        self._count = 0

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self._renamed.get(node.id, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        node.attr = self._renamed.get(node.attr, node.attr)
        return self.generic_visit(node)

    def visit_alias(self, node: ast.alias) -> ast.alias:
        node.name = self._renamed.get(node.name, node.name)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """What uses a client is asynchronous, any other function as it is."""
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        if "client" not in names:
            return node
        node.body = [self.visit(one) for one in node.body]
        parts = {name: getattr(node, name) for name in node._fields}
        return ast.copy_location(ast.AsyncFunctionDef(**parts), node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        number = self._number()
        if self._noted is None:
            return ast.Await(_observed(_CALLED, number, node))
        return ast.Await(node) if number in self._noted else node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.iter, is_asynchronous = self._wrapped(_ITERATED, node.iter)
        if not is_asynchronous:
            return node
        parts = {name: getattr(node, name) for name in node._fields}
        return ast.AsyncFor(**parts)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter, is_asynchronous = self._wrapped(_ITERATED, node.iter)
        node.is_async = int(is_asynchronous)
        return node

    def visit_With(self, node: ast.With) -> ast.AST:
        """A context each, since only some may be asynchronous."""
        item, *others = node.items
        if others:
            node.body = [ast.With(items=others, body=node.body)]
        node.items = [item]
        self.generic_visit(node)
        item.context_expr, is_asynchronous = self._wrapped(_ENTERED, item.context_expr)
        if not is_asynchronous:
            return node
        return ast.AsyncWith(items=node.items, body=node.body)

    def _number(self) -> int:
        self._count += 1
        return self._count

    def _wrapped(self, name: str, value: ast.expr) -> tuple[ast.expr, bool]:
        number = self._number()
        if self._noted is None:
            return _observed(name, number, value), True
        return value, number in self._noted


def _observed(name: str, number: int, value: ast.expr) -> ast.Call:
    arguments = [ast.Constant(number), value]
    return ast.Call(ast.Name(name, ast.Load()), arguments, [])


# A client with one of these has connections of its own, which a fake doesn't serve.
_CONNECTIONS = frozenset(
    {"http_client", "transport", "ssl_context", "proxy", "max_connections"}
    | {"max_keepalive_connections", "keepalive_expiry"}
)


class Served:
    """A package whose clients talk to a server, whatever base URL they'd choose.

    Where there is a fake, it serves all clients but those that have connections of their own.

    Args:
        module: The package.
        client: What its client is called.
        server: The server.
        monkeypatch: Puts the clients in their place.
        fake: A fake of the package.
    """

    def __init__(
        self,
        module: Any,
        client: str,
        server: RecordingServer,
        monkeypatch: pytest.MonkeyPatch,
        fake: Any = None,
    ) -> None:
        self.requests = server.requests
        self._fake = fake
        self._names = {client: f"Async{client}", "Client": "AsyncClient"}
        self._opened: list[Any] = []
        for name in (client, f"Async{client}"):
            kind = self._served(getattr(module, name), server.url)
            monkeypatch.setattr(module, name, kind)

    def _served(self, kind: Any, url: str) -> Any:
        opened, fake = self._opened, self._fake

        def make(self: Any, *args: Any, **options: Any) -> None:
            is_faked = fake is not None and _CONNECTIONS.isdisjoint(options)
            own = {"transport": fake} if is_faked else {"base_url": url}
            kind.__init__(self, *args, **{**own, **options})
            opened.append(self)

        return type(kind.__name__, (kind,), {"__init__": make})

    def run(
        self,
        snippets: Sequence[str],
        namespace: dict[str, Any] | None = None,
        *,
        asynchronous: bool,
        then: Then | None = None,
    ) -> str:
        """Run snippets in order, in one form or the other, and close what they open.

        Args:
            snippets: The snippets.
            namespace: The names that they find and set.
            asynchronous: In which form.
            then: Uses what they have set, before their clients are closed.

        Returns:
            All of them as one program.
        """
        names = {} if namespace is None else namespace

        self._opened.clear()

        async def use(found: dict[str, Any]) -> None:
            if then is not None:
                await then(found)

        async def main() -> list[str]:
            forms = await run_asynchronously(snippets, names, self._names, use)
            for client in self._opened:
                await client.close()
            return forms

        if asynchronous:
            body = textwrap.indent("\n".join(asyncio.run(main())), "    ")
            return f"async def main() -> None:\n{body}\n"
        for snippet in snippets:
            run(snippet, names)
        asyncio.run(use(names))
        for client in self._opened:
            if not inspect.iscoroutinefunction(client.close):
                client.close()
        return "\n".join(snippets)
