"""Clashes of quotations: the same words given to two people, or one person's words told with another sense."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bot.analyse.claiming.figures import figures
from bot.analyse.claiming.terms import STOP, stem, tokens
from bot.analyse.conflicting.pairs import Clash, Spoken
from bot.analyse.lexicon import words
from bot.shapes import Account, Said

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
_SHORT_FORMS = {"can't": "can not", "won't": "will not", "cannot": "can not", "gonna": "going to", "wanna": "want to"}
_ASIDE = re.compile(r"\[[^\]\[]{0,80}\]|\([^()]{0,80}\)")

Quoted = tuple[Account, Said, tuple[str, ...]]


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
            words_ = _plain(said.text)
            if said.name is None or said.kind == "indirect" or len(words_) < _LEAST_WORDS:
                continue
            quoted = (account, said, words_)
            for at in range(len(words_) - 2):
                for before in index[words_[at : at + 3]]:
                    place = (before[0].version, before[1].start, account.version, said.start)
                    if place in paired or before[0].voice == account.voice:
                        continue
                    paired.add(place)
                    if of is None or of in (before[0], account):
                        yield before, quoted
                index[words_[at : at + 3]].append(quoted)


def _plain(text: str) -> tuple[str, ...]:
    """The words alone: no case, typography or editor's asides, short forms written out."""
    found: list[str] = []
    for token in tokens(_ASIDE.sub(" ", text)):
        low = _SHORT_FORMS.get(token.low) or (token.low[:-3] + " not" if token.low.endswith("n't") else token.low)
        found += low.replace("'re", " are").replace("'ve", " have").replace("'ll", " will").split()
    return tuple(found)


def _speaker_clash(one: Quoted, other: Quoted) -> Clash | None:
    (account, said, mine), (account2, said2, theirs) = one, other
    if not (_is_person(said.name) and _is_person(said2.name)) or _share_name(said.name or "", said2.name or ""):
        return None
    short, long = sorted((mine, theirs), key=len)
    if said.via or said2.via or min(said.confidence, said2.confidence) < _SURE or len(short) < _PART * len(long):
        return None
    if _alikeness(mine, theirs) < _SAME_WORDS:
        return None
    return Clash(
        kind="speaker",
        topic=" ".join(short[:12]),
        subject=f"“{' '.join(short[:10])} ...”",
        one=_spoken(account, said, said.name or ""),
        other=_spoken(account2, said2, said2.name or ""),
        confidence=0.6 + 0.02 * min(10, len(short)),
        why=f"The same words are given to {said.name} and to {said2.name}.",
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
    (account, said, mine), (account2, said2, theirs) = one, other
    if "direct" not in (said.kind, said2.kind) or not _SAME_UTTERANCE <= (alike := _alikeness(mine, theirs)) < 100:
        return None
    if not _share_name(said.name or "", said2.name or "") and (
        alike < _SAME_WORDS or (_is_person(said.name) and _is_person(said2.name))
    ):
        return None
    if min(said.confidence, said2.confidence) < _FAIR:
        return None
    changed = _changed_sense(mine, theirs)
    if changed is None:
        return None
    before, after, confidence = changed
    return Clash(
        kind="wording",
        topic=" ".join(w for w in mine if w in set(theirs))[:80],
        subject=f"{said.name}’s words",
        one=_spoken(account, said, before or "without these words"),
        other=_spoken(account2, said2, after or "without these words"),
        confidence=confidence,
        why=f"One quotes {said.name} with “{before or '...'}”, the other with “{after or '...'}”: another sense.",
    )


def _changed_sense(mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, str, float] | None:
    """The words that differ and how surely they change the sense; None for cuts, spelling and other forms of a word."""
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
        return " ".join(before), " ".join(after), 0.85
    if op.tag == "replace" and len(before) == len(after) <= 2 and (sure := _swapped(before, after)):
        return " ".join(before), " ".join(after), sure
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


def _spoken(account: Account, said: Said, says: str) -> Spoken:
    return Spoken(account, said.start, said.end, said.text, (said.start, said.end), says, said.name)
