"""A name taken apart: titles, given names, nickname, family name, suffix; the family name first where it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.analyse.identity.spelling import plain
from bot.analyse.lexicon import words
from bot.analyse.quoting.people import gender

TITLES = words(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness rev reverend president premier "
    "chancellor minister secretary general senator sen rep representative congressman congresswoman "
    "governor gov mayor ambassador envoy gen lt col maj capt cmdr adm sgt cpl brig lieutenant colonel "
    "major captain commander admiral sergeant marshal judge justice sheriff detective inspector chief "
    "supt superintendent insp det dci dcs constable cllr councillor hon cdr commodore cardinal canon dean "
    "archdeacon baron earl viscount duke duchess monsignor msgr fr father sister brother pte pvt pc "
    "director chairman chairwoman chair commissioner spokesman spokeswoman spokesperson speaker king "
    "queen prince princess pope bishop archbishop attorney lawyer coach officer deputy us uk former vice prime foreign "
    "defense defence press the army navy"
)
_ALWAYS_TITLES = words("mr mrs ms miss dr prof sen gov lt col capt cllr supt")
"No name has these in it, so that what stands before them ('former trustee Dr. Ashby') is no name either."

_SUFFIXES = words("jr sr ii iii iv")
_DEGREES = words("phd md mp msp qc kc cbe obe mbe mba esq dds rn ma ba bsc msc llb frs dphil")
_PARTICLES = words("de van von der den la le lo du da dos del di ter al el bin ibn abu ould ben")
_JOINED = ("al-", "el-", "as-", "ash-", "ar-", "an-", "ad-", "at-", "d'", "l'")

_FAMILY_FIRST = words(
    "xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng "
    "feng cao zeng peng xiao cai pan tian dong yuan jiang wei jia ding shen lu su wen bo hua qin "
    "kim park lee choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song moon roh ban chung "
    "nguyen tran le pham hoang phan vu vo dang bui ho ngo mao orban"
)
_SYLLABLE = (
    r"(?:zh|ch|sh|tr|ph|th|nh|kh|[bcdfghjklmnpqrstvwxyz])?(?:y|w|h)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ung|iao|uai|uan|uen|yeon|yeong|eon|eong|eun|oon|ook|eok|yuk|uk|ai|ei|ui|ao|ou"
    r"|iu|ie|ue|ae|eo|oe|eu|an|en|in|un|on|am|im|om|um|ik|ak|ok|il|ul|ol|ia|ua|uo|er|a|o|e|i|u)"
)
_GIVEN_BEHIND = re.compile(rf"{_SYLLABLE}(?:[- ]?{_SYLLABLE})?")
"One or two syllables as Chinese, Korean and Vietnamese given names have them; few English surnames fit."

_GIVEN_NAMES_TOO = words("kim lee han")
"Kim Ashby is no Korean; Kim Min-ji is."

_NICKNAME = re.compile(r"(?<=\s)[(\"“‘']\s*((?:the )?[\w.-]{2,20})\s*[)\"”’']")
_BEHIND_COMMA = re.compile(r"[\d\s.,]*|(?:\w\s?\.?\s?){1,4}[\s.,]*")


class Parts(NamedTuple):
    """A name in lower case without accents."""

    given: tuple[str, ...]
    "given and middle names, initials among them; none where only the surname is told"
    family: str
    suffix: str = ""
    "'jr', 'sr', 'ii': fathers and sons are told apart by it"
    nickname: str = ""
    gender: str = ""
    "'he' or 'she' where a title tells"

    @property
    def full(self) -> bool:
        """Whether it says more than a surname."""
        return bool(self.given)


@lru_cache(maxsize=8192)
def parts(name: str) -> Parts:
    """A name in its parts. 'Gen. Anna B. Ashby Jr.' is Ashby, called Anna B., junior; 'Xi Jinping' is Xi."""
    low = plain(name).replace("u.s.", "us").replace("u.k.", "uk")
    called = _NICKNAME.search(low, 1)
    nickname = called.group(1).removeprefix("the ").strip() if called else ""
    found = _words(low[: called.start()] + " " + low[called.end() :] if called else low)
    found, suffix = _without_suffix(found)
    titles, found = _without_titles(found)
    if not found:
        return Parts((), "")
    given, family = _ordered(found)
    return Parts(given, family, suffix, nickname, gender((), titles, set()))


def _words(low: str) -> list[str]:
    """The words of a plain name; a name turned round by a comma comes in order, degrees and ages behind one go."""
    name, comma, behind = low.partition(",")
    rest = re.sub(r"[\s.,]+", " ", behind).split()
    if comma and len(name.split()) == 1 and rest and rest[0] not in _SUFFIXES and not _BEHIND_COMMA.fullmatch(behind):
        name, rest = f"{behind.partition(',')[0]} {name}", []
    kept = [word for word in rest if word in _SUFFIXES]
    return [word for word in re.split(r"[\s.]+", name) if word] + kept


def _without_suffix(found: list[str]) -> tuple[list[str], str]:
    suffix = ""
    while len(found) > 1 and (found[-1] in _SUFFIXES or found[-1] in _DEGREES):
        suffix = found[-1] if found[-1] in _SUFFIXES else suffix
        found = found[:-1]
    return found, suffix


def _without_titles(found: list[str]) -> tuple[list[str], list[str]]:
    start = max((at + 1 for at, word in enumerate(found[:-1]) if word in _ALWAYS_TITLES), default=0)
    while start < len(found) - 1 and found[start] in TITLES:
        start += 1
    return found[:start], found[start:]


def _ordered(found: list[str]) -> tuple[tuple[str, ...], str]:
    """Given names and the family name, which stands first in some parts of the world."""
    if _is_family_first(found):
        return ("".join(found[1:]).replace("-", ""),), found[0]
    given = [word for one in found[:-1] if one not in _PARTICLES for word in _split(one)]
    return tuple(_arabic(given)), _bare(found[-1])


def _is_family_first(found: list[str]) -> bool:
    if not 1 < len(found) <= 3 or found[0] not in _FAMILY_FIRST:
        return False
    if found[0] in _GIVEN_NAMES_TOO and len(found) == 2 and "-" not in found[1]:
        return False
    return _GIVEN_BEHIND.fullmatch(" ".join(found[1:])) is not None


def _split(word: str) -> list[str]:
    """'Jean-Claude' may be 'Jean Claude'; a particle joined to a name is none of it."""
    return [part for part in _bare(word).split("-") if part]


def _bare(word: str) -> str:
    return next((word.removeprefix(one) for one in _JOINED if word.startswith(one) and len(word) > len(one) + 1), word)


def _arabic(given: list[str]) -> list[str]:
    """'Abdul Rahman', 'Abdel-Rahman' and 'Abdulrahman' are one given name."""
    kept: list[str] = []
    for word in given:
        if kept and kept[-1] == "abd":
            kept[-1] = "abd" + word
            continue
        stem = re.fullmatch(r"abd(?:[aeu][lrsn])?(\w*)", word)
        kept.append("abd" + stem.group(1) if stem and len(stem.group(1)) != 1 else word)
    return kept
