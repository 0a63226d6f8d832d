"""Options of the client: headers that are set once, and what their arguments are called."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.ir.api import Api
from generator.ir.operation import Parameter
from generator.targets.python.module import Module
from generator.targets.python.names.identifiers import snake
from generator.targets.python.names.reserved_names import CLIENT_ARGUMENTS
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.requests.argument_names import is_client_option
from generator.targets.python.requests.credentials import find_credentials


def client_options(api: Api) -> Mapping[str, Parameter]:
    """The parameters that are options of the client, by their headers' lower-case names."""
    found: dict[str, Parameter] = {}
    for operation in api.operations:
        for parameter in operation.parameters:
            if is_client_option(parameter):
                found.setdefault(parameter.name.wire.lower(), parameter)
    return found


def name_options(
    options: Mapping[str, Parameter], taken: frozenset[str]
) -> dict[str, Code]:
    """The arguments' names by the keys of the options.

    Args:
        options: What `client_options` gives.
        taken: The client's other arguments.
    """
    claims = [
        NameClaim(key, (_spelling(item),), exact=True) for key, item in options.items()
    ]
    return assign_identifiers(claims, taken)


def note_client_options(api: Api, notebook: Notebook) -> None:
    """Write down which options are called like an argument that every client has."""
    credentials = find_credentials(api, Module())
    secrets = {secret.name for item in credentials for secret in item.secrets}
    for parameter in client_options(api).values():
        name = _spelling(parameter)
        if name in CLIENT_ARGUMENTS or name in secrets:
            notebook.write(
                "client-option",
                f"the option `{name}` of the client for the header "
                f"`{parameter.name.wire}` has the name of another of its arguments",
                parameter.place,
                hint="give it an x-sdk-client-option of its own",
            )


def _spelling(parameter: Parameter) -> Code:
    return snake(parameter.client_option or parameter.name, "option")
