"""One process of several tells, and another goes on when it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StoreError
from store import open_store
from store.turns import SUFFIX
from tests.factories import NOON


def test_one_of_two_tells_until_it_ends(url: str) -> None:
    first, second = open_store(url), open_store(url)
    assert [first.is_teller(), second.is_teller(), first.is_teller()] == [True, False, True]
    first.close()
    assert second.is_teller()
    second.close()


def test_whoever_tells_holds_up_no_writer(url: str) -> None:
    first, second = open_store(url), open_store(url)
    assert first.is_teller()
    with second.transaction("local"):
        second.forget_events(NOON)
    first.close()
    second.close()


def test_a_killed_process_leaves_its_turn(url: str) -> None:
    holds = (
        f"from store import open_store; s = open_store({url!r}); print(s.is_teller(), flush=True); import sys;"
        "sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", holds], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout
    assert other.stdout.readline().strip() == "True"
    store = open_store(url)
    assert not store.is_teller()
    other.kill()
    other.communicate()
    assert store.is_teller()
    store.close()


def test_an_archive_in_memory_is_nobody_elses() -> None:
    store = open_store("sqlite://")
    assert store.is_teller()
    store.close()


def test_a_turn_that_cannot_be_taken_is_an_error(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'desk.db'}")
    (tmp_path / f"desk.db{SUFFIX}").mkdir()
    with pytest.raises(StoreError, match="turn"):
        store.is_teller()
    store.close()
