"""What an outlet changed in a text it carries, and what its page sets around it."""

from __future__ import annotations

import pytest

from bot.edits import edits
from bot.match.passages import passages
from bot.shapes import Version
from tests.factories import NOON
from tests.wire_story import CALDER, COST, DENIAL, DIVERS, LEAD, OWNER, SHIPS, WIRE

TITLE = "Loose grain barge sinks pilot boat in the harbour of Velmouth at night"
LOCAL = "The ferry to Osterly will leave from the fishing quay until the boat has been raised, its owner said."


def kinds(after: str) -> list[tuple[str, str | None, str | None]]:
    found = passages(after, WIRE)
    return [(one.kind, one.before, one.after) for one in edits(version(WIRE), version(after), found)]


def version(body: str) -> Version:
    return Version(id="v1", article="a1", number=1, title=TITLE, published=NOON, seen=NOON, url=None, body=body)


@pytest.mark.parametrize(
    "after",
    [
        WIRE,
        f"Velmouth Echo\n\nWeather: 14 degrees, some rain\n\n{WIRE}",
        f"{WIRE}\n\nMore from the harbour: ten pictures\n\nCall 555-0134 to subscribe.",
        WIRE.removeprefix("VELMOUTH, Oct 6 (Quay Press) - "),
        f"By Tove Aker\n\n{WIRE}",
        f"{TITLE}\n\n{WIRE}",
        f"Velmouth Echo\n\nBy Tove Aker\n\nTARN, Northland (Quay Press) - {WIRE.partition(' - ')[2]}",
    ],
    ids=["nothing", "a page's head", "a page's foot", "no dateline", "a byline", "its headline", "another dateline"],
)
def test_what_a_page_sets_around_a_text_is_no_change(after: str) -> None:
    assert kinds(after) == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (WIRE.replace("Two divers", "Four divers"), [("number", DIVERS, DIVERS.replace("Two", "Four"))]),
        (WIRE.replace(f"{DENIAL}\n\n", ""), [("removed", DENIAL, None)]),
        (f"{WIRE}\n\n{LOCAL}", [("added", None, LOCAL)]),
        (f"{LEAD}\n\n{CALDER}\n\n{DIVERS}\n\n{OWNER}\n\n{DENIAL}\n\n{SHIPS}", [("removed", COST, None)]),
        (f"{WIRE}\n\nCorrection: one ship waited.", [("correction", None, "Correction: one ship waited.")]),
    ],
    ids=["a figure", "a denial left out", "a paragraph added", "the last paragraph cut", "a correction below"],
)
def test_what_an_editor_wants_to_know_is_told(after: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert kinds(after) == told


def test_a_sentence_that_a_page_shows_twice_is_told_once() -> None:
    assert kinds(
        f"{LEAD}\n\n{LOCAL}\n\n{CALDER}\n\n{LOCAL}\n\n{DIVERS}\n\n{OWNER}\n\n{DENIAL}\n\n{SHIPS}\n\n{COST}"
    ) == [("added", None, LOCAL)]
