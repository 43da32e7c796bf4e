"""What a change is called, how much it weighs, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analyse.changing.hunks import Hunk, hunks
from bot.analyse.changing.quotes import Quoted, quoted
from bot.analyse.changing.words import DAYS, LIGHT, NEGATIONS, Sentence, Word
from bot.analyse.lexicon import words as listed

MATTERS = 0.4
"changes from this weight on are told to the desk"

SCRAP = 5
"words; a shorter sentence that comes or goes is a heading or a button"

_CORRECTION = re.compile(
    r"(?i)^\W*(?:correction|clarification|editor['’]s note|corrected|erratum|retraction)s?\b"
    r"|\b(?:article|story|report|headline|piece|version|page|copy)\b[^.]{0,60}\b(?:was|were|has been|have been|is)\b"
    r"[^.]{0,40}\b(?:amended|corrected|clarified|updated to (?:correct|clarify|remove)|withdrawn|retracted)\b"
    r"|\b(?:an )?(?:earlier|previous|original|initial) (?:version|headline)[^.]{0,40}"
    r"\b(?:said|stated|gave|misstated|misspelled|misspelt|misidentified|incorrectly|wrongly|named|referred|reported)\b"
    r"|\bwe (?:regret|apologi[sz]e for) the error"
)
_STAMP = re.compile(
    r"(?i)^\W*(?:(?:last |first )?(?:updated|published|posted|modified|filed)\b[\W_]*[\w,.: /+-]{0,60}$"
    r"|(?:\d{1,3}|an?) (?:seconds?|minutes?|mins?|hours?|days?) ago\W*$"
    r"|\d{1,2}:\d{2}\b[\w ,.:/-]{0,30}$"
    r"|(?:reporting|writing|additional reporting|editing) by\b"
    r"|(?:by|author):?\s+(?:[^.!?\d]|\b\w\.){3,60}$"
    r"|(?:advertisement|read more|related|share|subscribe|sign up|click here|follow us|copyright|©"
    r"|all rights reserved|more on this|image (?:source|caption)|latest headlines|this is a developing story"
    r"|more to follow)\b)"
)
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_DATELINE = re.compile(
    rf"^[A-Z][A-Z .,'/-]{{2,40}}(?:[A-Z][a-z. ]{{1,20}})?(?:, {_MONTH_DAY})?\s*(?:\([^)]{{2,20}}\))?\s*[-–—]{{1,2}}\s*"
)

_PLAIN_VERBS = listed("said says say told tells adds added stated saying tell asked replied wrote explained noted")
_DOUBTING_VERBS = listed(
    "claimed claims claiming claim alleged alleges alleging asserted asserts insisted insists maintained contended "
    "purported suggested suggests argued argues accused accuses accusing"
)
_FIRM_VERBS = listed("confirmed confirms announced announces revealed disclosed acknowledged admitted admits conceded")
_DENYING_VERBS = listed("denied denies denying rejected rejects dismissed disputed disputes")
_HEDGES = listed("allegedly reportedly apparently purportedly supposedly alleged unconfirmed")
_STANCES = (_PLAIN_VERBS, _DOUBTING_VERBS, _FIRM_VERBS, _DENYING_VERBS)
_VERBS = frozenset().union(*_STANCES)
_SOURCES = listed(
    "police officials official spokesman spokeswoman spokesperson ministry minister president witnesses witness "
    "sources source residents activists authorities government report reports agency according officers "
    "investigators doctors"
)


@dataclass(frozen=True)
class Naming:
    """What a change is."""

    kind: str
    weight: float
    why: str


NOTICE = Naming("correction", 1.0, "a correction notice")


def is_stamp(text: str) -> bool:
    """A line of the page rather than the report: when it was updated, who edited it, what to read next."""
    return len(text) < 160 and bool(_STAMP.match(text)) and not is_correction(text)


def is_correction(text: str) -> bool:
    """A notice that owns up to a mistake."""
    return bool(_CORRECTION.search(text[:1000]))


def without_dateline(text: str) -> int:
    """How many signs of a sentence are its dateline: "LUND, 3 May (Norrbild) -- "."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def name_coming(sentence: Sentence, old_quotes: Quoted) -> Naming:
    """A sentence that stands in the new text only."""
    if is_correction(sentence.text):
        return NOTICE
    if any(not old_quotes.nearly_holds(words) for words in quoted(sentence.text)):
        return Naming("quote-added", 0.6, "a new quotation")
    return Naming("added", worth(sentence.words), _what("new", sentence.words))


