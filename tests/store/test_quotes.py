"""Quotes are found by who said them, where, when and in which words, always as they stand in a latest version."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from store import SqlStore
from store.quotes import AROUND
from tests.factories import at
from tests.store.archive import AWAY, HOME, a_later_version, a_story, an_article, say

BODY = "On the quay, “We saw nothing,” Mira Holt told reporters, “until it struck.” The harbour is closed."


def test_a_report_shows_the_words_where_they_stand(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY, published=at(1))
    holt = store.add_person(HOME, "Mira Holt", "person")
    store.add_name(HOME, holt.id, "Holt")
    speaker = (BODY.index("Mira"), BODY.index(" told"))
    utterance = say(
        store, version, "“We saw nothing,”", person=holt.id, speaker=speaker, via="Coast Radio", confidence=0.9
    )
    (report,) = store.quote_reports(HOME)
    assert report.model_dump(exclude={"start", "end", "parts"}) == {
        "quote": "q1", "utterance": utterance, "person": holt.id, "name": "Mira Holt", "also": ("Holt",),
        "article": version.article, "version": version.id, "story": "s1", "outlet": "The Harbour Post",
        "url": version.url, "published": at(1), "text": "“We saw nothing,”", "before": "On the quay, ",
        "after": " Mira Holt told reporters, “until it struck.” The harbour is closed.", "speaker_text": "Mira Holt",
        "kind": "direct", "via": "Coast Radio", "confidence": 0.9, "lead": None, "why": None, "called": None,
    }  # fmt: skip
    assert BODY[report.start : report.end] == report.text
    assert report.parts == ((report.start, report.end),)


def test_a_report_keeps_what_leads_into_it(store: SqlStore) -> None:
    body = "The port denied on Monday that it had been warned. It was shut, the port said."
    version = an_article(store, a_story(store), body=body)
    for words, cue in (("that it had been warned", "denied"), ("It was shut", "said")):
        say(store, version, words, kind="indirect", cue=(body.index(cue), body.index(cue) + len(cue)))
    assert {report.text: report.lead for report in store.quote_reports(HOME)} == {
        "that it had been warned": "denied on Monday",
        "It was shut": None,
    }


def test_a_split_quotation_is_shown_with_its_cue(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY)
    say(store, version, "“We saw nothing,”", "“until it struck.”")
    (report,) = store.quote_reports(HOME)
    assert (
        report.text
        == "“We saw nothing,” Mira Holt told reporters, “until it struck.”"
        == BODY[report.start : report.end]
    )
    assert [BODY[slice(*part)] for part in report.parts] == ["“We saw nothing,”", "“until it struck.”"]


def test_of_a_quotation_split_far_apart_the_longest_part_is_shown(store: SqlStore) -> None:
    body = f"“Short,” {'she went on and on ' * 40} “but this is longer.”"
    version = an_article(store, a_story(store), body=body)
    say(store, version, "“Short,”", "“but this is longer.”")
    (report,) = store.quote_reports(HOME)
    assert report.text == "“but this is longer.”" == body[report.start : report.end]
    assert len(report.parts) == 2


@pytest.mark.parametrize("filler", ["word " * 100, "x" * 500, "漢" * 500, "line\n" * 100])
def test_what_stands_around_is_short_and_ends_at_a_word(store: SqlStore, filler: str) -> None:
    body = f"{filler}“Stay back,” he said {filler}"
    version = an_article(store, a_story(store), body=body)
    say(store, version, "“Stay back,”")
    (report,) = store.quote_reports(HOME)
    around = body[: report.start], body[report.end :]
    assert len(report.before) <= AROUND and around[0].endswith(report.before)
    assert len(report.after) <= AROUND and around[1].startswith(report.after)
    if filler.startswith("word"):
        assert report.before.startswith("word ") and report.after.endswith(("word", "word "))


def test_an_earlier_versions_quotes_are_found_no_longer(store: SqlStore) -> None:
    first = an_article(store, a_story(store), body=BODY)
    utterance = say(store, first, "“We saw nothing,”")
    a_later_version(store, first.article, body="Nothing is quoted now.")
    assert store.quote_reports(HOME) == []
    assert store.quote_reports(HOME, words=["nothing"]) == []
    assert [(heard.utterance, heard.text) for heard in store.heard(HOME, "s1")] == [(utterance, "“We saw nothing,”")]


def test_findings_of_an_earlier_version_that_come_late_are_not_found(store: SqlStore) -> None:
    first = an_article(store, a_story(store), body=BODY)
    a_later_version(store, first.article, body="Nothing is quoted now.")
    say(store, first, "“We saw nothing,”")
    assert store.quote_reports(HOME) == []


def test_quotes_are_found_by(store: SqlStore) -> None:
    ferry, fire = a_story(store, "ferry"), a_story(store, "fire")
    holt = store.add_person(HOME, "Mira Holt", "person").id
    one = an_article(store, ferry, body="“One quay,” she said.", published=at(1), seen=at(9), outlet="Écho du Port")
    two = an_article(store, fire, body="“Two quays,” he said.", published=at(2), seen=at(8))
    three = an_article(store, fire, body="“Three quays,” he said.", published=None, seen=at(7))
    say(store, one, "“One quay,”", person=holt)
    say(store, two, "“Two quays,”", person=holt)
    say(store, three, "“Three quays,”")
    found = {
        "all": store.quote_reports(HOME),
        "newest": store.quote_reports(HOME, limit=1),
        "person": store.quote_reports(HOME, person=holt),
        "story": store.quote_reports(HOME, story=fire),
        "since": store.quote_reports(HOME, since=at(8)),
        "outlet": store.quote_reports(HOME, outlet="the écho  du port"),
        "both": store.quote_reports(HOME, person=holt, story=fire),
        "away": store.quote_reports(AWAY),
    }
    assert {how: [report.text for report in reports] for how, reports in found.items()} == {
        "all": ["“Three quays,”", "“Two quays,”", "“One quay,”"],
        "newest": ["“Three quays,”"],
        "person": ["“Two quays,”", "“One quay,”"],
        "story": ["“Three quays,”", "“Two quays,”"],
        "since": ["“Two quays,”", "“One quay,”"],
        "outlet": ["“One quay,”"],
        "both": ["“Two quays,”"],
        "away": [],
    }


def test_words_find_the_quotes_that_hold_the_most_of_them_first(store: SqlStore) -> None:
    body = "“The ferry struck.” “The ferry struck the Pier at noon.” “No pier there.” “Nothing.”"
    version = an_article(store, a_story(store), body=body)
    for text in ("“The ferry struck.”", "“The ferry struck the Pier at noon.”", "“No pier there.”", "“Nothing.”"):
        say(store, version, text)
    found = store.quote_reports(HOME, words=["FERRY", "pier", "noon", "noon"])
    assert [report.text for report in found] == [
        "“The ferry struck the Pier at noon.”",
        "“No pier there.”",
        "“The ferry struck.”",
    ]
    assert store.quote_reports(HOME, words=["beer", "at", "perry"]) == []


def test_the_words_of_a_cue_are_not_the_speakers(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY)
    say(store, version, "“We saw nothing,”", "“until it struck.”")
    assert store.quote_reports(HOME, words=["reporters"]) == []
    assert len(store.quote_reports(HOME, words=["struck"])) == 1


def test_what_was_heard_in_a_story_comes_in_the_order_it_came(store: SqlStore) -> None:
    story = a_story(store)
    holt = store.add_person(HOME, "Mira Holt", "person").id
    first, second = (an_article(store, story, body=BODY, published=at(minutes)) for minutes in (5, 1))
    whole = say(store, first, "“We saw nothing,”", "“until it struck.”", person=holt)
    part = say(store, second, "The harbour is closed", kind="indirect")
    given, others = store.heard(HOME, story)
    assert (given.utterance, given.text) == (whole, "“We saw nothing,” … “until it struck.”")
    assert (given.person, given.version, given.kind) == (holt, first.id, "direct")
    assert (others.utterance, others.person, others.kind) == (part, None, "indirect")
    assert store.heard(AWAY, story) == []


def test_only_the_latest_of_a_story_are_heard(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.quotes.LATEST_HEARD", 2)
    story = a_story(store)
    for minutes in (3, 1, 2):
        version = an_article(store, story, body=f"“It was {minutes},” he said.", published=at(minutes))
        say(store, version, f"“It was {minutes},”")
    assert [heard.text for heard in store.heard(HOME, story)] == ["“It was 3,”", "“It was 2,”"]


def test_what_a_person_said_in_other_stories(store: SqlStore) -> None:
    here, there = a_story(store, "here"), a_story(store, "there")
    holt, voss = (store.add_person(HOME, name, "person").id for name in ("Mira Holt", "Piet Voss"))
    for story, minutes, person in ((here, 5, holt), (there, 6, holt), (there, 1, holt), (there, 7, voss)):
        words = f"“It was {minutes},”"
        version = an_article(store, story, body=f"{words} said somebody.", published=at(minutes))
        say(store, version, words, person=person)
    found = store.heard_elsewhere(HOME, here, [holt], at(3))
    assert [(heard.text, heard.elsewhere) for heard in found] == [("“It was 6,”", True)]
    assert not store.heard(HOME, here)[0].elsewhere
    assert store.heard_elsewhere(HOME, here, [], at(0)) == []
    assert store.heard_elsewhere(AWAY, here, [holt], at(0)) == []


def test_quotes_of_some_utterances(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY)
    one, other = say(store, version, "“We saw nothing,”"), say(store, version, "“until it struck.”")
    assert [report.utterance for report in store.quote_reports(HOME, utterances=[other])] == [other]
    assert len(store.quote_reports(HOME, utterances=[one, other])) == 2
    assert store.quote_reports(HOME, utterances=[]) == []
    assert store.quote_reports(HOME, utterances=["u999", "x"]) == []
    assert store.quote_reports(AWAY, utterances=[one]) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["nothing"], True),
        (["nothign"], True),
        (["NOTHINGS"], True),
        (["strucks"], True),
        (["strike"], False),
        (["anything"], False),
        (["notary"], False),
        (["no"], False),
        (["zzz", "nothing"], True),
    ],
)
def test_words_spelled_nearly_so_are_found(store: SqlStore, words: list[str], found: bool) -> None:
    version = an_article(store, a_story(store), body=BODY)
    say(store, version, "“We saw nothing,”", "“until it struck.”")
    assert bool(store.quote_reports(HOME, words=words)) is found
    assert store.quote_reports(AWAY, words=words) == []


def test_the_most_words_come_first_whatever_their_forms(store: SqlStore) -> None:
    story = a_story(store)
    texts = ("“The pier, the piers and the pier,”", "“A pier for winters,”", "“Winter,”")
    for minutes, text in enumerate(texts):
        say(store, an_article(store, story, body=text, published=at(minutes)), text)
    found = store.quote_reports(HOME, words=["pier", "winter"])
    assert [report.text for report in found] == [texts[1], texts[2], texts[0]]


def test_more_words_than_a_question_holds_are_no_harm(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY)
    say(store, version, "“We saw nothing,”")
    assert store.quote_reports(HOME, words=[*(f"no{n}" for n in range(2000)), "nothing" * 200, "nothing%_"]) != []


def test_findings_need_their_version(store: SqlStore) -> None:
    version = an_article(store, a_story(store))
    with pytest.raises(StoreError, match="no version"):
        store.add_findings(version, AWAY, [], [])
