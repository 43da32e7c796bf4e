"""Words, people and places: typed roots, and what is made of them, the common ones first."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product

FLATTENED = 20
"Mandelbrot's constant: the commonest surname is borne by about one in a hundred and twenty, as in an English census."

RARE = 0.25
"of the nouns in a text"

_NOUNS_TYPED = """
    council road water school police harbour company hospital report minister court bridge family town market worker
    river village station fire team train plan storm price union farm factory energy border ship crew officer budget
    teacher patient driver tax boat forest field airport tunnel dam pipeline ferry museum library festival stadium
    engineer witness judge lawyer inspector resident tenant landlord committee board agency ministry parliament vote
    ballot campaign candidate coalition treaty tariff export import harvest drought flood landslide quake tremor wave
    cliff beach island lighthouse pier quay crane barge tanker cargo container warehouse depot garage engine brake
    wheel track signal platform carriage timetable ticket passenger runway pilot cockpit wing valve pump boiler
    turbine reactor cable mast antenna battery panel roof wall floor stairway window door corridor chimney kitchen
    cellar attic courtyard square avenue lane crossing junction roundabout pavement cyclist pedestrian lorry tractor
    ambulance helicopter drone camera phone letter email document archive ledger invoice receipt loan debt bond share
    dividend profit loss wage pension strike picket shift overtime contract clause permit licence fine sentence appeal
    verdict jury evidence sample test clinic nurse surgeon vaccine virus fever outbreak ward pharmacy dose symptom
    diet bakery brewery dairy orchard vineyard cattle sheep poultry fish herring salmon net trawler reef coral seal
    whale wolf bear eagle owl oak pine willow moss peat soil gravel sand clay slate granite copper iron steel timber
    paper glass cotton wool silk leather rubber plastic paint ink canvas sculpture portrait orchestra choir organ
    violin concert theatre rehearsal premiere novel poem essay lecture exam classroom pupil student campus laboratory
    microscope telescope satellite rocket orbit comet meteor glacier avalanche ridge summit valley gorge waterfall
    spring well canal lock weir reservoir aqueduct sewer drain filter leak stain spill smoke ash soot ember spark
    flame hose ladder siren helmet uniform badge patrol checkpoint barrier fence gate tower wagon cart sledge saddle
    """

_VERBS_TYPED = """
    closed opened damaged delayed halted blocked reopened inspected repaired replaced ordered warned promised refused
    accepted rejected approved postponed cancelled announced measured counted recorded reported found lost moved
    carried loaded emptied filled flooded burned struck missed reached crossed left entered searched guarded watched
    questioned charged cleared fined paid borrowed sold bought leased rented rebuilt painted drained pumped lifted
    lowered towed pulled pushed anchored launched tested sampled treated fed housed sheltered evacuated warmed cooled
    lit wired mapped planned drafted signed sealed delivered returned hid buried dug planted harvested milked sheared
    trained hired dismissed praised blamed thanked sued defended advised assisted joined divided merged expanded
    shrank doubled halved raised cut stopped started resumed ended extended shortened tightened loosened
    """

_ADJECTIVES_TYPED = """
    local regional old new heavy light narrow wide northern southern eastern western empty crowded quiet loud early
    late sudden slow steep flat frozen dry wet muddy broken rusty wooden stone public private disused temporary
    permanent annual monthly rare common severe mild costly cheap strict loose urgent routine independent joint senior
    junior former acting elected appointed seasonal rural urban coastal inland remote nearby ancient modern electric
    mechanical leaking cracked tilted sunken burnt repaired unpaid overdue anonymous formal informal final interim
    """

_ADVERBS_TYPED = """
    slowly quickly briefly twice nearly partly wholly quietly openly formally narrowly safely badly repeatedly rarely
    usually overnight yesterday unexpectedly deliberately reluctantly eventually carefully promptly separately
    """

_GIVEN_TYPED = """
    Mira Jon Ines Tomas Elsa Henrik Nadia Pavel Greta Oskar Lina Marek Sofie Anton Freya Bruno Alma Viktor Hanna Emil
    Clara Rasmus Ida Leon Marta Felix Petra Nils Irena Hugo Tilda Stefan Judith Casper Rosa Magnus Vera Simon Edith
    Tobias Agnes Ruben Selma Karl Dora Ivan Astrid Noel Birgit Adam Lucia Gustav Helena Martin Olga Peter Thea Daniel
    Signe Lukas Wanda Erik Flora Jakob Nora Walter Ulla Samuel Maja Arthur Linnea David Kirsten Aron Sigrid Julian
    """

_STARTS_TYPED = """
    bar ber bol bran cal cor dal del dorn fal fen fir gar gel gor hal har hel hol ist jor kal kel kor lan lar len lor
    mar mel mor nal nor ol or pel por ral ren ros sal sel skar sol stor tal tar tor ul val ver vik wal wen yar zel
    """
_MIDDLES_TYPED = "a e i o u ad an ar el en er il in ol on or um und"
_SURNAME_ENDS_TYPED = (
    "berg dahl feld grave holt land lund mark mond nik quist rand sen ski son strom tam ter vard vik well witz"
)
_PLACE_ENDS_TYPED = "by dal fjord ford gard ham haven holm hurst mere minster mouth ness nes port stad stow thorpe ton"

_ROOTS_TYPED = """
    salt stone iron wind storm mill gate field ford hill dale marsh moor reed thorn ash elm birch rook crow hawk swan
    wheel rope sail mast keel hull deck helm oar net hook line tide foam brine frost snow hail mist dew rain
    barn loft yard croft stall byre hearth flint tallow wick lamp coal peat turf loam chalk marl shale
    """
_TAILS_TYPED = "work ward wright master keeper maker wall way side head bank house room board craft pool"

_NOUNS = _NOUNS_TYPED.split()
_VERBS = _VERBS_TYPED.split()
_ADJECTIVES = _ADJECTIVES_TYPED.split()
_ADVERBS = _ADVERBS_TYPED.split()
_GIVEN = _GIVEN_TYPED.split()
_STARTS = _STARTS_TYPED.split()
_MIDDLES = _MIDDLES_TYPED.split()
_SURNAME_ENDS = _SURNAME_ENDS_TYPED.split()
_PLACE_ENDS = _PLACE_ENDS_TYPED.split()
_ROOTS = _ROOTS_TYPED.split()
_TAILS = _TAILS_TYPED.split()


def rank(rng: random.Random, size: int, flattened: int = FLATTENED) -> int:
    """A place in a list, the first ones likelier: place r with a chance near 1 / (r + flattened)."""
    reach = (size + flattened) / flattened
    return min(size - 1, int(flattened * reach ** rng.random()) - flattened)


@cache
def compounds() -> Sequence[str]:
    """An archive's rare words, some twenty-four thousand."""
    made = [a + b for a, b in product(_ROOTS, _ROOTS) if a != b]
    longer = [a + b + c for a, b, c in product(_ROOTS, _ROOTS[::3], _TAILS) if a != b]
    return [*_shuffled(made), *_shuffled(longer)]


