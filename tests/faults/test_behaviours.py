"""Each behaviour, for both kinds of clients over both transports."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

import pytest
from sdk_runtime.errors import APIError

from faults.behaviour import Behaviour, Colour, Transport
from faults.stage import Stage, check, nothing_left_open
from faults.traces import leaks_of_error, leaks_of_log


def test_a_behaviour(
    behaviour: Behaviour,
    transport: Transport,
    colour: Colour,
    certificates: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    stage = Stage(
        behaviour, transport, colour, tmp_path, certificates, monkeypatch.setenv
    )
    with stage, nothing_left_open():
        result, error = _called(stage)
        check(stage, result, error)
        if error is not None:
            assert isinstance(error, APIError)
            assert list(leaks_of_error(error)) == []
        del error
        if behaviour.probe:
            stage.probe()
        stage.finish()
    assert list(leaks_of_log(caplog.records)) == []
    if behaviour.instead and transport == "pyreqwest":
        assert "httpcore2, since" in caplog.text


def _called(stage: Stage) -> tuple[Any, Exception | None]:
    # What is made for the first call isn't its time.
    stage.warm_up()
    began, result, caught = time.monotonic(), None, None
    try:
        result = stage.behaviour.call(stage)
    except Exception as error:
        caught = error
    assert time.monotonic() - began < stage.behaviour.within
    return result, caught
