"""A rehearsal from outside: the real app plays drops and answers a script, in the play's own time and archive."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app import open_desk
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import LOCAL, Channel, Drop
from handlers.terminal.rehearse import rehearse, when

FIRST = (
    "Five people were killed when a ferry and a tug collided off Quillhaven on Monday evening, police said.\n\n"
    "The ferry Fair Isolde had just left for the island of Pell when the tug Stour came out of the mist.\n\n"
    '"We are looking for everyone who was on deck," harbour master Anwen Pryce told reporters on the quay. '
    '"Nobody has been given up."\n\nThe tug returned to Quillhaven under her own power.\n'
)


def drop(**more: Any) -> dict[str, Any]:
    return {"id": "d1", "outlet": "Coast One", "title": "Ferry and tug collide off Quillhaven", "text": FIRST, **more}


@pytest.fixture
def drops(tmp_path: Path) -> Path:
    play = tmp_path / "play.jsonl"
    lines = [
        drop(published="2026-11-02T19:00:00Z"),
        drop(id="d2", outlet="Evening Beacon", title="Ferry horror", published="2026-11-02T19:30:00Z"),
    ]
    play.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return play


@pytest.fixture(autouse=True)
def no_script(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("", encoding="utf-8")


def run(drops: Path, tmp_path: Path, *lines: str) -> int:
    script = tmp_path / "script.txt"
    script.write_text("\n".join(lines), encoding="utf-8")
    return rehearse(open_desk, [drops], script)


def test_the_play_shows_the_channel_in_its_own_time(
    drops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(drops, tmp_path) == 0
    shown = capsys.readouterr().out
    assert "Mon 2 Nov 19:00  Coast One: Ferry and tug collide off Quillhaven\n    → new" in shown
    assert "Mon 2 Nov 19:00 copydesk · in #newsroom [1]" in shown
    assert "Mon 2 Nov 19:00 copydesk (edited) · in #newsroom [1]" in shown
    assert "Tue 3 Nov 08:30 copydesk · in #newsroom" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_script_is_typed_and_answered_by_the_real_listeners(
    drops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(drops, tmp_path, "# a comment", "", "/story", "press 1", "quit", "help") == 0
    typed = capsys.readouterr().out.partition("copydesk> /story")[2]
    assert "only you can see this" in typed
    assert "copydesk> press 1" in typed
    assert "copydesk> help" not in typed


def test_before_and_after_is_pressed_like_any_button(
    drops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(drops, tmp_path, "/who-said Anwen Pryce", "press 1")
    asked, _, pressed = capsys.readouterr().out.partition("copydesk> press 1")
    assert "[1] Before and after" in asked
    assert "Before and after, in 1 report" in pressed
    assert "Coast One, 2 Nov 19:00 UTC – the same in Evening Beacon" in pressed.replace("\n  ", " ")
    assert "when the tug Stour came out of the mist." in pressed.replace("\n  > ", " ")
    assert "The tug returned to Quillhaven under her own power." in pressed.replace("\n  > ", " ")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("help", "press button [N] of the latest message"),
        ("/stroy", "“/stroy” is no command here"),
        ("press", "There is no such button"),
        ("press 99", "There is no such button"),
        ("press 1 of 99", "There is no such button"),
        ("channel", "in #newsroom"),
        ("say hello", "editor · in #newsroom\n  hello"),
        ("/copydesk help", "/who-said"),
    ],
)
def test_each_line_has_an_answer(
    drops: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, answer: str
) -> None:
    run(drops, tmp_path, line)
    assert answer in capsys.readouterr().out.partition(f"copydesk> {line}")[2]


def test_without_a_terminal_it_ends_after_the_play(
    drops: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("/story\n"))
    assert rehearse(open_desk, [drops]) == 0
    assert "copydesk>" not in capsys.readouterr().out


def test_the_archive_of_a_rehearsal_goes_with_it(drops: Path, tmp_path: Path) -> None:
    opened: list[str] = []

    def spying(database_url: str, clock: Any) -> Desk:
        opened.append(database_url)
        return open_desk(database_url, clock)

    script = tmp_path / "script.txt"
    script.write_text("", encoding="utf-8")
    rehearse(spying, [drops], script)
    archive = Path(opened[0].removeprefix("sqlite:///"))
    assert len(opened) == 1
    assert not archive.exists()


def test_an_archive_that_is_named_stays(drops: Path, tmp_path: Path) -> None:
    archive = tmp_path / "kept.db"
    for _ in range(2):  # a second rehearsal goes on in it
        assert rehearse(open_desk, [drops], tmp_path / "none.txt", f"sqlite:///{archive}") == 0
    desk = open_desk(f"sqlite:///{archive}")
    assert {article.drop for article in desk.store.articles(LOCAL)} == {"d1", "d2"}
    desk.store.close()


def test_an_archive_of_a_newsroom_is_left_alone(drops: Path, tmp_path: Path) -> None:
    desk = open_desk(f"sqlite:///{tmp_path / 'newsroom.db'}")
    desk.store.save_channel(Channel(workspace=LOCAL, id="C0REAL"))
    with pytest.raises(UserError, match="belongs to a newsroom"):
        rehearse(open_desk, [drops], None, f"sqlite:///{tmp_path / 'newsroom.db'}")
    assert list(desk.store.articles(LOCAL)) == []
    desk.store.close()


def test_a_digest_comes_the_next_morning_however_late_the_next_drop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play = tmp_path / "play.jsonl"
    later = "A week later the harbour of Quillhaven opened again, and the first ferry sailed with a brass band aboard."
    lines = [
        drop(published="2026-10-26T19:30:00Z"),
        drop(id="d2", title="Harbour opens again", published="2026-11-02T19:30:00Z", text=later),
    ]
    play.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run(play, tmp_path)
    shown = capsys.readouterr().out
    heads = [line.strip() for line in shown.splitlines() if "Digest" in line or "copydesk · in #newsroom" in line]
    mornings = [head for head, title in pairwise(heads) if title.startswith("Digest")]
    assert mornings == ["Tue 27 Oct 08:30 copydesk · in #newsroom", "Tue 3 Nov 08:30 copydesk · in #newsroom"]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_drop_with_its_time_wrong_comes_after_the_one_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    play = tmp_path / "play.jsonl"
    lines = [drop(published="2026-11-02T19:00:00Z"), drop(id="d2", title="Odd", published=f"{year}-01-02T00:00:00Z")]
    play.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run(play, tmp_path) == 0
    assert "Mon 2 Nov 19:07  Coast One: Odd" in capsys.readouterr().out


def test_a_script_that_is_no_text_is_refused_before_the_play(drops: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.bin"
    script.write_bytes(b"\x99\x00\xff")
    with pytest.raises(UserError, match="cannot be read as UTF-8 text"):
        rehearse(open_desk, [drops], script)


def test_a_rejected_drop_is_shown_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert run(empty, tmp_path) == 1
    assert "→ rejected." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("body", "time"),
    [
        ('<meta property="article:published_time" content="2026-11-02T21:40:00Z">', (2, 21, 40)),
        (
            '<meta property="article:published_time" content="2026-11-02T21:40:00Z">'
            '<meta property="article:modified_time" content="2026-11-03T09:10:00+01:00">',
            (3, 8, 10),
        ),
        ("<p>no time</p>", None),
        ('<meta property="article:published_time" content="2026-99-02T21:40:00Z">', None),
    ],
)
def test_a_page_comes_when_it_was_published_or_changed_last(body: str, time: tuple[int, int, int] | None) -> None:
    page = Drop(
        id="p", key="p", workspace=LOCAL, source="file", where="p.html", media="html", body=body,
        received=datetime(2026, 11, 24, tzinfo=UTC),
    )  # fmt: skip
    assert when(page) == (datetime(2026, 11, time[0], time[1], time[2], tzinfo=UTC) if time else None)
