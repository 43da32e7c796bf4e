"""Which running story a report belongs to: the one whose reports speak of the same names, places and things.

One pass, no peeking: each report is weighed against the recent reports of the candidate stories by the
terms they share, rare terms counting more (TF-IDF cosine, after Allan et al., topic detection and tracking,
1998), less the further apart in time they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, sqrt

from bot.match.terms import NAME, terms
from bot.match.words import words
from bot.shapes import KnownStory, Maybe, Placement, Profile, Report, Thresholds, Version

DEFAULT = Thresholds(act=0.23, suggest=0.17)
"""From `act` a report belongs to the story it is like. Of those that open a story of their own, more than half with a
likeness from `suggest` on should not have (bench stories): worth a question to an editor. Below it is every third."""

NAME_WEIGHT = 1.5
"who and where tell events apart better than what happened: every flood has water"

YOUNG_NAME_WEIGHT = 1.0
"on top of it while an archive is too young to know rare words by counting; fades with the fourth power of its age"

BACKGROUND = 200
"articles taken as read before the first: without them a young archive would think every shared word common"

BEST_MEMBER = 0.5
"how much the nearest report counts against the average of the NEAREST: one report that rambles must not draw others in"

NEAREST = 3
"a story drifts: the reports of its first day say nothing about its last"

FADING = timedelta(days=60)
"likeness is halved over this time: last month's flood is seldom this month's"

SHOWN = 5
"shared terms named in a reason"

SLUG_WORDS = 4
MOST_SLUG = 60
MOST_HEADLINE = 110

_POSSESSIVE = re.compile(r"['’]s\b")
_SENTENCE_END = re.compile(r"(?<=[a-z\d”\"’]{4}[.!?])\s+(?=[A-Z“\"‘])")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'-]{2,40}(?:, [\w. ]{3,12})? ?(?:\([^)]{2,20}\))? ?[-–—]{1,2} ")


@dataclass(frozen=True)
class _Weighed:
    """A candidate story with its likeness to the report."""

    story: KnownStory
    score: float
    shared: tuple[str, ...]
    gap: timedelta


def profile(report: Report, seen: datetime) -> Profile:
    """What a report is about; `seen` stands in where it does not say when it was published."""
    return Profile(terms=terms(report.title, report.prose), when=report.published or seen)


def place(
    profile: Profile,
    candidates: Sequence[KnownStory],
    counts: tuple[int, dict[str, int]],
    thresholds: Thresholds = DEFAULT,
) -> Placement:
    """The story a report belongs in, or none: `counts` is how many articles are kept and in how many each of
    the report's terms stands."""
    weighed = sorted((_weigh(profile, story, counts) for story in candidates), key=lambda found: -found.score)
    if not weighed or not weighed[0].shared:
        return Placement(story=None, score=0.0, reason="No kept story shares its names or words: it opens a new one.")
    best = weighed[0]
    if best.score < thresholds.act:
        maybe = _maybe(weighed, thresholds.suggest)
        reason = f"It opens a new story: {_nearest(best)}."
        return Placement(story=None, score=best.score, reason=reason, maybe=maybe)
    return Placement(
        story=best.story.story, score=best.score, reason=f"It belongs to “{best.story.title}”: {_why(best)}."
    )


def _maybe(weighed: Sequence[_Weighed], suggest: float) -> tuple[Maybe, ...]:
    """The stories an editor is asked about, the likeliest first."""
    return tuple(
        Maybe(story=found.story.story, score=found.score, reason=f"Both {_speak(found)}.")
        for found in weighed
        if found.score >= suggest and found.shared
    )


def slug(title: str | None, profile: Profile) -> str:
    """A few words in lower case with hyphens, as a newsroom would slug it."""
    parts = [word for word in words(_POSSESSIVE.sub("", title or "")) if word.isascii() and terms(None, word)]
    if len(parts) < 2:
        named = sorted(profile.terms, key=lambda term: not term.startswith(NAME))
        parts = [re.sub(r"[^a-z0-9]", "", term.removeprefix(NAME)) for term in named]
    return "-".join([part for part in dict.fromkeys(parts) if part][:SLUG_WORDS])[:MOST_SLUG] or "story"


