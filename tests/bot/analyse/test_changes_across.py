"""What one outlet's report has that another's has not."""

from __future__ import annotations

from bot.analyse.changes import across

OURS = """A freight train left the rails outside Halden on Monday and spilled acid into the river, the county said.

Four people were taken to hospital after the crash. "We heard a bang and then a hiss," said Ida Moen, a neighbour.

The railway says the driver had braked too late at the bend before the bridge."""

THEIRS = """Acid spilled into the river outside Halden on Monday when a freight train left the rails, the county said.

Six people were taken to hospital after the crash. "We heard a bang, then a long hiss and then nothing," said Ida Moen.

"It smelled like a swimming pool," said Nils Berg, who was fishing upstream. Divers will search the wreck at dawn."""


def kinds_by_text() -> dict[tuple[str, str], str]:
    found = across(OURS, [("Coast Radio", THEIRS)])
    return {(change.kind, (change.after or change.before or "")[:24]): change.why for change in found}


def test_the_two_reports_differ_in_these_points() -> None:
    assert kinds_by_text() == {
        ("number", "Four people were taken t"): "Four, not Six as in Coast Radio",
        ("quote-reworded", '"We heard a bang and the'): "quoted in other words than in Coast Radio",
        ("quote-removed", '"It smelled like a swimm'): "only in Coast Radio",
        ("removed", "Divers will search the w"): "only in Coast Radio",
        ("added", "The railway says the dri"): "not in Coast Radio",
    }


def test_spans_are_those_of_each_prose() -> None:
    for change in across(OURS, [("Coast Radio", THEIRS)]):
        assert change.after is None or (change.after_span and OURS[slice(*change.after_span)] == change.after)
        assert change.before is None or (change.before_span and THEIRS[slice(*change.before_span)] == change.before)


def test_what_any_of_several_others_has_is_not_told_as_new() -> None:
    braked = "At the bend before the bridge the driver braked too late, the railway says."
    found = across(OURS, [("Coast Radio", THEIRS), ("Fjord News", braked)])
    assert "added" not in {change.kind for change in found}


def test_reports_without_words_differ_in_nothing() -> None:
    assert across("", [("Coast Radio", "…")]) == ()
    assert across(OURS, []) == ()
