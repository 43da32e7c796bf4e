"""Words that the layout alone gives to somebody: transcripts, interviews, posts, letters, headlines."""

from __future__ import annotations

import pytest

from bot.analyse.quotes import quotes

Said = tuple[str, str | None, str]

TURNS: dict[str, tuple[str, list[Said]]] = {
    "a transcript": (
        "MS S. ASHBY (Ellery): The pier is lost.\n\nTHE SPEAKER: Order.",
        [("The pier is lost.", "MS S. ASHBY (Ellery)", "direct"), ("Order.", "THE SPEAKER", "direct")],
    ),
    "a label with an office behind it": (
        "RITA MARSH, HOST: Is that a thing?",
        [("Is that a thing?", "RITA MARSH", "direct")],
    ),
    "names in small letters, where they come again": (
        "Marsh: Is it lost?\n\nAshby: It is.\n\nMarsh: All of it?\n\nAshby: All of it.",
        [
            ("Is it lost?", "Marsh", "direct"),
            ("It is.", "Ashby", "direct"),
            ("All of it?", "Marsh", "direct"),
            ("All of it.", "Ashby", "direct"),
        ],
    ),
    "an interview": (
        "We met Anna Ashby at the pier.\n\nQ: Is it lost?\n\nA: It is.\n\nQ: All?\n\nA: All of it.",
        [
            ("Is it lost?", "Q", "direct"),
            ("It is.", "A", "direct"),
            ("All?", "Q", "direct"),
            ("All of it.", "A", "direct"),
        ],
    ),
    "a post": (
        "The answer came at noon.\n\nThe pier is lost. All of it. — Anna Ashby (@ashby) May 3",
        [("The pier is lost. All of it.", "Anna Ashby", "direct")],
    ),
    "a post with its signature on a line of its own": (
        "The answer came at noon.\n\nThe pier is lost. All of it.\n— Anna Ashby (@ashby) May 3",
        [("The pier is lost. All of it.", "Anna Ashby", "direct")],
    ),
    "an interview with several, no colons": (
        "Q. (Tove Hald, Port Bank) Is it lost?\n\nA. (A. Ashby) It is.",
        [("Is it lost?", "Q. (Tove Hald, Port Bank)", "direct"), ("It is.", "A. (A. Ashby)", "direct")],
    ),
    "questions from nobody in particular": (
        "QUESTION: Is it lost?\n\nMS ASHBY: It is.\n\nQUESTION: All?",
        [("Is it lost?", "QUESTION", "direct"), ("It is.", "MS ASHBY", "direct"), ("All?", "QUESTION", "direct")],
    ),
    "a post below its writer's name": (
        "Ashby answered.\n\nAnna Ashby @ashby · 3h\nThe pier is lost.\nSo are we.\n9:12 AM · 4 May 2031\n\nIt rained.",
        [("The pier is lost.\nSo are we.", "Anna Ashby", "direct")],
    ),
    "a post behind a name and a handle": (
        "Anna Ashby (@ashby): The pier is lost.",
        [("The pier is lost.", "Anna Ashby (@ashby)", "direct")],
    ),
    "a post signed by its handle": ("The pier is lost. — @ashby, 9:14", [("The pier is lost.", "@ashby", "direct")]),
    "a headline that is nothing but words in marks": (
        "ASHBY: ‘THE PIER STAYS WITH US’\n\nThe town was quiet, and Ashby gone.",
        [("‘THE PIER STAYS WITH US’", "ASHBY", "direct")],
    ),
    "words that the paragraph before announces": (
        "Anna Ashby hit back on Relay within minutes:\n\nThe pier will stay. So will we.\n\nIt rained.",
        [("The pier will stay. So will we.", "Anna Ashby", "direct")],
    ),
    "words on social media": (
        "Anna Ashby was back on social media by noon:\n\nThe pier will stay with us.",
        [("The pier will stay with us.", "Anna Ashby", "direct")],
    ),
    "a statement": (
        "In a statement, the club said:\n\nWe regret what happened on Sunday.\n\nIt rained.",
        [("We regret what happened on Sunday.", "the club", "direct")],
    ),
    "behind the time of day": (
        "10:15 “The pier is lost,” Ashby tells the inquiry.\n\n10:21 p.m. — Marsh: “All of it.”",
        [("“The pier is lost,”", "Ashby", "direct"), ("“All of it.”", "Marsh", "direct")],
    ),
    "behind a number": (
        "1. Boats at Sarn.\n\n2. “Not a soul,” the harbour master wrote.",
        [("“Not a soul,”", "the harbour master", "direct")],
    ),
    "an account": ("@portellery: The pier is closed.", [("The pier is closed.", "@portellery", "direct")]),
    "a letter": (
        "To the Editor: The pier is lost. So are we.\nAnna Ashby, Port Ellery",
        [("The pier is lost. So are we.", "Anna Ashby", "direct")],
    ),
    "a letter from somebody retired": (
        "SIR – The pier is lost. So are we.\n\nCol. A. Ashby (retd)\nPort Ellery",
        [("The pier is lost. So are we.", "Col. A. Ashby", "direct")],
    ),
    "letters, one of them from nobody": (
        "To the editor:\n\nThe pier is lost.\n\nAnna Ashby, Ellery\n\nTo the editor:\n\nIt is not.\n\nName withheld",
        [("The pier is lost.", "Anna Ashby", "direct"), ("It is not.", "Name withheld", "direct")],
    ),
    "a headline with two who speak": (
        "Ashby: “It is lost for good.” Marsh: “It is as good as new.”\n\nThe town was quiet.",
        [("“It is lost for good.”", "Ashby", "direct"), ("“It is as good as new.”", "Marsh", "direct")],
    ),
    "a headline": (
        "Ashby: Pier will not be rebuilt\n\nThe town was quiet, and Ashby gone.",
        [("Pier will not be rebuilt", "Ashby", "indirect")],
    ),
}


