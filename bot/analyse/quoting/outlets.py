"""Media among the sources: those who report what others said, and those to whom it was said."""

from __future__ import annotations

import re

from bot.analyse.lexicon import words

_OUTLET_WORDS = words(
    "agency agencies news newspaper magazine daily times post journal television tv radio media "
    "broadcaster website channel bulletin courier gazette herald tribune telegraph wire reuters guardian "
    "observer chronicle ap afp upi dpa bbc cnn npr press"
)
_NAMES = _OUTLET_WORDS | words(
    "associated bloomberg interfax tass novosti xinhua anadolu ansa efe itv itn sky fox nbc abc cbs pbs msnbc cnbc "
    "cspan rt aljazeera jazeera cbc rte stv politico axios buzzfeed breitbart newsweek economist atlantic spectator "
    "independent mirror express mail sun star globe examiner inquirer sentinel argus echo record standard ledger "
    "register bee review weekly monitor bild spiegel welt figaro monde pais repubblica pravda izvestia haaretz "
    "podcast network today lantern beacon"
)
"What the name of a medium ends or begins with."

_NO_MEDIUM = words(
    "conference briefing briefings reporters reporter journalists journalist correspondents secretary conferences "
    "club office officer release chief union crowd court council"
)
_PLAIN = words("newspaper agency magazine radio television website broadcaster channel station podcast tv")
_PRINTED = words("post times journal guardian herald tribune telegraph courier")
_DROPPED = words("the a an news agency newspaper website magazine")

_TO = re.compile(r"[^.;:“\"]{0,40}?\b(?:interview (?:with|to)|statement to|(?:speaking|comments|remarks) to)(?= )")
_NAME_WORD = r"(?:(?:[A-Z]\.)+|[\w’'&-]+(?:\.com)?)"
_PHRASE = re.compile(
    rf"\s+({_NAME_WORD}(?: {_NAME_WORD}){{0,6}}?)(?=[,.;:“”\"‘(\n]|\s?$|\s\b(?:that|on|in|at|during|he|she|they|it|"
    r"about|last|this|while|after|for|how|why|there|we|when|if)\b)"
)
_REACH = 110


def is_outlet(phrase: str) -> bool:
    """Whether a source is a medium that reports others' words."""
    return any(word in _OUTLET_WORDS for word in phrase.lower().replace("-", " ").split())


def told_outlet(text: str, cue_end: int, tells: bool) -> tuple[int, int] | None:
    """The medium that somebody told something: 'told the Marrow Gazette', 'said in an interview with Marrow Radio'.

    `tells` says that the cue is 'told'. A news conference, reporters and parliament are no medium.
    """
    at = cue_end if tells else None
    near = text[cue_end : cue_end + _REACH]
    heard = _TO.match(text, cue_end, cue_end + _REACH) if " to " in near or " with " in near else None
    at = heard.end() if heard else at
    phrase = _PHRASE.match(text, at, at + _REACH) if at is not None else None
    if phrase is None:
        return None
    said = phrase.group(1).split()
    low = [_bare(word) for word in said]
    if any(word in _NO_MEDIUM for word in low) or not any(word[0].isupper() for word in said):
        return None
    named = any(word in _NAMES and shown[0].isupper() for word, shown in zip(low, said, strict=True))
    return phrase.span(1) if named or any(word in _PLAIN for word in low) else None


def own(name: str, outlet: str | None) -> bool:
    """Whether a medium is the report's own outlet: 'the Post' in The Washington Post, 'Associated Press' in AP."""
    if not outlet:
        return False
    said, ours = _telling(name), _telling(outlet)
    if not said or not ours:
        return False
    letters = ["".join(word[0] for word in words_) for words_ in (said, ours)]
    return set(said) <= set(ours) or set(ours) <= set(said) or [letters[0]] == ours or said == [letters[1]]


def outlet_name(phrase: str) -> str:
    """A medium by its own name: 'the Northlandic NNA news agency' is NNA."""
    phrase = phrase.strip().removesuffix("'s").removesuffix("’s")
    said = _up_to_owner([word for word in phrase.split() if _bare(word) not in _DROPPED])
    named = [word for word in said if word[0].isupper() or word[0].isdigit()]
    acronyms = [word for word in named if word.isupper() and len(word) > 2 and "." not in word]
    if acronyms:
        return " ".join(named[named.index(acronyms[0]) :])
    return " ".join(named) or phrase


def is_printed(name: str) -> bool:
    """Whether a paper's name is written with 'The'."""
    return name.split()[-1].lower() in _PRINTED


def _up_to_owner(said: list[str]) -> list[str]:
    """'NNA’s Anna Ashby' is NNA; 'Northland’s Marrow Post' is the Marrow Post."""
    for index, word in enumerate(said[:-1]):
        if word.endswith(("'s", "’s")):
            return [*said[:index], word[:-2]] if _bare(word) in _NAMES else _up_to_owner(said[index + 1 :])
    return said


def _bare(word: str) -> str:
    return word.lower().strip(".,").removesuffix("'s").removesuffix("’s")


def _telling(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in ("the", "online", "com", "news")]
