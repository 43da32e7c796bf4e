"""Shapes filled with whatever an outlet, a feed or a bored reader could put into them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, get_args

from hypothesis import strategies as st

from bot.analyse.uttering.differing import How
from bot.shapes import (
    Article,
    Carrier,
    Change,
    Channel,
    Conflict,
    ConflictKind,
    Decision,
    DecisionKind,
    DecisionStatus,
    Digest,
    DigestEntry,
    Feed,
    LineageKind,
    Moved,
    NewSentence,
    Outcome,
    OutcomeKind,
    QuoteReport,
    Revised,
    Shared,
    Side,
    Story,
    StorySheet,
    Traced,
    Version,
    WireSource,
    WireText,
)
from handlers.answers import (
    Answer,
    Candidate,
    Changing,
    ConflictList,
    Difference,
    DigestAnswer,
    Disagreement,
    Given,
    Help,
    InPlace,
    MayBeOne,
    Page,
    Passage,
    Seen,
    Settings,
    Speaker,
    StoryAnswer,
    StoryLine,
    StoryList,
    Taken,
    Telling,
    TwoStories,
    Utterance,
    WhatChanged,
    WhoSaid,
)
from handlers.lineage import ArticleLineage, StoryLineage

NASTY = (
    "", " ", "\n\n", "<!channel> <!here> <!everyone>", "<@U012ABCDEF>", "<https://evil.example|The Harbour Post>",
    "*bold* _it_ ~no~ `code` ```block```", "&lt;!channel&gt; & < >", "a" * 4000, "word " * 1200, "\u202egnp.exe\u200b",
    "\x00\x07\x1b[31m", "👩‍👩‍👧" * 900, "“Nine,” he said, “nine.”", "اللغة العربية " * 300, "> quoted\n• item",
    "@channel #general",
)  # fmt: skip
URLS = (
    None, "", "https://post.example/ferry", "javascript:alert(1)", "ftp://post.example", "https://", "http://[broken",
    "https://post.example/a b", "https://post.example/<!channel>", "https://post.example/" + "x" * 2990,
    "https://post.example/" + "x" * 5000, "https://post.example/#part", 'https://post.example/"|x',
)  # fmt: skip
MOMENTS = (None, datetime(2026, 10, 6, 12, tzinfo=UTC), datetime(2015, 1, 2, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC))

texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=80))
maybe = st.one_of(st.none(), texts)
urls = st.sampled_from(URLS)
moments = st.sampled_from(MOMENTS)
known_moments = st.sampled_from(MOMENTS[1:])
unit = st.floats(0, 1)
small = st.integers(0, 400)
kinds = st.sampled_from(["direct", "mixed", "indirect"])
lines = st.one_of(
    st.just("/story s1"), texts.map(lambda text: f"/who-said {text}"), st.just("/who-said " + "long " * 500)
)


def _many(of: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few, or so many that no message holds them."""
    few = st.lists(of, max_size=most)
    crowd = of.map(lambda one: [one] * 130)
    return st.one_of(few, few, few, crowd).map(tuple)


def _few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=7).map(tuple)


