"""Clashes of quotations: the same words given to two people, or one person's words told with another sense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcode

from bot.analyse.claiming.figures import figures
from bot.analyse.claiming.terms import STOP, stem, tokens
from bot.analyse.conflicting.pairs import MOST_MARKED, Clash
from bot.analyse.conflicting.quoted import Quoted, quoted
from bot.analyse.lexicon import words
from bot.shapes import Account

_LEAST_WORDS = 5
"Shorter quotations ('very serious') are said by many."

_SAME_WORDS = 90.0
"rapidfuzz partial ratio from which two quotations are the same words; a changed word in ten stays above 90."

_SURE = 0.9
"""Quotes whose speaker is surer than this have a verb of saying beside them. Below it a clash of speakers was, on the
tuning stories, nearly always our own wrong guess at one of them."""

_FAIR = 0.8
"How sure both speakers must be before their words are compared."

_PART = 0.6
"Of two quotations of very unlike length the short one is a phrase that anybody says."

_SAME_UTTERANCE = 80.0
"From which one speaker's two quotations are one utterance told twice; below, he said two things."

_BODIES = words(
    "ministry department police agency government office group party union company army council court committee "
    "commission authority service force forces bank university hospital team officials spokesman spokeswoman "
    "statement house pentagon kremlin director general president minister chairman manager state states news "
    "television the"
)
_NEGATIONS = words("not no never none neither nor without cannot")

_SHOWN = 10
"Words of a disputed quotation that a summary shows."


def quote_clashes(accounts: Sequence[Account], of: Account | None = None) -> Iterator[Clash]:
    """Clashes between quotations of different accounts; only those with `of` where it is given."""
    for one, other in _alike(accounts, of):
        clash = _speaker_clash(one, other) or _wording_clash(one, other)
        if clash:
            yield clash


def _alike(accounts: Sequence[Account], of: Account | None) -> Iterator[tuple[Quoted, Quoted]]:
    """Pairs of quotations that share three words in a row."""
    index: dict[tuple[str, ...], list[Quoted]] = defaultdict(list)
    paired: set[tuple[str, int, str, int]] = set()
    for account in accounts:
        for said in account.said:
            if said.name is None or said.kind == "indirect":
                continue
            one = quoted(account, said)
            if len(one.words) < _LEAST_WORDS:
                continue
            for at in range(len(one.words) - 2):
                yield from _met(one, index[one.words[at : at + 3]], paired, of)
                index[one.words[at : at + 3]].append(one)


def _met(
    quoted: Quoted, earlier: Sequence[Quoted], paired: set[tuple[str, int, str, int]], of: Account | None
) -> Iterator[tuple[Quoted, Quoted]]:
    for before in earlier:
        place = (before.account.version, before.said.start, quoted.account.version, quoted.said.start)
        if place in paired or before.account.voice == quoted.account.voice:
            continue
        paired.add(place)
        if of is None or of in (before.account, quoted.account):
            yield before, quoted


def _speaker_clash(one: Quoted, other: Quoted) -> Clash | None:
    if not (_is_person(one.name) and _is_person(other.name)) or _share_name(one.name, other.name):
        return None
    short, long = sorted((one, other), key=lambda quoted: len(quoted.words))
    if one.said.via or other.said.via or min(one.said.confidence, other.said.confidence) < _SURE:
        return None
    if len(short.words) < _PART * len(long.words) or _alikeness(one.words, other.words) < _SAME_WORDS:
        return None
    shown = min(_SHOWN, len(short.words))
    return Clash(
        kind="speaker",
        topic=" ".join(short.words[:12]),
        subject=f"“{short.shown(0, shown)}{'' if shown == len(short.words) else ' …'}”",
        one=one.spoken(0, min(MOST_MARKED, shown), one.name),
        other=other.spoken(0, min(MOST_MARKED, shown), other.name),
        confidence=0.6 + 0.02 * min(10, len(short.words)),
        why=f"The same words are given to {one.name} in one report and to {other.name} in another.",
    )


def _alikeness(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """0 to 100: how much of the shorter stands in the longer. A short one inside a far longer one is no match."""
    if min(len(mine), len(theirs)) < _LEAST_WORDS:
        return 0.0
    return fuzz.partial_ratio(" ".join(mine), " ".join(theirs))


def _is_person(name: str | None) -> bool:
    parts = tokens(name or "")
    if "’s" in (name or "") or "'s" in (name or ""):
        return False
    return len(parts) >= 2 and all(p.text[0].isupper() for p in parts) and not {p.low for p in parts} & _BODIES


def _share_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: a word in common, or two spelled nearly alike (Eckdahl, Ekdal)."""
    mine, theirs = ([t.low for t in tokens(name)] for name in (one, other))
    return any(a == b or (min(len(a), len(b)) >= 4 and fuzz.ratio(a, b) >= _ONE_NAME) for a in mine for b in theirs)


