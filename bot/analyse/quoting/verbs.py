"""The verbs that report words, typed by hand from English, and what may follow each."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bot.analyse.lexicon import words

Class = Literal["say", "tell", "quote", "object", "to", "mind", "show"]
Form = Literal["past", "present", "base", "ing"]


class Verb(NamedTuple):
    """One form of a verb of reporting."""

    lemma: str
    kind: Class
    form: Form
    noun: bool
    "the form is a common noun, too: claims, reports, state"


SAYING = """
    say claim argue insist assert maintain contend declare announce stress emphasize emphasise explain concede
    admit acknowledge confess allege complain warn confirm reveal disclose testify suggest indicate recall
    conclude reiterate repeat add swear speculate remark predict clarify specify note observe state report hint
    caution boast joke quip comment tweet reply respond counter vow promise pledge estimate recount write opine
    lament protest figure reason brag guess guarantee surmise theorize posit retort object bemoan fret marvel
    imply charge forecast stipulate prophesy venture reckon
"""
_TELL = "tell ask assure reassure inform remind advise notify beg"
_QUOTE = """
    shout yell cry scream whisper mutter exclaim proclaim post blog email text muse interject intone fume gush
    sneer snap continue answer ask inquire wonder elaborate deadpan chime rail rant thunder plead implore chant
    chide respond recite read roar bellow sigh laugh offer begin conclude finish ponder summarize summarise jest
    scoff grumble crow beam tease urge demand propose recommend deny agree hope think believe fear feel know
    chuckle giggle grin smile sob storm rage rave groan gasp hiss growl moan gripe whine splutter shrug nod bark wail
    holler purr coo hoot yelp squeal shriek snarl croak drawl murmur mumble stammer whimper howl grunt sniff
    squawk trill warble
"""
_OBJECT = """
    accuse criticize criticise condemn denounce blame describe call label brand dismiss reject deny slam blast
    decry deride mock question urge threaten propose defend praise deplore welcome rebuke lambaste challenge
    dispute characterize characterise portray liken dub hail express voice rebuff ridicule castigate chastise
    chide laud applaud commend disavow repudiate cite demand recommend advocate tout
"""
_TO = """threaten promise pledge vow offer refuse decline propose swear demand undertake volunteer"""
_MIND = "think believe hope fear expect doubt suspect worry feel want realize realise assume"
_SHOW = "show find suggest indicate conclude reveal"

_NOUNS = words(
    "claim report note state hint caution boast joke quip comment tweet reply counter vow promise pledge "
    "estimate reason guess guarantee object fret marvel highlight charge forecast protest answer email "
    "text post blog shout cry scream whisper laugh sigh chant roar crow beam tease rant demand hope fear "
    "doubt suspect worry feel want stress question blast slam mock label brand call blame praise welcome "
    "challenge rebuke voice offer express back support attack address detail mention dispute address show "
    "find read figure decline swear thank invite remark rail snap venture read chuckle giggle grin smile sob storm "
    "rage rave groan gasp hiss growl moan gripe whine shrug nod bark wail holler purr coo hoot yelp squeal shriek "
    "snarl croak drawl murmur mumble stammer whimper howl grunt sniff squawk trill warble"
)
_IRREGULAR = {
    "begin": "began begun", "bear": "bore borne", "break": "broke broken", "cast": "cast", "choose": "chose chosen",
    "come": "came", "deal": "dealt", "draw": "drew drawn", "dream": "dreamed dreamt", "feel": "felt", "fight": "fought",
    "find": "found", "foresee": "foresaw foreseen", "forget": "forgot forgotten", "forgive": "forgave forgiven",
    "get": "got", "give": "gave given", "go": "went gone", "hear": "heard", "hit": "hit", "hold": "held",
    "know": "knew known", "lay": "laid", "learn": "learned learnt", "make": "made", "mean": "meant", "put": "put",
    "read": "read", "run": "ran", "say": "said", "see": "saw seen", "seek": "sought", "show": "showed shown",
    "speak": "spoke spoken", "spell": "spelled spelt", "stand": "stood", "swear": "swore sworn", "take": "took taken",
    "tear": "tore torn", "tell": "told", "think": "thought", "understand": "understood",
    "undertake": "undertook undertaken", "uphold": "upheld", "withdraw": "withdrew withdrawn",
    "write": "wrote written", "underestimate": "underestimated",
}  # fmt: skip
PARTICIPLES = words(
    "known written seen shown spoken taken begun forgotten given chosen drawn broken sworn borne torn withdrawn "
    "foreseen undertaken gone forgiven"
)
"Forms that are no past without 'have': 'a law | known as'."

_DOUBLED = words(
    "admit rebut quip brag beg plan slam pan rip slap scrap opt plug commit regret nod tap prefer refer defer"
)
_TENSES: tuple[Form, ...] = ("past", "present", "ing")


_PHRASAL = {
    "shoot back": "shot back,shoots back,shooting back", "fire back": "fired back,fires back,firing back",
    "hit back": "hit back,hits back,hitting back", "go on": "went on,goes on,going on",
    "chime in": "chimed in,chimes in,chiming in", "weigh in": "weighed in,weighs in,weighing in",
    "put it": "put it,puts it,putting it",
}  # fmt: skip
"Verbs of two words, each form read as one: past, present, -ing."


def forms(lemma: str) -> list[tuple[str, Form]]:
    """A verb's forms, each with its tense."""
    doubled = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    stem = lemma[:-1] if lemma.endswith("e") and lemma[-2:] not in ("ee", "oe", "ye") else doubled
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    past = lemma + "d" if lemma.endswith("e") else doubled + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    forms: list[tuple[str, Form]] = [(lemma, "base"), (third, "present"), (stem + "ing", "ing")]
    return [*forms, *((form, "past") for form in _IRREGULAR.get(lemma, past).split())]


def _table() -> dict[str, tuple[Verb, ...]]:
    table: dict[str, list[Verb]] = {}
    for kind, listed in (
        ("say", SAYING), ("tell", _TELL), ("object", _OBJECT), ("to", _TO), ("mind", _MIND), ("quote", _QUOTE),
        ("show", _SHOW),
    ):  # fmt: skip
        for lemma in listed.split():
            for form, tense in forms(lemma):
                noun = lemma in _NOUNS and tense in ("base", "present")
                table.setdefault(form, []).append(Verb(lemma, kind, tense, noun))  # type: ignore[arg-type]
    for lemma, listed in _PHRASAL.items():
        for form, tense in zip(listed.split(","), _TENSES, strict=True):
            table[form] = [Verb(lemma, "quote", tense, False)]
    for form, tense in zip(("pointed out", "points out", "pointing out"), _TENSES, strict=True):
        table[form] = [Verb("point out", "say", tense, False)]
    return {form: tuple(verbs) for form, verbs in table.items()}


VERBS = _table()
"Each form of each verb, with every way it is used; the first is the one most looked for."

ATTRIBUTING = frozenset(
    form for form, verbs in VERBS.items() for verb in verbs if verb.kind in ("say", "tell", "quote") and not verb.noun
)

PREPOSITIONAL = {
    "call": words("for on"), "complain": words("of about"), "warn": words("of about against"),
    "insist": words("on"),
    "appeal": words("for to"), "boast": words("of about"), "hint": words("at"), "point": words("to"),
    "object": words("to"),
    "speculate": words("about on"), "refer": words("to"), "lash": words("out"), "speak": words("of"),
    "brag": words("about"),
    "joke": words("about"), "rail": words("against"),
    "comment": words("on"),
}  # fmt: skip
"What a verb's content may begin with where it is no clause: 'warned of floods', 'called for talks'."
