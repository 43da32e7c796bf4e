"""Saying who is who, by button and menu, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.shapes import Channel, Judgement
from handlers.commands import Asker, ask
from handlers.views import draw, ids
from tests.factories import NOON
from tests.fake_slack import EDITOR, NEWSROOM
from tests.handlers.conftest import Newsroom
from tests.store.archive import a_notice, a_story, an_article, say

SAID = {"Anna Ashby": "“The pier will stay shut.”", "A. Ashby": "“It will be mended.”", "Ashby": "“Nobody was hurt.”"}


@pytest.fixture
def people(newsroom: Newsroom) -> dict[str, str]:
    """Three entries, each quoted once: all of them in one story, the first in another one too."""
    store = newsroom.store
    story, other = a_story(store, "pier-shut", workspace="local"), a_story(store, "ferry-sold", workspace="local")
    found = {name: store.add_person("local", name, "person").id for name in SAID}
    for name, words in [*SAID.items(), ("Anna Ashby", "“We sold her.”")]:
        where = other if "sold" in words else story
        body = f"{words} {name} said."
        version = an_article(store, where, workspace="local", body=body, canonical=None, url=None, drop=words)
        say(store, version, words, person=found[name], workspace="local", name=name, named="person")
    return found


def answer(newsroom: Newsroom, line: str) -> dict[str, Any]:
    return dict(draw(ask(line, newsroom.desk, Asker("local", None, EDITOR))))


def pressable(drawn: dict[str, Any], action: str) -> Iterator[str]:
    """The values of what can be pressed in a message, a menu's options each."""
    for block in drawn["blocks"]:
        for element in block.get("elements", []) if block["type"] == "actions" else []:
            if element["action_id"] == action:
                yield from [o["value"] for o in element["options"]] if "options" in element else [element["value"]]


def press(newsroom: Newsroom, action: str, value: str) -> dict[str, Any]:
    """Presses a button, or chooses from a menu; the answer to it."""
    chosen = {"type": "static_select", "selected_option": {"value": value}}
    newsroom.sends.press({"action_id": action, **(chosen if action == ids.PEOPLE_MEND else {"value": value})})
    said: dict[str, Any] = newsroom.answers[-1]
    assert (said["response_type"], said["replace_original"]) == ("ephemeral", False)
    return said


def menu(newsroom: Newsroom, person: str) -> list[str]:
    """The values of what may be wrong with an entry, as its answer's button brings them."""
    (asked,) = pressable(answer(newsroom, f"/who-said {person}"), ids.PEOPLE_ASK)
    return list(pressable(press(newsroom, ids.PEOPLE_ASK, asked), ids.PEOPLE_MEND))


def words(newsroom: Newsroom, person: str) -> set[str]:
    return {report.text for report in newsroom.store.quote_reports("local", person=person)}


def names(newsroom: Newsroom) -> set[str]:
    return {person.name for person in newsroom.store.people("local")}


def test_who_may_be_one_is_asked_where_several_are_meant(newsroom: Newsroom, people: dict[str, str]) -> None:
    drawn = answer(newsroom, "/who-said Ashby")
    assert "Are Anna Ashby and A. Ashby one person?" in drawn["text"]
    first = f"{people['Anna Ashby']}|{people['A. Ashby']}"
    assert first in set(pressable(drawn, ids.PEOPLE_SAME)) & set(pressable(drawn, ids.PEOPLE_NOT))

    said = press(newsroom, ids.PEOPLE_SAME, first)

    assert said["text"].startswith("Anna Ashby and A. Ashby are one person now: Anna Ashby, also A. Ashby.")
    assert words(newsroom, people["A. Ashby"]) == {SAID["Anna Ashby"], SAID["A. Ashby"], "“We sold her.”"}
    assert names(newsroom) == {"Anna Ashby", "Ashby"}
    (judged,) = newsroom.store.judgements("local", people["A. Ashby"])
    assert (judged.same, judged.by, judged.at) == (True, EDITOR, NOON)


def test_what_was_decided_is_taken_back_by_its_button(newsroom: Newsroom, people: dict[str, str]) -> None:
    said = press(newsroom, ids.PEOPLE_SAME, f"{people['Anna Ashby']}|{people['A. Ashby']}")
    undone = press(newsroom, ids.PEOPLE_UNDO, next(pressable(said, ids.PEOPLE_UNDO)))
    assert undone["text"] == "Undone. They are two again: Anna Ashby and A. Ashby."
    assert names(newsroom) == set(SAID)
    assert newsroom.store.judgements("local", people["A. Ashby"]) == []
    assert f"{people['Anna Ashby']}|{people['A. Ashby']}" in pressable(
        answer(newsroom, "/who-said Ashby"), ids.PEOPLE_SAME
    )


def test_two_who_are_not_the_same_are_asked_about_no_more(newsroom: Newsroom, people: dict[str, str]) -> None:
    pair = f"{people['Anna Ashby']}|{people['A. Ashby']}"
    said = press(newsroom, ids.PEOPLE_NOT, pair)
    assert "are two people" in said["text"]
    drawn = answer(newsroom, "/who-said Ashby")
    assert pair not in pressable(drawn, ids.PEOPLE_SAME)
    choices = menu(newsroom, people["Anna Ashby"])
    assert f"other|{people['Anna Ashby']}|{people['A. Ashby']}" not in choices
    assert f"other|{people['Anna Ashby']}|{people['Ashby']}" in choices