stories = st.builds(
    Story,
    id=st.just("s1"),
    workspace=st.just("local"),
    slug=texts,
    title=texts,
    first=known_moments,
    last=known_moments,
)
articles = st.builds(
    Article, id=st.sampled_from(["a1", "a2", "a3"]), workspace=st.just("local"), story=st.just("s1"), outlet=maybe,
    title=maybe, published=moments, seen=known_moments, updated=moments, url=urls, versions=st.integers(1, 9),
    outcome=st.sampled_from(["new", "copy", "rewrite"]), of=st.sampled_from([None, "a1", "a9"]), similarity=unit,
    reason=texts, drop=texts, lineage=st.sampled_from(get_args(LineageKind)), root=st.sampled_from([None, "a1", "a9"]),
    new=st.one_of(st.none(), unit), kept=st.one_of(st.none(), unit), agency=maybe,
)  # fmt: skip
sides = st.builds(
    Side, article=st.just("a1"), version=st.just("v1"), outlet=maybe, published=moments, url=urls, source=maybe,
    text=texts, start=small, end=small, spot=st.tuples(small, small), says=texts,
)  # fmt: skip
statuses = st.sampled_from(["open", "dismissed", "resolved", "superseded"])
judges = st.one_of(st.none(), st.just("U012ABCDEF"), texts)
conflicts = st.builds(
    Conflict, id=st.just("c7"), key=texts, kind=st.sampled_from(get_args(ConflictKind)), status=statuses,
    story=st.just("s1"), summary=texts, why=texts, confidence=unit, sides=_many(sides), confirmed=st.booleans(),
    judged_by=judges,
)  # fmt: skip
quotes = st.builds(
    QuoteReport, quote=st.just("q1"), utterance=st.just("u1"), person=st.just("p1"), name=maybe, article=st.just("a1"),
    version=st.just("v1"), story=st.just("s1"), outlet=maybe, url=urls, published=moments, text=texts, start=small,
    end=small, speaker_text=maybe, kind=kinds, via=maybe, confidence=unit,
)  # fmt: skip
wire_sources = st.builds(
    WireSource, name=maybe, is_agency=st.booleans(), outlets=small, cut=small, changed=small, behind=small
)
decisions = st.builds(
    Decision, id=st.just("d1"), kind=st.sampled_from(get_args(DecisionKind)),
    status=st.sampled_from(get_args(DecisionStatus)), story=st.just("s1"), other=st.sampled_from(["s1", "s2"]),
    titles=st.tuples(texts, texts), article=st.sampled_from([None, "a1"]), by=judges, at=known_moments, score=unit,
    reason=texts, asked=moments,
)  # fmt: skip
sheets = st.builds(
    StorySheet, story=stories, decisions=_many(decisions), touched=_many(stories),
    articles=_many(articles), conflicts=_many(conflicts), voices=small, revisions=small,
    built=small, sources=_many(wire_sources),
    quotes=_many(quotes),
)  # fmt: skip
outcomes = st.builds(
    Outcome, drop=texts, article=st.just("a1"), outcome=st.sampled_from(get_args(OutcomeKind)), of=st.just("a2"),
    similarity=unit, story=st.just("s1"), conflicts=_many(st.just("c7")), reason=texts,
)  # fmt: skip
versions = st.builds(
    Version, id=st.just("v1"), article=st.just("a1"), number=small, title=maybe, published=moments, seen=known_moments,
    url=urls, body=texts,
)  # fmt: skip
change_kinds = st.sampled_from(get_args(Change.model_fields["kind"].annotation))
changes = st.builds(
    Change, kind=change_kinds, before=maybe, after=maybe, weight=unit, matters=st.booleans(), why=texts
)  # fmt: skip
_carriers = st.builds(
    Carrier, article=articles, kept=st.one_of(st.none(), unit), headline=maybe, changes=_few(changes),
    behind=st.booleans(),
)  # fmt: skip
wire_texts = st.builds(
    WireText, root=st.just("a1"), lead=articles, agency=maybe, unseen=st.booleans(), carried=_few(_carriers),
    cut=_few(_carriers), changed=_few(_carriers), built_on=_few(_carriers),
)  # fmt: skip
_spans = st.tuples(small, small)
traced = st.builds(
    Traced, article=articles, version=versions, source=st.one_of(st.none(), articles),
    source_version=st.one_of(st.none(), versions), new=unit, kept=unit,
    passages=_few(st.builds(Shared, ours=_spans, theirs=_spans, text=texts)),
    fresh=_many(st.builds(NewSentence, span=_spans, text=texts)), changes=_many(changes),
)  # fmt: skip
figures = st.builds(Moved, what=texts, before=texts, after=texts, outlet=maybe, at=known_moments)
digests = st.builds(
    Digest,
    since=known_moments,
    until=known_moments,
    articles=small,
    entries=_many(
        st.builds(
            DigestEntry,
            sheet=st.builds(
                StorySheet, story=stories, articles=_few(articles), voices=small, revisions=small, conflicts=st.just(())
            ),
            fresh=st.booleans(),
            reports=small,
            revised=small,
            copies=small,
            came=_few(articles),
            conflicts=_few(conflicts),
            new_conflicts=small,
            moved=_few(figures),
            changes=_few(st.builds(Revised, outlet=maybe, url=urls, at=known_moments, change=changes, more=small)),
        )
    ),
)

