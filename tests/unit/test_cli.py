"""The command line: what each command prints, writes and ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli, pipeline

ROOT = Path(__file__).parents[2]
SPEC = """\
openapi: 3.1.0
info: {title: Tiny, version: "1"}
servers: [{url: "https://tiny.example"}]
paths:
  /notes/{id}:
    get:
      operationId: getNote
      tags: [notes]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: A note.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Note"}
        default:
          description: An error.
          content:
            application/json:
              schema: {type: object, properties: {code: {type: string}}}
components:
  schemas:
    Note:
      type: object
      required: [body]
      properties: {body: {type: string}}
"""
# A path parameter that nobody declares: lenient runs declare it, strict ones refuse.
FAULTY = SPEC.replace(
    "        - {name: id, in: path, required: true, schema: {type: string}}", ""
)
FAULTY = FAULTY.replace("      parameters:\n", "")


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a specification in `shop`."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(SPEC)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_generate_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "shop"]) == cli.COMPLETE
    first = capsys.readouterr()
    assert "operations  1 of 1" in first.out
    assert "models      " in first.out
    assert "0 unchanged, 0 removed" in first.out
    assert all(
        stage in first.out for stage in ("load", "read", "refine", "render", "format")
    )
    assert first.err == ""
    before = tree(Path("generated/shop/python"))
    assert "MANIFEST" in before
    assert cli.main(["generate", "shop"]) == cli.COMPLETE
    assert "nothing changed" in capsys.readouterr().out
    assert tree(Path("generated/shop/python")) == before


def test_single_document() -> None:
    command = [
        "generate",
        "--spec",
        "shop/openapi.yaml",
        "--out",
        "here",
        "--package",
        "tiny_sdk",
    ]
    assert cli.main(command) == cli.COMPLETE
    assert Path("here/tiny_sdk/__init__.py").is_file()
    assert Path("here/pyproject.toml").is_file()


def test_references_out_of_the_document_s_folder(
    shop: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    head, _, schema = SPEC.partition("    Note:\n")
    common = tmp_path / "common"
    common.mkdir()
    (common / "note.yaml").write_text(schema)
    head = head.replace("components:\n  schemas:\n", "")
    document = head.replace("#/components/schemas/Note", "../common/note.yaml")
    (shop / "openapi.yaml").write_text(document)
    assert cli.main(["validate", "shop"]) == cli.COMPLETE
    assert cli.main(["validate", "--spec", "shop/openapi.yaml"]) == cli.COMPLETE

    monkeypatch.chdir(common)
    spec = ["--spec", str(shop / "openapi.yaml")]
    capsys.readouterr()
    assert cli.main(["validate", *spec]) == cli.INCOMPLETE
    printed = capsys.readouterr().out
    assert "error[ref-outside]" in printed
    assert "--allow-outside" in printed
    assert cli.main(["validate", str(shop)]) == cli.FAILED
    for command in ("validate", "ir", "generate"):
        allowed = [command, *spec, "--allow-outside", str(common)]
        assert cli.main(allowed) == cli.COMPLETE
    with pytest.raises(SystemExit):
        cli.main(["validate", *spec, "--allow-outside", "nowhere"])
    assert "`nowhere` is no folder" in capsys.readouterr().err


def test_targets_beside_each_other() -> None:
    assert cli.main(["generate", "shop", "--target", "json", "--target", "python"]) == 0
    assert (
        json.loads(Path("generated/shop/json/api.json").read_text())["title"] == "Tiny"
    )
    assert Path("generated/shop/python/MANIFEST").is_file()


def test_check_and_diff_write_nothing(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    assert cli.main(["generate", "shop", "--check"]) == cli.FAILED
    assert not Path("generated").exists()
    cli.main(["generate", "shop"])
    before = tree(Path("generated"))
    capsys.readouterr()
    assert cli.main(["generate", "shop", "--check"]) == cli.COMPLETE
    assert capsys.readouterr().out == "up to date\n"
    assert cli.main(["generate", "shop", "--diff"]) == cli.COMPLETE
    assert capsys.readouterr().out == ""

    (shop / "openapi.yaml").write_text(SPEC.replace("body", "text"))
    assert cli.main(["generate", "shop", "--check"]) == cli.FAILED
    assert "out of date: generated/shop/python/MANIFEST\n" in capsys.readouterr().out
    assert cli.main(["generate", "shop", "--diff"]) == cli.FAILED
    assert "+++ b/MANIFEST\n" in capsys.readouterr().out
    assert tree(Path("generated")) == before


def test_repairs_have_their_exit_code(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(FAULTY)
    assert cli.main(["generate", "shop", "--lenient"]) == cli.REPAIRED
    printed = capsys.readouterr()
    assert "repair[" in printed.err
    assert "operations  1 of 1" in printed.out
    assert cli.main(["validate", "shop", "--lenient"]) == cli.REPAIRED


def test_refused_operations_have_their_exit_code(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    broken = (
        '  /bad:\n    get: {responses: {"200": {$ref: "#/components/responses/No"}}}\n'
    )
    (shop / "openapi.yaml").write_text(
        SPEC.replace("components:\n", f"{broken}components:\n")
    )
    assert cli.main(["generate", "shop", "--lenient"]) == cli.INCOMPLETE
    printed = capsys.readouterr()
    assert "operations  1 of 2" in printed.out
    assert "error[ref-dangling]" in printed.err
    assert Path("generated/shop/python/MANIFEST").is_file()


def test_notes_are_left_to_validate(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(SPEC.replace("      operationId: getNote\n", ""))
    assert cli.main(["generate", "shop"]) == cli.COMPLETE
    assert capsys.readouterr().err == "`sdkgen validate` also prints 1 note\n"
    assert cli.main(["validate", "shop"]) == cli.COMPLETE
    assert "note[operation-id-missing]" in capsys.readouterr().out


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
    assert cli.main(["generate", "shop"]) == cli.FAILED
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
    assert cli.main(["generate", "shop"]) == cli.FAILED
    assert words in capsys.readouterr().err
    assert not Path("generated").exists()


@pytest.mark.parametrize(
    "source", [["nowhere"], ["--spec", "nowhere.yaml"], ["--spec", "/"]]
)
def test_sources_that_are_not_there(
    source: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["generate", *source]) == cli.FAILED
    assert capsys.readouterr().err.startswith("error[")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["generate", "--target", "cobol"],
        ["generate", "--package", "not-a-name"],
        ["generate", "--package", "json"],
        ["generate", "shop", "--spec", "shop/openapi.yaml"],
        ["generate", "shop/openapi.yaml"],
        ["generate", "--strict", "--lenient"],
        ["generate", "--check", "--diff"],
        ["validate", "--format", "xml"],
    ],
)
def test_wrong_command_lines(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2
    assert "usage: sdkgen" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["generate"], ["validate"], ["ir"]])
def test_help_tells_exit_codes(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main([*command, "--help"])
    assert exit_.value.code == 0
    printed = capsys.readouterr().out
    for code in (
        cli.COMPLETE,
        cli.FAILED,
        2,
        cli.INCOMPLETE,
        cli.REPAIRED,
        cli.INTERRUPTED,
    ):
        assert f"\n  {code} " in printed


def test_ir_prints_or_writes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ir", "shop"]) == cli.COMPLETE
    text = capsys.readouterr().out
    assert json.loads(text)["operations"][0]["name"]["wire"] == "getNote"
    assert cli.main(["ir", "shop", "--out", "api.json"]) == cli.COMPLETE
    assert capsys.readouterr().out == ""
    assert Path("api.json").read_text() == text
    assert cli.main(["ir", "shop", "--out", "nowhere/api.json"]) == cli.FAILED
    assert "output-unwritable" in capsys.readouterr().err


def test_validate_prints_all_findings(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    assert cli.main(["validate", "shop"]) == cli.COMPLETE
    assert capsys.readouterr().out == "no findings\n"
    two = SPEC.replace("title: Tiny, ", "").replace("schemas/Note", "schemas/Nobody")
    (shop / "openapi.yaml").write_text(two)
    assert cli.main(["validate", "shop"]) == cli.FAILED
    assert capsys.readouterr().out.count("error[") >= 1


FORMATS: dict[str, Callable[[str], bool]] = {
    "human": lambda text: "error[ref-dangling]" in text and "^" in text,
    "json": lambda text: json.loads(text)["findings"][0]["code"] == "ref-dangling",
    "github": lambda text: text.startswith("::error file=shop/openapi.yaml,line=16,"),
    "sarif": lambda text: json.loads(text)["runs"][0]["results"][0]["ruleId"]
    == "ref-dangling",
}


@pytest.mark.parametrize("form", FORMATS)
def test_validate_formats(
    form: str, capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(SPEC.replace("schemas/Note", "schemas/Nobody"))
    assert cli.main(["validate", "shop", "--format", form]) == cli.FAILED
    assert FORMATS[form](capsys.readouterr().out)


def raising(error: BaseException) -> Callable[..., None]:
    def course(*arguments: object) -> None:
        raise error

    return course


def test_our_own_fault_shows_a_traceback_and_asks_for_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "generate", raising(RuntimeError("boom")))
    assert cli.main(["generate", "shop"]) == cli.FAILED
    printed = capsys.readouterr().err
    assert "RuntimeError: boom" in printed
    assert "fault of the generator" in printed


def test_interrupt(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "generate", raising(KeyboardInterrupt()))
    assert cli.main(["generate", "shop"]) == cli.INTERRUPTED
    assert capsys.readouterr().err == "interrupted: nothing was written\n"


def test_reader_that_goes_away(shop: Path) -> None:
    (shop / "openapi.yaml").write_text(
        SPEC.replace("body: {", f"body: {{description: {'x' * 500_000}, ")
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "ir", "shop"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == cli.UNREAD
