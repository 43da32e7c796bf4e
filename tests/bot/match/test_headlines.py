"""One headline under what is set around it, and another."""

from __future__ import annotations

import pytest

from bot.match.headlines import changed, is_another, kept

POST = "The Harbour Post"


@pytest.mark.parametrize(
    ("ours", "theirs", "outlet", "is_changed"),
    [
        ("Ferry hits pier", "Ferry hits pier", POST, False),
        ("Ferry sinks", "Ferry hits pier", POST, True),
        ("Ferry hits pier | The Harbour Post", "Ferry hits pier", POST, False),
        ("Ferry hits pier - harbourpost.com", "Ferry hits pier", POST, False),
        ("Ferry hits pier | The Salt Coast Bee", "Ferry hits pier", None, False),
        ("Ferry hits pier | The Salt Coast Bee", "Ferry hits pier", POST, True),
        ("Ferry hits pier | nine hurt", "Ferry hits pier", None, True),
        ("BREAKING NEWS: Ferry hits pier", "Ferry hits pier", POST, False),
        ("Live – Ferry hits pier", "Ferry hits pier", POST, False),
        ("Live music on the pier", "Music on the pier", POST, True),
        ("Ferry hits pier, 3 dead", "Ferry hits pier", POST, True),
        (None, "Ferry hits pier", POST, False),
        ("Ferry hits pier", "", POST, False),
        ("|", "Ferry", None, True),
    ],
)
def test_a_headline_has_changed(ours: str | None, theirs: str | None, outlet: str | None, is_changed: bool) -> None:
    assert changed(ours, theirs, outlet) == is_changed == changed(theirs, ours, outlet)


@pytest.mark.parametrize(
    ("ours", "theirs", "is_kept", "is_other"),
    [
        ("Dam bursts above Lund", "Dam bursts above Lund, 3 dead", True, False),
        ("Storm Aldous live: five dead", "Storm Aldous: man dies in Orsund", False, False),
        ("Council sells customs house", "Ferry hits pier", False, True),
        ("Ferry hits pier", None, False, True),
    ],
)
def test_headlines_are_kept_or_others(ours: str, theirs: str | None, is_kept: bool, is_other: bool) -> None:
    assert (kept(ours, theirs), is_another(ours, theirs)) == (is_kept, is_other)