_ONE_NAME = 75.0
"rapidfuzz ratio of two spellings of a name; of two names of four letters or more it is seldom above 60."


def _wording_clash(one: Quoted, other: Quoted) -> Clash | None:
    alike = _alikeness(one.words, other.words)
    if "direct" not in (one.said.kind, other.said.kind) or not _SAME_UTTERANCE <= alike < 100:
        return None
    if not _share_name(one.name, other.name) and (
        alike < _SAME_WORDS or (_is_person(one.name) and _is_person(other.name))
    ):
        return None
    if min(one.said.confidence, other.said.confidence) < _FAIR:
        return None
    changed = _changed_sense(one.words, other.words)
    return _worded(one, other, *changed) if changed else None


def _worded(one: Quoted, other: Quoted, op: Opcode, confidence: float) -> Clash:
    """The clash with the words that differ and one word on each side of them."""
    mine = max(0, op.src_start - 1), min(len(one.words), op.src_end + 1)
    theirs = max(0, op.dest_start - 1), min(len(other.words), op.dest_end + 1)
    before, after = one.shown(*mine), other.shown(*theirs)
    return Clash(
        kind="wording",
        topic=" ".join(w for w in one.words if w in set(other.words))[:80],
        subject=max(one.name, other.name, key=len),
        one=one.spoken(*mine, before),
        other=other.spoken(*theirs, after),
        confidence=confidence,
        why=f"Both report the same sentence, and “{before}” and “{after}” do not say the same.",
    )


def _changed_sense(mine: Sequence[str], theirs: Sequence[str]) -> tuple[Opcode, float] | None:
    """Where the words differ and how surely that changes the sense; None for cuts, spelling and other forms."""
    changed = [
        op
        for op in Levenshtein.opcodes(mine, theirs)
        if op.tag != "equal"
        and not _is_at_edge(op.src_start, op.src_end, mine)
        and not _is_at_edge(op.dest_start, op.dest_end, theirs)
    ]
    if len(changed) != 1:  # a sentence told anew, or two sentences
        return None
    op = changed[0]
    before, after = mine[op.src_start : op.src_end], theirs[op.dest_start : op.dest_end]
    if (set(before) & _NEGATIONS) != (set(after) & _NEGATIONS) and max(len(before), len(after)) <= 2:
        return op, 0.85
    if op.tag == "replace" and len(before) == len(after) <= 2 and (sure := _swapped(before, after)):
        return op, sure
    return None


def _is_at_edge(start: int, end: int, whole: Sequence[str]) -> bool:
    """Where a quotation begins or ends it may be cut."""
    return start == 0 or end == len(whole)


def _swapped(before: Sequence[str], after: Sequence[str]) -> float:
    if _value(before) and _value(after):
        return 0.8 if _value(before) != _value(after) else 0.0
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    if any(_is_same_word(a, b) for a, b in pairs):
        return 0.0
    return 0.6


def _is_same_word(a: str, b: str) -> bool:
    """Whether a swap of words is spelling, grammar, an abbreviation or an adverb, and changes no sense."""
    if a in STOP or b in STOP or min(len(a), len(b)) < _LEAST_LETTERS or a.endswith("ly") or b.endswith("ly"):
        return True
    return stem(a) == stem(b) or fuzz.ratio(a, b) > _SPELLED_ALIKE or a[0].isdigit() or b[0].isdigit()


_LEAST_LETTERS = 4
_SPELLED_ALIKE = 65.0


def _value(found: Sequence[str]) -> list[tuple[float, float]]:
    text = " ".join(found)
    return [(f.low, f.high) for f in figures(text, tokens(text))]
