"""An outlet is one under all the names that feeds, pages and aggregators give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.match.outlets import outlet_key, same_outlet
from tests.bot.match.texts import a_known, a_report

HARBOUR_POST = [
    "The Harbour Post", "Harbour Post", "THE HARBOUR POST", " harbour  post ", "Harbour-Post", "harbourpost.com",
    "HarbourPost.com", "www.harbourpost.com", "https://www.harbourpost.com/", "theharbourpost.com", "harbourpost.co.uk",
    "news.harbourpost.org", "Harbour Post (subscription)", "Harbour Post [Blog]", "Harbour Post - World",
    "Harbour Post | Top Stories", "Harbour Post » Politics", "Harbour Post > World", "Harbour Post: UK News",
    "Harbour Post – Business and Economy", "World - Harbour Post", "World news | The Harbour Post", "Harbour Post RSS",
    "Harbour Post RSS Feed", "Harbour Post news feed", "Latest from The Harbour Post", "HarbourPost.com - RSS Channel",
    "Harbour Post — All the news of the coast since 1871", "Harbour Post :: Home",
]  # fmt: skip


@pytest.mark.parametrize("name", HARBOUR_POST)
def test_one_outlet_has_one_key(name: str) -> None:
    assert outlet_key(name) == "harbourpost"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("—", None),
        ("World", None),
        ("Top Stories", None),
        ("World | Latest news", None),
        ("The World", "world"),
        ("The National", "national"),
        ("The", "the"),
        ("Coast Radio", "coastradio"),
        ("Harbour Post Sunday", "harbourpostsunday"),
        ("Harbour Evening Post", "harboureveningpost"),
        ("The Times (Halden)", "timeshalden"),
        ("The Times (Orsund)", "timesorsund"),
        ("harbourpost.de", "harbourpostde"),
        ("news.com.au", "news"),
        ("St. Orsund Gazette", "storsundgazette"),
        ("U.S. Coast News", "uscoastnews"),
        ("北港日報", "北港日報"),
        ("Tide & Quay", "tidequay"),
    ],
)
def test_other_names_have_others(name: str | None, key: str | None) -> None:
    assert outlet_key(name) == key


POST, HALDEN = "https://harbourpost.com/a", "https://halden.example/a"


@pytest.mark.parametrize(
    ("ours", "here", "theirs", "there", "is_one"),
    [
        ("Harbour Post", None, "The Harbour Post", None, True),
        ("Harbour Post", POST, "Coast Radio", POST, False),
        ("Harbour Post Velmouth", POST, "Harbour Post", POST, True),
        ("Harbour Post Velmouth", POST, "Harbour Post", HALDEN, False),
        ("World", POST, "Harbour Post", "https://www.harbourpost.com/b", True),
        ("World", POST, "World", HALDEN, False),
        ("World", None, "World", None, None),
        (None, None, None, None, None),
        (None, POST, None, "https://harbourpost.com/b", True),
        (None, POST, None, HALDEN, False),
        (None, POST, "The Harbour Post", None, True),
        ("The Harbour Post", None, None, POST, True),
        ("Coast Radio", None, None, POST, None),
    ],
)
def test_addresses_help_where_names_do_not_tell(
    ours: str | None, here: str | None, theirs: str | None, there: str | None, is_one: bool | None
) -> None:
    report, known = a_report(outlet=ours, canonical=here), a_known(outlet=theirs, canonical=there)
    assert same_outlet(report, known) is is_one


@given(st.text(max_size=80))
def test_no_name_raises_and_a_key_is_its_own(name: str) -> None:
    key = outlet_key(name)
    assert key is None or (key and key == key.casefold())


def test_an_endless_name_holds_nobody_up() -> None:
    assert outlet_key("((- |" * 100_000) is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Associated Press", "ap"),
        ("AP", "ap"),
        ("apnews.com", "ap"),
        ("PA Media", "pa"),
        ("Press Association", "pa"),
        ("Agence France-Presse", "afp"),
        ("Thomson Reuters", "reuters"),
        ("The Canadian Press", "cp"),
        ("Kyodo News", "kyodo"),
    ],
)
def test_an_agency_is_one_under_its_long_and_its_short_name(name: str, key: str) -> None:
    assert outlet_key(name) == key
