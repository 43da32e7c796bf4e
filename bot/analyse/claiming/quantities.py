"""What a figure counts: the killed, the injured, a magnitude, an age ... and which part of them.

A figure whose sentence looks back (years ago, since a war began) or only supposes (could, would, if) counts
nothing that another report could contradict, and gives no claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analyse.claiming.ages import age_of
from bot.analyse.claiming.figures import Figure
from bot.analyse.claiming.terms import STOP, Token, stem
from bot.analyse.lexicon import words

CASUALTIES = {
    "killed": words(
        "killed kill kills killing dead death deaths die died dies dying fatalities toll slain lives perished claimed"
    ),
    "injured": words(
        "injured injure injures injuring injuries hurt wounded wound wounding wounds hospitalized hospitalised"
    ),
    "missing": words("missing unaccounted trapped"),
    "arrested": words("arrested arrest arrests arresting detained detain detaining detains"),
    "displaced": words("displaced evacuated homeless"),
    "rescued": words("rescued rescue rescuing"),
}
_CASUALTY_OF = {word: kind for kind, listed in CASUALTIES.items() for word in listed}

_UNITS = {
    "length": {
        "m": 1, "metre": 1, "metres": 1, "meter": 1, "meters": 1, "km": 1000, "kilometres": 1000, "kilometers": 1000,
        "kilometre": 1000, "kilometer": 1000, "mile": 1609.34, "miles": 1609.34,
        "ft": 0.3048, "feet": 0.3048, "foot": 0.3048,
    },
    "weight": {"kg": 1, "kilograms": 1, "kilos": 1, "tonnes": 1000, "tons": 907.2, "pounds": 0.4536},
}  # fmt: skip
"Units of one kind and what they are in metres or kilograms, so that 200 ft and 61 m agree."

_REACHING = words(
    "rose risen rises rising climbed climbs stands stood reached reaches increased jumped passed passes hit dead to"
)
_MOVES = {
    form: noun
    for noun, forms in {
        "fall": "fall falls fell falling fallen plunge plunged plunging plummeted dropped dropping",
        "depth": "depth",
        "height": "height heights rose rising",
        "load": "carrying seized weighing",
    }.items()
    for form in forms.split()
}
"What a length or weight is of. Distances between places, the most of them, are no news."

_PARTS = words(
    "children child women woman men man girl girls boy boys civilian civilians soldier soldiers troops police "
    "policeman policemen officer officers guards guard staff workers militants militant rebels insurgents fighters "
    "foreigners nationals students passengers crew members firefighters tourists protesters demonstrators "
    "journalists bombers suspects gunmen attackers refugees prisoners toddler baby babies terrorists journalist"
)
"Nouns that may be only some of those counted elsewhere."

_ALL = words(
    "people persons person victims residents villagers passengers others lives deaths injuries fatalities dead"
)
"Nouns that are no part of those counted: everybody."

_WHOLE = words("people persons victims others of them in were was are and residents")

_INCREMENT = words("another other additional further more others")
_STOPS = words("and but while as which that when after before including by")
_UNCOUNTED = words(
    "years times points yards passes games goals shots runs rebounds touchdowns carries innings matches wickets sets "
    "things ways sides percentages miles kilometers kilometres meters metres feet tonnes tons pounds sources reports"
)
"Sports statistics, measures and loose talk: they differ in every report and contradict nothing."
_REACH = 7
"How many words a figure may stand from the word that says what it counts."


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted, in normal form; `factor` brings the figure into the unit's base."""

    about: str
    unit: str
    scope: str | None = None
    factor: float = 1.0


def quantity(text: str, tokens: Sequence[Token], figure: Figure, others: Sequence[Figure]) -> Quantity | None:
    """What the figure counts, or None where that is not plain or not comparable."""
    if figure.money or _is_time(tokens, figure) or _is_of_them(text, tokens, figure) or _is_model(text, tokens, figure):
        return None
    for reading in (_toll, _magnitude, _age, _offspring, _sentence):
        if found := reading(text, tokens, figure):
            return found
    if [t.low for t in tokens[figure.last : figure.last + 2]] == ["year", "old"]:
        return None
    return (
        _aboard(text, tokens, figure)
        or _measure(tokens, figure)
        or _casualty(text, tokens, figure, others)
        or _count(text, tokens, figure)
    )


