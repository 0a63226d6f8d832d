"""Whatever a document says, the package that comes out does nothing but what it is for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, exit_codes

TOUCH = "__import__('pathlib').Path('pwned').touch()"
HOSTILE = {
    "end of docstring": f'"""\n{TOUCH}\n"""',
    "end of string": f'" + {TOUCH} + "',
    "end of single-quoted string": f"' + {TOUCH} + '",
    "end of call": f"'), {TOUCH}, ('",
    "trailing backslash": "ends with \\",
    "backslash and quotes": '\\"""\\',
    "f-string": "{" + TOUCH + "}",
    "jinja": "{{ " + TOUCH + " }}{% include '/etc/passwd' %}{# comment #}",
    "carriage return": f"comment\r{TOUCH}",
    "line separators": f"one\u2028{TOUCH}\u2029two\x85three\x0cfour",
    "coding cookie": f"-*- coding: utf-7 -*-\n+AAo-{TOUCH}",
    "controls": "nul \0 escape \x1b[2J bell \a",
    "bidi": "\N{RIGHT-TO-LEFT OVERRIDE}txet\N{POP DIRECTIONAL FORMATTING} \ufeff\u200b",
    "half a surrogate": "\ud800",
    "path": "../../../../tmp/escaped",
    "windows path": "C:\\con\\aux",
    "keyword": "class",
    "dunder": "__init__",
    "builtin": "list",
    "self": "self",
    "emoji": "\N{THUMBS UP SIGN}",
    "nothing": "",
    "blank": " ",
    "long": "x" * 3_000,
    "markup": "</script><script>alert(1)</script>",
    "toml": '"\n[tool.hatch.build.hooks.custom]\npath = "evil.py"\n',
}
# Imports every module, reads every docstring and makes a client of each kind.
VISIT = """
import importlib, inspect, pkgutil
import hostile_sdk
for module in pkgutil.walk_packages(hostile_sdk.__path__, "hostile_sdk."):
    loaded = importlib.import_module(module.name)
    for thing in [loaded, *vars(loaded).values()]:
        (inspect.getdoc(thing) or "").encode("utf-8")
for name in hostile_sdk.__all__:
    getattr(hostile_sdk, name)
client = hostile_sdk.Hostile(base_url="https://hostile.example")
for name in dir(client):
    if not name.startswith("_"):
        getattr(client, name)
repr(client)
"""


def document(text: str) -> dict[str, object]:
    """A document that says the text wherever a document can say anything."""
    schema = {
        "type": "object",
        "title": text,
        "description": text,
        "required": [text],
        "properties": {
            text: {
                "type": "string",
                "title": text,
                "description": text,
                "default": text,
            },
            "kind": {"enum": [text, "other"], "description": text, "example": text},
            "exact": {"const": text},
            "pattern": {"type": "string", "pattern": text, "format": text},
        },
        "additionalProperties": {"type": "string", "description": text},
        "example": {text: text},
    }
    content = {
        "application/json": {
            "schema": {"$ref": "#/components/schemas/Thing"},
            "examples": {"one": {"summary": text, "value": {text: text}}},
        }
    }
    parameters = [
        {"name": text or "empty", "in": place, "description": text, "example": text}
        | {"schema": {"type": "string", "default": text, "enum": [text, "z"]}}
        for place in ("query", "cookie")
    ]
    operation = {
        "operationId": text,
        "summary": text,
        "description": text,
        "tags": [text],
        "externalDocs": {"url": text, "description": text},
        "parameters": parameters,
        "requestBody": {"description": text, "content": content},
        "responses": {"200": {"description": text, "content": content}},
        "x-sdk-method": text,
        "x-sdk-resource": text,
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text, "summary": text},
        "servers": [{"url": f"https://hostile.example/{text}", "description": text}],
        "tags": [{"name": text, "description": text}],
        "security": [{"key": []}, {}],
        "paths": {"/things": {"post": operation}},
        "components": {
            "schemas": {"Thing": schema, "Named": {"x-sdk-name": text, "enum": [text]}},
            "securitySchemes": {
                "key": {
                    "type": "apiKey",
                    "in": "query",
                    "name": text or "X",
                    "description": text,
                    "x-sdk-environment": text,
                }
            },
        },
    }


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_out_as_safe_code(
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hostile.json").write_text(json.dumps(document(text)))
    arguments = ["--spec", "hostile.json", "--out", "out", "--package", "hostile_sdk"]
    code = cli.main(["generate", *arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    assert not any(
        ord(character) < ord(" ") for character in printed.err.replace("\n", "")
    )
    assert code in {
        exit_codes.COMPLETE,
        exit_codes.REPAIRED,
        exit_codes.INCOMPLETE,
        exit_codes.FAILED,
    }, printed.err
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "out") == [
        "hostile.json"
    ]
    if code == exit_codes.FAILED:
        assert "error[" in printed.err
        return
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "out"),
        "PYTHONWARNINGS": "error",
    }
    visited = subprocess.run(
        [sys.executable, "-c", VISIT],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert visited.returncode == 0, visited.stderr
    assert not list(tmp_path.rglob("pwned"))


def test_the_payloads_would_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    eval(TOUCH)  # what the other tests look for has to be something that happens
    assert Path("pwned").exists()
