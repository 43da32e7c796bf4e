"""Who is named as the source of a claim, and what is not taken for one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.analyse.claiming.sources import same_voice, speaker
from bot.analyse.claims import claims
from bot.shapes import Quote

TUESDAY = datetime(2026, 10, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Police on Wednesday", "Police"),
        ("records seen", "records"),
        ("its chief executive", "chief executive"),
        ("Officials in Harrowmouth", "Officials in Harrowmouth"),
        ("the Torrin brigade", "the Torrin brigade"),
        ("Ines Calloway", "Ines Calloway"),
        ("Will Marten", "Will Marten"),
        ("Norland", "Norland"),
        ("the cause of death was not", None),
        ("the navy declined to", None),
        ("a car bomb", None),
        ("Testimony in the trial of a sailor", None),
        ("Four Norland", None),
        ("shot", None),
        ("", None),
    ],
)
def test_a_source_is_shown_without_what_only_surrounds_it(written: str, shown: str | None) -> None:
    assert speaker(written) == shown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("officials", "officials", True),
        ("Ines Calloway", "Calloway", True),
        ("Norland officials", "the Norland navy", True),
        ("officials", "the Dockers' Union", False),
        (None, None, False),
    ],
)
def test_two_sources_are_one_voice_where_they_share_a_name_or_are_written_alike(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_voice(one, other) is same


def test_of_a_conjunction_only_its_own_part_is_from_the_source() -> None:
    text = "The blast was not an attack on the pier, and police said they were looking for a van."
    assert [c.source for c in claims(text, TUESDAY) if c.kind == "denial"] == [None]


def test_who_denies_is_named_as_the_quotes_name_them() -> None:
    text = "Its chief executive denied that any of its ferries crashed."
    quote = Quote(content=((27, 58),), speaker=(0, 19), cue=(20, 26), name="Tobias Ekdal", kind="indirect")
    assert [c.source for c in claims(text, TUESDAY, [quote]) if c.kind == "denial"] == ["Tobias Ekdal"]


def test_a_suggestion_is_from_those_who_made_it_not_from_who_speaks_of_it() -> None:
    text = "Ines Calloway criticised suggestions from Norland deputies that the fleet might attack Tavira."
    assert [c.source for c in claims(text, TUESDAY) if c.value == "maybe"] == ["Norland deputies"]
