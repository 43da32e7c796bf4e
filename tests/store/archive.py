"""Steps that fill a store, in the words of the tests that take them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.ports import Store
from bot.shapes import Claim, Fingerprint, Match, Notice, Profile, Quote, Report, Version
from tests.factories import NOON

HOME = "T1"
AWAY = "T2"


def a_report(**fields: Any) -> Report:
    given = {
        "drop": "d1", "outlet": "The Harbour Post", "title": "Ferry strikes pier", "published": NOON,
        "url": "https://post.example/ferry?from=feed", "canonical": "https://post.example/ferry",
        "body": "Nine people died. “We saw nothing,” Mira Holt said.",
    }  # fmt: skip
    return Report.model_validate(given | fields)


def a_print(exact: str = "x", bands: Sequence[int] = (1, 2, 3)) -> Fingerprint:
    return Fingerprint(exact=exact, bands=tuple(bands), words=9)


def print_of(report: Report) -> Fingerprint:
    """A fingerprint that no other body shares."""
    digest = hashlib.sha256(report.body.encode(errors="replace")).digest()
    return a_print(digest.hex(), [int.from_bytes(digest[at : at + 8], signed=True) for at in (0, 8, 16)])


def a_profile(when: datetime = NOON, **terms: float) -> Profile:
    return Profile(terms=terms or {"ferry": 2.0, "pier": 1.0}, when=when)


def a_match(**fields: Any) -> Match:
    return Match.model_validate({"outcome": "new", "reason": "Nothing like it is kept."} | fields)


def a_story(store: Store, slug: str = "ferry-pier", workspace: str = HOME, first: datetime = NOON) -> str:
    return store.open_story(workspace, slug, slug.replace("-", " ").capitalize(), first).id


def an_article(
    store: Store,
    story: str,
    *,
    workspace: str = HOME,
    print_: Fingerprint | None = None,
    match: Match | None = None,
    profile: Profile | None = None,
    seen: datetime = NOON,
    **report: Any,
) -> Version:
    """Adds one; `report` are its report's fields."""
    told = a_report(**report)
    return store.add_article(
        workspace,
        story,
        told,
        print_ or print_of(told),
        match or a_match(),
        profile or a_profile(told.published or seen),
        seen,
    )


def a_later_version(
    store: Store,
    article: str,
    *,
    workspace: str = HOME,
    print_: Fingerprint | None = None,
    profile: Profile | None = None,
    seen: datetime = NOON,
    match: Match | None = None,
    **report: Any,
) -> Version:
    told = a_report(**report)
    return store.add_version(
        workspace, article, told, print_ or print_of(told), profile or a_profile(told.published or seen), seen, match
    )


def a_quote(body: str, *parts: str, **fields: Any) -> Quote:
    """The quote whose parts are these words of the body."""
    content = tuple((body.index(part), body.index(part) + len(part)) for part in parts)
    given: Mapping[str, Any] = {"content": content, "speaker": None, "cue": None, "name": None, "kind": "direct"}
    return Quote.model_validate({**given, **fields})


def say(
    store: Store, version: Version, *parts: str, person: str | None = None, workspace: str = HOME, **fields: Any
) -> str:
    """Adds one finding: that these words of the version were said. Returns its utterance."""
    article = store.article(workspace, version.article)
    assert article
    utterance = store.open_utterance(workspace, person, article.story, " … ".join(parts))
    store.add_findings(version, workspace, [(a_quote(version.body, *parts, **fields), person, utterance)], [])
    return utterance


def a_claim(body: str, spot: str, **fields: Any) -> Claim:
    """A claim whose sentence is the whole body."""
    start = body.index(spot)
    given: Mapping[str, Any] = {
        "kind": "number", "about": "killed", "says": f"{spot} killed", "start": 0, "end": len(body), "text": body,
        "spot": (start, start + len(spot)),
    }  # fmt: skip
    return Claim.model_validate({**given, **fields})


def a_notice(**fields: Any) -> Notice:
    given = {"key": "card s1", "workspace": HOME, "channel": "C1", "kind": "card", "subject": "s1", "story": "s1"}
    return Notice.model_validate(given | fields)
