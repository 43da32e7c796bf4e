"""Whether two names are one person's, and whom an editor means by what they type.

Names are compared word by word: surnames must agree (spelling of another alphabet aside), given names may be
missing, an initial or a short form. A surname alone never joins two people unless the caller has narrowed the
choice to one story.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, LCSseq

from bot.analyse.lexicon import words
from bot.shapes import Person

SURE = 0.9
"From here two names are one person's without asking."

LIKELY = 0.75
"An initial or a known short form with the same surname: likely one person where the story is the same."

_TYPED_WELL = 80.0
"rapidfuzz ratio from which a typed word is a slip for a name's: two letters in ten."

_TITLES = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev reverend president premier "
    "chancellor minister secretary general senator sen rep representative congressman congresswoman "
    "governor gov mayor ambassador envoy gen lt col maj capt cmdr adm sgt cpl brig lieutenant colonel "
    "major captain commander admiral sergeant marshal judge justice sheriff detective inspector chief "
    "supt superintendent insp det dci dcs constable cllr councillor hon cdr commodore cardinal canon dean "
    "archdeacon baron earl viscount duke duchess monsignor msgr fr father sister brother pte pvt pc "
    "director chairman chairwoman chair commissioner spokesman spokeswoman spokesperson speaker king "
    "queen prince princess pope cardinal bishop archbishop us u.s former deputy vice prime foreign "
    "defense defence press the army navy"
)
_SUFFIXES = words("jr sr ii iii iv phd md mp qc kc cbe obe mbe")
_PARTICLES = words("de van von der den la le du da dos al el bin ibn ter di del")

_NICKNAMES = """
    abigail abby abbie; albert al bert; alexander alex sandy sasha xander; alexandra alex sandra sasha; alfred
    alf fred; amanda mandy; andrew andy drew; anthony tony; antonio tony toni; archibald archie; arthur art
    artie; ashton ash; barbara barb babs; bartholomew bart; benjamin ben benny; bernard bernie; bernice bernie;
    beatrice bea trixie; bradley brad; carol carrie; caroline carrie carol; catherine cathy cate kate katie;
    cecilia cece; charles charlie chuck chas; charlotte lottie charlie; christian chris; christina chris tina
    chrissy; christine chris tina; christopher chris kit topher; clifford cliff; cynthia cindy; daniel dan
    danny; david dave davy; deborah deb debbie; dennis denny; dmitry dima dmitri; donald don donny; dorothy dot
    dottie; douglas doug; edmund ed eddie ned; edward ed eddie ted ned; eleanor ellie nell nora; elizabeth liz
    beth betty lizzie eliza libby; emily em emmy; eugene gene; evelyn evie; frances fran franny; francis frank;
    francisco paco pancho; franklin frank; frederick fred freddie; gabriel gabe; gerald gerry jerry; geoffrey
    geoff; george georgie; gregory greg; harold harry hal; helen nell; henry harry hank; herbert herb bert;
    hubert bert hugh; ignatius iggy; isabella bella izzy; jacob jake; jacqueline jackie; james jim jimmy jamie;
    janet jan; jeffrey jeff; jennifer jen jenny; jeremy jerry jem; jessica jess jessie; joanna jo joan; john
    jack johnny jon; jonathan jon jonny; joseph joe joey; josephine jo josie; joshua josh; judith judy;
    katherine kate kathy katie kitty kathryn; kenneth ken kenny; kimberly kim; lawrence larry laurie; leonard
    len leo lenny; lewis lew lou; louis lou louie; louise lou; lucille lucy; madeleine maddie; margaret maggie
    meg peggy peg marge greta; martin marty; matthew matt; maxwell max; megan meg; melissa mel; michael mike
    mick mickey misha; michelle shelly; mikhail misha; mitchell mitch; nancy nan; natalie nat; nathan nat nate;
    nathaniel nat nate; nicholas nick nicky nico; nikolai kolya; oliver ollie; olivia liv; pamela pam; patricia
    pat patty trish tricia; patrick pat paddy; peter pete; philip phil pip; priscilla cilla; rachel rae;
    randolph randy; raymond ray; rebecca becky becca; reginald reg reggie; richard rick dick rich ricky; robert
    bob rob bobby robbie bert; roberta bobbie; roderick rod; rodney rod; roger rodge; ronald ron ronnie;
    rosemary rose; russell russ; samantha sam; samuel sam sammy; sandra sandy; sergei serge; sidney sid; solomon
    sol; stanley stan; stephanie steph; stephen steve; steven steve; stuart stu; susan sue susie; suzanne sue;
    sylvester sly; terence terry; theodore ted teddy theo; theresa terry tess; thomas tom tommy; timothy tim;
    tobias toby; valentina valya; valerie val; veronica ronnie vera; victor vic; victoria vicky tori; vincent
    vince vinny; virginia ginny; vladimir vova volodya; walter walt wally; william bill billy will liam willy;
    winifred winnie; winston win; yevgeny zhenya; zachary zach zack
