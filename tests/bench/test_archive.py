"""A made archive is what the pipeline would have left, as far as it is found by it; told again it is another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from bench import archive, retelling, taking
from bench.archive import Shard, report_of, rows_of
from bench.generator.stream import Made, Newsroom
from bench.ingest import NoNetwork
from bench.loading import load
from bench.retelling import Retelling, shard_of
from bot.match.fingerprints import fingerprint
from bot.match.stories import profile
from bot.pipeline import Pipeline
from bot.shapes import LOCAL
from store import SqlStore, open_store

FEW = 40


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (archive, retelling, taking):
        monkeypatch.setattr(module, "SHARD", FEW)


@pytest.fixture
def shard() -> Shard:
    return rows_of(0, FEW)


@pytest.fixture
def loaded(shard: Shard, empty_url: str) -> Iterator[SqlStore]:
    bases = [shard, rows_of(1, 2 * FEW)]
    load(empty_url, [shard_of(bases, place, 3 * FEW) for place in (2, 1, 0)])
    opened = open_store(empty_url)
    yield opened
    opened.close()


def _made() -> list[Made]:
    return list(archive.made(0, FEW))


def test_it_is_found_by_what_the_pipeline_would_have_left(tmp_path: Path, shard: Shard) -> None:
    filed, bulk = open_store(f"sqlite:///{tmp_path}/filed.db"), f"sqlite:///{tmp_path}/bulk.db"
    pipeline = Pipeline(filed, NoNetwork(), lambda: archive.END)
    for one in _made():
        pipeline.take(one.drop)
    load(bulk, [shard])
    loaded = open_store(bulk)
    terms = [*profile(report_of(_made()[3].drop), archive.END).terms]
    assert loaded.term_counts(LOCAL, terms) == filed.term_counts(LOCAL, terms)
    for one in _made():
        report = report_of(one.drop)
        asked = report.model_copy(update={"outlet": "Another", "canonical": None, "title": None})
        found = [store.lookalikes(LOCAL, asked, fingerprint(report.prose)) for store in (filed, loaded)]
        assert {known.exact for known in found[0]} == {known.exact for known in found[1]}
    filed.close()
    loaded.close()


def test_its_articles_are_kept_whole(loaded: SqlStore) -> None:
    first = loaded.article(LOCAL, f"a{2 * FEW + 1}")
    one = _made()[0]
    assert first
    assert (first.title, first.outlet, first.seen) == (one.drop.title, one.drop.outlet, one.drop.received)
    sheet = loaded.sheet(LOCAL, first.story)
    assert sheet
    assert sheet.story.first == one.drop.published
    assert loaded.versions(LOCAL, first.id)[0].body == one.drop.body
    assert len([one for one in loaded.articles(LOCAL) if int(one.id[1:]) > 2 * FEW]) == len(_articles(_made()))
    quoted = one.text.said[0]
    assert [report.text for report in loaded.quote_reports(LOCAL, story=first.story)].count(f"“{quoted[0]}”")


def _articles(news: list[Made]) -> set[str]:
    return {one.drop.id for one in news if one.truth != "version"}


def test_a_story_told_again_is_another_story(loaded: SqlStore) -> None:
    one = _made()[0]
    about = profile(report_of(one.drop), one.drop.received)
    found = loaded.story_candidates(LOCAL, about)
    assert found[0].story == f"s{one.event.number + 2 * FEW}"
    report = report_of(one.drop).model_copy(update={"outlet": "Another", "canonical": None, "title": None})
    likes = loaded.lookalikes(LOCAL, report, fingerprint(report.prose))
    assert likes
    assert all(int(known.article[1:]) > 2 * FEW for known in likes)


def test_what_comes_next_goes_on_from_what_is_kept(loaded: SqlStore) -> None:
    room = taking.gone_on(3 * FEW)
    assert room.number == 3 * FEW + 1
    pipeline = Pipeline(loaded, NoNetwork(), lambda: archive.END)
    for one in islice(taking.coming(room, 3 * FEW), 30):
        (outcome,) = pipeline.take(one.drop)
        if one.truth in ("copy", "version"):
            assert outcome.outcome in taking.RIGHT[one.truth]


def test_a_retelling_changes_what_an_article_is_found_by(shard: Shard) -> None:
    again = Retelling(3, 1000, 2).of(shard)
    assert not np.intersect1d(shard.bands[0], again.bands[0]).size
    assert (again.bands[1] == shard.bands[1] + 1000).all()
    assert len(again.terms) == len(shard.terms)
    assert len({*again.terms} & {*shard.terms}) < 0.8 * len(shard.terms)
    assert sorted(count for count, _ in again.terms.values()) == sorted(count for count, _ in shard.terms.values())
    assert {name: len(rows) for name, rows in again.rows.items()} == {n: len(rows) for n, rows in shard.rows.items()}


def test_the_newest_shard_is_the_same_whatever_the_size() -> None:
    small, large = ([one.drop.body for one in archive.made(0, size)] for size in (FEW, 5 * FEW))
    assert small == large
    assert isinstance(archive.newsroom(0, FEW), Newsroom)
