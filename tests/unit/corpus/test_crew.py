"""No piece of work stops the others."""

from __future__ import annotations

import os
import time

import pytest

from generator.corpus.crew import Limits, Lost, work

LIMITS = Limits(seconds=3.0, memory=2 * 2**30)


def behave(how: str) -> str:
    match how:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(7)
        case "grow":
            return str(len(bytearray(4 * 2**30)))
        case "raise":
            raise ValueError("so it goes")
    return f"did {how}"


@pytest.mark.filterwarnings("default")
def test_each_gets_an_answer() -> None:
    ways = ["a", "hang", "die", "grow", "raise", "b"]
    answers = dict(work(ways, behave, jobs=3, limits=LIMITS))
    assert answers["a"] == "did a"
    assert answers["b"] == "did b"
    lost = {
        how: answer.reason
        for how, answer in answers.items()
        if isinstance(answer, Lost)
    }
    assert lost["hang"] == "hung: no answer within 3 s"
    assert lost["die"] == "died with exit code 7"
    assert lost["grow"] == "out of memory"
    assert lost["raise"].endswith("ValueError: so it goes")
    assert len(lost) == 4


def test_nothing_to_do_is_no_answer() -> None:
    assert list(work([], behave, jobs=2)) == []