"""
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("tsch", "ch"), ("tz", "ts"), ("kh", "h"), ("zh", "j"), ("dj", "j"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"), ("yo", "o"), ("yu", "u"), ("iu", "u"), ("ya", "a"),
    ("ia", "a"), ("ey", "i"), ("ei", "i"), ("ij", "i"), ("iy", "i"), ("yy", "i"), ("oy", "oi"), ("ay", "ai"),
    ("w", "v"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ie", "e"), ("ff", "f"),
)  # fmt: skip
"Ways one sound of another alphabet is spelled in English, reduced to one; only used to compare."


_BODIES = {
    "us": "united states", "usa": "united states", "united states of america": "united states", "uk": "united kingdom",
    "britain": "united kingdom", "great britain": "united kingdom", "un": "united nations", "eu": "european union",
}  # fmt: skip
"Bodies that papers call by their letters."


def _short_forms() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in _NICKNAMES.split(";"):
        names = group.split()
        for name in names:
            table[name] = table.get(name, frozenset()) | {names[0]}
    return table


_FULL_FORMS = _short_forms()


@lru_cache(maxsize=8192)
def parts(name: str) -> tuple[tuple[str, ...], str]:
    """A name's given names and surname, in plain lower case, titles and suffixes gone: ('anna', 'b'), 'ashby'."""
    found = [word for word in re.split(r"[\s,.]+", _plain(name)) if word]
    while len(found) > 1 and found[-1] in _SUFFIXES:
        found.pop()
    while len(found) > 1 and found[0] in _TITLES:
        found.pop(0)
    if not found:
        return (), ""
    return tuple(word for word in found[:-1] if word not in _PARTICLES), found[-1].removeprefix("al-").removeprefix(
        "el-"
    )


def surname(name: str) -> str:
    """The last word of a name in lower case without accents: the key the store finds people by."""
    body = _body(name)
    return body.split()[-1] if body in _BODIES.values() else parts(name)[1]


