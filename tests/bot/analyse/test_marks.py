"""Quoted stretches, whatever the marks and however damaged they are."""

from __future__ import annotations

import pytest

from bot.analyse.quotes import quotes
from bot.analyse.quoting.marks import stretches

STRETCHES = {
    "double marks": ("“A pier,” she said, “is lost.”", ["“A pier,”", "“is lost.”"]),
    "single marks inside": (
        "“We called him ‘Captain,’ and he left,” she said.",
        ["“We called him ‘Captain,’ and he left,”"],
    ),
    "single marks": ("‘It’s the lads’ pier,’ she said. ‘Not ours.’", ["‘It’s the lads’ pier,’", "‘Not ours.’"]),
    "double marks inside single ones": (
        "‘It’s lost,’ she said. ‘The lads told us, “Wait,” and we waited.’",
        ["‘It’s lost,’", "‘The lads told us, “Wait,” and we waited.’"],
    ),
    "a term in single marks before a quotation": ("The ‘old’ pier fell. “It’s lost,” she said.", ["“It’s lost,”"]),
    "no closing mark before the cue": ("“The pier is lost, said Anna Ashby, who built it.", ["“The pier is lost,"]),
    "none before a source": ("‘Is the pier lost? the harbour minister asked.", ["‘Is the pier lost?"]),
    "none before another opening": (
        '"It is lost," said Ashby. "It is gone. "All of it."',
        ['"It is lost,"', '"It is gone.', '"All of it."'],
    ),
    "none in single marks before another opening": (
        "‘It is lost, said Ashby. ‘All of it, to the last plank.’",
        ["‘It is lost,", "‘All of it, to the last plank.’"],
    ),
    "none before a description and a name": (
        '"It is lost, the minister, Anna Ashby, told them. "All of it."',
        ['"It is lost,', '"All of it."'],
    ),
    "single marks before their comma": (
        "‘It’s lost’, said Ashby, 61. Her deputy laughed: ‘All of it!’",
        ["‘It’s lost’", "‘All of it!’"],
    ),
    "a tag that was left inside": (
        "“It is lost, said Anna Ashby, and nobody came.” “Nobody, she said.”",
        ["“It is lost,", "and nobody came.”", "“Nobody, she said.”"],
    ),
    "no opening mark": ("We held on for a year,” Ashby wrote in a letter.", ["We held on for a year,”"]),
    "an opening mark for the closing one": ("“The pier is lost.“", ["“The pier is lost.“"]),
    "a closing mark for the opening one": ("”The pier is lost,” she said.", ["”The pier is lost,”"]),
    "an opened speech behind a comma": (
        "She told the jury, ‘It is lost.\n\n‘All of it.’",
        ["‘It is lost."],
    ),
    "apostrophes": ("The boys’ mother left at ten o’clock, in ’88.", []),
    "a speech whose mark the next paragraph opens again": (
        "‘We left, Ashby said so.\n\n‘It is lost.’",
        ["‘We left, Ashby said so."],
    ),
}


@pytest.mark.parametrize("shape", STRETCHES)
def test_quoted_stretches_are_found(shape: str) -> None:
    text, wanted = STRETCHES[shape]
    found = stretches(text, 0, len(text.split("\n\n")[0]))
    assert [text[stretch.start : stretch.end] for stretch in found] == wanted


@pytest.mark.parametrize(
    "body",
    [
        "“The pier is lost, said Anna Ashby, who built it. “All of it.”",
        "‘The pier is lost,’ said Anna Ashby. ‘All of it, the lads’ boat as well.’",
        "Anna Ashby told the jury: ‘The pier is lost.\n\n‘I thought, “So it goes.” And it went.\n\n‘All of it.’",
    ],
)
def test_what_damaged_or_single_marks_hold_is_one_quote_of_its_speaker(body: str) -> None:
    (quote,) = [quote for quote in quotes(body) if quote.speaker and body[slice(*quote.speaker)] == "Anna Ashby"]
    assert (quote.kind, quote.content[0][0] <= body.index("The pier"), quote.content[-1][1]) == (
        "direct",
        True,
        len(body),
    )
