"""A quotation as it is compared with another: its words alone, each with its place in the report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.analyse.claiming.terms import tokens
from bot.analyse.conflicting.pairs import Spoken
from bot.analyse.sentences import sentences
from bot.shapes import Account, Claim, Said, Span

_SHORT_FORMS = {"can't": "can not", "won't": "will not", "cannot": "can not", "gonna": "going to", "wanna": "want to"}
_ASIDE = re.compile(r"\[[^\]\[]{0,80}\]|\([^()]{0,80}\)")
_MARKED = re.compile(r"“[^“”]*”?|\"[^\"]*\"")


@dataclass(frozen=True)
class Quoted:
    """A quotation with its words alone: no case, typography or editor's asides, short forms written out."""

    account: Account
    said: Said
    words: tuple[str, ...]
    places: tuple[Span, ...]
    "where each word stands in `said.text`"

    @property
    def name(self) -> str:
        return self.said.name or ""

    def shown(self, first: int, last: int) -> str:
        """words[first:last] as the outlet has them."""
        return self.said.text[self.places[first][0] : self.places[last - 1][1]]

    def spoken(self, first: int, last: int, says: str) -> Spoken:
        """The sentence that words[first:last] stand in, with these words marked."""
        start, end = self.places[first][0], self.places[last - 1][1]
        spot = (self.said.start + start, self.said.start + end)
        if around := _sentence(self.account, spot):
            return Spoken(self.account, around.start, around.end, around.text, spot, says, self.said.name)
        a, b = next((s for s in sentences(self.said.text) if s[0] <= start and end <= s[1]), (0, len(self.said.text)))
        text = self.said.text[a:b]
        return Spoken(self.account, self.said.start + a, self.said.start + b, text, spot, says, self.said.name)


def _sentence(account: Account, spot: Span) -> Claim | None:
    """A claim of the sentence around: it has the sentence's text, of which a quotation is only a part."""
    return next((c for c in account.claims if c.start <= spot[0] and spot[1] <= c.end), None)


def quoted(account: Account, said: Said) -> Quoted:
    found: list[tuple[str, Span]] = []
    for token in tokens(_ASIDE.sub(lambda aside: " " * len(aside.group()), _inside_marks(said.text))):
        low = _SHORT_FORMS.get(token.low) or (token.low[:-3] + " not" if token.low.endswith("n't") else token.low)
        plain = low.replace("'re", " are").replace("'ve", " have").replace("'ll", " will").split()
        found += [(word, (token.start, token.end)) for word in plain]
    return Quoted(account, said, tuple(word for word, _ in found), tuple(place for _, place in found))


def _inside_marks(text: str) -> str:
    """A quotation that its speaker's name cuts in two ('“A,” she said. “B”') with what is not quoted blanked."""
    if text[:1] not in '“"' or text.count('"') % 2:
        return text
    kept = [" "] * len(text)
    for part in _MARKED.finditer(text):
        kept[part.start() : part.end()] = part.group()
    return "".join(kept)