@cache
def surnames() -> Sequence[str]:
    return _shuffled(
        f"{a}{b}{c}".capitalize() for a, b, c in product(_STARTS, ["", *_MIDDLES], _SURNAME_ENDS) if a[-1] != c[0]
    )


@cache
def places() -> Sequence[str]:
    return _shuffled(
        f"{a}{b}{c}".capitalize() for a, b, c in product(_STARTS, ["", *_MIDDLES], _PLACE_ENDS) if a[-1] != c[0]
    )


def person(rng: random.Random) -> str:
    """Somebody's name: a rare or a common surname."""
    return f"{rng.choice(_GIVEN)} {surnames()[rank(rng, len(surnames()))]}"


def figure(number: int) -> str:
    """The name of a public figure: the same number always bears the same, and no two bear one."""
    every = surnames()
    return f"{_GIVEN[number % len(_GIVEN)]} {every[number * 7 % len(every)]}"


def person_number(name: str) -> int:
    """A number of their own for all who can be made up, from 1."""
    given, surname = name.split()
    return 1 + _GIVEN.index(given) * len(surnames()) + _surname_numbers()[surname]


def person_of(number: int) -> str:
    given, surname = divmod(number - 1, len(surnames()))
    return f"{_GIVEN[given]} {surnames()[surname]}"


@cache
def _surname_numbers() -> dict[str, int]:
    return {surname: number for number, surname in enumerate(surnames())}


def place(rng: random.Random) -> str:
    return places()[rank(rng, len(places()))]


def noun(rng: random.Random) -> str:
    every = compounds() if rng.random() < RARE else _NOUNS
    return every[rank(rng, len(every))]


def verb(rng: random.Random) -> str:
    return _VERBS[rank(rng, len(_VERBS))]


def adjective(rng: random.Random) -> str:
    return _ADJECTIVES[rank(rng, len(_ADJECTIVES))]


def adverb(rng: random.Random) -> str:
    return rng.choice(_ADVERBS)


def plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _shuffled(words: Iterable[str]) -> list[str]:
    listed = sorted({*words})
    random.Random(1).shuffle(listed)
    return listed
