"""Work in a second process comes to the same as work in this one, whatever becomes of it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time

import pytest

from generator import background
from generator.background import BackgroundTask, in_shares

HERE = os.getpid()


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "processors", lambda: 2)


def test_the_result_comes_back() -> None:
    known = {"a": [1, 2]}
    assert BackgroundTask(lambda: known).result() == {"a": [1, 2]}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_it_works_in_another_process() -> None:
    assert BackgroundTask(os.getpid).result() != HERE
    assert BackgroundTask(os.getpid, worth_it=False).result() == HERE


def test_one_processor_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "processors", lambda: 1)
    assert BackgroundTask(os.getpid).result() == HERE


def test_a_worker_of_a_pool_does_it_all() -> None:
    with multiprocessing.get_context("fork").Pool(1) as pool:
        worked, worker = pool.apply(_work_in_a_pool)
    assert worked == worker != HERE


def _work_in_a_pool() -> tuple[int, int]:
    return BackgroundTask(os.getpid).result(), os.getpid()


def test_what_is_raised_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise LookupError("of a test")

    work = BackgroundTask(fail)
    with pytest.raises(LookupError, match="of a test"):
        work.result()
    assert capfd.readouterr().err == ""


def test_a_process_that_dies_is_replaced_by_this_one() -> None:
    def die_elsewhere() -> int:
        if os.getpid() != HERE:
            os._exit(1)
        return 7

    assert BackgroundTask(die_elsewhere).result() == 7


def test_a_result_that_cannot_travel_is_made_here() -> None:
    lock = BackgroundTask(threading.Lock).result()
    assert lock.acquire(blocking=False)


def test_stopping_waits_for_nothing() -> None:
    work = BackgroundTask(lambda: time.sleep(60))
    began = time.monotonic()
    work.stop()
    work.stop()
    assert time.monotonic() - began < 30


def test_a_large_result_fits_through() -> None:
    assert len(BackgroundTask(lambda: "x" * 5_000_000).result()) == 5_000_000


def test_shares_keep_the_order_of_their_items() -> None:
    seen: list[int] = []
    made = in_shares(
        lambda item: (item, os.getpid()),
        [3, 1, 9, 4],
        size=lambda item: item,
        worth_it=1,
        on_result=lambda: seen.append(1),
    )
    assert [item for item, _ in made] == [3, 1, 9, 4]
    assert len(seen) == 4
    others = {item for item, process in made if process != HERE}
    # The largest stays here, and what is done elsewhere takes longer.
    assert others == ({3, 4} if sys.platform == "linux" else set())


def test_what_is_not_worth_a_process_stays_here() -> None:
    made = in_shares(
        lambda item: os.getpid(), [1, 2], size=lambda item: item, worth_it=2
    )
    assert made == [HERE, HERE]


def test_what_a_share_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        in_shares(lambda item: 1 // item, [5, 0], size=lambda item: 1, worth_it=1)