def headline(report: Report | Version) -> str:
    """The report's title, or the heading or first sentence it opens with, cut to the length of a headline."""
    if report.title:
        return report.title
    opening = _opening([line.strip() for line in report.prose[:2000].splitlines() if line.strip()])
    sentence = _SENTENCE_END.split(_DATELINE.sub("", " ".join(opening.split())), maxsplit=1)[0]
    return sentence if len(sentence) <= MOST_HEADLINE else sentence[:MOST_HEADLINE].rsplit(" ", 1)[0] + " …"


def _opening(lines: list[str]) -> str:
    """The first line, or where lines are only wrapped the first of them together."""
    wrapped = len(lines) > 1 and lines[1][0].islower()
    return " ".join(lines[:6]) if wrapped else next(iter(lines), "")


def _rarity(terms: Iterable[str], story: KnownStory, kept: int, standing: dict[str, int]) -> dict[str, float]:
    """How rare each term is outside the story: what only this story speaks of is rare, however often it does."""
    recent = len(story.members) or 1
    inside = Counter(term for member in story.members for term in member.terms)
    others = max(0, kept - story.articles) + BACKGROUND
    name_weight = NAME_WEIGHT + YOUNG_NAME_WEIGHT * (BACKGROUND / (BACKGROUND + kept)) ** 4
    return {
        term: log(others / (1 + max(0.0, standing.get(term, 0) - inside[term] * story.articles / recent)))
        * (name_weight if term.startswith(NAME) else 1.0)
        for term in terms
    }


def _weigh(profile: Profile, story: KnownStory, counts: tuple[int, dict[str, int]]) -> _Weighed:
    rarity = _rarity(profile.terms, story, *counts)
    likes = sorted((_like(profile, member, rarity) for member in story.members), reverse=True)[:NEAREST] or [0.0]
    score = BEST_MEMBER * likes[0] + (1 - BEST_MEMBER) * sum(likes) / len(likes)
    gap = _gap(profile.when, story)
    shared = sorted(profile.terms.keys() & story.terms.keys(), key=lambda term: -profile.terms[term] * rarity[term])
    return _Weighed(story, score * 0.5 ** (gap / FADING), tuple(shared), gap)


def _like(new: Profile, member: Profile, rarity: dict[str, float]) -> float:
    """Cosine; terms of the member alone, whose rarity is not known, are taken to be as rare as the report's."""
    usual = sqrt(sum(value**2 for value in rarity.values()) / max(1, len(rarity)))
    ours = sqrt(sum((weight * rarity[term]) ** 2 for term, weight in new.terms.items()))
    theirs = sqrt(sum((weight * rarity.get(term, usual)) ** 2 for term, weight in member.terms.items()))
    both = new.terms.keys() & member.terms.keys()
    product = sum(new.terms[term] * member.terms[term] * rarity[term] ** 2 for term in both)
    return product / (ours * theirs) if ours and theirs else 0.0


def _gap(when: datetime, story: KnownStory) -> timedelta:
    """From the report to the story's time, nothing inside it."""
    return max(story.first - when, when - story.last, timedelta(0))


def _why(found: _Weighed) -> str:
    return f"both {_speak(found)}"


def _speak(found: _Weighed) -> str:
    shown = ", ".join(_shown(term) for term in found.shared[:SHOWN])
    return f"speak of {shown}{_apart(found.gap)}"


def _nearest(found: _Weighed) -> str:
    shown = ", ".join(_shown(term) for term in found.shared[:SHOWN])
    return f"“{found.story.title}” is nearest, but shares little more than {shown}{_apart(found.gap)}"


def _shown(term: str) -> str:
    return term.removeprefix(NAME).capitalize() if term.startswith(NAME) else term


def _apart(gap: timedelta) -> str:
    if gap < timedelta(hours=1):
        return ""
    hours = int(gap.total_seconds() // 3600)
    if hours >= 48:
        return f", {hours // 24} days apart"
    return f", {hours} hour{'s' if hours > 1 else ''} apart"
