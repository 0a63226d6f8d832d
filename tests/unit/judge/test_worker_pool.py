"""No piece of work stops the others."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.judge.worker_pool import (
    Done,
    Limits,
    Lost,
    work,
)

LIMITS = Limits(seconds=3.0, memory=2 * 2**30)


def behave(how: str) -> Iterator[str]:
    yield "began"
    match how:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(7)
        case "grow":
            yield str(len(bytearray(4 * 2**30)))
        case "raise":
            raise ValueError("so it goes")
        case _:
            yield f"did {how}"


@pytest.mark.filterwarnings("default")
def test_each_gives_answers() -> None:
    ways = ["a", "hang", "die", "grow", "raise", "b"]
    answers: defaultdict[str, list[str | Lost | Done]] = defaultdict(list)
    for how, answer in work(ways, behave, jobs=3, limits=LIMITS):
        answers[how].append(answer)
    assert answers["a"] == ["began", "did a", Done()]
    assert answers["b"] == ["began", "did b", Done()]
    lost = {
        how: last.reason
        for how, (*_, last) in answers.items()
        if isinstance(last, Lost)
    }
    assert lost["hang"] == "hung: no answer within 3 s"
    assert lost["die"] == "died with exit code 7"
    assert lost["grow"] == "out of memory"
    assert lost["raise"].endswith("ValueError: so it goes")
    assert len(lost) == 4
    assert all(answers[how][:-1] == ["began"] for how in lost)


def tick(_: int) -> Iterator[int]:
    for number in range(3):
        time.sleep(1.5)
        yield number


@pytest.mark.filterwarnings("default")
def test_every_answer_has_its_time() -> None:
    found = [each for _, each in work([0], tick, jobs=1, limits=Limits(seconds=4))]
    assert found == [0, 1, 2, Done()]


def test_nothing_to_do_is_no_answer() -> None:
    assert list(work([], behave, jobs=2)) == []
