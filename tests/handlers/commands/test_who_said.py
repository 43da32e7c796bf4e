"""/who-said, over a real store."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import UserError
from handlers.views import draw
from tests.handlers.commands.conftest import Newsroom
from tests.handlers.views.limits import nodes_of


def test_one_thing_said_is_shown_once_with_its_reports_the_earliest_first(room: Newsroom) -> None:
    answer = room.ask("/who-said Maren Halloran")
    assert answer.speaker.name == "Maren Halloran"
    (said,) = answer.utterances
    assert said.text == "“She went over on her side in less than two minutes,”"
    assert [report.outlet for report in said.reports] == ["Meridian Press", "The Evening Beacon"]


def test_a_differing_wording_is_told_of_the_shorter_report(room: Newsroom) -> None:
    fuller, shorter = room.ask("/who-said Maren Halloran").utterances[0].reports
    assert fuller.differs is None
    assert shorter.differs


def test_the_text_shown_is_the_body_at_its_offsets(room: Newsroom) -> None:
    for report in room.ask("/who-said Maren Halloran").utterances[0].reports:
        version = room.store.version("local", report.version)
        assert version is not None
        assert version.body[report.start : report.end] == report.text


def test_several_people_of_a_name_bring_a_picker_that_keeps_the_options(room: Newsroom) -> None:
    answer = room.ask("/who-said Halloran since 7d")
    assert answer.speaker is None
    assert answer.utterances == ()
    assert {one.name for one in answer.candidates} == {"Maren Halloran", "Jon Halloran"}
    picked = next(one for one in answer.candidates if one.name == "Jon Halloran")
    assert picked.line.endswith("since 7d")
    assert room.ask(picked.line).speaker.name == "Jon Halloran"


def test_words_in_quotation_marks_find_who_said_them(room: Newsroom) -> None:
    (said,) = room.ask('/who-said "quay shake"').utterances
    assert said.speaker is not None
    assert said.speaker.name == "Jon Halloran"


def test_a_name_in_quotation_marks_is_offered_as_a_name(room: Newsroom) -> None:
    answer = room.ask('/who-said "Piet Voss"')
    assert answer.utterances == ()
    assert [one.name for one in answer.instead] == ["Piet Voss"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("/who-said Maren Halloran in evening beacon", ["The Evening Beacon"]),
        ("/who-said Maren Halloran in Beacon", ["The Evening Beacon"]),
        ("/who-said Maren Halloran about minutes", ["Meridian Press", "The Evening Beacon"]),
        ("/who-said Maren Halloran since 110m", ["The Evening Beacon"]),
    ],
)
def test_options_narrow_it(room: Newsroom, line: str, left: list[str]) -> None:
    (said,) = room.ask(line).utterances
    assert [report.outlet for report in said.reports] == left


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/who-said Maren Halloran about taxes", "Nothing Maren Halloran said is about “taxes”"),
        ("/who-said Maren Halloran in Coast Radio", "These do: The Evening Beacon, Meridian Press"),
        ("/who-said Maren Halloran since 1m", "Before, Maren Halloran said 1 thing"),
        ("/who-said Zebedee Quince", "Nobody called “Zebedee Quince” is quoted"),
        ('/who-said "unicorns galloping"', "No quote holds any of the words"),
    ],
)
def test_where_nothing_is_found_it_says_what_there_is(room: Newsroom, line: str, words: str) -> None:
    answer = room.ask(line)
    assert words in answer.note
    assert answer.contract()["utterances"] == []
    assert words.split()[0] in draw(answer)["text"]


def test_nobody_of_that_name_brings_those_who_are_there(room: Newsroom) -> None:
    answer = room.ask("/who-said Piet Vos")
    assert answer.contract()["candidates"] == [] or answer.candidates
    assert "Piet Voss" in {one.name for one in (*answer.instead, *answer.candidates)} | (
        {answer.speaker.name} if answer.speaker else set()
    )


def test_an_empty_archive_says_how_to_fill_it(empty: Newsroom) -> None:
    assert "/drop" in empty.ask("/who-said Maren Halloran").note


def test_a_second_hand_quote_names_whom_it_is_from(room: Newsroom) -> None:
    text = draw(room.ask("/who-said Piet Voss"))["text"]
    assert "via Coast Radio" in text


def test_the_contract(room: Newsroom) -> None:
    found = room.ask("/who-said Maren Halloran").contract()
    assert found["command"] == "who-said"
    assert found["speaker"].keys() >= {"name", "also"}
    report = found["utterances"][0]["reports"][0]
    assert report.keys() >= {"article", "outlet", "url", "published", "text", "start", "end", "via", "differs"}
    assert report["published"] == "2026-10-06T12:00:00Z"


@pytest.mark.parametrize("line", ["/who-said", '/who-said "open', "/who-said Halloran since soon", '/who-said "a b"'])
def test_what_cannot_be_asked_is_said_in_words(room: Newsroom, line: str) -> None:
    with pytest.raises(UserError):
        room.ask(line)


def test_of_several_people_whoever_spoke_about_it_is_meant(room: Newsroom) -> None:
    assert room.ask("/who-said Halloran about quay").speaker.name == "Jon Halloran"
    assert len(room.ask("/who-said Halloran about volcanoes").candidates) == 2


def test_two_wordings_stand_under_each_other_with_the_words_in_bold_that_differ(room: Newsroom) -> None:
    words = "“She went over on her side in almost two minutes,”"
    version = room.report("s1", "Tarrow Star", f"{words} Maren Halloran told the Star.", 60, "Over in two minutes")
    said = room.ask("/who-said Maren Halloran").utterances[0].utterance
    room.says(version, room.store.people("local")[0].id, words, said)
    message = draw(room.ask("/who-said Maren Halloran"))
    assert f"Tarrow Star, 6 Oct 13:00 UTC: {words}" in message["text"]
    bold = [node["text"].strip() for block in message["blocks"] for node in nodes_of(block) if _is_bold(node)]
    assert {"less than", "almost"} <= set(bold)


def _is_bold(node: dict[str, Any]) -> bool:
    return isinstance(node.get("style"), dict) and node["style"].get("bold", False)


def test_who_spoke_in_the_middle_of_a_quotation_is_no_difference(room: Newsroom) -> None:
    first, second = "“I was there,”", "“and I saw her go over in the dark of the evening.”"
    texts = (f"{first} he said, {second}", f"{first} Carew told reporters, {second}")
    carew = room.person("Owen Carew")
    said = None
    for minutes, text in enumerate(texts):
        version = room.report("s1", f"Outlet {minutes}", text, minutes, f"Carew {minutes}")
        parts = [(text.index(part), text.index(part) + len(part)) for part in (first, second)]
        said = room.says(version, carew, first, said, content=tuple(parts))
    (one,) = room.ask("/who-said Carew").utterances
    assert [report.differs for report in one.reports] == [None, None]
    assert [report.text for report in one.reports] == list(texts)


def test_a_report_without_a_time_says_when_it_came(room: Newsroom) -> None:
    version = room.report("s1", "Tarrow Star", "“We heard a bang like a door,” said Owen Carew.", 60, dated=False)
    room.says(version, room.person("Owen Carew"), "“We heard a bang like a door,”")
    assert "Tarrow Star, came 6 Oct 2026 13:00 UTC" in draw(room.ask("/who-said Carew"))["text"]
