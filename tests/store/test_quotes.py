"""Quotes are found by who said them, where, when and in which words, always as they stand in a latest version."""

from __future__ import annotations

import pytest

from bot.errors import StoreError
from store import SqlStore
from store.quotes import AROUND
from tests.factories import at
from tests.store.archive import AWAY, HOME, a_later_version, a_quote, a_story, an_article, say

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
        "kind": "direct", "via": "Coast Radio", "confidence": 0.9, "lead": None, "why": None,
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
    assert store.utterances(HOME, "s1", None) == {utterance: ("“We saw nothing,”",)}


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
    assert store.quote_reports(HOME, words=["pie", "at", "ferr"]) == []


def test_the_words_of_a_cue_are_not_the_speakers(store: SqlStore) -> None:
    version = an_article(store, a_story(store), body=BODY)
    say(store, version, "“We saw nothing,”", "“until it struck.”")
    assert store.quote_reports(HOME, words=["reporters"]) == []
    assert len(store.quote_reports(HOME, words=["struck"])) == 1


def test_utterances_hold_their_reports_texts(store: SqlStore) -> None:
    story = a_story(store)
    holt = store.add_person(HOME, "Mira Holt", "person").id
    opened = store.open_utterance(HOME, holt, story, "“We saw nothing,”")
    version = an_article(store, story, body=BODY)
    quote = a_quote(BODY, "“until it struck.”")
    store.add_findings(version, HOME, [(quote, holt, opened)], [])
    nobodys = store.open_utterance(HOME, None, story, "“Unknown.”")
    assert store.utterances(HOME, story, holt) == {opened: ("“We saw nothing,”", "“until it struck.”")}
    assert store.utterances(HOME, story, None) == {nobodys: ("“Unknown.”",)}
    assert store.utterances(AWAY, story, holt) == {}


def test_findings_need_their_version(store: SqlStore) -> None:
    version = an_article(store, a_story(store))
    with pytest.raises(StoreError, match="no version"):
        store.add_findings(version, AWAY, [], [])
