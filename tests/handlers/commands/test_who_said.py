"""/who-said, over a real store."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.errors import UserError
from bot.shapes import LOCAL, Office
from handlers.views import draw
from tests.factories import NOON
from tests.handlers.commands.conftest import HALLORAN, Newsroom
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
    _another_report(room, "Tarrow Star", f"{words} Maren Halloran told the Star.", words)
    message = draw(room.ask("/who-said Maren Halloran"))
    assert f"Tarrow Star, 6 Oct 13:00 UTC: {words} – “almost” for “less than”" in message["text"]
    assert "almost" in _bold(message)


def _another_report(
    room: Newsroom, outlet: str, body: str, words: str, who: str = "Maren Halloran", **fields: Any
) -> str:
    """A report an hour after the first of what Maren Halloran said; the words may be given to somebody else."""
    version = room.report("s1", outlet, body, 60, f"{outlet} report")
    said = room.ask("/who-said Maren Halloran").utterances[0].utterance
    people = {person.name: person.id for person in room.store.people("local")}
    return room.says(version, people.get(who) or room.person(who), words, said, **fields)


def _bold(message: Any) -> list[str]:
    return [node["text"].strip() for block in message["blocks"] for node in nodes_of(block) if _is_bold(node)]


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


def test_the_quoted_words_are_bold_inside_their_sentence(room: Newsroom) -> None:
    message = draw(room.ask("/who-said Maren Halloran"))
    assert "“She went over on her side in less than two minutes,”" in _bold(message)
    assert "“She went over on her side in less than two minutes,” Maren Halloran told reporters." in message["text"]
    assert (
        "Piet Voss of Kestrel Line said the lifeboats were checked in spring."
        in draw(room.ask("/who-said Voss"))["text"]
    )


def test_who_had_it_first_and_who_cut_what(room: Newsroom) -> None:
    _another_report(room, "Coast Radio", HALLORAN, "“She went over on her side in less than two minutes,”")
    (said,) = room.ask("/who-said Maren Halloran").utterances
    first, cut, same = said.reports
    assert (said.first, said.fullest) == (first.article, first.article)
    assert [report.how for report in (first, cut, same)] == [None, "cut", None]
    lines = draw(room.ask("/who-said Maren Halloran"))["text"].splitlines()
    assert "• First: Meridian Press, 6 Oct 12:00 UTC" in lines
    assert "• The same words: Coast Radio, 6 Oct 13:00 UTC" in lines
    assert "• The Evening Beacon, 6 Oct 12:20 UTC – cut: leaves out “less than”" in lines


def test_the_first_may_have_less_of_it_than_a_later_one(room: Newsroom) -> None:
    first, more = "“She went over,”", "“She went over, and the lamps were still burning,”"
    version = room.report("s1", "Early Bird", f"{first} Halloran said.", -30, "Early")
    maren = room.store.people("local")[0].id
    said = room.says(version, maren, first)
    later = room.report("s1", "Coast Radio", f"{more} Halloran said.", 60, "Lamps")
    room.says(later, maren, more, said)
    lines = draw(room.ask('/who-said "the lamps were still burning"'))["text"].splitlines()
    assert "• First: Early Bird, 6 Oct 11:30 UTC – cut: without “and the lamps were still burning”" in lines
    assert "• In full: Coast Radio, 6 Oct 13:00 UTC" in lines


def test_parts_of_a_quotation_keep_their_distance(room: Newsroom) -> None:
    body = "“The lamps burned.\n\n“The doors were shut,” Halloran said."
    version = room.report("s1", "Coast Radio", body, 60, "Lamps")
    parts = ((0, 18), (20, body.index(" Halloran")))
    room.says(version, room.store.people("local")[0].id, "“The lamps burned.", content=parts)
    assert (
        "“The lamps burned. “The doors were shut,” Halloran said." in draw(room.ask('/who-said "lamps burned"'))["text"]
    )


def test_what_is_second_hand_is_not_first(room: Newsroom) -> None:
    words = "“She went over on her side in less than two minutes,”"
    version = room.report("s1", "Early Bird", f"Meridian Press quoted her: {words}", -30, "Early")
    said = room.ask("/who-said Maren Halloran").utterances[0].utterance
    room.says(version, room.store.people("local")[0].id, words, said, via="Meridian Press")
    (one,) = room.ask("/who-said Maren Halloran").utterances
    assert one.reports[0].outlet == "Early Bird"
    assert one.first == one.reports[1].article
    assert "Early Bird, 6 Oct 11:30 UTC, via Meridian Press" in draw(room.ask("/who-said Maren Halloran"))["text"]


def test_words_that_are_given_to_somebody_else_are_told_under_both_names(room: Newsroom) -> None:
    words = "“She went over on her side in less than two minutes,”"
    _another_report(room, "Coast Radio", f"{words} said Gil Tamblin.", words, who="Gil Tamblin")
    under_her = room.ask("/who-said Maren Halloran").utterances[0]
    assert [report.differs for report in under_her.reports][-1] == "given to Gil Tamblin"
    under_him = room.ask("/who-said Gil Tamblin").utterances[0]
    assert under_him.speaker is not None and under_him.speaker.name == "Gil Tamblin"
    assert under_him.reports[0].differs == "given to Maren Halloran"
    answer = room.ask('/who-said "over on her side in less than two minutes"')
    assert answer.note == (
        "“over on her side in less than two minutes” is given to Maren Halloran by Meridian Press and to Gil Tamblin "
        "by Coast Radio."
    )
    assert [(one.name, one.outlets) for one in answer.given] == [
        ("Maren Halloran", ("Meridian Press",)),
        ("Gil Tamblin", ("Coast Radio",)),
    ]


def test_somebody_without_a_name_is_nobody_else(room: Newsroom) -> None:
    words = "“She went over on her side in less than two minutes,”"
    version = room.report("s1", "Coast Radio", f"{words} the harbour master said.", 60, "Over")
    said = room.ask("/who-said Maren Halloran").utterances[0].utterance
    room.says(version, None, words, said, name="harbour master", named="unnamed")
    answer = room.ask('/who-said "over on her side in less than two minutes"')
    assert answer.note == ""
    assert answer.utterances[0].reports[-1].differs == "calls the speaker “harbour master”"


def test_of_a_day_those_that_say_it_come_before_those_told_beside_it(room: Newsroom) -> None:
    maren = room.store.people("local")[0].id
    beside, says = "“It was dark,”", "“The radar was off,”"
    body = f"The radar report came at noon. {beside} Halloran said. {says} she said then."
    version = room.report("s1", "Coast Radio", body, 60, "Radar")
    for words in (says, beside):
        room.says(version, maren, words)
    assert [one.text for one in room.ask("/who-said Maren Halloran about radar").utterances] == [says, beside]


def test_many_outlets_are_counted(room: Newsroom) -> None:
    words = "“She went over on her side in less than two minutes,”"
    for outlet in ("Coast Radio", "Torrin Gazette"):
        _another_report(room, outlet, f"{words} she said.", words)
    _another_report(room, "The Lantern", f"{words} said Gil Tamblin.", words, who="Gil Tamblin")
    note = room.ask('/who-said "went over on her side in less than two minutes"').note
    assert note.endswith("is given to Maren Halloran by 3 outlets and to Gil Tamblin by The Lantern.")


@pytest.mark.parametrize(
    "words",
    [
        "over on her side",
        "went over onto its side in two minutes",
        "in less than two minutes she went over on her side",
        "wnet over on her sdie",
        "she tipped over on her side in under two minutes",
        "over on her side in less then 2 minutes",
    ],
)
def test_words_half_remembered_find_the_right_utterance_first(room: Newsroom, words: str) -> None:
    answer = room.ask(f'/who-said "{words}"')
    assert answer.utterances[0].speaker.name == "Maren Halloran"
    assert [report.outlet for report in answer.utterances[0].reports] == ["Meridian Press", "The Evening Beacon"]


def test_words_that_are_only_nearly_there_are_told_as_such(room: Newsroom) -> None:
    assert room.ask('/who-said "over on her side"').note == ""
    assert "exactly" in room.ask('/who-said "she rolled on her side in two minutes"').note


@pytest.mark.parametrize("about", ["minute", "minutse", "went over", "sides"])
def test_about_takes_any_form_of_a_word(room: Newsroom, about: str) -> None:
    assert len(room.ask(f"/who-said Maren Halloran about {about}").utterances) == 1


def test_a_topic_is_told_day_by_day_the_latest_first(room: Newsroom) -> None:
    maren = room.store.people("local")[0].id
    for minutes, words in ((-2000, "“The side doors were shut,”"), (-3000, "“The side doors are new,”")):
        version = room.report("s1", "Coast Radio", f"{words} said Halloran.", minutes, f"Doors {minutes}")
        room.says(version, maren, words)
    answer = room.ask("/who-said Maren Halloran about side")
    assert [one.text for one in answer.utterances] == [
        "“She went over on her side in less than two minutes,”",
        "“The side doors were shut,”",
        "“The side doors are new,”",
    ]
    lines = draw(answer)["text"].splitlines()
    days = [line for line in lines if line.endswith(" October 2026")]
    assert days == ["6 October 2026", "5 October 2026", "4 October 2026"]
    assert lines[0] == "Maren Halloran about side"


def test_before_and_after(room: Newsroom) -> None:
    said = room.ask("/who-said Maren Halloran").utterances[0]
    answer = room.ask(f"/who-said {said.utterance}")
    first, second = answer.passages
    assert (first.before, first.text) == ("At least three died.", HALLORAN)
    assert first.after == "Piet Voss of Kestrel Line said the lifeboats were checked in spring."
    assert [first.text[slice(*part)] for part in first.parts] == [
        "“She went over on her side in less than two minutes,”"
    ]
    assert second.outlet == "The Evening Beacon"
    message = draw(answer)
    assert "“She went over on her side in less than two minutes,”" in _bold(message)
    assert "At least three died." in message["text"]
    links = [node["url"] for block in message["blocks"] for node in nodes_of(block) if node.get("type") == "link"]
    assert links[0].startswith("https://meridianpress.example/ferry-sinks#:~:text=She%20went%20over")
    assert answer.contract()["utterances"][0]["reports"]


def test_what_stands_in_no_report_any_longer_has_no_before_and_after(room: Newsroom) -> None:
    with pytest.raises(UserError, match="any longer"):
        room.ask("/who-said u999")


def test_copies_share_one_passage(room: Newsroom) -> None:
    said = room.ask("/who-said Maren Halloran").utterances[0].utterance
    body = f"At least three died. {HALLORAN} Piet Voss of Kestrel Line said the lifeboats were checked in spring."
    version = room.report("s1", "Northern Ledger", body, 90, "Ferry sinks", copy_of="a1")
    room.says(version, room.store.people("local")[0].id, "“She went over on her side in less than two minutes,”", said)
    answer = room.ask(f"/who-said {said}")
    assert [passage.same_in for passage in answer.passages] == [("Northern Ledger",), ()]
    assert "the same in Northern Ledger" in draw(answer)["text"]


def test_a_report_without_a_time_says_when_it_came(room: Newsroom) -> None:
    version = room.report("s1", "Tarrow Star", "“We heard a bang like a door,” said Owen Carew.", 60, dated=False)
    room.says(version, room.person("Owen Carew"), "“We heard a bang like a door,”")
    assert "Tarrow Star, came 6 Oct 2026 13:00 UTC" in draw(room.ask("/who-said Carew"))["text"]


def test_an_office_means_who_held_it_last_and_of_several_places_it_is_asked(room: Newsroom) -> None:
    people = {person.name: person.id for person in room.store.people(LOCAL)}

    def holds(name: str, role: str, place: str | None, days: int) -> None:
        office, at = Office(role=role, place=place), NOON + timedelta(days=days)
        room.store.keep_office(LOCAL, people[name], office, at, room.store.articles(LOCAL)[0].id)

    holds("Piet Voss", "harbor master", "harrowmouth", -90)
    holds("Maren Halloran", "harbor master", "harrowmouth", 0)
    assert room.ask("/who-said the harbour master").speaker.name == "Maren Halloran"
    holds("Jon Halloran", "harbor master", "tarrow", 0)
    assert room.ask("/who-said Tarrow harbour master").speaker.name == "Jon Halloran"
    asked = room.ask("/who-said the harbour master")
    assert {one.name for one in asked.candidates} == {"Maren Halloran", "Jon Halloran"}
