"""What changed between two versions: told by its kind, the weightiest first, and nothing told that is no change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analyse.changes import changes
from bot.shapes import Change

REPORT = """HALDEN, 3 May (Norrbild) -- A freight train left the rails on Monday and spilled acid into the Tista.

Four people were hurt, the county said. "We heard a bang and then a hiss," said Ida Moen, who lives by the bridge.

Inspectors had not checked the bridge since last autumn. The line will stay closed until Friday.

Halden's mayor, Per Dahl, said nobody should drink from private wells. Schools near the river sent pupils home."""


def told(before: str, after: str) -> list[Change]:
    return [change for change in changes(before, after) if change.matters]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"We heard a bang and then a hiss,"', "“We heard a bang and then a hiss,”", id="quotation marks"),
        pytest.param("Halden's mayor, Per Dahl, said", "Halden’s mayor Per Dahl said", id="commas and apostrophes"),
        pytest.param("HALDEN, 3 May (Norrbild) -- A", "HALDEN (Norrbild) — A", id="dateline"),
        pytest.param("Four people", "4 people", id="a figure for a word"),
        pytest.param("had not checked", "hadn't checked", id="a contraction"),
        pytest.param("closed until", "closed till", id="a word for its like"),
        pytest.param("people were hurt", "people are hurt", id="a light word"),
        pytest.param("spilled acid", "spillled acid", id="a slip of the keys"),
        pytest.param("Schools near", "\n\nSchools near", id="a paragraph break"),
        pytest.param("Schools near", "Updated at 10:32 on 4 May\n\nSchools near", id="a stamp"),
        pytest.param("pupils home.", "pupils home.\n\nRead more: how the line was built", id="a link to more"),
    ],
)
def test_no_change(old: str, new: str) -> None:
    assert old in REPORT
    assert told(REPORT, REPORT.replace(old, new)) == []


def test_a_paragraph_that_moved_is_no_change() -> None:
    first, *rest = REPORT.split("\n\n")
    assert changes(REPORT, "\n\n".join([first, *reversed(rest)])) == ()


def test_british_and_american_spelling_are_one() -> None:
    assert not changes(
        "The harbour programme was organised in the centre.", "The harbor program was organized in the center."
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "why"),
    [
        ("Four people", "Six people", "number", "Four became Six"),
        ("had not checked", "had checked", "reworded", "no longer denied"),
        ("on Monday", "on Sunday", "reworded", "another date: Monday became Sunday"),
        ("Ida Moen", "Ada Lie", "attribution", "the source was Ida Moen, is Ada Lie"),
        ("into the Tista", "into the Glomma", "reworded", "another name: Tista became Glomma"),
        ("the county said", "the county claimed", "attribution", "“said” became “claimed”"),
        ("was", "was", None, None),
        ("spilled acid", "reportedly spilled acid", "attribution", "“reportedly” came in"),
        ("a bang and then a hiss", "a hiss and then a whole row of bangs", "quote-reworded", None),
        ("Schools near the river sent pupils home.", "", "removed", None),
        ("pupils home.", "pupils home. The acid was bound for a paper mill.", "added", None),
        (
            "pupils home.", 'pupils home. "I have never seen fish float like that," said Nils Berg.', "quote-added",
            "a new quotation",
        ),
        (
            '"We heard a bang and then a hiss," said Ida Moen, who lives by the bridge.', "", "quote-removed",
            "a quotation was taken out",
        ),
        (
            "pupils home.", "pupils home.\n\nCorrection: an earlier version gave the wrong day.", "correction",
            "a correction notice",
        ),
        (
            "pupils home.", "pupils home.\n\nThis article was amended on 5 May to remove a wrong figure.", "correction",
            "a correction notice",
        ),
    ],
)  # fmt: skip
def test_one_change_by_its_kind(old: str, new: str, kind: str | None, why: str | None) -> None:
    found = told(REPORT, REPORT.replace(old, new))
    assert [change.kind for change in found] == ([kind] if kind else [])
    if why:
        assert found[0].why == why