def _toll(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    """'The number of people killed when a bridge fell rose to nine': far from its noun, but plain."""
    before = [t.low for t in tokens[: figure.lead]]
    if before[-1:] not in (["to"], ["at"]) and before[-1:] not in ([w] for w in _REACHING):
        return None
    if not _REACHING & set(before[-2:]):
        return None
    counted = {"toll", "dead", "killed"} & set(before)
    return Quantity("killed", "people") if counted and ("toll" in before or "number" in before) else None


def _magnitude(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    near = {t.low for t in tokens[max(0, figure.lead - 3) : figure.last + 1]}
    if "magnitude" in near and 2 <= figure.low < 10:
        return Quantity("magnitude", "magnitude")
    return None


def _age(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    aged = age_of(text, tokens, figure)
    return Quantity(f"age of {aged[0]}", "years", aged[1]) if aged else None


def _offspring(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    before = [t.low for t in tokens[max(0, figure.lead - 2) : figure.lead]]
    if len(before) == 2 and before[1] == "of" and before[0] in ("mother", "father", "parents"):
        return Quantity(f"children of the {before[0]}", "children")
    return None


def _sentence(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    after = [t.low for t in tokens[figure.last : figure.last + 3]]
    before = {t.low for t in tokens[max(0, figure.lead - 3) : figure.lead]}
    if not after or after[0] not in ("year", "years"):
        return None
    if "sentenced" in before or "jailed" in before or after[1:2] == ["sentence"] or after[1:3] == ["in", "prison"]:
        return Quantity("prison sentence", "years")
    return None


def _measure(tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    unit = tokens[figure.last].low if figure.last < len(tokens) else ""
    kind = next((kind for kind, listed in _UNITS.items() if unit in listed), None)
    if kind is None:
        return None
    governor = next(
        (_MOVES[t.low] for t in reversed(tokens[max(0, figure.lead - 3) : figure.lead]) if t.low in _MOVES), None
    )
    return Quantity(f"{kind}: {governor}", kind, None, _UNITS[kind][unit]) if governor else None


def _aboard(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    """How many a ship, plane or bus carried."""
    noun = _noun(text, tokens, figure)
    before = tokens[figure.lead - 1].low if figure.lead else ""
    after = {t.low for t in tokens[figure.last : figure.last + 6]}
    if noun is None or noun.low not in ("passengers", "people", "migrants", "crew"):
        return None
    if before != "carrying" and not (before == "with" and noun.low == "passengers") and not {"aboard", "board"} & after:
        return None
    return Quantity("aboard", "people", noun.low)


def _casualty(text: str, tokens: Sequence[Token], figure: Figure, others: Sequence[Figure]) -> Quantity | None:
    at = _casualty_word(text, tokens, figure, {i for f in others for i in range(f.first, f.last)})
    if at is None:
        return None
    kind = _CASUALTY_OF[tokens[at].low]
    if _is_increment(tokens, figure) and kind != "injured":  # 'another 20 were injured' besides the dead: 20 in all
        return None
    noun = _noun(text, tokens, figure)
    scope = None if noun is None or noun.low in _ALL else noun.text if noun.is_name else noun.low
    return Quantity(kind, "people", scope)


def _casualty_word(text: str, tokens: Sequence[Token], figure: Figure, taken: set[int]) -> int | None:
    """The index of the word that says what became of those counted: the nearer of left and right."""
    left = _reach(text, tokens, range(figure.lead - 1, max(-1, figure.lead - 6), -1), taken, 1)
    if left is not None and figure.lead - left <= 2:
        return left
    right = _reach(text, tokens, range(figure.last, min(len(tokens), figure.last + _REACH)), taken, -1)
    return right if right is not None else left


def _reach(text: str, tokens: Sequence[Token], path: range, taken: set[int], side: int) -> int | None:
    for i in path:
        if _is_cut(text, tokens, i, side):
            return None
        if tokens[i].low in _CASUALTY_OF and not _is_penalty(tokens, i):
            return i
        if i in taken or tokens[i].low in _STOPS:
            return None
    return None


def _is_penalty(tokens: Sequence[Token], at: int) -> bool:
    """Death sentences, threats and 'put to death' are no deaths; 'death toll' and 'death of' are."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low == "death" and after not in ("toll", "of")


def _is_cut(text: str, tokens: Sequence[Token], i: int, side: int) -> bool:
    """Whether punctuation parts this token from the figure: text on the figure's side holds a comma or worse."""
    if side > 0:
        gap = text[tokens[i].end : tokens[i + 1].start] if i + 1 < len(tokens) else ""
    else:
        gap = text[tokens[i - 1].end : tokens[i].start] if i else ""
    return any(c in gap for c in ',;:.()—–“”"')


def _is_increment(tokens: Sequence[Token], figure: Figure) -> bool:
    around = [*tokens[max(0, figure.lead - 1) : figure.lead], *tokens[figure.last : figure.last + 1]]
    return any(t.low in _INCREMENT for t in around)


def _is_of_them(text: str, tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether the figure is a pronoun, a rank, a part or an earlier count: one of the men, 5th, three of the dead."""
    after = tokens[figure.last].low if figure.last < len(tokens) else ""
    further = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
    if figure.lead and tokens[figure.lead - 1].low == "from" and figure.qualifier != "range":
        return True  # raised from eight: the figure that no longer holds
    lone = figure.last - figure.first == 1 and tokens[figure.first].low == "one"
    if [t.low for t in tokens[max(0, figure.lead - 2) : figure.lead]] == ["of", "the"]:
        return True
    if after == "of" and not _is_cut(text, tokens, figure.last, -1) and further not in ("them", "whom"):
        return True
    return (lone and after in ("of", "another", "day", "who")) or after in (
        "percent",
        "per",
        "pct",
        "th",
        "st",
        "nd",
        "rd",
    )


def _is_time(tokens: Sequence[Token], figure: Figure) -> bool:
    after = tokens[figure.last].low if figure.last < len(tokens) else ""
    return after in words("am pm p.m. a.m. hours hour minutes days weeks months seconds day week month hrs gmt local")


def _is_model(text: str, tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether the figure is part of a name or a decade: Su-24M, Flight-370, in his 30s."""
    start, end = tokens[figure.first].start, tokens[figure.last - 1].end
    glued = tokens[figure.last].low if figure.last < len(tokens) and tokens[figure.last].start == end else ""
    if glued and not any(glued in listed for listed in _UNITS.values()):
        return True
    return (
        start > 1
        and text[start - 1] == "-"
        and text[start - 2].isalpha()
        and tokens[figure.first - 1].low != "magnitude"
    )


def _noun(text: str, tokens: Sequence[Token], figure: Figure) -> Token | None:
    """The last noun-like word of the phrase the figure opens: 23 heavily armed pirates."""
    last = None
    for i in range(figure.last, min(len(tokens), figure.last + 4)):
        token = tokens[i]
        if token.low in _STOPS or token.low in _CASUALTY_OF or _is_cut(text, tokens, i, -1):
            break
        if token.low in STOP and token.low not in _WHOLE:
            break
        if token.low in _PARTS or token.low in ("people", "persons"):
            return token
        if token.low in _WHOLE:
            break
        last = token
    return last if last and last.low.endswith("s") and not last.low.endswith("ss") else None


def _count(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity | None:
    """A plain count of things: 26 missiles."""
    noun = _noun(text, tokens, figure)
    if (
        noun is None
        or noun.low in ("people", "persons")
        or noun.is_name
        or figure.low < 2
        or _is_increment(tokens, figure)
    ):
        return None
    if noun.low in _UNCOUNTED or "far" in {t.low for t in tokens}:  # so far: a running count
        return None
    return Quantity(f"count: {stem(noun.low)}", noun.low)
