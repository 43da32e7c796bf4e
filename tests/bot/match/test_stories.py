"""Which story a report belongs to: one running story stays whole, and a look-alike nearby stays out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.stories import headline, place, profile, slug
from bot.match.terms import terms
from bot.shapes import KnownStory, Placement, Profile, Report, Thresholds
from tests.bot.match.texts import COUNCIL, FERRY, FERRY_REWRITE, SIX, a_report

INQUIRY = """\
Investigators raised the rudder of the Orsund ferry on Monday and found a bolt sheared clean through. Lars Vik
of the coastguard said the bolt had been replaced in February at a yard in Halden. Sundline, which runs the
ferry, said it had asked the yard for its records. The north pier will stay shut to the fish market's traders
until the bridge is in place."""

MARKET = """\
Traders at Orsund's fish market lost a third of their week's takings because of the closed pier, their guild
said. Tomas Brandt of the guild asked Sundline, whose ferry struck the pier on Saturday, to pay. The harbour
master promised that the temporary bridge would open on Tuesday. Sundline said its insurers would talk to
every trader."""

OTHER_FERRY = """\
A car ferry ran onto a sandbank off Kelmouth on Sunday evening with eighty passengers on board. The lifeboat
took them off before dark and nobody was hurt. Kelmouth's harbour master, Joan Pratt, said the ferry, the
Merrow, would be floated off on the next tide. Her owner, Blackwater Lines, said the captain had been misled
by a missing buoy."""

STORY = [FERRY, FERRY_REWRITE, INQUIRY, MARKET]


def a_profile(body: str, hours: float = 0, title: str | None = None) -> Profile:
    return profile(a_report(body, title=title, published=SIX + timedelta(hours=hours)), SIX)


def a_story(name: str, members: Sequence[Profile]) -> KnownStory:
    summed: Counter[str] = Counter()
    for member in members:
        summed.update({term: round(weight) for term, weight in member.terms.items()})
    times = [member.when for member in members]
    return KnownStory(
        story=name, title=f"The {name} story", first=min(times), last=max(times), articles=len(members),
        terms={term: float(weight) for term, weight in summed.items()}, members=tuple(members),
    )  # fmt: skip


def placed(new: Profile, *stories: KnownStory) -> Placement:
    members = [member for story in stories for member in story.members]
    standing = Counter(term for member in members for term in member.terms)
    return place(new, stories, (len(members), {term: standing[term] for term in new.terms}))


@pytest.mark.parametrize("order", [*permutations(range(len(STORY)))])
def test_a_running_story_is_one_story_in_whatever_order_it_comes(order: tuple[int, ...]) -> None:
    members: list[Profile] = []
    for number in order:
        new = a_profile(STORY[number], hours=20 * number)
        assert not members or placed(new, a_story("pier", members)).story == "pier"
        members.append(new)


@pytest.mark.parametrize("body", [OTHER_FERRY, COUNCIL])
def test_a_look_alike_and_another_event_in_one_town_open_stories_of_their_own(body: str) -> None:
    pier = a_story("pier", [a_profile(text) for text in STORY])
    assert placed(a_profile(body, hours=30), pier).story is None


@pytest.mark.parametrize(("act", "suggest", "story", "maybe"), [
    (0.01, 0.01, "pier", []), (1.0, 0.01, None, ["pier"]), (1.0, 1.0, None, []),
])  # fmt: skip
def test_an_editor_is_asked_between_the_two_thresholds(
    act: float, suggest: float, story: str | None, maybe: list[str]
) -> None:
    pier, new = a_story("pier", [a_profile(text) for text in STORY]), a_profile(OTHER_FERRY, hours=30)
    counts = (20, dict.fromkeys(new.terms, 1))
    placement = place(new, [pier], counts, Thresholds(act=act, suggest=suggest))
    assert placement.story == story
    assert [one.story for one in placement.maybe] == maybe
    assert all("Both speak of" in one.reason and one.score == placement.score for one in placement.maybe)


def test_a_report_goes_to_the_nearer_of_two_stories() -> None:
    stories = a_story("pier", [a_profile(FERRY)]), a_story("sandbank", [a_profile(OTHER_FERRY)])
    assert placed(a_profile(MARKET, hours=50), *stories).story == "pier"


def test_time_parts_what_words_alone_would_join() -> None:
    pier = a_story("pier", [a_profile(FERRY)])
    near, far = placed(a_profile(INQUIRY, hours=50), pier), placed(a_profile(INQUIRY, hours=24 * 300), pier)
    assert (near.story, far.story) == ("pier", None)
    assert far.score < near.score


def test_the_reason_names_what_is_shared_and_how_far_apart() -> None:
    reason = placed(a_profile(INQUIRY, hours=50), a_story("pier", [a_profile(FERRY)])).reason
    assert reason.startswith("It belongs to “The pier story”: both speak of ")
    assert "Orsund" in reason
    assert reason.endswith(", 2 days apart.")


def test_the_reason_against_names_the_nearest_story() -> None:
    reason = placed(a_profile(OTHER_FERRY, hours=30), a_story("pier", [a_profile(FERRY)])).reason
    assert reason.startswith("It opens a new story: “The pier story” is nearest, but shares little more than ")


def test_the_first_report_of_all_opens_a_story() -> None:
    assert placed(a_profile(FERRY)) == Placement(
        story=None, score=0.0, reason="No kept story shares its names or words: it opens a new one."
    )


def test_a_report_without_words_opens_a_story() -> None:
    assert placed(a_profile("…"), a_story("pier", [a_profile(FERRY)])).story is None


def test_a_report_without_a_date_is_placed_by_when_it_was_seen() -> None:
    assert profile(a_report(published=None), SIX).when == SIX


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry strikes the north pier at Orsund, six hurt", "ferry-strikes-north-pier"),
        ("“Nobody told us”: Orsund’s ferry", "nobody-orsund-ferry"),
        (None, "edda-holm-lars-orsund"),
        ("港の船", "edda-holm-lars-orsund"),
    ],
)
def test_slug(title: str | None, expected: str) -> None:
    assert slug(title, a_profile(FERRY)) == expected


def test_a_story_without_any_word_still_has_a_slug() -> None:
    assert slug(None, a_profile("…")) == "story"


@given(st.text(max_size=80))
def test_a_slug_is_fit_for_a_command(title: str) -> None:
    assert set(slug(title, a_profile(FERRY))) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def report(body: str, title: str | None = None) -> Report:
    return a_report(body, title=title)


@pytest.mark.parametrize(
    ("given_report", "expected"),
    [
        (report("Any text.", "Ferry hits pier"), "Ferry hits pier"),
        (report("  A tug\n sank. Nobody drowned."), "A tug sank."),
        (report("Mr. Vik saw it at 5 a.m. on the pier"), "Mr. Vik saw it at 5 a.m. on the pier"),
        (report("Pier shut for a week\nBy Ida Lie\nThe north pier is shut. It broke."), "Pier shut for a week"),
        (report("The north pier at\norsund is shut. It broke on Saturday."), "The north pier at orsund is shut."),
        (report("ORSUND, 3 May (Norrbild) -- The pier is shut. It broke."), "The pier is shut."),
        (report("word " * 100), "word " * 21 + "word …"),
        (report(""), ""),
    ],
)
def test_headline(given_report: Report, expected: str) -> None:
    assert headline(given_report) == expected


def test_terms_of_both_bodies_differ_so_the_cases_above_mean_something() -> None:
    assert len(terms(None, FERRY).keys() & terms(None, OTHER_FERRY).keys()) >= 4
