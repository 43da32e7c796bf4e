"""One person under several names (ecbplus/aliases.jsonl), credited article by article as the archive grows.

Every name of a chain is given to `bot.identify` where its article stands, the fullest first; an article's event is its
story. What is scored are pairs of names: whether two are one person's. What the corpus lists beside names ("the
driver", "Deep Throat") is left out: a mention that shares no word with the name is not found by its spelling.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import combinations
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from bench.corpora import shared
from bot.analyse.quoting.titles import TITLES
from bot.identify import Identifying
from bot.shapes import LOCAL
from store import open_store

# No article of the corpus is dated; all are read on one day.
DAY = datetime(2026, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"[\w'’.-]*\w")


class Node(NamedTuple):
    """A name as one person's, as the corpus has it."""

    chain: str
    name: str


class Article(NamedTuple):
    """What is read of one."""

    event: str
    topic: int
    text: str


def run() -> dict[str, object]:
    """Precision and recall of pairs of names, and pairs that were wrong."""
    articles = [Article(row["event_id"], row["topic"], _closed(row["text"])) for row in _rows("docs.jsonl")]
    chains = {row["chain"]: _names(row["mentions"]) for row in _rows("aliases.jsonl") if row["tag"].endswith("PER")}
    people = _credited(articles, {chain: names for chain, names in chains.items() if len(names) > 1})
    return {"articles": len(articles), "names": len(people)} | _score(people)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in shared(f"corpora/ecbplus/{name}").open(encoding="utf-8"):
        yield json.loads(line)


def _closed(text: str) -> str:
    """Tokenised text as it was printed, as far as names go: "W . Bush 's" is "W. Bush's"."""
    return re.sub(r"(?<=\() | (?=[.,)]|['’]s\b)", "", text)


def _names(mentions: Mapping[str, int]) -> list[str]:
    """Those of a chain's mentions that are names, the fullest first: they share a word, spelled alike, with the name of
    two words or more that most articles have."""
    plain: Counter[str] = Counter()
    for mention, articles in mentions.items():
        plain[re.sub(r"['’]s?$", "", _closed(mention).strip('"'))] += articles
    full = [name for name in plain if len(name.split()) > 1 and name.split()[-1][0].isupper()]
    if not full:
        return []
    known = _WORD.findall(max(full, key=lambda name: (plain[name], len(name))))
    return sorted((name for name in plain if _is_of(name, known)), key=lambda name: (-len(name.split()), name))


def _is_of(name: str, known: list[str]) -> bool:
    words = [word for word in _WORD.findall(name) if word.lower() not in TITLES]
    if not all(word[0].isupper() for word in words):
        return False
    return any(fuzz.ratio(word, other) >= 85 for word in words for other in known if len(other) > 2)


def _credited(articles: list[Article], chains: Mapping[str, list[str]]) -> dict[Node, str]:
    """The person that each name was given to most often."""
    store = open_store("sqlite://")
    given: dict[Node, Counter[str]] = defaultdict(Counter)
    topics = {chain: _topics(names[0], articles) for chain, names in chains.items()}
    stories: dict[str, str] = {}
    for article in articles:
        story = stories.setdefault(article.event, "") or store.open_story(LOCAL, article.event, article.event, DAY).id
        stories[article.event] = story
        sources = Identifying(store, LOCAL, story, DAY)
        for chain, names in chains.items():
            for name in names if article.topic in topics[chain] else ():
                if re.search(rf"\b{re.escape(name)}(?!\w)", article.text):
                    person = sources.named(name, "person").person
                    store.open_utterance(LOCAL, person, story, name)
                    given[Node(chain, name)][str(person)] += 1
    store.close()
    return {node: counted.most_common(1)[0][0] for node, counted in given.items()}


def _topics(name: str, articles: list[Article]) -> set[int]:
    """Where a chain's people are: the topics whose articles hold its fullest name."""
    return {article.topic for article in articles if name in article.text}


def _score(people: Mapping[Node, str]) -> dict[str, object]:
    pairs = list(combinations(people, 2))
    same = [pair for pair in pairs if pair[0].chain == pair[1].chain]
    joined = [pair for pair in pairs if people[pair[0]] == people[pair[1]]]
    hits = set(same) & set(joined)
    return {
        "pairs": len(same),
        "precision": round(len(hits) / max(1, len(joined)), 3),
        "recall": round(len(hits) / max(1, len(same)), 3),
        "joined_wrongly": [f"{one.name} = {other.name}" for one, other in joined if one.chain != other.chain],
        "missed": [f"{one.name} = {other.name}" for one, other in same if (one, other) not in hits],
    }
