"""Work is shared out among the cores, and its results come back in order."""

from __future__ import annotations

import os
import threading

import pytest

from bot.cli.rules import cores
from bot.cli.rules.cores import spread


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever machine this runs on."""
    monkeypatch.setattr(cores, "_cores", lambda: 2)


def squares(number: int) -> tuple[int, int]:
    return number**2, os.getpid()


def test_results_come_in_order_from_other_processes() -> None:
    with spread(squares, range(500)) as results:
        found = list(results)
    assert [square for square, _ in found] == [number**2 for number in range(500)]
    assert os.getpid() not in {process for _, process in found}


def test_work_and_items_need_not_be_picklable() -> None:
    offset = 3
    with spread(lambda item: item() + offset, [lambda number=number: number for number in range(20)]) as results:
        assert list(results) == [number + 3 for number in range(20)]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_little_work_stays_here(number: int) -> None:
    with spread(squares, range(number)) as results:
        assert list(results) == [(item**2, os.getpid()) for item in range(number)]


def test_beside_another_thread_work_stays_here() -> None:
    """Its locks would be copied as they are, and never opened in the copy."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with spread(squares, range(20)) as results:
            assert {process for _, process in results} == {os.getpid()}
    finally:
        done.set()
        other.join()


def test_a_failure_in_a_worker_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), spread(lambda number: 1 // number, range(20)) as results:
        list(results)


def test_who_stops_listening_does_not_wait_for_the_rest() -> None:
    """What was not begun is dropped, and the next work finds the place free."""
    with spread(squares, range(100_000)) as results:
        next(results)
    with spread(squares, range(20)) as results:
        assert len(list(results)) == 20
