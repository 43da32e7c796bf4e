"""The words copydesk speaks: frozen shapes that every room shares.

Offsets count Unicode code points of a body, end exclusive: `body[start:end]` is the text shown.
Times are aware datetimes in UTC. Ids are short strings: `a12` an article, `v30` a version, `s4` a
story, `c7` a conflict, `p9` a person, `u5` an utterance, `q88` a quote, `d3` a decision about stories.
"""

from __future__ import annotations

from bot.shapes.analysing import (
    Account,
    Change,
    Claim,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Heard,
    Office,
    Quote,
    QuoteKind,
    Said,
    Side,
)
from bot.shapes.base import LOCAL, Shape, Span
from bot.shapes.deciding import Decision, DecisionKind, DecisionStatus, Pair
from bot.shapes.keeping import Article, Bearer, Judgement, Outcome, Person, QuoteReport, Story, StorySheet, Version
from bot.shapes.lineage import Carrier, NewSentence, Shared, Traced, WireSource, WireText
from bot.shapes.matching import Fingerprint, Known, KnownStory, Match, Maybe, Passage, Placement, Profile, Thresholds
from bot.shapes.taking import (
    COPIES,
    Asked,
    Drop,
    Feed,
    FeedAnswer,
    LineageKind,
    Mark,
    OutcomeKind,
    Page,
    Rejection,
    Report,
    Source,
)
from bot.shapes.telling import Channel, Digest, DigestEntry, Moved, Notice, NoticeKind, Posting, Revised, Taken

__all__ = [
    "COPIES",
    "LOCAL",
    "Account",
    "Article",
    "Asked",
    "Bearer",
    "Carrier",
    "Change",
    "Channel",
    "Claim",
    "Conflict",
    "ConflictKind",
    "ConflictStatus",
    "Decision",
    "DecisionKind",
    "DecisionStatus",
    "Digest",
    "DigestEntry",
    "Drop",
    "Feed",
    "FeedAnswer",
    "Fingerprint",
    "Heard",
    "Judgement",
    "Known",
    "KnownStory",
    "LineageKind",
    "Mark",
    "Match",
    "Maybe",
    "Moved",
    "NewSentence",
    "Notice",
    "NoticeKind",
    "Office",
    "Outcome",
    "OutcomeKind",
    "Page",
    "Pair",
    "Passage",
    "Person",
    "Placement",
    "Posting",
    "Profile",
    "Quote",
    "QuoteKind",
    "QuoteReport",
    "Rejection",
    "Report",
    "Revised",
    "Said",
    "Shape",
    "Shared",
    "Side",
    "Source",
    "Span",
    "Story",
    "StorySheet",
    "Taken",
    "Thresholds",
    "Traced",
    "Version",
    "WireSource",
    "WireText",
]
