"""Words by which a report goes on to call whom or what it named: 'the airline', 'the Dutchman', 'the bearded hunk'."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.lexicon import words

_FIRMS = words(
    "company firm group airline carrier operator lender bank retailer supermarket chain maker manufacturer giant "
    "developer supplier utility brand producer contractor startup start-up insurer builder carmaker automaker "
    "planemaker drugmaker chipmaker shipbuilder brewer miner exporter importer publisher studio label conglomerate "
    "subsidiary consultancy business corporation"
)
"Nouns by which a report goes on to call a firm that it named."

_PUBLIC = words(
    "ministry department office agency parliament congress senate house council committee commission court army navy "
    "guard police government administration state party union church university school league team kingdom republic "
    "federation palace embassy bureau inspectorate inquiry jury crowd authority board"
)
"Last words of what is no firm."

NICKNAMES = words(
    "hunk bombshell star superstar funnyman beauty heartthrob heart-throb babe stunner pal ace legend icon diva "
    "starlet wag lothario crooner telly-star newsman broadcaster presenter hero heroine villain ex flame brunette "
    "blonde redhead looker hitmaker chart-topper chef cook tycoon mogul magnate baron supremo kingpin honcho bigwig "
    "top-dog mastermind beefcake charmer joker prankster daredevil thrillseeker globetrotter adventurer explorer "
    "veteran rookie debutant novice teen youngster tot lad lass bloke geezer brit yank aussie kiwi scot royal monarch "
    "peer"
)
"What tabloids call those they write about."

PARTIES = words(
    "democrat republican liberal conservative tory socialist nationalist libertarian labourite green independent "
    "progressive centrist"
)
"One of a party."

ONE_OF_A_PEOPLE = PARTIES | words(
    "dutchman frenchman englishman irishman welshman scotsman cornishman yorkshireman manxman ulsterman scot briton "
    "brit swede dane finn norwegian icelander pole czech slovak hungarian romanian bulgarian croat serb slovene "
    "bosnian albanian greek turk italian spaniard catalan basque portuguese german austrian belgian swiss russian "
    "ukrainian estonian latvian lithuanian georgian armenian american canadian mexican brazilian argentine "
    "argentinian chilean peruvian colombian venezuelan ecuadorian uruguayan paraguayan bolivian cuban jamaican "
    "haitian australian aussie kiwi new-zealander samoan fijian tongan japanese korean chinese indian pakistani "
    "bangladeshi nepali thai filipino vietnamese malaysian indonesian singaporean egyptian moroccan algerian tunisian "
    "libyan nigerian ghanaian kenyan ugandan tanzanian ethiopian somali sudanese senegalese ivorian cameroonian "
    "angolan zambian zimbabwean israeli palestinian lebanese syrian jordanian iraqi iranian saudi afghan kazakh uzbek "
    "mongolian texan californian londoner new-yorker northerner southerner highlander islander frenchwoman dutchwoman "
    "englishwoman irishwoman scotswoman welshwoman nationalist"
)
"'The Dutchman', 'the Democrat': one of a people or a party."


def is_firm(low: Sequence[str]) -> bool:
    """Whether a description is 'the company', 'the airline', 'the mining firm'."""
    return low[0] == "the" and 2 <= len(low) <= 3 and low[-1] in _FIRMS


def may_be_firm(name: str) -> bool:
    """Whether a body's name is not that of a public one; what is not named, 'both boards', is no firm either."""
    said = name.split()
    return said[0][0].isupper() and said[-1].lower() not in _PUBLIC and said[0].lower() not in _PUBLIC


def is_kind_of_people(said: Sequence[str]) -> bool:
    """Whether a description is 'the Dutchman', 'the Ellery Democrat'."""
    return (
        said[0].lower() == "the" and 2 <= len(said) <= 3 and said[-1].istitle() and said[-1].lower() in ONE_OF_A_PEOPLE
    )
