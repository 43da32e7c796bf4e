"""Descriptions that the article never ties to a name: 'the plucky gran', 'the 74-year-old', 'her husband'.

They go on with whoever was spoken of right before, or with the one relative who can be meant; likely, never sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analyse.lexicon import words
from bot.analyse.quoting.epithets import NICKNAMES, ONE_OF_A_PEOPLE, PARTIES
from bot.analyse.quoting.grammar import PREPOSITIONS, is_agent
from bot.analyse.quoting.kin import KIN, kin_gender
from bot.analyse.quoting.offices import is_colour
from bot.analyse.quoting.people import Member, noun_gender
from bot.analyse.quoting.phrases import head, is_collective, is_plural
from bot.analyse.quoting.roles import HONORIFICS

BY_AGE, COLOURFUL, FRESH, RELATIVE, BY_OFFICE = 0.82, 0.76, 0.7, 0.76, 0.62
"'the 74-year-old'; 'the fallen strongman'; 'the keeper', whom nothing named so before; 'her husband'; 'the mayor'."

_OFFICES = words(
    "coastguard fishers marines press bystander onlooker eyewitness passerby passer-by shopper diner drinker "
    "spectator fan volunteer medic paramedic rescuer dispatcher agent informant informer insider attacker assailant "
    "gunman hijacker kidnapper burglar thief suspect teammate classmate roommate flatmate housemate magistrate "
    "registrar warden jailer supervisor technician interpreter translator worker porter receptionist carer nanny "
    "watchman doorman fireman policeman soldier friend colleague moderator pollster adviser advisor aide staffer "
    "diplomat envoy negotiator mediator lobbyist regulator auditor tenant resident villager islander commuter "
    "motorist tourist pilgrim mourner worshipper ombudsman investigator judge minister premier president chancellor "
    "governor mayor spokesman spokeswoman spokesperson prosecutor lawyer attorney counsel officer officials official "
    "sheriff inspector superintendent constable coroner court ambassador director chairman chairwoman chair chief "
    "executive head secretary general admiral colonel commander captain manager owner doctor nurse teacher driver "
    "pilot clerk guard waiter waitress reporter journalist interviewer host presenter editor caller reader source "
    "witness speaker priest bishop pope king queen prince princess landlord usher bailiff juror referee umpire "
    "announcer neighbour neighbor passenger customer author person one other others vicar coach boss analyst expert "
    "economist professor scientist researcher dealer operator engineer candidate senator"
)
"Nouns for somebody whom a story has without a name: 'the judge' is not who was spoken of last."

_STRANGERS = words(
    "bystander onlooker eyewitness witness passerby passer-by shopper diner drinker spectator fan volunteer medic "
    "rescuer paramedic dispatcher informant insider attacker assailant gunman teammate classmate roommate flatmate "
    "passenger customer neighbour neighbor commuter motorist tourist mourner juror usher bailiff clerk guard waiter "
    "waitress cleric clergyman priest vicar official officer policeman source aide colleague friend reporter "
    "interviewer caller"
)
"Whom even 'the shocked' before it does not make the one just named."

OF_PLACE = 0.8

OF_FIRM = 0.8

_CHAIRS = words(
    "minister premier president chancellor governor mayor senator congressman congresswoman candidate chairman "
    "chairwoman boss coach captain commissioner leader ambassador"
)
"Offices by which a report goes on to call a person whom it named without one."

_ANYBODY = words("man woman boy girl")

_NATIONS = ("ish", "ian", "ese", "ch", "can")
"'The French president' is not the one spoken of; 'the Ellery senator' is."

_AGE = re.compile(r"(\d{1,3})-year-old")
_OF_CHILDREN = re.compile(r"(?:mother|father|mum|mom|dad|gran|grandmother|grandfather)-of-")
_LOOKED_AT = 4
"Earlier places of a noun that are looked at."


def bridge(text: str, low: Sequence[str], start: int) -> float:
    """How surely 'the plucky gran' at a place goes on with whoever was spoken of right before; 0 where it does not."""
    if low[0] not in ("the", "our") or len(low) < 2 or any(word in PREPOSITIONS for word in low):
        return 0.0
    if _AGE.fullmatch(low[-1]):
        return BY_AGE
    if _OF_CHILDREN.match(low[-1]):
        return COLOURFUL
    noun = head(list(low))
    if noun in ONE_OF_A_PEOPLE and text[start + len(low[0]) + 1].isupper():
        return 0.0 if noun not in PARTIES and was_called(text, noun.capitalize(), start) else FRESH
    if noun in NICKNAMES and not was_met(text, noun, start):
        return COLOURFUL if len(low) > 2 else FRESH
    if not is_agent(noun) or is_plural(noun) or is_collective(noun):
        return 0.0
    if any(is_colour(word) for word in low[1:-1]):
        return 0.0 if noun in _STRANGERS else COLOURFUL
    if noun in _ANYBODY:
        return FRESH if text[start + 4 : start + 5].isupper() else 0.0  # 'the Ellery man'
    return 0.0 if noun in _OFFICES or was_met(text, noun, start) else FRESH


def is_chair(low: Sequence[str]) -> bool:
    """Whether a description is of an office that a report takes for known: 'the minister', 'the union president'."""
    return low[0] == "the" and 2 <= len(low) <= 3 and low[-1] in _CHAIRS


def is_of_place(said: Sequence[str]) -> bool:
    """Whether a description is 'the Ellery senator': an office and where from, which may be told nowhere else."""
    places = said[1:-1]
    return (
        said[0].lower() == "the"
        and bool(places)
        and said[-1].islower()
        and all(word[0].isupper() and not word.endswith(_NATIONS) for word in places)
    )


def has_office(member: Member) -> bool:
    """Whether the article says what somebody is, beyond 'Mr' and whose daughter."""
    return any(is_agent(role) for role in member.roles - HONORIFICS - KIN)


def fits(low: Sequence[str], member: Member) -> bool:
    """Whether a description can be of this man or woman."""
    return noun_gender(" ".join(low)) in ("", member.gender) or not member.gender


def relation(low: Sequence[str]) -> str:
    """The relative's word of 'her husband'; empty where a phrase is of no relative, or of one whom it names."""
    return low[-1] if len(low) in (2, 3) and low[0] in ("his", "her", "my") and low[-1] in KIN else ""


def relative(owner: Member, kin: str, family: Sequence[Member]) -> Member | None:
    """Who of one surname is somebody's husband, uncle or sister, where only one can be."""
    linked = [owner.kin] if owner.kin else []
    others = [m for m in (*linked, *family) if m is not owner and kin_gender(kin) in ("", m.gender)]
    return others[0] if len(others) == 1 else None


def was_met(text: str, noun: str, before: int) -> bool:
    """Whether 'a ... noun' or 'the ... noun' stands earlier in the article."""
    return was_called(text, noun, before, ("the", "a", "an", "one", "another"))


def was_called(text: str, noun: str, before: int, articles: Sequence[str] = ("the",)) -> bool:
    """Whether 'the ... noun' stands earlier in the article, so that it is somebody already."""
    at = text.rfind(noun, 0, before)
    for _ in range(_LOOKED_AT):
        if at < 0:
            return False
        near = text[max(0, at - 24) : at].lower().replace(",", " ,").split()[-3:]
        if any(article in near for article in articles) and not text[at - 1 : at].isalpha():
            return True
        at = text.rfind(noun, 0, at)
    return True
