"""Descriptions of one article and whom each means: 'the under-fire minister', 'its chief executive', 'the keeper'."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from bot.analyse.lexicon import words
from bot.analyse.quoting.cast import Cast
from bot.analyse.quoting.grammar import DETERMINERS, PREPOSITIONS
from bot.analyse.quoting.people import Member, Mention, Who
from bot.analyse.quoting.phrases import head
from bot.analyse.quoting.roles import norm

EXACT, COLOURED, ALIKE = 0.93, 0.9, 0.8
"Sure where the article calls one person so; less where the description adds to it, or says it in another word."

_LATELY = 1200
"Characters within which somebody just spoken of is meant by an office that two people share."

_MOST_PEOPLE = 200
"People whose offices are compared with a description; no article has more."

_KEPT = 12
"Unnamed sources with one noun that are remembered, so that time stays linear."

_COLOURS = words(
    "former ex late new old young senior veteran longtime long-time outgoing incoming incumbent current retired fiery "
    "plucky brave angry proud shy famous popular controversial beleaguered elder fresh great good little big tough "
    "winning losing lone proud grim weary glum happy furious defiant"
)
"Adjectives that tell nobody from another; so do most that end in -ed or -ing, and those with a hyphen."

_ONE_OFFICE = (
    "boss coach manager chief trainer gaffer head",
    "leader president chairman head boss chief",
    "keeper goalkeeper goalie",
    "lawyer attorney counsel barrister solicitor",
    "lawmaker legislator senator representative",
    "referee ref umpire official",
    "officer policeman constable detective superintendent inspector sergeant sheriff trooper",
    "skipper captain",
    "doctor physician surgeon",
    "professor academic lecturer scientist researcher",
    "writer author novelist",
    "singer vocalist rapper musician star",
    "businessman businesswoman tycoon entrepreneur shipowner",
    "owner shipowner landowner",
    "kid youngster teenager",
    "priest vicar reverend pastor cleric clergyman rector curate",
    "bishop archbishop cardinal prelate cleric churchman clergyman",
    "imam mufti cleric",
    "rabbi cleric",
    "premier leader",
    "king monarch sovereign",
    "queen monarch sovereign",
    "general commander officer soldier",
    "admiral commander officer",
    "ambassador envoy diplomat",
    "consul diplomat",
    "economist academic analyst",
    "analyst strategist",
    "biologist scientist researcher ecologist zoologist",
    "chemist scientist researcher",
    "physicist scientist researcher",
    "geologist scientist researcher seismologist volcanologist",
    "meteorologist forecaster weatherman",
    "actor actress star thespian",
    "footballer player striker forward attacker marksman",
    "defender player centre-back full-back",
    "midfielder player playmaker",
    "pilot flyer airman captain",
    "farmer grower rancher crofter smallholder",
    "fisherman trawlerman angler boatman",
    "pensioner retiree widow widower",
    "student undergraduate pupil",
    "teacher schoolteacher tutor",
    "journalist reporter correspondent newsman",
    "presenter host anchor broadcaster anchorman newsreader",
    "builder tradesman contractor",
    "plumber tradesman",
    "electrician tradesman",
    "banker financier",
    "councillor alderman councilman councilwoman",
    "mayor provost",
    "lawmaker parliamentarian mp deputy backbencher",
    "sprinter runner athlete hurdler",
    "cyclist rider",
    "jockey rider",
    "driver racer",
    "boxer fighter pugilist",
    "chef cook restaurateur",
    "publican landlord innkeeper",
    "nurse midwife medic",
    "paramedic medic",
    "surgeon consultant medic",
)
"Nouns that papers use for one another."


def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _ONE_OFFICE:
        nouns = group.split()
        for noun in nouns:
            found.setdefault(noun, set()).update(nouns)
    return {noun: frozenset(norm(other) for other in others) for noun, others in found.items()}


_ALIKE = _alike()


class Offices:
    """Finds whom a description means; learns the unnamed sources as they come."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._introducing: dict[str, list[Mention]] = {}
        self._fitting: dict[tuple[str, ...], tuple[list[Member], float]] = {}
        self._unnamed: dict[str, list[str]] = {}

    def met(self, noun: str, name: str) -> None:
        """Remembers an unnamed source."""
        self._unnamed.setdefault(noun, []).append(name)

    def holder(self, low: list[str], start: int) -> Who | None:
        """Whom 'the harbour minister' means (its words without 'the'): a person, or an unnamed source met before."""
        fitting, sure = self._bearing(tuple(low))
        if len(fitting) > 1:
            near = self.cast.between(max(0, start - _LATELY), start)
            meant = {id(member) for member in fitting}
            recent = [mention.member for mention in near if id(mention.member) in meant]
            fitting = recent[-1:] if len({id(member) for member in recent}) == 1 else []
        if fitting:
            return Who(fitting[0].full, "person", sure, fitting[0])
        before = self._before(low)
        return Who(before, "unnamed", 0.95) if before else None

    def introduced(self, noun: str, end: int) -> Who | None:
        """Who 'an engineer' is that the report names only later: 'the engineer, Anna Ashby'."""
        if noun not in self._introducing:
            self._introducing[noun] = self._introductions(noun)
        later = self._introducing[noun][bisect_right(self._introducing[noun], end, key=attrgetter("start")) :][:1]
        return Who(later[0].member.full, "person", ALIKE, later[0].member) if later else None

    def _introductions(self, noun: str) -> list[Mention]:
        """Where people come with what they are before their name: 'the engineer, Anna Ashby'."""
        bearers = {id(member) for member in self._bearing((noun,))[0]}
        return [m for m in self.cast.mentions if id(m.member) in bearers and self._stands_before(noun, m.start)]

    def _stands_before(self, noun: str, at: int) -> bool:
        return self.cast.text[max(0, at - 40) : at].lower().rstrip(", ").endswith(f"the {noun}")

    def _bearing(self, low: tuple[str, ...]) -> tuple[list[Member], float]:
        """The people whom the article calls so, all words of it, and how surely a description means them."""
        if low not in self._fitting:
            everybody = islice(chain.from_iterable(self.cast.members.values()), _MOST_PEOPLE)
            described = _description(low)
            scored = [(_fit(member.roles, described), member) for member in everybody]
            best = max((score for score, _ in scored), default=0.0)
            self._fitting[low] = [member for score, member in scored if best and score == best], best
        return self._fitting[low]

    def _before(self, low: list[str]) -> str | None:
        """An unnamed source met before: 'the senior official' after 'a senior customs official'."""
        wanted = set(low) - {"same"}
        for name in reversed(self._unnamed.get(head(low), [])[-_KEPT:]):
            if wanted <= set(name.lower().split()):
                return name
        return None


