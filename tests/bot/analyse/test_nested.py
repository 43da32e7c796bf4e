"""Quotations inside quotations: whom somebody quotes in their own words."""

from __future__ import annotations

import pytest

from bot.analyse.quotes import quotes

NESTED = {
    "others": (
        "“They told us, ‘Wait for a boat.’ We did,” Anna Ashby said.",
        "‘Wait for a boat.’",
        "They",
        None,
    ),
    "herself": ("“I thought, ‘This is the end,’” said Anna Ashby.", "‘This is the end,’", "I", "Anna Ashby"),
    "a paper": (
        "“It says ‘Every Boat.’ I kept it,” Anna Ashby said.",
        "‘Every Boat.’",
        "It",
        None,
    ),
    "in single marks": (
        "‘It is gone. Marsh told me once, “Nothing lasts,” and he was right,’ Anna Ashby said.",
        "“Nothing lasts,”",
        "Marsh",
        "Marsh",
    ),
    "over paragraphs": (
        "Anna Ashby told the court: ‘I went up.\n\n‘I thought, “It is gone.” I sat down.\n\n‘It was.’",
        "“It is gone.”",
        "I",
        "Anna Ashby",
    ),
    "without a comma": (
        "“Marsh says ‘it’s only rain’. Rain!” Anna Ashby said.",
        "‘it’s only rain’",
        "Marsh",
        "Marsh",
    ),
    "behind 'all she said was'": (
        "“Marsh rang and all she said was ‘We are here,’” Anna Ashby said.",
        "‘We are here,’",
        "she",
        None,
    ),
}


@pytest.mark.parametrize("shape", NESTED)
def test_whom_a_quotation_quotes_is_a_quote_of_its_own(shape: str) -> None:
    body, words, source, name = NESTED[shape]
    found = {body[slice(*quote.content[0])]: quote for quote in quotes(body)}
    assert len(found) == 2
    quote = found[words]
    assert (quote.speaker and body[slice(*quote.speaker)], quote.kind) == (source, "direct")
    assert name is None or quote.name == name


@pytest.mark.parametrize(
    "body",
    [
        "“He reads ‘The Old Hymnal’ each night,” Anna Ashby said.",
        "“It was the ‘great storm’ of my mother’s day,” Anna Ashby said.",
        "‘We sang “The Drowned Pier” twice,’ Anna Ashby said.",
    ],
)
def test_titles_and_terms_inside_a_quotation_are_nobodys_words(body: str) -> None:
    assert [quote.name for quote in quotes(body)] == ["Anna Ashby"]
