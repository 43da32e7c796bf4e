"""Files and folders named on the command line."""

from __future__ import annotations

import os
from pathlib import Path

from bot.shapes import Drop
from handlers.drops import files
from handlers.drops.files import drops_in_path
from tests.factories import NOON


def taken(path: Path) -> list[Drop]:
    return list(drops_in_path(path, workspace="local", received=NOON))


def test_a_folder_is_taken_in_sorted_order_with_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"Two.\r\nEnds are kept.\r\n")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.jsonl").write_text('{"text": "x"}\n{"text": "y"}')
    drops = taken(tmp_path)
    assert [(drop.id, drop.body) for drop in drops] == [
        ("z#1", "x"),
        ("z#2", "y"),
        ("b", "Two.\r\nEnds are kept.\r\n"),
    ]
    assert drops[2].where == str(tmp_path / "b.txt")


def test_every_run_has_keys_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "b.txt").write_text("B.")
    keys = [drop.key for drop in taken(tmp_path) + taken(tmp_path)]
    assert len(set(keys)) == 4


def test_what_is_not_opened_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "lost").symlink_to(tmp_path / "nothing")
    assert [(Path(drop.where).name, drop.problem) for drop in taken(tmp_path)] == [
        ("lost", "It cannot be opened: No such file or directory."),
        ("pipe", "It is no ordinary file."),
    ]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    assert taken(tmp_path) == []


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    (drop,) = taken(tmp_path / "no.txt")
    assert (drop.id, drop.problem) == ("no", "It cannot be opened: No such file or directory.")


def test_a_file_larger_than_memory_should_hold_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(files.MAX_FILE + 1)
    (drop,) = taken(tmp_path / "huge.txt")
    assert drop.problem == "It is too large: 256,000,001 bytes, and 256,000,000 is the most that is opened."


def test_a_name_that_is_not_utf8_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A.")
    (drop,) = taken(tmp_path)
    drop.model_dump_json().encode()
    assert drop.problem is None
