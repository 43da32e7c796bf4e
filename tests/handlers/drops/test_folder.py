"""The watched folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.settings import Settings
from handlers.drops import folder
from tests.factories import NOON


@pytest.fixture
def watching(desk: Desk, tmp_path: Path) -> Desk:
    return replace(desk, settings=Settings(_env_file=None, watch=tmp_path))


def put(path: Path, text: str, seconds_ago: float = 60) -> Path:
    path.write_text(text)
    when = NOON.timestamp() - seconds_ago
    os.utime(path, (when, when))
    return path


def test_new_files_are_kept_and_moved(watching: Desk, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "A crane fell.")
    put(tmp_path / "b.jsonl", '{"id": "x", "text": "x"}\n{"id": "y", "text": "y"}')

    assert len(folder.poll(watching)) == 3
    assert folder.poll(watching) == []
    assert sorted(drop.id for drop in watching.store.waiting_drops()) == ["a", "x", "y"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken"]
    assert sorted(path.name for path in (tmp_path / "taken").iterdir()) == ["a.txt", "b.jsonl"]


def test_a_file_that_may_be_half_written_waits(watching: Desk, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "A cra", seconds_ago=1)
    assert folder.poll(watching) == []
    assert (tmp_path / "a.txt").exists()


def test_a_file_kept_before_a_stop_is_not_kept_again(watching: Desk, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "A crane fell.")
    folder.poll(watching)
    (tmp_path / "taken" / "a.txt").rename(tmp_path / "a.txt")
    assert folder.poll(watching) == []
    assert len(watching.store.waiting_drops()) == 1


def test_a_later_file_of_the_same_name_is_another_drop(watching: Desk, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "A crane fell.")
    folder.poll(watching)
    put(tmp_path / "a.txt", "A crane fell. Nobody was near.")
    assert len(folder.poll(watching)) == 1
    assert sorted(path.name for path in (tmp_path / "taken").iterdir()) == ["a-2.txt", "a.txt"]


def test_without_a_folder_there_is_nothing(desk: Desk, tmp_path: Path) -> None:
    assert folder.poll(desk) == []
    assert folder.poll(replace(desk, settings=Settings(_env_file=None, watch=tmp_path / "none"))) == []
