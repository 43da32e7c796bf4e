"""Stances beside speech: what somebody judges, wants, thinks or sides with; one row a frame."""

from __future__ import annotations

import pytest

from bot.analyse.quotes import quotes

STORY = "Harbour Minister Anna Ashby arrived in Port Ellery on Monday. Her deputy, Colin Marsh, waited at the quay.\n\n"

HELD = [
    ("Ashby criticized the new pier.", "the new pier", "Anna Ashby"),
    ("Ashby has repeatedly mocked the new pier.", "the new pier", "Anna Ashby"),
    ("Ashby is praising the crews of the pier.", "the crews of the pier", "Anna Ashby"),
    ("Ashby brushed off the report in an interview.", "the report", "Anna Ashby"),
    ("Ashby discussed the old pier on Tuesday.", "the old pier", "Anna Ashby"),
    ("Ashby talked about the old pier.", "the old pier", "Anna Ashby"),
    ("Ashby campaigned against the toll.", "the toll", "Anna Ashby"),
    ("Ashby has been asking for a larger crane.", "a larger crane", "Anna Ashby"),
    ("Ashby figured out that the pier was lost.", "that the pier was lost", "Anna Ashby"),
    ("Ashby determined the pier was lost.", "the pier was lost", "Anna Ashby"),
    ("Ashby wonders whether the pier was lost.", "whether the pier was lost", "Anna Ashby"),
    ("Ashby plans to sell the pier by Friday.", "to sell the pier by Friday", "Anna Ashby"),
    ("Ashby sees the pier as a burden.", "the pier as a burden", "Anna Ashby"),
    ("Ashby plans to sell the pier.", "to sell the pier", "Anna Ashby"),
    ("Ashby opposed the toll and left the room.", "the toll", "Anna Ashby"),
    ("The toll was opposed by Ashby.", "The toll", "Anna Ashby"),
    ("Ashby is wary of the new toll.", "the new toll", "Anna Ashby"),
    ("Ashby remains open to a lower toll.", "to a lower toll", "Anna Ashby"),
    ("Ashby is convinced that the pier is safe.", "that the pier is safe", "Anna Ashby"),
    ("Ashby walked out, angry about the toll.", "the toll", "Anna Ashby"),
    ("Ashby vowed not to sell the pier.", "not to sell the pier", "Anna Ashby"),
    ("Ashby described, in blistering terms, the old pier.", "the old pier", "Anna Ashby"),
    ("Ashby took the stage to praise the crews.", "the crews", "Anna Ashby"),
    ("Ashby left the hall, praising the crews.", "the crews", "Anna Ashby"),
    ("Praising the crews, Ashby left the hall.", "the crews", "Anna Ashby"),
    ("Ashby on Monday rejected the toll.", "the toll", "Anna Ashby"),
    ("Ashby dislikes it in winter.", "it", "Anna Ashby"),
    ("Ashby discussed tolls, cranes and piers.", "tolls, cranes and piers", "Anna Ashby"),
    ("Ashby rejected the toll and celebrated the crews.", "the toll", "Anna Ashby"),
    ("Ashby Slams Harbour Toll Over Rising Costs", "Harbour Toll Over Rising Costs", "Ashby"),
    ("Few heard Ashby’s criticism of the toll.", "the toll", "Anna Ashby"),
    ("Ashby hopes to keep the cup until the toll is gone.", "to keep the cup until the toll is gone", "Anna Ashby"),
    ("Ashby slapped down the claims.", "the claims", "Anna Ashby"),
    ("Ashby is pretending that the pier is safe.", "that the pier is safe", "Anna Ashby"),
    ("Ashby’s demand that the toll fall was refused.", "that the toll fall", "Anna Ashby"),
    ("Ashby’s promise to sell the pier drew no comment.", "to sell the pier", "Anna Ashby"),
    ("Few heard Ashby’s claim that the pier was safe.", "that the pier was safe", "Anna Ashby"),
]


@pytest.mark.parametrize(("sentence", "content", "name"), HELD)
def test_a_stance_is_its_holders_and_no_sure_speech(sentence: str, content: str, name: str) -> None:
    body = STORY + sentence
    (found,) = quotes(body)
    assert [body[start:end] for start, end in found.content] == [content]
    assert found.name == name
    assert found.confidence <= 0.8