_candidates = _many(st.builds(Candidate, line=lines, name=texts, detail=texts))
_common = {"line": lines, "note": texts, "instead": _candidates}
_speakers = st.builds(Speaker, name=texts, also=_many(texts))
_tellings = st.builds(
    Telling, article=st.just("a1"), version=st.just("v1"), story=st.just("s1"), outlet=maybe, url=urls,
    published=moments, seen=moments, text=texts, start=small, end=small, said=texts, kind=kinds, via=maybe,
    confidence=unit, differs=maybe, parts=st.lists(st.tuples(small, small), max_size=3).map(tuple), before=texts,
    after=texts, other=maybe, how=st.sampled_from([None, *get_args(How)]),
)  # fmt: skip
_utterances = st.builds(
    Utterance, utterance=st.just("u1"), text=texts, kind=kinds, speaker=st.one_of(st.none(), _speakers),
    confidence=unit, story=st.just("s1"), reports=_many(_tellings), fullest=st.just("a1"),
    first=st.sampled_from(["a1", "a9"]),
)  # fmt: skip
_passages = st.builds(
    Passage, article=st.just("a1"), outlet=maybe, url=urls, published=moments, seen=moments, before=texts, text=texts,
    parts=st.lists(st.tuples(small, small), max_size=3).map(tuple), after=texts, same_in=_many(texts),
)  # fmt: skip
_seen = st.builds(Seen, article=st.just("a1"), outlet=maybe, url=urls, published=moments, after_version=st.just("v2"))
_differences = st.builds(
    Difference, kind=change_kinds, before=maybe, after=maybe, reports=_many(_seen), matters=st.booleans(), weight=unit,
    why=texts,
)  # fmt: skip
_changing = st.builds(
    Changing, article=st.just("a1"), outlet=maybe, title=maybe, url=urls, published=moments, versions=small
)
_disagreements = st.builds(
    Disagreement, id=st.just("c7"), kind=st.sampled_from(get_args(ConflictKind)), status=statuses, story=st.just("s1"),
    title=texts, summary=texts, why=texts, confidence=unit, posted=st.booleans(), confirmed=st.booleans(),
    judged_by=judges, sides=_many(sides),
)  # fmt: skip
_channels = st.builds(
    Channel, workspace=st.just("local"), id=st.just("C1"), follows=st.booleans(), digest_at=st.one_of(st.none(), texts),
    days=st.lists(st.integers(0, 6), unique=True).map(tuple), timezone=texts,
)  # fmt: skip
_feeds = st.builds(
    Feed, id=st.just("f1"), workspace=st.just("local"), url=texts, title=maybe, polled=moments, due=known_moments,
    error=maybe,
)  # fmt: skip
_pages = st.builds(Page, name=texts, summary=texts, usage=_many(texts))

answers: st.SearchStrategy[Answer] = st.one_of(
    st.builds(
        WhoSaid,
        **_common,
        asked=texts,
        speaker=st.one_of(st.none(), _speakers),
        candidates=_candidates,
        may_be_one=_many(st.builds(MayBeOne, one=st.just("p1"), other=st.just("p2"), names=st.tuples(texts, texts))),
        person=st.sampled_from([None, "p1"]),
        utterances=_many(_utterances),
        topic=texts,
        given=_many(st.builds(Given, name=texts, outlets=_many(texts))),
    ),
    st.builds(InPlace, **_common, asked=texts, utterances=_many(_utterances), passages=_many(_passages)),
    st.builds(
        WhatChanged,
        **_common,
        title=texts,
        versus=st.one_of(st.none(), st.tuples(texts, texts)),
        articles=_many(_changing),
        changes=_many(_differences),
        candidates=_candidates,
    ),
    st.builds(
        StoryLineage,
        **_common,
        story=st.sampled_from([None, "s1"]),
        title=texts,
        independent=small,
        built=small,
        newsrooms=_many(texts),
        articles=small,
        texts=_few(wire_texts),
        candidates=_candidates,
    ),
    st.builds(
        ArticleLineage,
        **_common,
        story=st.just("s1"),
        title=texts,
        traced=traced,
        text=st.one_of(st.none(), wire_texts),
        credit=maybe,
        sources=_few(wire_sources),
    ),
    st.builds(
        ConflictList,
        **_common,
        story=st.sampled_from([None, "s1"]),
        title=texts,
        conflicts=_many(_disagreements),
        candidates=_candidates,
    ),
    st.builds(StoryAnswer, **_common, sheet=sheets),
    st.builds(TwoStories, **_common, one=sheets, other=sheets),
    st.builds(
        StoryList,
        **_common,
        asked=texts,
        stories=_many(st.builds(StoryLine, line=lines, story=stories, articles=small, outlets=small, conflicts=small)),
    ),
    st.builds(DigestAnswer, **_common, digest=digests),
    st.builds(Taken, **_common, outcomes=_many(outcomes), sheet=st.one_of(st.none(), sheets)),
    st.builds(Help, **_common, about=texts, pages=_many(_pages)),
    st.builds(
        Settings,
        **_common,
        channel=st.one_of(st.none(), _channels),
        feeds=_many(_feeds),
        shows=st.sampled_from(["settings", "feeds"]),
    ),
)
