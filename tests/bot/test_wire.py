"""A wire report through five outlets: who carries it, who changed what, and what is new in each."""

from __future__ import annotations

import pytest

from bot.lineage import trace
from bot.shapes import LOCAL, Carrier, Outcome, Traced, WireText
from bot.wire import wire_texts
from tests.bot.test_pipeline import Desk, desk
from tests.factories import at
from tests.wire_story import CUT, DENIAL, DIVERS, OWN, SHIPS, STORY, WIRE, Told

__all__ = ["desk"]


def take(desk: Desk, told: Told, **fields: str) -> Outcome:
    when = at(told.minutes)
    given = {"outlet": told.outlet, "title": told.title, "published": when, "received": when}
    return desk.take(key=f"{told.outlet} {told.minutes}", body=told.body, **(given | fields))


@pytest.fixture
def outcomes(desk: Desk) -> dict[str, Outcome]:
    return {told.outlet: take(desk, told) for told in STORY}


def wire(desk: Desk) -> list[WireText]:
    return list(wire_texts(desk.store, desk.store.articles(LOCAL)))


def outlets(carriers: tuple[Carrier, ...]) -> list[str | None]:
    return [one.article.outlet for one in carriers]


def traced(desk: Desk, outcome: Outcome) -> Traced:
    article = desk.store.article(LOCAL, str(outcome.article))
    found = article and trace(desk.store, article)
    assert found
    return found


def test_each_article_has_its_lineage(outcomes: dict[str, Outcome]) -> None:
    assert [one.lineage for one in outcomes.values()] == ["own", "copy", "cut", "copy", "rewrite", "own"]
    new = [one.new for one in outcomes.values()]
    assert new == [1.0, 0.0, 0.0, pytest.approx(0.007, abs=0.005), pytest.approx(0.5, abs=0.05), 1.0]


def test_the_story_has_two_independent_reports_and_one_built_on_them(desk: Desk, outcomes: dict[str, Outcome]) -> None:
    sheet = desk.store.sheet(LOCAL, str(outcomes["Quay Press"].story))
    assert sheet and (len(sheet.articles), sheet.voices, sheet.built) == (6, 2, 1)


def test_the_text_tells_who_carries_cut_and_changed_it(desk: Desk, outcomes: dict[str, Outcome]) -> None:
    (text,) = wire(desk)
    assert (text.root, text.agency, text.unseen) == (outcomes["Quay Press"].article, "Quay Press", False)
    assert outlets(text.carried) == ["Velmouth Echo"]
    assert outlets(text.cut) == ["Tarn Courier"]
    assert outlets(text.changed) == ["Coast Ledger"]
    assert outlets(text.built_on) == ["The Osterly Times"]
    assert text.carried[0].headline == "Runaway barge sinks pilot boat"
    assert text.changed[0].headline is None
    assert text.cut[0].kept == pytest.approx(0.44, abs=0.05)


def test_what_was_changed_is_told(desk: Desk, outcomes: dict[str, Outcome]) -> None:
    (text,) = wire(desk)
    told = {(one.kind, one.before, one.after) for one in text.changed[0].changes}
    assert ("number", DIVERS, DIVERS.replace("Two", "Four")) in told
    assert ("removed", DENIAL, None) in told


def test_an_agency_whose_own_text_was_not_seen_is_known_by_its_credit(desk: Desk) -> None:
    for told in STORY[1:3]:
        take(desk, told)
    (text,) = wire(desk)
    assert (text.agency, text.unseen, outlets(text.carried), outlets(text.cut)) == (
        "Quay Press", True, ["Velmouth Echo"], ["Tarn Courier"],
    )  # fmt: skip


def test_a_copy_is_held_against_the_version_that_was_current_then(desk: Desk) -> None:
    url = "https://quaypress.example/barge"
    first, copy = (take(desk, told, url=f"{url}/{told.minutes}") for told in STORY[:2])
    corrected = STORY[0]._replace(body=WIRE.replace("four days", "nine days"), minutes=60)
    assert take(desk, corrected, url=f"{url}/0").outcome == "revision"
    (text,) = wire(desk)
    assert (text.root, outlets(text.carried)) == (first.article, ["Velmouth Echo"])
    assert text.carried[0].behind
    updated = STORY[1]._replace(body=corrected.body, minutes=70)
    assert take(desk, updated, url=f"{url}/10").article == copy.article
    (text,) = wire(desk)
    assert outlets(text.carried) == ["Velmouth Echo"]
    assert not text.carried[0].behind


def test_a_page_that_opened_with_a_copy_and_became_a_report_of_its_own_counts_as_one(desk: Desk) -> None:
    url = "https://echo.example/barge"
    first, copy = (take(desk, told, url=f"{url}/{told.minutes}") for told in STORY[:2])
    own = STORY[1]._replace(body=OWN, minutes=80)
    assert take(desk, own, url=f"{url}/10").outcome == "revision"
    article = desk.store.article(LOCAL, str(copy.article))
    sheet = desk.store.sheet(LOCAL, str(first.story))
    assert article and (article.outcome, article.lineage, article.new) == ("copy", "own", 1.0)
    assert sheet and sheet.voices == 2
    assert wire(desk) == []


def test_an_article_beside_its_source(desk: Desk, outcomes: dict[str, Outcome]) -> None:
    rewrite = traced(desk, outcomes["The Osterly Times"])
    assert rewrite.source and rewrite.source.outlet == "Quay Press"
    assert [passage.text[:20] for passage in rewrite.passages] == [DIVERS[:20], SHIPS[:20]]
    assert [one.text.split()[0] for one in rewrite.fresh] == ["Bakers", '"If', "The", "Quay"]
    body = rewrite.version.body
    assert all(body[slice(*one.span)] == one.text for one in rewrite.fresh)
    assert rewrite.new == pytest.approx(outcomes["The Osterly Times"].new, abs=0.001)


def test_a_cut_has_nothing_new_and_its_own_text_has_no_source(desk: Desk, outcomes: dict[str, Outcome]) -> None:
    cut, own = traced(desk, outcomes["Tarn Courier"]), traced(desk, outcomes["Harbour Radio"])
    assert (cut.new, cut.fresh) == (0.0, ())
    assert [passage.text for passage in cut.passages] == [CUT.partition(" - ")[2].rstrip(".")]
    assert (own.source, own.new, own.passages, own.fresh) == (None, 1.0, (), ())
