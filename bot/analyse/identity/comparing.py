"""Whether two names are one person's, word by word."""

from __future__ import annotations

from bot.analyse.identity.forms import full_forms, is_form_abroad, is_other_spelling, is_short_form
from bot.analyse.identity.parts import Parts, parts
from bot.analyse.identity.spelling import same_surname
from bot.analyse.quoting.people import gender

BARE = 0.5
"What a surname alone comes to: it never joins two people by itself."

_INITIAL, _MIDDLE, _ABROAD, _BEGINNING = 0.78, 0.78, 0.85, 0.8
"How sure a given name is told by its first letter, a middle name, a form in another language, its first letters."

_SPELLED = 0.95

_EARS = 0.9
"What a surname must come to where the given name is not the very same: one slip a name."


def same_person(a: str, b: str) -> float:
    """How surely two names are one person's: 1 the same name, .5 a bare surname, 0 not."""
    return same_parts(parts(a), parts(b))


def same_parts(a: Parts, b: Parts) -> float:
    """The same of names in their parts."""
    if not a.family or not b.family or contradict(a, b):
        return 0.0
    surname = same_surname(a.family, b.family) or _SPELLED * is_other_spelling(a.family, b.family)
    if not surname:
        return 0.0
    if not a.given and not b.given:
        return surname
    if not a.given or not b.given:
        return BARE * surname
    given = same_given(a, b)
    return round(surname * given, 3) if given >= _EARS or surname >= _EARS else 0.0


def contradict(a: Parts, b: Parts) -> bool:
    """Whether a suffix, or a title and a given name, say that these are two: father and son, Mr and Miss Marsh."""
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return True
    one, other = (p.gender or _gender(p.given[:1]) for p in (a, b))
    return bool(one and other and one != other and (a.gender or b.gender))


def same_given(a: Parts, b: Parts) -> float:
    """How surely given names are one person's: 1 the same, less in a short form, another language or an initial."""
    if a.nickname or b.nickname:
        called = {a.nickname, *a.given[:1]} & {b.nickname, *b.given[:1]} - {""}
        if called:
            return 0.95
    first = _same_first(a.given[0], b.given[0])
    if not first:
        return _by_the_middle_name(a.given, b.given)
    if len(a.given) > 1 and len(b.given) > 1 and not _same_middle(a.given[1], b.given[1]):
        return 0.2 * first  # middle names tell apart: John A. and John B.
    return first


def _same_middle(a: str, b: str) -> bool:
    return a[0] == b[0] if min(len(a), len(b)) == 1 else _same_first(a, b) > 0


def _by_the_middle_name(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """'J. Edgar' may go by 'Edgar', and who has four names by the last of them."""
    short, long_ = sorted((a, b), key=len)
    if len(short) == len(long_) or len(short[-1]) == 1 or long_[-len(short) :] != short:
        return 0.0
    return 0.9 if len(long_[0]) == 1 or len(short) > 1 else _MIDDLE


def _same_first(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    if is_short_form(a, b) or is_other_spelling(a, b):
        return _SPELLED
    one, other = _gender((a,)), _gender((b,))
    if one and other and one != other:
        return 0.0
    if is_form_abroad(a, b):
        return _ABROAD
    return _BEGINNING if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)) else 0.0


def _gender(given: tuple[str, ...]) -> str:
    """'he' or 'she' where a given name, or what it is short for, tells."""
    told = {gender((form,), [], set()) for name in given for form in (name, *full_forms(name))} - {""}
    return told.pop() if len(told) == 1 else ""
