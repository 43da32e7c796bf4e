"""Reports find the thing said that they report, among all that was said in a story."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.analyse.utterances import COMPARED, Gathering
from bot.shapes import Heard

FULL = "“We will rebuild the old pier before winter, and the town will not pay for it,”"


def heard(text: str, utterance: str = "", **fields: Any) -> Heard:
    given = {"text": text, "kind": "direct", "person": "p1", "version": "v9", "utterance": utterance}
    return Heard.model_validate(given | fields)


def said() -> Gathering:
    return Gathering(
        [
            heard(FULL, "u1", version="v1", parts=((0, 80),)),
            heard("“The lighthouse is not for sale,”", "u2", version="v1", parts=((100, 130),)),
            heard("that the harbour would open on Friday", "u3", version="v2", kind="indirect", person=None),
        ]
    )


@pytest.mark.parametrize(
    ("report", "utterance"),
    [
        (heard(FULL), "u1"),
        (heard("“rebuild the old pier before winter”"), "u1"),
        (heard("that the lighthouse is not for sale", kind="indirect"), "u2"),
        (heard("the lighthouse would not be sold", kind="indirect"), None),
        (heard("“The town will not pay for it,”", person="p2"), "u1"),
        (heard("“The town will not pay for it,”", person=None), "u1"),
        (heard("the town will not pay", kind="indirect", person="p2"), None),
        (heard("that the harbour would open on Friday", kind="indirect"), "u3"),
        (heard("“It rained,”"), None),
        (heard(""), None),
    ],
)
def test_a_report_finds_its_utterance(report: Heard, utterance: str | None) -> None:
    assert said().find(report) == utterance


def test_a_quotation_inside_another_is_somebody_elses() -> None:
    inner = heard("“the town will not pay”", version="v1", parts=((40, 60),))
    assert said().find(inner) is None
    assert said().find(inner.model_copy(update={"parts": ((200, 220),)})) == "u1"


def test_an_article_gives_nobodys_words_to_two_people() -> None:
    assert said().find(heard(FULL, version="v1", person="p2", parts=((300, 380),))) is None


@pytest.mark.parametrize(
    ("report", "is_one"),
    [
        (heard("“We will rebuild the old pier before winter.”"), True),
        (heard("“the old pier before winter”"), False),
        (heard("that the old pier would be rebuilt before winter", kind="indirect"), False),
        (heard("“We will rebuild the old pier before winter.”", person="p2"), True),
    ],
)
def test_in_another_story_it_takes_the_words_themselves_and_more_of_them(report: Heard, is_one: bool) -> None:
    gathering = Gathering([heard(FULL, "u1", version="v1", elsewhere=True)])
    assert (gathering.find(report) == "u1") is is_one


def test_two_quotations_of_one_article_that_only_tell_alike_are_two() -> None:
    one = heard("“We have a caller from Little Noa who asks for water,”", "u1", version="v9")
    other = heard("“Little Noa asks for water, and a caller has it,”", version="v9", parts=((200, 240),))
    assert Gathering([one]).find(other) is None
    assert Gathering([one]).find(other.model_copy(update={"version": "v3"})) == "u1"


def test_the_wording_that_was_added_last_is_found_too() -> None:
    gathering = said()
    gathering.add(heard("“The owners of the pier can ask the ferry line for money,”", "u1", version="v3"))
    assert gathering.find(heard("“ask the ferry line for money”")) == "u1"


def test_hundreds_of_copies_hide_nothing() -> None:
    gathering = said()
    for n in range(40 * COMPARED):
        gathering.add(heard("“The old pier and the town,” “before winter,”", "u7", version=f"w{n}"))
    assert gathering.find(heard("“We will rebuild the old pier before winter.”")) == "u1"


def test_a_story_of_thousands_costs_a_report_no_more() -> None:
    """Words recur, as in a story: so many that comparing with each would take minutes."""
    names = [f"name{n}" for n in range(60)]

    def nth(n: int) -> str:
        return f"“We saw {names[n % 60]} with {names[n // 60 % 60]} at the pier in hour {n},”"

    begin = time.process_time()
    gathering = Gathering(heard(nth(n), f"u{n}", version=f"v{n}") for n in range(5000))
    assert all(gathering.find(heard(nth(n))) == f"u{n}" for n in range(0, 5000, 50))
    assert time.process_time() - begin < 20