@pytest.mark.parametrize("layout", TURNS)
def test_a_layout_that_gives_words_to_somebody_is_read(layout: str) -> None:
    body, said = TURNS[layout]
    found = [
        (body[quote.content[0][0] : quote.content[0][1]], quote.speaker and body[slice(*quote.speaker)], quote.kind)
        for quote in quotes(body)
    ]
    assert found == said


@pytest.mark.parametrize(
    "body",
    [
        "Here is what we know about the pier:\n\nIt fell on Monday.",
        "Anna Ashby had three aims:\n\nThe pier will stay with us.",
        "The results were as follows:\n\nMarsh 547, Ashby 23",
        "10:15 KICK-OFF: The boats are out.\n\n10:40 GOAL: One to nil.\n\n11:02 WEATHER WATCH: It rains.",
        "1. BOATS: None.\n\n2. PIERS: One.",
        "SIGN UP: Our “Tide Tables” letter, daily.",
        "TOMORROW: Our ‘Beat the Tide’ special.",
        "PHOTO: The pier.\n\nPHOTO: The quay.\n\nPHOTO: The boats.",
        "Write to Anna Ashby @ashby or call us.\nThe town was quiet.",
        "Photo: The pier at Port Ellery.",
        "The result: after Thursday nobody went to the pier.",
        "Ashby: 547.\n\nMarsh: 23.\n\nAshby: 12.",
        "Wow: What the pier looks like now\n\nThe town was quiet.",
        "At 10:30 the pier fell.",
        "PORT ELLERY: The pier was lost on Monday, and the town was quiet.",
        "ARIES (March 21-April 19): You may be drawn to the sea.\n\nTAURUS (April 20-May 20): You may not.",
        "BOTTOM LINE: Ellery and Marrow meet on Saturday.\n\nTOP PERFORMERS: Marsh leads with four goals.",
        "Ellery: Marsh (knee) may return.\n\nMarrow: Holt is out.\n\nEllery: Ashby plays.\n\nMarrow: Voss, too.",
        "Million-Dollar Views: Pier flats have it all\n\nThe town was quiet on Monday.",
        "Colin Marsh Staff Writer @marsh\n\nThe pier was lost on Monday.\n\nThe town was quiet.",
        "Sir, the pier is lost, and with it the boats.\n\nThe town was quiet on Monday.",
    ],
)
def test_a_label_that_names_no_speaker_gives_words_to_nobody(body: str) -> None:
    assert quotes(body) == ()


def test_in_somebodys_own_words_i_is_that_somebody() -> None:
    body = "ANNA ASHBY: I told the mayor that the pier was lost.\n\nRITA MARSH: And the mayor said nothing."
    inner = next(quote for quote in quotes(body) if quote.kind == "indirect")
    assert inner.speaker is not None
    assert (body[slice(*inner.speaker)], inner.name) == ("I", "Anna Ashby")


def test_who_is_interviewed_is_named_for_every_answer() -> None:
    body = TURNS["an interview"][0]
    assert [quote.name for quote in quotes(body) if quote.speaker and body[slice(*quote.speaker)] == "A"] == [
        "Anna Ashby",
        "Anna Ashby",
    ]


def test_a_turn_goes_on_where_somebody_speaks_of_themselves() -> None:
    turns = [
        "MARSH: Lost?",
        "ASHBY: It is.",
        "I told nobody.",
        "(Laughter.)",
        "MARSH: All?",
        "ASHBY: All.",
        "She left.",
    ]
    body = "\n\n".join(turns)
    said = [[body[start:end] for start, end in quote.content] for quote in quotes(body) if quote.kind == "direct"]
    assert said == [["Lost?"], ["It is.", "I told nobody."], ["All?"], ["All."]]
