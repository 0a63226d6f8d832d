"""Names of packages: any text gives a good one, and only good ones pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.names import package_names


@pytest.mark.parametrize(
    ("name", "package", "distribution", "client"),
    [
        ("intercom", "intercom", "intercom", "Intercom"),
        ("Acme Shop API", "acme_shop_api", "acme-shop-api", "AcmeShop"),
        ("json", "json_sdk", "json-sdk", "Json"),
        ("class", "class_sdk", "class-sdk", "Class"),
        ("3scale", "api_3scale", "api-3scale", "Api3scale"),
        ("none", "none", "none", "NoneClient"),
        ("con", "con", "con", "Con"),
        ("sdk", "sdk", "sdk", "Sdk"),
        # The package has a class of this name, or one of its errors has.
        ("page", "page", "page", "PageClient"),
        ("telemetry", "telemetry", "telemetry", "TelemetryClient"),
        ("server", "server", "server", "ServerClient"),
        ("response-sdk", "response_sdk", "response-sdk", "ResponseClient"),
        ("requests", "requests", "requests", "Requests"),
    ],
)
def test_defaults(name: str, package: str, distribution: str, client: str) -> None:
    assert package_names.default_package(name) == package
    assert package_names.default_distribution(package) == distribution
    assert package_names.default_client(package) == client


@given(st.text(st.characters()))
def test_defaults_of_any_text_pass_the_checks(name: str) -> None:
    package = package_names.default_package(name)
    assert package_names.package_fault(package) == ""
    assert (
        package_names.distribution_fault(package_names.default_distribution(package))
        == ""
    )
    assert package_names.client_fault(package_names.default_client(package)) == ""


@pytest.mark.parametrize(
    "name", ["", "a-b", "é", "1a", "class", "_x", "a" * 61, "a\n", "__init__"]
)
def test_identifiers_that_are_none(name: str) -> None:
    assert package_names.identifier_fault(name)


@pytest.mark.parametrize("name", ["Drift", "Server", "Stream", "Pager", "a-b", "None"])
def test_clients_that_can_have_no_such_name(name: str) -> None:
    assert package_names.client_fault(name)


@pytest.mark.parametrize("name", ["os", "typing", "msgspec", "httpx2", "a.b"])
def test_packages_that_shadow(name: str) -> None:
    assert package_names.package_fault(name)


@pytest.mark.parametrize(
    "version", ["1", "0.1.0", "1!2.0", "1.0a1", "1.0.post1.dev2", "1.0+ab.1"]
)
def test_versions(version: str) -> None:
    assert package_names.version_fault(version) == ""


@pytest.mark.parametrize(
    "version", ["", "v1", "1.", "1.0-beta", "1.0\n", '1"', "latest"]
)
def test_versions_that_are_none(version: str) -> None:
    assert package_names.version_fault(version)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a b", "é", 'a"', "a\n", "a" * 61])
def test_distributions_that_are_none(name: str) -> None:
    assert package_names.distribution_fault(name)
