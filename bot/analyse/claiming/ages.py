"""Whose age a figure is: 'Jo Doe, 61,', '61-year-old Jo Doe', 'Jo Doe dies at 61'."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analyse.claiming.figures import Figure
from bot.analyse.claiming.terms import Token, is_content


def age_of(text: str, tokens: Sequence[Token], figure: Figure) -> tuple[str, str | None] | None:
    """The surname and, where given, the first name of the person whose age the figure is."""
    after = [t.low for t in tokens[figure.last : figure.last + 2]]
    if not 0 < figure.low < 120 or figure.qualifier != "exact":
        return None
    if [t.low for t in tokens[max(0, figure.lead - 1) : figure.lead]] in (["at"], ["age"], ["aged"]):
        return _age_at_death(tokens, figure)
    if after == ["year", "old"]:
        at = figure.last + 2
        was = figure.first > 0 and tokens[figure.first - 1].low == "then"
        is_named = at < len(tokens) and tokens[at].is_name and text[tokens[at - 1].end : tokens[at].start] == " "
        return _age_of(tokens, _name_end(tokens, at)) if is_named and not was else None
    before = tokens[figure.first - 1] if figure.first else None
    if before is None or not before.is_name or not is_content(before) or not _is_apposed(text, tokens, figure):
        return None
    return _age_of(tokens, figure.first - 1)


def _age_at_death(tokens: Sequence[Token], figure: Figure) -> tuple[str, str | None] | None:
    """'Jo Doe dies at 77': the age is the last name's before it."""
    at = next((i for i in range(figure.lead - 1, -1, -1) if tokens[i].is_name and is_content(tokens[i])), None)
    return _age_of(tokens, at) if at is not None else None


def _age_of(tokens: Sequence[Token], at: int) -> tuple[str, str | None]:
    """The age of the person whose name ends at tokens[at]; the scope is the first name, so that families stay apart."""
    first = at
    while first and tokens[first - 1].text[0].isupper() and tokens[first].start - tokens[first - 1].end == 1:
        first -= 1
    return tokens[at].low, tokens[first].low if first < at else None


def _is_apposed(text: str, tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether the figure stands between commas after a name: Jo Doe, 61, a nurse."""
    start, end = tokens[figure.first].start, tokens[figure.last - 1].end
    return text[max(0, start - 3) : start].rstrip().endswith(",") and text[end : end + 2].strip()[:1] in (",", ".")


def _name_end(tokens: Sequence[Token], at: int) -> int:
    while at + 1 < len(tokens) and tokens[at + 1].is_name and tokens[at + 1].start - tokens[at].end == 1:
        at += 1
    return at
