"""Words for relatives, and what they tell of somebody: 'her husband', 'the couple’s grandson Kit'."""

from __future__ import annotations

from bot.analyse.lexicon import words

MEN = words(
    "husband hubby son stepson brother father dad grandfather grandpa grandad granddad grandson uncle nephew widower "
    "boyfriend fiance fiancé stepfather stepbrother godfather godson"
)
WOMEN = words(
    "wife daughter stepdaughter sister mother mum mom mam grandmother gran granny grandma granddaughter aunt auntie "
    "niece widow girlfriend fiancee fiancée stepmother stepsister godmother goddaughter"
)
KIN = MEN | WOMEN | words("cousin partner twin sibling child parent spouse")
