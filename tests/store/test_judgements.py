"""What people decided about people: who is one, who is two, and back again."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.errors import UserError
from bot.shapes import Judgement, Quote, QuoteReport
from store import SqlStore
from tests.factories import NOON, at
from tests.store.archive import AWAY, HOME, a_quote, a_story, an_article, say


class Archive:
    """Two stories; Mira Holt is quoted in both, "M. Holt" in the second only."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.story, self.other = a_story(store, "one"), a_story(store, "two")
        self.holt, self.short = (store.add_person(HOME, name, "person").id for name in ("Mira Holt", "M. Holt"))
        self.said = self.quote(self.story, "“One.”", self.holt, "Mira Holt")
        self.quote(self.other, "“Two.”", self.holt, "Mira Holt")
        self.quote(self.other, "“Three.”", self.short, "M. Holt")

    def quote(self, story: str, words: str, person: str, name: str) -> str:
        version = an_article(self.store, story, body=f"{words} {name} said.", canonical=None, url=None, drop=words)
        return say(self.store, version, words, person=person, name=name, named="person")

    def judge(self, same: bool, one: str = "", other: str = "", by: str | None = "U1") -> None:
        judged = Judgement(one=one or self.holt, other=other or self.short, same=same, by=by, at=NOON)
        self.store.judge_people(HOME, judged)

    def of(self, person: str) -> list[QuoteReport]:
        return self.store.quote_reports(HOME, person=person)

    def words(self, person: str) -> list[str]:
        return sorted(report.text for report in self.of(person))


@pytest.fixture
def archive(store: SqlStore) -> Archive:
    return Archive(store)


def test_two_who_are_one_are_found_as_one_under_every_name(archive: Archive) -> None:
    archive.judge(same=True)
    (person,) = archive.store.people(HOME)
    assert (person.id, person.name, person.also) == (archive.holt, "Mira Holt", ("M. Holt",))
    for id_ in (archive.holt, archive.short):
        assert archive.words(id_) == ["“One.”", "“Three.”", "“Two.”"]
        assert archive.store.person(HOME, id_) == person
    assert {(one.person, one.name, one.also) for one in archive.of(person.id)} == {
        (archive.holt, "Mira Holt", ("M. Holt",))
    }
    assert archive.store.story_people(HOME, archive.other) == [person]
    assert archive.store.people(HOME, "Holt") == [person]
    sheet = archive.store.sheet(HOME, archive.other)
    assert sheet
    assert {quote.name for quote in sheet.quotes} == {"Mira Holt"}


def test_what_is_added_later_follows(archive: Archive) -> None:
    archive.judge(same=True)
    archive.store.add_name(HOME, archive.short, "Mira Karen Holt")
    archive.quote(archive.story, "“Four.”", archive.short, "Mira Karen Holt")
    (person,) = archive.store.people(HOME)
    assert person.name == "Mira Karen Holt"
    assert len(archive.of(archive.holt)) == 4


@pytest.mark.parametrize("how", ["not the same", "forgotten"])
def test_it_is_taken_back_whole(archive: Archive, how: str) -> None:
    before = archive.store.people(HOME)
    archive.judge(same=True)
    if how == "forgotten":
        archive.store.forget_judgement(HOME, archive.short, archive.holt)
    else:
        archive.judge(same=False)
    assert archive.store.people(HOME) == before
    assert archive.words(archive.holt) == ["“One.”", "“Two.”"]
    assert archive.words(archive.short) == ["“Three.”"]
    assert archive.store.unlike(HOME, archive.holt) == (set() if how == "forgotten" else {archive.short})


def test_of_three_who_are_one_each_can_be_taken_out(archive: Archive) -> None:
    third = archive.store.add_person(HOME, "Mira Berg", "person").id
    archive.judge(same=True, one=third, other=archive.short)
    archive.judge(same=True)
    assert [person.id for person in archive.store.people(HOME)] == [archive.holt]
    archive.judge(same=False)
    assert [(one.id, one.also) for one in archive.store.people(HOME)] == [
        (archive.holt, ()),
        (archive.short, ("Mira Berg",)),
    ]
    assert archive.store.unlike(HOME, third) == {archive.holt}


def test_a_later_decision_holds_and_is_kept_once(archive: Archive) -> None:
    for same in (True, False, True):
        archive.judge(same=same)
    (judged,) = archive.store.judgements(HOME, archive.short)
    assert (judged.one, judged.other, judged.same, judged.by, judged.at) == (
        archive.holt,
        archive.short,
        True,
        "U1",
        NOON,
    )


