"""Whether two reports tell of one thing said, pair by pair."""

from __future__ import annotations

import pytest

from bot.analyse.uttering.likeness import Speakers, likeness, wording
from bot.shapes import QuoteKind

FULL = "“We will rebuild the old pier before winter, and the town will not pay for it,” … “Ask the ferry line.”"

ONE: list[tuple[str, QuoteKind]] = [
    ('"We will rebuild the old pier before winter."', "direct"),
    ("“We will rebuild the old pier” … “the town will not pay for it”", "direct"),
    ("“We'll rebuild the old pier before the winter and the town won't pay for it”", "direct"),
    ("that the town “will not pay for it” and the pier be rebuilt", "mixed"),
    ("that they will rebuild the old pier before winter", "indirect"),
    ("the old pier would be rebuilt before the winter and the town would not pay", "indirect"),
    ("« Before winter we rebuild the old pier. The town shall not pay. »", "direct"),
    ("We will rebuild the old pier before winter. Any questions? Ask the ferry line. Thank you.", "direct"),
    ("“The ferry line: ask them. We will rebuild the old pier before winter.”", "direct"),
]
CUT = "I went up at dusk as I always do and there was nothing"


def test_two_cuts_of_one_speech_share_a_run() -> None:
    one = f"“{CUT}. The stairs were wet, the lamp was cold, nobody answered the bell, the boats had gone home.”"
    other = f"“Yes, my lord. {CUT}. My sister had made soup with barley, it stood on the table by the window.”"
    assert likeness(wording(one, "direct"), wording(other, "direct"), "same", _alike_telling) > 0
    assert likeness(wording(one, "direct"), wording(other, "direct"), "other", _alike_telling) == 0.0


def test_a_short_piece_with_one_rare_word() -> None:
    whole = wording("“It was no inspection, it was a walk with tea,”", "direct")
    piece = wording("‘It was a walk’", "direct")
    assert likeness(piece, whole, "same", lambda _: 0.8) > 0
    assert likeness(piece, whole, "same", lambda _: 0.5) == 0.0
    assert likeness(piece, whole, "open", lambda _: 0.8) == 0.0


ANOTHER: list[tuple[str, QuoteKind]] = [
    ("“The pier was lost to carelessness in spring.”", "direct"),
    ("“very old”", "direct"),
    ("that the pier had been closed", "indirect"),
    ("that the old pier would never be rebuilt before winter", "indirect"),
    ("“As I said on Monday, we will rebuild the old pier before winter.”", "direct"),
    ("", "direct"),
]


@pytest.mark.parametrize(("text", "kind"), ONE)
def test_one_thing_said(text: str, kind: QuoteKind) -> None:
    assert _alike(text, kind) > 0.5


@pytest.mark.parametrize(("text", "kind"), ANOTHER)
def test_another_thing_said(text: str, kind: QuoteKind) -> None:
    assert _alike(text, kind) == 0.0


@pytest.mark.parametrize(
    ("text", "kind", "speakers", "is_one"),
    [
        ("“The town will not pay for it,”", "direct", "other", True),
        ("“not pay for it”", "direct", "other", False),
        ("that the town will not pay for the pier", "indirect", "other", False),
        ("“The town will not pay for it,”", "direct", "open", True),
        ("that they will rebuild the old pier before winter", "indirect", "open", True),
        ("that the town will not pay", "indirect", "open", False),
        ("“The town will pay for it,”", "direct", "open", False),
        ("“We will rebuild the old pier before winter, and the town will pay for it”", "direct", "same", True),
    ],
)
def test_who_is_named_matters(text: str, kind: QuoteKind, speakers: Speakers, is_one: bool) -> None:
    assert (_alike(text, kind, speakers) > 0) is is_one


@pytest.mark.parametrize(
    "opening",
    ["As I said on Monday,", "I’ve always said", "Like we said:", "I’ll say it again:", "Let me repeat:", "I repeat,"],
)
def test_who_quotes_himself_speaks_on_another_occasion(opening: str) -> None:
    assert _alike(f"“{opening} we will rebuild the old pier before winter.”", "direct") == 0.0


def test_what_comes_before_the_repetition_counts() -> None:
    text = "“We will rebuild the old pier before winter. I told the ferry line that it rained.”"
    assert _alike(text, "direct") > 0


def test_both_may_repeat_what_was_said_before() -> None:
    one = wording("“As I said on Monday, the pier will be rebuilt before winter.”", "direct")
    other = wording("“I said on Monday the pier will be rebuilt before winter,”", "direct")
    assert likeness(one, other, "same", _alike_telling) > 0


def test_common_words_of_a_story_bring_nothing_together() -> None:
    one, other = wording("the pier and the town are old", "indirect"), wording("the town has an old pier", "indirect")
    assert likeness(one, other, "same", lambda _: 1.0) > 0
    assert likeness(one, other, "same", lambda _: 0.2) == 0.0


def _alike(text: str, kind: QuoteKind, speakers: Speakers = "same") -> float:
    there = likeness(wording(text, kind), wording(FULL, "direct"), speakers, _alike_telling)
    assert there == likeness(wording(FULL, "direct"), wording(text, kind), speakers, _alike_telling)
    return there


def _alike_telling(_: str) -> float:
    return 0.9
