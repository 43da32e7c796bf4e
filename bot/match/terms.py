"""The terms a report is about: names and places, and plain content words, with how much each counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import log

NAME = "n:"
"the prefix of a term that is written as a name"

MOST_TERMS = 60
"enough for the longest report's subject; more would be background, and rows in the index"

OPENING = 2.0
"a word of the headline or of the first OPENING_SIGNS counts so much more: that is where news writing puts the event"

OPENING_SIGNS = 500

MOST_SIGNS = 60_000
"a longer text is profiled by its beginning"

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:[.’'][^\W\d_]+)*|\d[\d,]*(?:\.\d+)?")
"words and figures: a magnitude, an age or a year tells one flood from the next"
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*\s|[“\"]\s*|``\s*|\n")

_STOP_WORDS = """
    a about above after again against all almost along already also although always am among an and another any anyone
    anything are aren't around as ask asked asking at away b back be became because become been before began behind
    being believe below between both but by c call called came can can't cannot come comes coming could couldn't d day
    days de did didn't do does doesn't doing don don't done down during e each early either else end enough even ever
    every everyone everything f far few first five for former found four from full further g gave get getting give
    given go goes going gone good got great h had hadn't half has hasn't have haven't having he he's held help her here
    hers herself him himself his hold hour hours how however i i'm i've if in including inside instead into is isn't it
    it's its itself j just k keep kept know known l largely last late later least left less let like likely little ll
    long look looking lot m made major make makes making man many may maybe me mean men might minute minutes month
    months more morning most mr mrs ms much must my n near nearly need never new next night no none nor not nothing now
    number o of off often oh old on once one only or other others our out outside over own p part past people per
    percent perhaps place point possible put q quite r rather re really recent recently reported reportedly right s
    said same saw say saying says second see seen several she should shouldn't show since six so some someone something
    soon spoke still such t take taken taking tell ten than thank that that's the their them themselves then there
    there's these they they're thing things think third this those though thought three through thursday tuesday
    time times to today together told tomorrow tonight too took toward towards tried try two u under until up upon us
    use used using v ve very w want wanted was wasn't way we week weekend weeks well went were weren't what when where
    whether which while who whole whom whose why will with within without won't work would wouldn't x y year years yes
    yesterday yet you your z friday monday saturday sunday wednesday january february march april june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec photo image file copyright
    reuters afp ap upi associated press news newspaper reporters reporter correspondent editor story stories article
    read click comment comments share facebook twitter email subscribe newsletter video updated published statement
    spokesman spokeswoman spokesperson official officials according added announced confirmed told
    """
"Words that tell no event from another, among them those of news writing itself and of a page's furniture."

_STOP = frozenset(_STOP_WORDS.split())


def terms(title: str | None, prose: str) -> dict[str, float]:
    """At most MOST_TERMS terms and their weights: 1 + log of how often each stands there, the opening counted more."""
    text = f"{title}\n{prose[:MOST_SIGNS]}" if title else prose[:MOST_SIGNS]
    opening = OPENING_SIGNS + (len(title) if title else 0)
    counts: dict[str, float] = defaultdict(float)
    proper: Counter[str] = Counter()
    openers = {match.end() for match in _SENTENCE_END.finditer(text)} | {0}
    for match in _TOKEN.finditer(text):
        named = match.group()[0].isupper() and match.start() not in openers
        if stem := stemmed(match.group(), named):
            counts[stem] += OPENING if match.start() < opening else 1
            proper[stem] += named
    weights = {
        (NAME + stem if proper[stem] * 2 >= count / OPENING else stem): round(1 + log(count), 3)
        for stem, count in counts.items()
    }
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS])


def stemmed(word: str, named: bool = False) -> str:
    """The word without case, dots, possessive and plural (Harman's S-stemmer); empty for a stop word. Of a name
    only the plural of a people is taken off: Russians are Russian, but Lars is not Lar."""
    if word[:1].isdigit():
        return word.replace(",", "") if len(word) > 1 else ""
    word = word.casefold().replace("’", "'").replace(".", "").removesuffix("'s").removesuffix("'")
    if word in _STOP or len(word) < 2:
        return ""
    if named and not (word.endswith(("ans", "ists")) and len(word) > 6):
        return word
    return _singular(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4 and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zes")) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("us", "ss", "is", "aes", "ees", "oes")):
        return word[:-1]
    return word
