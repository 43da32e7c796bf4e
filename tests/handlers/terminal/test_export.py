"""`copydesk export --pairs`: what editors said of pairs of articles."""

from __future__ import annotations

import io
import json

import pytest

from bot.deciding import Deciding
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import LOCAL
from handlers.terminal.export import PAIR_FIELDS, as_csv, pair_rows
from tests.factories import at
from tests.store.archive import a_story, an_article


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Two stories of which somebody said that they are one, and one report that was parted again."""
    for nth, slug in enumerate(("ferry-pier", "pier-struck"), 1):
        a_story(desk.store, slug, workspace=LOCAL)
        an_article(desk.store, f"s{nth}", workspace=LOCAL, drop=slug, body=slug, url=None, canonical=None)
    an_article(desk.store, "s2", workspace=LOCAL, drop="third", body="third", url=None, canonical=None)
    Deciding(desk.store, LOCAL, "U1", at(1)).merge("s1", "s2")
    Deciding(desk.store, LOCAL, "U2", at(2)).move("a3", None)
    return desk


def test_each_pair_tells_who_said_what_and_where_the_articles_are_now(desk: Desk) -> None:
    rows = list(pair_rows(desk, None))
    told = [(row["one"], row["other"], row["same"], row["by"], row["stories"]) for row in rows]
    assert told == [
        ("a1", "a2", True, "U1", ["s1", "s1"]),
        ("a1", "a3", False, "U2", ["s1", "s3"]),
        ("a2", "a3", False, "U2", ["s1", "s3"]),
    ]
    assert json.loads(json.dumps(rows))[0]["at"] == "2026-10-06T12:01:00Z"
    assert all(0 <= row["score"] <= 1 for row in rows)


def test_only_what_was_said_since_then(desk: Desk) -> None:
    assert {row["by"] for row in pair_rows(desk, "2026-10-06T12:02:00")} == {"U2"}
    with pytest.raises(UserError):
        list(pair_rows(desk, "whenever"))


def test_the_same_as_csv(desk: Desk) -> None:
    file = io.StringIO()
    as_csv(pair_rows(desk, None), PAIR_FIELDS, file)
    assert file.getvalue().splitlines()[1].startswith("a1,a2,True,U1,2026-10-06T12:01:00Z,")