def test_a_decision_against_an_earlier_one_says_so_and_undo_brings_that_back(
    newsroom: Newsroom, people: dict[str, str]
) -> None:
    pair = f"{people['Anna Ashby']}|{people['A. Ashby']}"
    press(newsroom, ids.PEOPLE_NOT, pair)
    said = press(newsroom, ids.PEOPLE_SAME, pair)
    assert "Before, it was decided otherwise on 6 October" in said["text"]
    press(newsroom, ids.PEOPLE_UNDO, next(pressable(said, ids.PEOPLE_UNDO)))
    assert newsroom.store.unlike("local", people["Anna Ashby"]) == {people["A. Ashby"]}


def test_one_entry_is_joined_with_another_from_its_menu(newsroom: Newsroom, people: dict[str, str]) -> None:
    value = f"other|{people['Anna Ashby']}|{people['Ashby']}"
    assert value in menu(newsroom, people["Anna Ashby"])
    press(newsroom, ids.PEOPLE_MEND, value)
    assert SAID["Ashby"] in words(newsroom, people["Anna Ashby"])
    old_line = answer(newsroom, f"/who-said {people['Ashby']}")
    assert "Nobody was hurt" in old_line["text"]


def test_a_story_of_somebody_else_is_parted_and_comes_back(newsroom: Newsroom, people: dict[str, str]) -> None:
    ashby = people["Anna Ashby"]
    assert f"story|{ashby}|s2" in menu(newsroom, ashby)

    said = press(newsroom, ids.PEOPLE_MEND, f"story|{ashby}|s2")

    assert "What Anna Ashby said in “Ferry sold” is theirs." in said["text"]
    assert words(newsroom, ashby) == {SAID["Anna Ashby"]}
    press(newsroom, ids.PEOPLE_UNDO, next(pressable(said, ids.PEOPLE_UNDO)))
    assert words(newsroom, ashby) == {SAID["Anna Ashby"], "“We sold her.”"}
    assert names(newsroom) == set(SAID)


def test_a_name_of_somebody_else_is_parted(newsroom: Newsroom, people: dict[str, str]) -> None:
    ashby = people["Anna Ashby"]
    press(newsroom, ids.PEOPLE_SAME, f"{ashby}|{people['A. Ashby']}")
    assert f"name|{ashby}|A. Ashby" in menu(newsroom, ashby)
    said = press(newsroom, ids.PEOPLE_MEND, f"name|{ashby}|A. Ashby")
    assert "“A. Ashby” is an entry of its own now, and not Anna Ashby." in said["text"]
    assert SAID["A. Ashby"] not in words(newsroom, ashby)


def test_of_somebody_quoted_once_and_alone_there_is_nothing_to_choose(newsroom: Newsroom) -> None:
    person = newsroom.store.add_person("local", "Jon Berg", "person").id
    said = press(newsroom, ids.PEOPLE_ASK, person)
    assert "nothing to part or join" in said["text"]


@pytest.mark.parametrize(
    ("action", "value"),
    [
        (ids.PEOPLE_SAME, "p1|p999"),
        (ids.PEOPLE_NOT, "p1"),
        (ids.PEOPLE_ASK, "p999"),
        (ids.PEOPLE_MEND, "name|p1|Nobody"),
        (ids.PEOPLE_MEND, "story|p999|s1"),
        (ids.PEOPLE_UNDO, "p998|p999|"),
    ],
)
def test_what_is_gone_is_said_to_be_gone(newsroom: Newsroom, people: dict[str, str], action: str, value: str) -> None:
    assert "no longer kept" in press(newsroom, action, value)["text"] or "any more" in newsroom.answers[-1]["text"]
    assert names(newsroom) == set(SAID)


def test_nobody_of_another_workspace_is_reached(newsroom: Newsroom, people: dict[str, str]) -> None:
    stranger = newsroom.store.add_person("T9", "Anna Ashby", "person").id
    press(newsroom, ids.PEOPLE_SAME, f"{people['Anna Ashby']}|{stranger}")
    assert newsroom.store.judgements("T9", stranger) == []
    assert stranger not in {person.id for person in newsroom.store.people("local")}


def test_who_is_the_same_as_one_of_two_who_are_not_is_said_to_overrule_it(
    newsroom: Newsroom, people: dict[str, str]
) -> None:
    press(newsroom, ids.PEOPLE_NOT, f"{people['Ashby']}|{people['A. Ashby']}")
    press(newsroom, ids.PEOPLE_SAME, f"{people['Anna Ashby']}|{people['Ashby']}")
    said = press(newsroom, ids.PEOPLE_SAME, f"{people['Anna Ashby']}|{people['A. Ashby']}")
    assert "Before, it was decided otherwise" in said["text"]
    press(newsroom, ids.PEOPLE_UNDO, next(pressable(said, ids.PEOPLE_UNDO)))
    assert newsroom.store.unlike("local", people["Anna Ashby"]) == {people["A. Ashby"]}


def test_a_posted_card_that_shows_their_names_is_drawn_again(newsroom: Newsroom, people: dict[str, str]) -> None:
    newsroom.store.save_channel(Channel(workspace="local", id=NEWSROOM))
    key = f"card:{NEWSROOM}:s1"
    notice = a_notice(key=key, workspace="local", channel=NEWSROOM, subject="s1", story="s1")
    newsroom.store.want(notice, NOON)
    newsroom.store.told("local", key, 1, "7.1")
    press(newsroom, ids.PEOPLE_SAME, f"{people['Anna Ashby']}|{people['A. Ashby']}")
    assert newsroom.wanted() == [key]
    assert newsroom.wakes == ["woken"]


def test_a_later_report_follows_the_decision(newsroom: Newsroom, people: dict[str, str]) -> None:
    newsroom.store.judge_people(
        "local", Judgement(one=people["Anna Ashby"], other=people["A. Ashby"], same=True, by=EDITOR, at=NOON)
    )
    drawn = answer(newsroom, "/who-said A. Ashby")
    assert drawn["blocks"][0]["text"]["text"] == "Anna Ashby"
