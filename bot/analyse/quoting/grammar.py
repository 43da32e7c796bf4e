"""Closed word classes and the few ways to guess an open one from its ending."""

from __future__ import annotations

from bot.analyse.lexicon import words
from bot.analyse.quoting.callings import CALLINGS

PRONOUNS = words("he she they we i you it who")
OBJECT_PRONOUNS = words("him her them us me you it himself herself themselves")
POSSESSIVES = words("his her its their our my your whose")
DETERMINERS = words(
    "the a an this that these those his her its their our my your one two three four five several some "
    "many most all both no any another other each every few such"
)
BE = words("is are was were be been being am isn't aren't wasn't weren't")
AUXILIARIES = BE | words(
    "have has had having do does did don't doesn't didn't will would can could may might must shall "
    "should won't wouldn't can't cannot couldn't hasn't haven't hadn't shouldn't"
)
NEGATIONS = words("not never n't")
PREPOSITIONS = words(
    "of in on at by for from with about against after before during since until till into onto over under "
    "through between among across toward towards upon within without despite near around behind beside "
    "besides beyond per via amid except including regarding concerning throughout outside inside "
    "alongside like as than to following off up down out"
)
CONJUNCTIONS = words(
    "and or but nor yet so that because if when while although though whereas where whether unless once "
    "why how what which whom whose"
)
ADVERBS = words(
    "also later then repeatedly now once again still just even never ever always often soon simply "
    "further furthermore moreover however instead meanwhile therefore thus too yet already only rather "
    "perhaps maybe indeed twice away back earlier previously initially"
)
NOT_ADVERBS = words(
    "family ally italy july assembly supply reply rally bully jelly lily daily weekly only early belly fly kelly "
    "carly emily sally molly holly polly billy willy beverly kimberly lilly wally reilly o'reilly connolly donnelly "
    "connelly daly healy shelly lesly sicily anomaly monopoly butterfly firefly apply imply comply multiply rely"
)
TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning "
    "afternoon evening night noon midnight week month year weekend earlier late last this next early ago "
    "mon. tue. january february march april may june july august september october november december jan. "
    "feb. mar. apr. aug. sept. sep. oct. nov. dec."
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
_IRREGULAR_PASTS = words(
    "left went came took made gave got ran met saw knew held sent began became fell rose won lost led "
    "kept brought felt found stood spoke wrote drew grew threw flew broke chose drove ate sat lay built "
    "laid sang swore tore struck shook swept wore woke withdrew rode hid drank bore dealt fled forgot froze lent meant "
    "misled spent swung overcame wept slept crept dug "
    "bought caught fought taught sought put let sold told said thought shot hung paid heard understood"
)
_ADJECTIVAL = words(
    "united red armed retired detained disgraced embattled so-called unnamed alleged accused wounded injured"
)


AGENTS = CALLINGS | words(
    "official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers "
    "ministry president premier chancellor secretary senator senators governor governors mayor mayors "
    "lawmaker lawmakers politician politicians diplomat diplomats ambassador ambassadors envoy envoys "
    "general generals admiral colonel captain major sergeant commander commanders officer officers chief "
    "chiefs director directors chairman chairwoman chair head heads leader leaders manager managers "
    "executive executives boss owner owners founder analyst analysts expert experts economist economists "
    "scientist scientists researcher researchers professor professors doctor doctors nurse nurses teacher "
    "teachers student students lawyer lawyers attorney attorneys prosecutor prosecutors judge judges "
    "witness witnesses resident residents neighbor neighbors neighbour neighbours survivor survivors "
    "victim victims activist activists protester protesters campaigner campaigners critic critics "
    "supporter supporters opponent opponents rival rivals aide aides adviser advisers advisor advisors "
    "strategist strategists source sources insider insiders counterpart counterparts monitor monitors "
    "observer observers reporter reporters journalist journalists editor editors author authors writer "
    "writers host anchor correspondent commentator columnist blogger policeman police army military "
    "troops soldier soldiers rebel rebels militia government governments administration authorities "
    "opposition party parties campaign campaigns council committee commission court agency agencies "
    "department bureau office union unions association group groups organization organisation "
    "organizations company companies firm firms bank banks team club church university hospital board "
    "panel embassy delegation coalition alliance parliament congress house senate cabinet regime kremlin "
    "media newspaper paper magazine network station website people person man woman men women boy girl "
    "mother father son daughter wife husband brother sister widow friend friends colleague colleagues "
    "family families parents voter voters citizen citizens others some many few most candidate candidates "
    "nominee congressman congresswoman representative representatives delegate delegates pilot pilots "
    "driver drivers worker workers farmer farmers fisherman fishermen villager villagers islander "
    "islanders king queen prince princess pope bishop archbishop priest pastor rabbi imam coach player "
    "players captain singer actor actress comedian artist engineer engineers investigator investigators "
    "detective sheriff inspector superintendent constable firefighter firefighters paramedic coroner "
    "spokesman-designate negotiator negotiators mediator inspectorate commissioner commissioners master "
    "skipper harbourmaster boss bosses staff crew grandmother grandfather pensioner passenger mum dad "
    "shopkeeper keeper defendant plaintiff client clients customer customers passenger passengers tourist "
    "tourists historian biographer advocate advocates hosts moderator moderators respondent respondents "
    "contributor contributors staffer staffers veteran veterans operative operatives pollster pollsters "
    "donor donors republicans democrats conservatives liberals nationalists labour"
)
"Nouns for people and bodies that can say something."


def is_agent(low: str) -> bool:
    """Whether a common noun stands for somebody who can speak."""
    return low in AGENTS or low.endswith(("woman", "man", "women", "men", "person", "ists", "ist"))


def is_adverb(low: str) -> bool:
    """later, strongly; not family."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS)


def looks_past(low: str) -> bool:
    """Whether a word looks like a verb in the past tense or a participle."""
    return low in _IRREGULAR_PASTS or (low.endswith("ed") and len(low) > 4 and low not in _ADJECTIVAL)