class _Description(NamedTuple):
    """'Under-fire harbour minister', taken apart."""

    noun: str
    wanted: frozenset[str]
    "what else somebody must be called"
    alike: frozenset[str]
    "other words for the noun"
    is_plain: bool
    "no adjective that tells nobody from another"


def _description(low: tuple[str, ...]) -> _Description:
    at = next((i for i, word in enumerate(low) if i and word in PREPOSITIONS), len(low))
    noun, telling = low[at - 1], [word for word in low[: at - 1] if not is_colour(word)]
    behind = [word for word in low[at:] if word not in PREPOSITIONS and word not in DETERMINERS]
    wanted = frozenset(norm(word) for word in telling or behind)
    return _Description(norm(noun), wanted, _ALIKE.get(noun, frozenset()), len(telling) == at - 1)


def _fit(roles: set[str], described: _Description) -> float:
    """How surely a description means somebody who is called these roles; 0 where it does not."""
    if not described.wanted <= roles:
        return 0.0
    if described.noun in roles:
        return EXACT if described.is_plain else COLOURED
    is_premier = described.noun == "premier" and {"prime", "minister"} <= roles
    return ALIKE if is_premier or roles & described.alike else 0.0


def is_colour(word: str) -> bool:
    """Whether an adjective tells nobody from another: 'plucky', 'under-fire', 'former'."""
    return word in _COLOURS or "-" in word or word.endswith(("ed", "ing"))