def name_going(sentence: Sentence, new_quotes: Quoted) -> Naming:
    """A sentence that stands in the old text only."""
    if is_correction(sentence.text):
        return Naming("correction", 0.7, "a correction notice was taken out")
    if any(not new_quotes.nearly_holds(words) for words in quoted(sentence.text)):
        return Naming("quote-removed", 0.65, "a quotation was taken out")
    return Naming("removed", worth(sentence.words) + 0.05, _what("no longer there", sentence.words))


def name_rewording(before: Sentence, after: Sentence, old_quotes: Quoted, new_quotes: Quoted) -> Naming | None:
    """A sentence that reads otherwise now; None where only spelling and style differ."""
    found = hunks(before.words, after.words)
    if not found:
        return None
    if is_correction(after.text) and not is_correction(before.text):
        return NOTICE
    namings = [naming for hunk in found if (naming := _name_hunk(hunk))]
    if naming := _name_quotes(before, after, old_quotes, new_quotes):
        namings.append(naming)
    return max(namings, key=lambda naming: naming.weight, default=None) or _name_light(found)


def figures_differ(before: Sentence, after: Sentence) -> str | None:
    """Words for it where both sentences give one figure of the same thing and the two differ."""
    for hunk in hunks(before.words, after.words):
        old, new = _figures(hunk.old), _figures(hunk.new)
        if old and new and {word.fold for word in old}.isdisjoint(word.fold for word in new) and _counts_alike(hunk):
            return f"{_shown(new)}, not {_shown(old)}"
    return None


def _counts_alike(hunk: Hunk) -> bool:
    """Few words go with the figures, so that both count the same thing."""
    return max(len(hunk.old), len(hunk.new)) <= 4


def name_headline(found: Sequence[Hunk]) -> Naming:
    """A headline that reads otherwise now."""
    telling = max((naming for hunk in found if (naming := _name_hunk(hunk))), key=lambda n: n.weight, default=None)
    return Naming("headline", 0.9 if telling else 0.6, f"the headline: {telling.why}" if telling else "the headline")


def _name_hunk(hunk: Hunk) -> Naming | None:
    return _negation(hunk) or _figure(hunk) or _stance(hunk) or _source(hunk) or _day(hunk) or _name(hunk)


def _negation(hunk: Hunk) -> Naming | None:
    old = sum(word.fold in NEGATIONS for word in hunk.old)
    new = sum(word.fold in NEGATIONS for word in hunk.new)
    if old == new or max(len(hunk.old), len(hunk.new)) > 4:
        return None
    return Naming("reworded", 0.9, "denied now" if new > old else "no longer denied")


def _figure(hunk: Hunk) -> Naming | None:
    old, new = [word for word in hunk.old if word.is_number], [word for word in hunk.new if word.is_number]
    if old and new and {word.fold for word in old} != {word.fold for word in new}:
        return Naming("number", 0.85, f"{_shown(old)} became {_shown(new)}")
    old, new = _figures(old), _figures(new)
    if new and not old:
        return Naming("reworded", 0.6, f"a figure came in: {_shown(new)}")
    if old and not new:
        return Naming("reworded", 0.6, f"a figure was taken out: {_shown(old)}")
    return None


def _figures(words: Sequence[Word]) -> list[Word]:
    """Numbers for certain: "one" alone mostly stands for a person or a thing."""
    return [word for word in words if word.is_number and word.raw.casefold() not in ("one", "third", "half")]


def _stance(hunk: Hunk) -> Naming | None:
    """said -> claimed, reported as fact -> allegedly."""
    old, new = _verb(hunk.old), _verb(hunk.new)
    if old and new and not any(old in stance and new in stance for stance in _STANCES):
        return Naming("attribution", 0.75, f"“{old}” became “{new}”")
    hedged = [word.fold for word in hunk.new if word.fold in _HEDGES]
    bare = [word.fold for word in hunk.old if word.fold in _HEDGES]
    if bool(hedged) != bool(bare):
        return Naming("attribution", 0.75, f"“{hedged[0]}” came in" if hedged else f"“{bare[0]}” was taken out")
    return None