def test_the_correction_goes_first_and_wording_last() -> None:
    after = REPORT.replace("Four people", "Six people").replace("sent pupils home", "told their pupils to leave early")
    found = told(REPORT, after + "\n\nClarification: the toll has been corrected.")
    assert [change.kind for change in found] == ["correction", "number", "reworded"]


def test_a_changed_headline_is_told_with_what_changed_in_it() -> None:
    (change,) = changes(REPORT, REPORT, "Four hurt as train derails", "Six hurt as train derails")
    assert (change.kind, change.why) == ("headline", "the headline: Four became Six")


@pytest.mark.parametrize("title", [None, "", "Four hurt, as train derails", "4 hurt as train derails"])
def test_a_headline_that_is_missing_or_typeset_otherwise_is_no_change(title: str | None) -> None:
    assert changes(REPORT, REPORT, "Four hurt as train derails", title) == ()


def test_a_headline_set_once_more_above_the_text_is_told_once() -> None:
    before, after = "Four hurt as train derails", "Six hurt as train derails"
    found = changes(f"{before}\n\n{REPORT}", f"{after}\n\n{REPORT}", before, after)
    assert [change.kind for change in found] == ["headline"]


def test_a_notice_of_several_sentences_is_one_change() -> None:
    notice = "This article was amended on 5 May. An earlier version gave the wrong toll."
    (change,) = changes(REPORT, f"{REPORT}\n\n{notice}")
    assert (change.kind, change.after) == ("correction", notice)


def test_a_sentence_cut_in_two_is_one_rewording() -> None:
    before = "The line will stay closed until Friday and buses will run between Halden and Berg from the morning on."
    after = "The line will stay closed until Friday. Buses will run between Halden and Berg from the morning on."
    assert told(before, after) == []


def test_a_quotation_that_moved_to_another_sentence_is_not_new() -> None:
    after = REPORT.replace(
        '"We heard a bang and then a hiss," said Ida Moen, who lives by the bridge.',
        'Ida Moen was at home when it happened. "We heard a bang and then a hiss," she told this paper.',
    )
    assert not {"quote-added", "quote-removed", "quote-reworded"} & {change.kind for change in changes(REPORT, after)}


def test_a_change_shows_whole_sentences_where_they_stand() -> None:
    after = REPORT.replace("until Friday", "until Sunday")
    (change,) = told(REPORT, after)
    assert (change.before, change.after) == (
        "The line will stay closed until Friday.",
        "The line will stay closed until Sunday.",
    )
    assert change.before_span and change.after_span
    assert REPORT[slice(*change.before_span)] == change.before
    assert after[slice(*change.after_span)] == change.after


pieces = st.lists(
    st.sampled_from(
        [*REPORT.split(". "), "“Yes”", '"No."', "1,200", "Correction: x", "\n\n", "\u00ad", "港の船。", "Mr."]
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(pieces, st.text(max_size=200)), st.one_of(pieces, st.text(max_size=200)))
def test_spans_are_exact_whatever_comes(before: str, after: str) -> None:
    for change in changes(before, after):
        assert change.before is None or (change.before_span and before[slice(*change.before_span)] == change.before)
        assert change.after is None or (change.after_span and after[slice(*change.after_span)] == change.after)
        assert 0 <= change.weight <= 1


@given(pieces)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changes(text, text) == ()


def test_texts_of_megabytes_are_compared_by_their_beginnings() -> None:
    endless = REPORT + "\n\nAnd so on, said line number one. " * 100_000
    assert told(endless, endless.replace("Four people", "Six people", 1))[0].kind == "number"


def test_a_text_without_a_stop_is_one_rewording() -> None:
    endless = "and so the river rose " * 10_000
    (change,) = changes(endless, endless + "nevermore")
    assert change.kind == "reworded"
