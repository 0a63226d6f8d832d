"""View of `_webhooks.py`: how the server signs what it sends by itself, and what it brings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.emit.text.code import Code, join, literal
from generator.ir.api import Api
from generator.ir.operation import Callback
from generator.ir.security import Signature, SignedTime
from generator.targets.python.expressions import call_of
from generator.targets.python.module import Imports, Module
from generator.targets.python.types.symbol_table import SymbolTable

_FUNCTIONS = ("parse_event", "verify")
_TYPES = "._runtime.webhooks.verification"


class WebhooksView(msgspec.Struct, frozen=True):
    """The module; the functions take a time where a scheme has one.

    `event` is what `parse_event` gives, "" where no signed webhook brings JSON.
    """

    imports: Imports
    schemes: tuple[Code, ...]
    # The only one, or "": a tuple of one is laid out otherwise than longer ones.
    only_scheme: Code
    has_time: bool
    tolerances: Code
    event: Code
    names: NamesView

    @property
    def functions(self) -> tuple[str, ...]:
        """The functions of the module, by name."""
        return _FUNCTIONS if self.event else _FUNCTIONS[1:]

    @property
    def surface(self) -> Iterator[str]:
        """A line for each function, with its signature."""
        taken = (
            f"body: bytes, headers: {self.names.headers}, secret: {self.names.secrets}"
        )
        time = (
            ", tolerance: float | None = None, now: float | datetime | None = None"
            if self.has_time
            else ""
        )
        yield f"verify({taken}{', *' if time else ''}{time}) -> None"
        if self.event:
            drift = f"{self.names.callable}[[{self.names.drift}], object] | None"
            more = f", *{time}, strict: bool = False, on_drift: {drift} = None"
            yield f"parse_event({taken}{more}) -> {self.event}"


class NamesView(msgspec.Struct, frozen=True):
    """What the module calls what it uses."""

    callable: Code
    datetime: Code
    drift: Code
    find_refusal: Code
    headers: Code
    parse: Code
    secrets: Code


def callbacks(api: Api) -> Iterator[Callback]:
    """All that the server sends by itself: webhooks, and the callbacks of operations."""
    yield from api.webhooks
    for operation in api.operations:
        yield from operation.callbacks


def view_webhooks(api: Api, symbols: SymbolTable) -> WebhooksView | None:
    """View the module; None where nothing is signed."""
    signed = (each.signature for each in callbacks(api) if each.signature is not None)
    signatures = tuple(dict.fromkeys(signed))
    if not signatures:
        return None
    times = [each.timestamp for each in signatures if each.timestamp is not None]
    module = Module("", declared=_FUNCTIONS)
    event = Code("")
    if api.event is not None:
        place = symbols.entries[api.event.id]
        event = module.use(f"._models.{place.module}", place.name)
    scheme = module.use("._runtime.webhooks.scheme", "Scheme")
    unused = Code("")
    names = NamesView(
        find_refusal=module.use(_TYPES, "find_refusal"),
        headers=module.use(_TYPES, "WebhookHeaders"),
        secrets=module.use(_TYPES, "WebhookSecrets"),
        datetime=module.use("datetime", "datetime") if times else unused,
        callable=module.use("collections.abc", "Callable") if event else unused,
        drift=module.use("._runtime.json.drift", "Drift") if event else unused,
        parse=module.use("._runtime.webhooks.parse", "parse") if event else unused,
    )
    tolerances = sorted({one.tolerance for one in times})
    schemes = tuple(call_of(scheme, _arguments(each)) for each in signatures)
    return WebhooksView(
        schemes=schemes,
        only_scheme=schemes[0] if len(schemes) == 1 else unused,
        has_time=bool(times),
        tolerances=join(" or ", [Code(f"{one:g}") for one in tolerances]),
        event=event,
        names=names,
        imports=module.imports,
    )


def _arguments(signature: Signature) -> Iterator[Code]:
    """The arguments of a scheme that aren't its defaults."""
    time = signature.timestamp or SignedTime()
    texts = {
        "header": signature.header,
        "algorithm": signature.algorithm,
        "prefix": signature.prefix,
        "encoding": "" if signature.encoding == "hex" else signature.encoding,
        "separator": signature.separator,
        "signed": "" if signature.signed == "{body}" else signature.signed,
        "id_header": signature.id,
        "timestamp_header": time.header,
        "timestamp_key": time.key,
        "secret_prefix": signature.secret_prefix,
        "secret_encoding": signature.secret_encoding,
    }
    for name, text in texts.items():
        if text:
            yield Code(f"{name}={literal(text)}")
    if time.tolerance != SignedTime().tolerance:
        yield Code(f"tolerance={time.tolerance!r}")
