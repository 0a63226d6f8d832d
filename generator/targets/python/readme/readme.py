"""View of README.md."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.emit.text.code import Code, join
from generator.emit.text.markdown import block, code, inline
from generator.ir.api import Api
from generator.targets.python.docs.docstrings import clean, first_sentence, sentence
from generator.targets.python.media.request_media import exploded
from generator.targets.python.module import Module
from generator.targets.python.readme.body_snippets import (
    FileSnippets,
    event_lines,
    file_snippets,
)
from generator.targets.python.readme.client_snippets import (
    connection_lines,
    copy_lines,
    credential_lines,
    error_lines,
    limit_lines,
)
from generator.targets.python.readme.conversion_snippet import conversion_lines
from generator.targets.python.readme.data_snippets import DataSnippets, data_snippets
from generator.targets.python.readme.endpoint_example import (
    paginate_lines,
    request_lines,
)
from generator.targets.python.readme.hook_snippets import (
    HookSnippets,
    hook_snippets,
)
from generator.targets.python.readme.job_snippet import job_lines
from generator.targets.python.readme.option_snippets import option_lines, raw_lines
from generator.targets.python.readme.paging_snippet import paging_lines
from generator.targets.python.readme.testing_snippet import (
    FakeView,
    testing_lines,
    view_fake,
)
from generator.targets.python.readme.webhook_snippets import (
    WebhookSnippets,
    webhook_snippets,
)
from generator.targets.python.requests.credentials import find_credentials
from generator.targets.python.requests.paging import counts_items
from generator.targets.python.requests.server_choice import known_path, known_servers
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import example
from generator.targets.python.views.params import sent_ids
from generator.targets.python.views.resource import MethodView, ResourceView

_TIMES = "timeout=5, deadline=20, max_retries=0"


class ReadmeView(msgspec.Struct, frozen=True):
    """README.md; snippets are blocks of Markdown, "" where the API has nothing to show."""

    title: Code
    about: Code
    install: Code
    quick: Code
    server_path: Code
    environment: Code
    asynchronous: Code
    errors: Code
    paging: Code
    files: FileSnippets | None
    jobs: Code
    streams: Code
    events: Code
    overloads: Code
    clients: Code
    limits: Code
    credentials: Code
    connections: Code
    options: Code
    repeated: Code
    raw: Code
    others: Code
    drift: Code
    testing: Code
    fake: FakeView | None
    observed: HookSnippets | None
    data: DataSnippets | None
    webhooks: WebhookSnippets | None
    has_params: bool
    undeclared: Code
    has_deprecations: bool
    has_conversions: bool
    conversions: Code
    extras: Code
    scripts: Code
    has_total: bool


def view_readme(
    api: Api,
    symbols: SymbolTable,
    resources: tuple[ResourceView, ...],
    runtime: frozenset[str],
) -> ReadmeView:
    """View README.md; `runtime` are the modules of the runtime that the package has."""
    return _Readme(api, symbols, resources, runtime).view()


class _Readme:
    """The page while it is put together, from methods that show the package well."""

    def __init__(
        self,
        api: Api,
        symbols: SymbolTable,
        resources: tuple[ResourceView, ...],
        runtime: frozenset[str],
    ) -> None:
        self._runtime = runtime
        self._api = api
        self._symbols = symbols
        methods = [method for resource in resources for method in resource.methods]
        paged = [method for method in methods if method.is_paged]
        counted = (m for m in paged if counts_items(m.called.operation))
        self._paged = next(counted, None) or next(iter(paged), None)
        plain = [
            m
            for m in methods
            if not (m.is_paged or m.returns == "None" or m.called.outcome.streams)
            and m.called.operation.wait is None
        ]
        gets = [m for m in plain if m.called.operation.method == "GET"]
        self._answering = [each.called for each in gets + plain]
        self._called = [method.called for method in methods]
        self._streamed = next((m for m in methods if m.called.outcome.streams), None)
        self._overloaded = next((m for m in methods if m.overloads), None)
        self._single = next(iter(gets + plain), None)
        written = (m for m in plain if m.called.operation.method in {"POST", "PUT"})
        self._writing = next(written, None)
        self._credentials = find_credentials(api, Module())

    def view(self) -> ReadmeView:
        options, path = self._symbols.options, known_path(self._api.servers)
        return ReadmeView(
            title=inline(options.distribution),
            about=inline(
                first_sentence(self._api.docs) or sentence(clean(self._api.title))
            ),
            install=block(f"pip install {options.distribution}", "sh"),
            quick=self._block(self._quick()),
            server_path=code(path) if path else Code(""),
            environment=join(", ", self._variables()),
            asynchronous=self._block(self._asynchronous()),
            errors=self._block(error_lines(self._single, self._symbols)),
            paging=self._block(paging_lines(self._paged, self._symbols)),
            files=file_snippets(self._called, self._symbols),
            jobs=self._block(job_lines(self._called, self._symbols)),
            streams=self._block(self._example(self._streamed)),
            events=self._block(event_lines(self._called, self._symbols)),
            overloads=self._block(self._example(self._overloaded)),
            webhooks=webhook_snippets(self._api, self._symbols),
            clients=self._block(copy_lines(self._single, self._symbols)),
            limits=self._block(limit_lines(self._single, self._symbols)),
            credentials=self._block(
                credential_lines(self._single, self._symbols, self._credentials)
            ),
            connections=self._block(
                connection_lines(self._single, self._symbols, self._opened())
            ),
            options=self._block(self._with_options(self._single, _TIMES)),
            repeated=self._block(
                self._with_options(self._writing, "idempotency_key=True")
            ),
            raw=self._block(raw_lines(self._single, self._symbols)),
            others=self._block(self._others()),
            drift=self._block([f"client = {self._client(more='on_drift=print')}"]),
            testing=self._block(self._testing()),
            fake=view_fake(
                self._symbols, self._client(), self._writing or self._single
            ),
            observed=hook_snippets(self._single, self._symbols, self._client),
            data=data_snippets(
                self._answering,
                self._symbols,
                self._client(more="keep_extra=True"),
                self._paged,
            ),
            has_params=bool(sent_ids(self._symbols)),
            undeclared=self._block(self._undeclared()),
            has_deprecations="deprecation" in self._runtime,
            has_conversions="operation.conversion" in self._runtime,
            conversions=self._block(self._conversions()),
            extras=join(
                ", ",
                (
                    code(f'pip install "{options.distribution}[{name}]"')
                    for name in options.extras
                ),
            ),
            scripts=join(", ", map(code, options.scripts)),
            has_total=self._paged is not None
            and counts_items(self._paged.called.operation),
        )

    def _block(self, lines: list[str]) -> Code:
        return block("\n".join(lines), "python") if lines else Code("")

    def _variables(self) -> Iterator[Code]:
        for credential in self._credentials:
            for secret in credential.secrets:
                if secret.variable:
                    yield code(secret.variable)

    def _client(self, prefix: str = "", more: str = "") -> str:
        """The call that makes a client, with one more argument."""
        arguments = [
            f'{secret.name}="..."'
            for credential in self._credentials[:1]
            for secret in credential.secrets[: credential.enough]
        ]
        if not known_servers(self._api.servers):
            arguments.append('base_url="https://api.example.com"')
        arguments += [more] if more else []
        return f"{prefix}{self._symbols.options.client}({', '.join(arguments)})"

    def _opened(self) -> str:
        """The same on a line that ends before further arguments."""
        made = self._client().removesuffix(")")
        return made if made.endswith("(") else made.replace("(", "(\n    ", 1) + ","

    def _imports(self, *names: str) -> str:
        return f"from {self._symbols.options.package} import {', '.join(sorted(names))}"

    def _example(self, method: MethodView | None) -> list[str]:
        return [*example(method.called, self._symbols)] if method else []

    def _quick(self) -> list[str]:
        client = self._symbols.options.client
        lines = [self._imports(client), "", f"client = {self._client()}"]
        for method in (self._paged, self._writing or self._single):
            lines += ["", *self._example(method)] if method else []
        return lines

    def _asynchronous(self) -> list[str]:
        method = self._paged or self._single
        if method is None:
            return []
        lines = self._example(method)
        if method.is_paged:
            lines[0] = f"async {lines[0]}"
        else:
            lines[0] = lines[0].replace("client.", "await client.", 1)
        return [
            "import asyncio",
            "",
            self._imports(f"Async{self._symbols.options.client}"),
            "",
            "",
            "async def main() -> None:",
            f"    async with {self._client('Async')} as client:",
            *(f"        {line}" for line in lines),
            "",
            "",
            "asyncio.run(main())",
        ]

    def _testing(self) -> list[str]:
        lines, options = self._example(self._single), self._symbols.options
        made = self._client()
        return lines and testing_lines(options.package, options.client, made, lines)

    def _conversions(self) -> list[str]:
        if "operation.conversion" not in self._runtime:
            return []
        return conversion_lines(self._called, self._symbols)

    def _with_options(self, method: MethodView | None, given: str) -> list[str]:
        return option_lines(method.called, self._symbols, given) if method else []

    def _undeclared(self) -> list[str]:
        method, index = self._writing, self._symbols.index
        if method is None or not exploded(method.called.operation.body, index):
            return []
        given = 'body={"new_member": "value"}'
        return option_lines(method.called, self._symbols, given)

    def _others(self) -> list[str]:
        if self._single is None:
            return []
        lines: list[str] = [*request_lines(self._single.called, self._symbols)]
        if self._paged is not None:
            lines += ["", *paginate_lines(self._paged.called, self._symbols)]
        used = ("models.", "paginate(", "request(")
        names = [name[:-1] for name in used if name in "".join(lines)]
        return [self._imports(*names), "", *lines]
