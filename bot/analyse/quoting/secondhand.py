"""By whom words came to the report: the medium they were told, or whoever says that they were said."""

from __future__ import annotations

from bot.analyse.quoting.found import Found
from bot.analyse.quoting.outlets import is_outlet, is_printed, outlet_name, own, told_outlet
from bot.analyse.quoting.sources import Sources


class SecondHand:
    """Names the `via` of one article's quotes; `outlet` is the report's own, and never one."""

    def __init__(self, text: str, outlet: str | None, sources: Sources) -> None:
        self.text = text
        self.outlet = outlet
        self.sources = sources
        self._media: dict[str, list[str]] = {}

    def via(self, item: Found) -> str | None:
        """Who reports the words, or the medium they were told; None where they are first-hand."""
        told = told_outlet(self.text, item.cue[1], item.lemma == "tell") if item.cue and not item.via else None
        span = item.via or told
        if span is None:
            return None
        phrase = self.text[span[0] : span[1]]
        if told or is_outlet(phrase):
            name = self._outlet(phrase)
            return None if own(name, self.outlet) else name
        who = self.sources.who(*span)
        return who.name if who else phrase

    def _outlet(self, phrase: str) -> str:
        """A medium by its own name, 'the Post' by that of the paper named before."""
        name = outlet_name(phrase)
        if " " not in name and not name.isupper():
            name = next(iter(self._outlets(name)), name)
        return f"The {name}" if is_printed(name) else name

    def _outlets(self, last: str) -> list[str]:
        """The fuller names the article has for a medium called by its last word."""
        if last not in self._media:
            self._media[last] = self._fuller(last)
        return self._media[last]

    def _fuller(self, last: str) -> list[str]:
        found: list[str] = []
        at = self.text.find(" " + last)
        while at > 0 and len(found) < 3:
            before = self.text[max(0, at - 40) : at].split(" ")
            if before[-1][:1].isupper() and before[-1].lower() not in ("the",):
                front = [before[-1]]
                if len(before) > 1 and before[-2] in ("New", "Los", "South", "North", "Daily", "Wall"):
                    front.insert(0, before[-2])
                found.append(" ".join([*front, last]))
            at = self.text.find(" " + last, at + 1)
        return found
