"""Words for relatives, and what they tell of somebody: 'her husband', 'the couple’s grandson Kit'."""

from __future__ import annotations

from bot.analyse.lexicon import words

MEN = words(
    "husband hubby son stepson brother father dad grandfather grandpa grandad granddad grandson uncle nephew widower "
    "fella old-man ex-husband ex-boyfriend father-in-law brother-in-law son-in-law half-brother great-uncle daddy pa "
    "boyfriend fiance fiancé stepfather dad papa stepbrother godfather godson"
)
WOMEN = words(
    "wife daughter stepdaughter sister mother mum mom mam grandmother gran granny grandma granddaughter aunt auntie "
    "missus ex-wife ex-girlfriend mother-in-law sister-in-law daughter-in-law half-sister great-aunt nan nana nanna "
    "mama mummy bride niece widow girlfriend fiancee fiancée stepmother stepsister godmother goddaughter"
)
_OF_ONE_NAME = words(
    "husband hubby son brother father dad missus wife daughter sister mother mum mom grandson granddaughter"
)
COMPANIONS = words(
    "neighbour neighbor friend colleague classmate roommate flatmate housemate teammate workmate lodger landlord "
    "landlady boss employer assistant deputy pal mate buddy apprentice pupil"
)
"Who comes with one name like a relative: 'her neighbour, Fanta'."

KIN = MEN | WOMEN | words("cousin partner twin sibling child parent spouse")


def kin_before(text: str, start: int) -> str:
    """The relative's word right before a name: 'her husband, | Colin', 'grandson | Kit'; empty where there is none."""
    word = text[max(0, start - 20) : start].rstrip(" ,").rpartition(" ")[2].lower()
    return word if (word in KIN or word in COMPANIONS) and text[start - 1 : start] == " " else ""


def owner_before(text: str, start: int, kin: str) -> str:
    """'he' or 'she' for 'his' or 'her' before the relative's word before a name: 'her brother | Colin'."""
    before = text[max(0, start - 30) : start].rstrip(" ,").removesuffix(kin).lower()
    return "he" if before.endswith("his ") else "she" if before.endswith("her ") else ""


def kin_gender(word: str) -> str:
    """'he' or 'she' where the word for a relative tells."""
    return "he" if word in MEN else "she" if word in WOMEN else ""


def family_before(text: str, start: int, kin: str) -> str:
    """The surname of 'Colin Marsh’s wife, | Helen', in lower case, where relatives of that kind mostly share it."""
    before = text[max(0, start - 60) : start].rstrip(" ,").removesuffix(kin).removesuffix(kin.capitalize()).rstrip()
    owner = before.removesuffix("'s").removesuffix("’s") if kin in _OF_ONE_NAME else before
    return owner.rpartition(" ")[2].lower() if owner != before else ""