def test_somebody_in_their_own_words_wants_and_hopes() -> None:
    body = "ANNA ASHBY: We want the book back. I hope to see it.\n\nRITA MARSH: Yes."
    found = [body[slice(*quote.content[0])] for quote in quotes(body) if quote.kind == "indirect"]
    assert found == ["the book back", "to see it"]


def test_what_somebody_means_to_do_may_be_what_others_say() -> None:
    body = STORY + "Ashby has offered privately to sell the pier, according to two deckhands."
    assert [(body[slice(*quote.content[0])], quote.name) for quote in quotes(body)] == [
        ("Ashby has offered privately to sell the pier", "two deckhands"),
        ("to sell the pier", "Anna Ashby"),
    ]


def test_a_study_shows_things_whoever_made_it() -> None:
    (found,) = quotes("A drawing published by the port shows that the pier had forty props.")
    assert found.name == "a drawing published by the port"


@pytest.mark.parametrize("sentence", ["Ashby backed the toll.", "Ashby voted for the toll.", "Ashby endorsed Marsh."])
def test_taking_sides_is_less_than_likely_speech(sentence: str) -> None:
    assert [quote.confidence < 0.5 for quote in quotes(STORY + sentence)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The larger crane was welcome.",
        "The support of the pier broke.",
        "A crane backed by the quay fell over.",
        "The plan to rebuild it lay on the table.",
        "Ashby had seen it go.",
        "An official came on condition of anonymity to discuss the plan.",
        "The wind broke a mast, a spar known as the yard.",
        "The crews may leave if they want to.",
        "The attacks on the pier went on.",
    ],
)
def test_what_nobody_holds_is_no_stance(sentence: str) -> None:
    assert quotes(STORY + sentence) == ()


ENDS = [
    ("Ashby said the pier was lost, and Marsh, its keeper, said it was safe.", ["the pier was lost", "it was safe"]),
    ("Ashby, who said the pier was safe, left the town.", ["the pier was safe"]),
    ("Ashby said the pier was safe, which it was not.", ["the pier was safe"]),
    ("The pier, which Ashby said was safe, fell into the sea.", ["was safe"]),
    ("While Ashby said the pier was safe, it fell into the sea.", ["the pier was safe"]),
    ("The pier was lost in the night, said Anna Ashby, a minister.", ["The pier was lost in the night"]),
    ("The pier was lost in the night, a spokesman, Anna Ashby, said.", ["The pier was lost in the night"]),
    ("The pier was lost in the night, new records show.", ["The pier was lost in the night"]),
    ("The survey shows only a small lead for Ashby.", ["only a small lead for Ashby"]),
    ("Ashby said in a written statement to the Post that it was safe.", ["that it was safe"]),
    ("Marsh was referring to the old pier.", ["the old pier"]),
    ("Ashby agreed to buy a crane that was never used.", ["to buy a crane that was never used"]),
    ("Ashby said that, for all she knew, the pier was safe.", ["that, for all she knew, the pier was safe"]),
    ("Ashby’s claim that it was never safe is odd.", ["that it was never safe"]),
    ("Those who back the toll are few.", ["the toll"]),
]


@pytest.mark.parametrize(("sentence", "contents"), ENDS)
def test_a_content_ends_where_another_clause_begins(sentence: str, contents: list[str]) -> None:
    body = STORY + sentence
    assert [body[slice(*quote.content[0])] for quote in quotes(body)] == contents


def test_a_clause_goes_on_behind_according_to() -> None:
    body = STORY + "The old pier, according to Ashby, would cost more."
    (found,) = quotes(body)
    assert [body[start:end] for start, end in found.content] == ["The old pier", "would cost more"]


def test_who_stands_for_the_speaker_at_the_cue() -> None:
    body = STORY + "Anna Ashby, who said the pier was safe, left the town."
    (found,) = quotes(body)
    assert found.speaker is not None
    assert body[slice(*found.speaker)] == "Anna Ashby, who"
    assert found.name == "Anna Ashby"


def test_shares_of_people_speak() -> None:
    body = "Six in 10 said the pier was lost."
    assert [body[slice(*quote.speaker)] for quote in quotes(body) if quote.speaker] == ["Six in 10"]
