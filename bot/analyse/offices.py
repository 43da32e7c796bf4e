"""Offices: what one person is at a time. 'Northland's defence minister, Anna Ashby' tells who it is that day, and 'the
defence minister' in another report may then mean her.

Spokesmen, officials and officers are many: they hold no office here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.analyse.identity.places import NATIONS, same_place
from bot.analyse.identity.spelling import plain
from bot.analyse.lexicon import words
from bot.analyse.quoting.grammar import PREPOSITIONS
from bot.analyse.quoting.titles import DAYS_AND_MONTHS
from bot.analyse.sentences import STARTERS
from bot.shapes import Office

_HEADS = words(
    "president premier minister secretary chancellor governor mayor ambassador commissioner chairman director chief "
    "commander superintendent king queen pope bishop archbishop coach manager captain editor head principal rector "
    "speaker treasurer coroner sheriff master harbourmaster executive general ombudsman prosecutor leader envoy judge "
    "headteacher headmaster provost dean conductor curator"
)
_PORTFOLIOS = words(
    "defense state foreign interior home health finance justice transport education treasury energy labor homeland "
    "security affairs trade commerce agriculture culture environment housing fisheries planning welfare tourism sport "
    "economy economic social internal external european prime vice deputy first chief attorney general executive "
    "managing acting police fire harbor port party opposition press army navy air force coast guard medical "
    "scientific county district assistant joint head election electoral central privy lord lady chamber club team "
    "national security operating financial technical sporting artistic musical music works water rail railway safety "
    "secretary director governor "
    "staff emergency rescue museum school college hospital union council city town village parish regional provincial"
)
"Words of an office that are no place's and no body's name."

_FORMER = words("former ex then late retired outgoing onetime future incoming designate ousted dismissed next")
_MANY = words("a an another one some two three several many his her their my our your whose which")
_BEFORE_ONE = words("the this its")
_SMALL = words("of for and at the in")
_JUST_A_RANK = words("executive master chief captain director head leader judge commander manager coach editor")
"Alone these tell a rank or nothing: 'General Ashby', 'the captain'."

_NORMAL = {
    "defence": "defense", "labour": "labor", "harbour": "harbor", "chairwoman": "chairman", "chairperson": "chairman",
    "chair": "chairman", "premier": "prime minister", "harbourmaster": "harbor master", "pm": "prime minister",
    "harbormaster": "harbor master", "headmistress": "headmaster", "ceo": "chief executive", "gov": "governor",
    "amb": "ambassador", "supt": "superintendent",
}  # fmt: skip

_SPHERES = {
    "politics": "president premier minister secretary chancellor governor mayor ambassador speaker senator envoy",
    "police": "superintendent sheriff coroner",
    "church": "pope bishop archbishop dean",
    "sport": "coach",
    "schools": "headteacher headmaster principal rector",
    "music": "conductor",
}
_SPHERE = {role: sphere for sphere, roles in _SPHERES.items() for role in roles.split()}
"What nobody is beside something of another sphere."

_NEAR = 120
"Characters before and behind a name in which its office stands."

_MOST_PLACES = 12
"So many mentions of one name in a report are looked at."


def office(phrase: str) -> Office | None:
    """The office a phrase names, 'the U.S. defense secretary'; None where it names none, several or a former one."""
    said = [word for one in phrase.split() for word in _normal(one).split()]
    capital = {word for one in phrase.split() if one[:1].isupper() for word in _normal(one).split()}
    if not said or said[0] in _MANY or _FORMER & {part for word in said for part in word.split("-")}:
        return None
    at = next((i for i, word in enumerate(said) if i and word in ("of", "for", "at")), len(said))
    front, back = [word for word in said[:at] if word not in _BEFORE_ONE], said[at + 1 :]
    if not front or front[-1] not in _HEADS:
        return None
    start = len(front) - 1
    while start and front[start - 1] in _PORTFOLIOS:
        start -= 1
    role, place = front[start:], [word for word in front[:start] if word in capital]
    if back and all(word in _PORTFOLIOS | _SMALL for word in back):
        role = [word for word in back if word not in _SMALL] + role
    elif back:
        place = [word for word in back if word not in _BEFORE_ONE]
    if len(role) == 1 and (role[0] == "general" or (role[0] in _JUST_A_RANK and not place)):
        return None
    return Office(role=" ".join(_short(role)), place=" ".join(place) or None)


def may_be_of(one: Office, other: Office) -> bool:
    """Whether two offices may be one: the same role, in the same place where both are told of one."""
    places = one.place, other.place
    return one.role == other.role and (None in places or same_place(*map(str, places)))


def clash(one: Office, other: Office) -> bool:
    """Whether nobody holds both at a time: mayor of two towns, or a minister and a bishop."""
    if one.role == other.role:
        return not may_be_of(one, other)
    first, second = _SPHERE.get(one.role.split()[-1]), _SPHERE.get(other.role.split()[-1])
    return first is not None and second is not None and first != second


def offices(prose: str, names: Iterable[str]) -> list[tuple[str, Office]]:
    """Which of these people a report calls by an office, right before the name or right behind it; each once."""
    found = ((name, told) for name in names for at in _places(prose, name) for told in _told(prose, at, at + len(name)))
    return list(dict.fromkeys(found))


def _places(prose: str, name: str) -> Iterator[int]:
    at = prose.find(name)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        if not prose[at - 1 : at].isalnum() and not prose[at + len(name) : at + len(name) + 1].isalnum():
            yield at
        at = prose.find(name, at + len(name))


def _told(prose: str, start: int, end: int) -> Iterator[Office]:
    for phrase in (_before(prose[max(0, start - _NEAR) : start]), _behind(prose[end : end + _NEAR])):
        told = office(phrase)
        if told:
            yield told


def _before(text: str) -> str:
    """The words that lead up to a name as a description of it."""
    said: list[str] = []
    for word in reversed(text.removesuffix(", ").rstrip(" ").split(" ") if text[-1:] == " " else []):
        if _ends(word) or not _describes(word) or _opens(word):
            break
        said.insert(0, word)
    return " ".join(said)


def _behind(text: str) -> str:
    """The description that follows a name between commas."""
    said: list[str] = []
    for word in text[2:].split(" ") if text.startswith(", ") else []:
        bare = word.rstrip(",.;:")
        if not _describes(bare) and bare not in _MANY and bare not in _FORMER:
            break
        said.append(bare)
        if _ends(word):
            break
    return " ".join(said)


def _opens(word: str) -> bool:
    """Whether a word with a capital only opens its sentence, or tells the day: 'On Monday Defence Minister …'."""
    low = word.lower()
    return word[:1].isupper() and (low in PREPOSITIONS or low in STARTERS - _BEFORE_ONE or low in DAYS_AND_MONTHS)


def _describes(word: str) -> bool:
    low = _normal(word)
    known = low in _SMALL or low in _BEFORE_ONE or low in _FORMER or _is_of_office(low)
    return known or (word[:1].isupper() and "\n" not in word)


def _is_of_office(low: str) -> bool:
    return all(part in _HEADS or part in _PORTFOLIOS for part in low.split())


def _ends(word: str) -> bool:
    return word[-1:] in ',;:!?()“”"—–' or (word[-1:] == "." and word.count(".") == 1) or "\n" in word


def _normal(word: str) -> str:
    low = plain(word.strip(",.;:"))
    joined = low.split("-")
    if len(joined) > 1 and all(_is_of_office(part) for part in joined):  # 'secretary-general', 'vice-president'
        return " ".join(joined)
    return _NORMAL.get(low, NATIONS.get(low, low))


def _short(role: Sequence[str]) -> Sequence[str]:
    """'Foreign affairs minister' is 'foreign minister'."""
    return [word for word in role if word != "affairs" or "foreign" not in role]