def _source(hunk: Hunk) -> Naming | None:
    """Another source, a source where there was none, or none where there was one."""
    said = any(word.fold in _VERBS or word.fold == "according" for word in (*hunk.words, *hunk.beside))
    old, new = _source_words(hunk.old), _source_words(hunk.new)
    if not said or old == new or max(len(hunk.old), len(hunk.new)) > 8:
        return None
    speaks = any(word.fold in _VERBS or word.fold == "according" for word in hunk.words)
    if old and new:
        return Naming("attribution", 0.7, f"the source was {' '.join(old)}, is {' '.join(new)}")
    if new and speaks:
        return Naming("attribution", 0.6, f"now put down to {' '.join(new)}")
    if old and speaks:
        return Naming("attribution", 0.75, f"no longer put down to {' '.join(old)}")
    return None


def _day(hunk: Hunk) -> Naming | None:
    old = [word for word in hunk.old if word.fold in DAYS and word.is_name]
    new = [word for word in hunk.new if word.fold in DAYS and word.is_name]
    if old and new and old != new:
        return Naming("reworded", 0.75, f"another date: {_shown(old)} became {_shown(new)}")
    return None


def _name(hunk: Hunk) -> Naming | None:
    old = [word for word in hunk.old if word.is_name and word.fold not in LIGHT]
    new = [word for word in hunk.new if word.is_name and word.fold not in LIGHT]
    if old and new and not {word.fold for word in old} & {word.fold for word in new}:
        return Naming("reworded", 0.7, f"another name: {_shown(old)} became {_shown(new)}")
    return None


def _name_quotes(before: Sentence, after: Sentence, old_quotes: Quoted, new_quotes: Quoted) -> Naming | None:
    was, now = quoted(before.text), quoted(after.text)
    gone = [words for words in was if words not in now and not new_quotes.holds(words)]
    come = [words for words in now if words not in was and not old_quotes.holds(words)]
    if gone and come and not hunks(_flat(gone), _flat(come)):
        return None
    if gone and come:
        return Naming("quote-reworded", 0.8, "the words in quotation marks differ")
    if was and now and was != now and (gone or come):
        return Naming("quote-reworded", 0.7, "a quotation was " + ("cut" if gone else "drawn out"))
    if come:
        return Naming("quote-added", 0.6, "a new quotation")
    return Naming("quote-removed", 0.65, "a quotation was taken out") if gone else None


def _flat(quotations: Sequence[tuple[str, ...]]) -> list[Word]:
    return [Word(word, word) for words in quotations for word in words]


def _name_light(found: Sequence[Hunk]) -> Naming:
    """A rewording without a figure, name, source or quotation in it: the more words, the more it weighs."""
    size = sum(word.fold not in LIGHT for hunk in found for word in hunk.words)
    return Naming("reworded", min(0.55, 0.2 + 0.05 * size), "other words")


def worth(words: Sequence[Word]) -> float:
    """A sentence with figures and names tells more than one without."""
    if len(words) < SCRAP:
        return 0.25
    names = any(word.is_name for word in words[1:])
    return 0.4 + 0.05 * min(2, len(words) // 10) + (0.1 if _figures(words) else 0) + (0.05 if names else 0)


def _what(lead: str, words: Sequence[Word]) -> str:
    figures = [word.raw for word in _figures(words)]
    return f"{lead}, with {', '.join(figures[:3])}" if figures else lead


def _verb(words: Sequence[Word]) -> str | None:
    return next((word.fold for word in words if word.fold in _VERBS), None)


def _source_words(words: Sequence[Word]) -> list[str]:
    found = [word.raw for word in words if word.fold in _SOURCES or (word.is_name and word.fold not in LIGHT)]
    return [raw for raw in found if raw.casefold() not in DAYS]


def _shown(words: Sequence[Word]) -> str:
    return " ".join(word.raw for word in words)