def test_a_name_is_parted_with_what_was_said_under_it(archive: Archive) -> None:
    archive.judge(same=True)
    fresh = archive.store.split_person(HOME, archive.holt, "U2", at(1), name="M. Holt")
    assert (fresh.name, fresh.named, archive.words(fresh.id)) == ("M. Holt", "person", ["“Three.”"])
    assert archive.words(archive.holt) == ["“One.”", "“Two.”"]
    whole = archive.store.person(HOME, archive.holt)
    assert whole
    assert whole.also == ()
    assert archive.store.unlike(HOME, archive.holt) == {fresh.id}
    assert archive.store.people(HOME, "Holt") == [whole, fresh]


def test_a_story_is_parted_and_joined_again(archive: Archive) -> None:
    fresh = archive.store.split_person(HOME, archive.holt, "U2", at(1), story=archive.story)
    assert (fresh.name, archive.words(fresh.id), archive.words(archive.holt)) == ("Mira Holt", ["“One.”"], ["“Two.”"])
    assert [person.id for person in archive.store.story_people(HOME, archive.story)] == [fresh.id]
    archive.judge(same=True, other=fresh.id)
    assert archive.words(archive.holt) == ["“One.”", "“Two.”"]
    assert len(archive.store.people(HOME)) == 2


def test_an_office_that_is_somebody_elses_is_no_persons_name(archive: Archive) -> None:
    archive.quote(archive.story, "“Four.”", archive.holt, "harbour master")
    fresh = archive.store.split_person(HOME, archive.holt, "U2", at(1), name="harbour master")
    assert (fresh.name, fresh.named) == ("harbour master", "unnamed")


def test_an_utterance_that_both_report_stays(archive: Archive) -> None:
    version = an_article(archive.store, archive.other, body="“One.” M. Holt said.", canonical=None, url=None, drop="x")
    said = archive.store.open_utterance(HOME, archive.holt, archive.other, "“One.”")
    quotes = [
        (report.model_copy(update={"name": name}), archive.holt, said)
        for report, name in zip(_quotes(version.body), ("M. Holt", "Mira Holt"), strict=True)
    ]
    archive.store.add_findings(version, HOME, quotes, [])
    fresh = archive.store.split_person(HOME, archive.holt, "U2", at(1), name="M. Holt")
    assert said in {report.utterance for report in archive.of(archive.holt)}
    assert [report.utterance for report in archive.of(fresh.id)] == [said]


def _quotes(body: str) -> list[Quote]:
    return [a_quote(body, "“One.”"), a_quote(body, "“One.”")]


def test_what_is_not_there_is_said_in_words(archive: Archive) -> None:
    for refused in (
        lambda: archive.judge(same=True, other="p999"),
        lambda: archive.judge(same=True, other=archive.holt),
        lambda: archive.store.split_person(HOME, archive.holt, "U1", NOON, name="Nobody"),
        lambda: archive.store.split_person(HOME, "x", "U1", NOON, name="M. Holt"),
    ):
        with pytest.raises(UserError):
            refused()


def test_no_decision_reaches_into_another_workspace(archive: Archive) -> None:
    store = archive.store
    stranger = store.add_person(AWAY, "Mira Holt", "person")
    with pytest.raises(UserError):
        archive.judge(same=True, other=stranger.id)
    with pytest.raises(UserError):
        store.split_person(AWAY, archive.holt, "U1", NOON, name="Mira Holt")
    archive.judge(same=True)
    store.forget_judgement(AWAY, archive.holt, archive.short)
    assert store.judgements(AWAY, archive.holt) == []
    assert store.unlike(AWAY, archive.holt) == set()
    assert store.person(AWAY, archive.holt) is None
    assert [person.id for person in store.people(HOME)] == [archive.holt]
    assert store.people(AWAY, "Holt") == [stranger]


def test_a_chain_of_decisions_is_one_person_and_falls_apart_where_one_is_taken_back(archive: Archive) -> None:
    store = archive.store
    chain = [store.add_person(HOME, name, "person").id for name in ("A Reed", "B Reed", "C Reed", "D Reed", "E Reed")]
    for one, other in pairwise(chain):
        store.judge_people(HOME, Judgement(one=one, other=other, same=True, by="U1", at=NOON))
    assert [person.id for person in (store.person(HOME, one) for one in chain) if person] == [chain[0]] * 5
    store.forget_judgement(HOME, chain[2], chain[3])
    assert [person.id for person in (store.person(HOME, one) for one in chain) if person] == [
        *([chain[0]] * 3),
        *([chain[3]] * 2),
    ]
