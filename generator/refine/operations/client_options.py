"""Check which parameters are options of the client: headers, each under one name of its own.

One that can't be stays an argument of each method, and the reason is an error.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import Operation, Parameter
from generator.ir.security import ApiKey


def check_client_options(api: Api, notebook: Notebook) -> Api:
    """Keep the options that a client can have."""
    declared = any(
        parameter.client_option is not None
        for operation in api.operations
        for parameter in operation.parameters
    )
    if not declared:
        return api
    fitter = _Fitter(api, notebook)
    return replace(api, operations=tuple(map(fitter.operation, api.operations)))


class _Fitter:
    """Looks at the parameters in the document's order: what comes first has its name."""

    def __init__(self, api: Api, notebook: Notebook) -> None:
        self._notebook = notebook
        # The option of each header by its lower-case name; None where it can't be one.
        self._options: dict[str, Name | None] = {}
        self._headers: dict[tuple[str, ...], str] = {}
        self._secured = {
            scheme.mechanism.parameter.lower(): scheme.id
            for scheme in api.schemes
            if isinstance(scheme.mechanism, ApiKey)
            and scheme.mechanism.location == "header"
        }

    def operation(self, operation: Operation) -> Operation:
        """The operation, whose parameters are options only where they can be."""
        parameters = tuple(map(self._parameter, operation.parameters))
        return replace(operation, parameters=parameters)

    def _parameter(self, parameter: Parameter) -> Parameter:
        option = parameter.client_option
        if option is None:
            return parameter
        name, header = parameter.name.wire, parameter.name.wire.lower()
        if parameter.location != "header":
            message = (
                f"only a header can be an option of the client, and `{name}` is a "
                f"{parameter.location} parameter"
            )
            self._refuse(parameter, message, "leave x-sdk-client-option out")
            return replace(parameter, client_option=None)
        if header not in self._options:
            is_good = self._is_good(parameter, option)
            self._options[header] = option if is_good else None
            self._headers.setdefault(option.words, header)
        known = self._options[header]
        if known is not None and known.words != option.words:
            message = (
                f"the header `{name}` is the client's option `{known.preferred}` "
                f"already, and can't be `{option.preferred}` too"
            )
            hint = "give it the same x-sdk-client-option everywhere"
            self._refuse(parameter, message, hint)
        return replace(parameter, client_option=known)

    def _is_good(self, parameter: Parameter, option: Name) -> bool:
        """Whether a header that is met for the first time can be an option."""
        name = parameter.name.wire
        if scheme := self._secured.get(name.lower()):
            message = (
                f"the header `{name}` holds the credential of the security scheme "
                f"`{scheme}`, which is an argument of the client already"
            )
            self._refuse(parameter, message, "leave the parameter out")
            return False
        if other := self._headers.get(option.words):
            message = (
                f"the headers `{other}` and `{name}` can't both be the client's option "
                f"`{option.preferred}`"
            )
            hint = "give each header an x-sdk-client-option of its own"
            self._refuse(parameter, message, hint)
            return False
        return True

    def _refuse(self, parameter: Parameter, message: str, hint: str) -> None:
        self._notebook.write("client-option", message, parameter.place, hint=hint)