def same_person(a: str, b: str) -> float:
    """How surely two names are one person's: 1 the same name, .5 a bare surname, 0 not."""
    (given_a, last_a), (given_b, last_b) = parts(a), parts(b)
    if not last_a or not last_b:
        return 0.0
    spelled = _same_word(last_a, last_b)
    if not spelled:
        return 0.0
    if not given_a and not given_b:
        return spelled
    if not given_a or not given_b:
        return 0.5 * spelled
    return spelled * _same_given(given_a, given_b)


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body's: the same word for word, case, accents, 'the' and common letters aside.

    Nothing less will do: 'Norway' is not 'Norway and Sweden', nor is a council another council.
    """
    return bool(_body(a)) and _body(a) == _body(b)


def best(name: str, people: Sequence[Person]) -> tuple[Person | None, str]:
    """The kept person or body a name from an article belongs to, and why; (None, why not) where that is open.

    A bare surname counts only if one person in `people` bears it: hand in those of the story, not of the archive.
    """
    scored = [(max(_same(name, known, p.named) for known in (p.name, *p.also)), p) for p in people]
    same = [(score, person) for score, person in scored if score >= LIKELY]
    if same:
        top = max(score for score, _ in same)
        winners = [person for score, person in same if score == top]
        if len(winners) > 1:
            return None, f"{name} could be {_listed(winners)}."
        return winners[0], f"{name} is {winners[0].name}: {_why(top)}."
    bare = [person for score, person in scored if score >= 0.45]
    if len(bare) == 1:
        return bare[0], f"{name} is taken for {bare[0].name}, the only one of that surname here."
    if bare:
        return None, f"{name} could be {_listed(bare)}."
    return None, f"Nobody called {name} is known here."


def _same(name: str, known: str, named: str) -> float:
    if named == "body":
        return float(same_body(name, known))
    return same_person(name, known)


def fits(query: str, people: Sequence[Person]) -> list[tuple[Person, float]]:
    """Whom an editor may mean, best first: case and accents aside, a surname, a beginning or a slip is enough."""
    typed = [word for word in re.split(r"[\s,.]+", _plain(query)) if word]
    typed = [word for word in typed if word not in _TITLES] or typed
    if not typed:
        return []
    scored = [(person, max(_fit(typed, known) for known in (person.name, *person.also))) for person in people]
    return sorted(((p, s) for p, s in scored if s > 0), key=lambda pair: (-pair[1], pair[0].name))


def _fit(typed: list[str], name: str) -> float:
    """Every typed word must be found in the name; the better each fits, the higher."""
    bearing = [word for word in re.split(r"[\s,.]+", _plain(name)) if word]
    if typed == bearing:
        return 1.0
    scores = []
    for word in typed:
        score = max(
            (_word_fit(word, other) * (1.0 if other == bearing[-1] else 0.97) for other in bearing), default=0.0
        )
        if not score:
            return 0.0
        scores.append(score)
    covered = min(1.0, len(typed) / max(1, len(bearing)))
    return round(min(scores) * (0.9 + 0.09 * covered), 3)


def _word_fit(typed: str, word: str) -> float:
    if typed == word:
        return 1.0
    if _FULL_FORMS.get(typed, frozenset()) & _FULL_FORMS.get(word, frozenset()):
        return 0.92
    if _spelling(typed) == _spelling(word):
        return 0.95
    if len(typed) >= 2 and word.startswith(typed):
        return 0.85
    if len(typed) >= 4 and (fuzz.ratio(typed, word) >= _TYPED_WELL or DamerauLevenshtein.distance(typed, word) == 1):
        return 0.7
    return 0.0


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    first = _same_first(a[0], b[0])
    if not first:  # 'J. Edgar' may go by the middle name
        crossed = max((_same_first(x, y) for x in a for y in b if len(x) > 1 and len(y) > 1), default=0.0)
        return 0.6 * crossed if len(a) > 1 or len(b) > 1 else 0.0
    if len(a) > 1 and len(b) > 1:  # middle names tell apart: John A. and John B.
        middle = a[1][0] == b[1][0]
        return first if middle else 0.2 * first
    return first


def _same_first(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.78 if a[0] == b[0] else 0.0
    if _FULL_FORMS.get(a, frozenset([a])) & _FULL_FORMS.get(b, frozenset([b])):
        return 0.95
    if _spelling(a) == _spelling(b):
        return 0.95
    return 0.9 if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)) else 0.0


def _same_word(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if _spelling(a) == _spelling(b):
        return 0.97
    if _is_misspelt(a, b):
        return 0.85
    return (
        0.93 if "-" in a + b and (a.split("-")[-1] == b.split("-")[-1] or a.split("-")[0] == b.split("-")[0]) else 0.0
    )


def _is_misspelt(a: str, b: str) -> bool:
    """Whether one surname is the other less a letter or two, as ears and hurried fingers drop them."""
    short, long_ = sorted((a, b), key=len)
    if len(long_) < 6 or not 1 <= len(long_) - len(short) <= 2 or short[0] != long_[0] or short[-1] != long_[-1]:
        return False
    return LCSseq.similarity(short, long_) == len(short)


@lru_cache(maxsize=8192)
def _body(name: str) -> str:
    """A body's name to compare by: 'The U.S.' is 'united states'."""
    plain = re.sub(r"(?<=\b\w)\.", "", _plain(name))
    plain = " ".join(re.split(r"[\s,]+", plain)).removeprefix("the ")
    return _BODIES.get(plain, plain)


@lru_cache(maxsize=8192)
def _spelling(word: str) -> str:
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word)


def _plain(name: str) -> str:
    """Lower case, no accents, straight apostrophes, no possessive."""
    low = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    bare = "".join(c for c in low if not unicodedata.combining(c))
    bare = bare.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae")
    return bare.strip().removesuffix("'s")


def _why(score: float) -> str:
    if score >= 1.0:
        return "the same name"
    return "the same name in a short form or another spelling" if score >= SURE else "the same surname and initial"


def _listed(people: Sequence[Person]) -> str:
    return " or ".join(sorted(person.name for person in people))
