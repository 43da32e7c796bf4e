"""`/conflicts`: reports that do not say when they were published."""

from __future__ import annotations

import json

from handlers.views import draw
from tests.factories import a_side
from tests.handlers.commands.conftest import Newsroom

BODY = "Nine people died. The pier is shut."


def test_an_undated_report_is_shown_with_the_time_it_came(empty: Newsroom) -> None:
    story = empty.story("Ferry strikes pier", "ferry-pier")
    one = empty.report(story, "Coast Radio", BODY, minutes=5, dated=False)
    other = empty.report(story, "The Harbour Post", BODY.replace("Nine", "Ten"), minutes=9)
    undated = a_side(article=one.article, version=one.id, outlet="Coast Radio", published=None)
    dated = a_side(article=other.article, version=other.id, outlet="The Harbour Post")
    empty.conflict(story, one, other, sides=(undated, dated))
    drawn = json.dumps(draw(empty.ask("/conflicts")))
    assert "came 6 Oct 2026 12:05 UTC" in drawn
    assert "time unknown" not in drawn
