"""Faults of documents and of sdk.toml: what is said of them, and what is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli, exit_codes
from tests.unit.emit.trees import tree
from tests.unit.tiny_document import FAULTY, SPEC


def test_repairs_have_their_exit_code(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(FAULTY)
    assert cli.main(["generate", "shop", "--lenient"]) == exit_codes.REPAIRED
    printed = capsys.readouterr()
    assert "repair[" in printed.err
    assert "operations  1 of 1" in printed.out
    assert cli.main(["validate", "shop", "--lenient"]) == exit_codes.REPAIRED


def test_refused_operations_have_their_exit_code(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    broken = (
        '  /bad:\n    get: {responses: {"200": {$ref: "#/components/responses/No"}}}\n'
    )
    (shop / "openapi.yaml").write_text(
        SPEC.replace("components:\n", f"{broken}components:\n")
    )
    assert cli.main(["generate", "shop", "--lenient"]) == exit_codes.INCOMPLETE
    printed = capsys.readouterr()
    assert "operations  1 of 2" in printed.out
    assert "error[ref-dangling]" in printed.err
    assert Path("generated/shop/python/MANIFEST").is_file()


@pytest.mark.parametrize("flag", [[], ["--check"], ["--diff"]])
def test_a_package_without_an_operation_is_not_written_where_all_were_refused(
    capsys: pytest.CaptureFixture[str], shop: Path, flag: list[str]
) -> None:
    broken = SPEC.replace("schema: {$ref:", 'schema: {$ref: "#/no", x-a:')
    (shop / "openapi.yaml").write_text(broken)
    assert cli.main(["generate", "shop", "--lenient", *flag]) == exit_codes.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "error[operations-refused]" in printed.err
    assert "openapi.yaml:4:1" in printed.err
    assert not Path("generated").exists()
    assert cli.main(["validate", "shop", "--lenient"]) == exit_codes.FAILED


def test_a_document_that_describes_no_operation_is_generated(shop: Path) -> None:
    head, _, _ = SPEC.partition("paths:")
    (shop / "openapi.yaml").write_text(f"{head}paths: {{}}\n")
    assert cli.main(["generate", "shop", "--lenient"]) == exit_codes.COMPLETE
    assert Path("generated/shop/python/MANIFEST").is_file()


def many_aliases() -> str:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return SPEC + "x:\n  a0: &a0 [1]\n" + "".join(f"  {level}\n" for level in levels)


BAD: dict[str, bytes] = {
    "not UTF-8": SPEC.encode() + b"# \xff\n",
    "NUL": SPEC.encode() + b"x: \0\n",
    "not YAML": b"openapi: [\n",
    "empty": b"",
    "a list": b"[]",
    "a tag": SPEC.encode() + b"x: !!python/object/apply:os.system [touch pwned]\n",
    "alias bomb": many_aliases().encode(),
    "duplicate keys": SPEC.encode() + b"paths: {}\n",
    "deep nesting": b"openapi: 3.1.0\nx: " + b"[" * 5000 + b"]" * 5000,
    "huge number": SPEC.encode() + b"x: " + b"9" * 5000 + b"\n",
    "no version": SPEC.replace("openapi: 3.1.0", "x: 1").encode(),
    "wrong version": SPEC.replace("3.1.0", "4.0.0").encode(),
    "failed validation": SPEC.replace("title: Tiny, ", "").encode(),
    "dangling ref": SPEC.replace("schemas/Note", "schemas/Nobody").encode(),
    "foreign ref": SPEC.replace("#/components/schemas/Note", "/etc/passwd").encode(),
    "remote ref": SPEC.replace("#/components", "http://127.0.0.1:1/x#").encode(),
    "undeclared parameter": FAULTY.encode(),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_bad_documents_leave_everything_as_it_was(
    data: bytes, capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    cli.main(["generate", "shop"])
    before = tree(Path("generated"))
    capsys.readouterr()
    (shop / "openapi.yaml").write_bytes(data)
    assert cli.main(["generate", "shop"]) == exit_codes.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "error[" in printed.err
    assert "openapi.yaml:" in printed.err
    assert "Traceback" not in printed.err
    assert tree(Path("generated")) == before
    assert not Path("pwned").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("targets = [\n", "sdk.toml:2:1"),
        ('[python]\npackge = "x"\n', "did you mean `package`?"),
        ('[python]\npackage = "../x"\n', "sdk.toml:2:1"),
    ],
)
def test_bad_sdk_toml(
    text: str, words: str, capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "sdk.toml").write_text(text)
    assert cli.main(["generate", "shop"]) == exit_codes.FAILED
    assert words in capsys.readouterr().err
    assert not Path("generated").exists()


@pytest.mark.parametrize(
    "source", [["nowhere"], ["--spec", "nowhere.yaml"], ["--spec", "/"]]
)
def test_sources_that_are_not_there(
    source: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate", *source]) == exit_codes.FAILED
    assert capsys.readouterr().err.startswith("error[")
