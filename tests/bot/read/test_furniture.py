"""Furniture is marked, and prose never is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.read.furniture import furniture_of
from bot.read.reading import read
from bot.shapes import Report
from tests.factories import a_drop

PROSE = "The harbour authority closed the northern basin on Tuesday after a crane fell across two berths."


def marked(line: str) -> list[tuple[str, str]]:
    """What is marked when a line stands below a headline and between paragraphs."""
    body = f"{PROSE}\n\n{line}\n\n{PROSE} It gave no reason."
    return [(mark.kind, body[mark.start : mark.end]) for mark in furniture_of(body)]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("advert", "Advertisement"),
        ("advert", "ADVERTISEMENT"),
        ("advert", "Story continues below advertisement"),
        ("caption", "Mayor Ilse Brandt speaks in Port Ellery on Monday. (VideoHub/City)"),
        ("caption", "A crane lies across two berths. Photo courtesy of the Ellery Port Authority"),
        ("caption", "A crane lies across two berths. (Photo by Tom Aldous)"),
        ("caption", "FILE PHOTO: The northern basin in an earlier year."),
        ("caption", "Image caption The northern basin"),
        ("caption", "1 of 4"),
        ("appeal", "Enjoying ad-free content?"),
        ("appeal", "We have a small favour to ask."),
        ("appeal", "Sign up for our morning newsletter"),
        ("appeal", "Please log in, or sign up for a new account to continue reading."),
        ("cookies", "This website uses cookies to improve your experience."),
        ("cookies", "By continuing to use this site, you agree to our policy. AcceptRejectRead More"),
        ("byline", "By Mara Quill"),
        ("byline", "By MARA QUILL and TOM ALDOUS"),
        ("links", "Latest Headlines"),
        ("links", "READ MORE: Crane inspectors were cut last year"),
        ("author-note", "Staff writer Tom Aldous contributed to this story."),
        ("author-note", "(Reporting by Tom Aldous; Editing by Mara Quill)"),
        ("author-note", "Aldous reported from Port Ellery."),
        ("author-note", "Follow Tom Aldous on Twitter @tomaldous"),
        ("other", "Updated: 6:50 PM, June 01, 2026"),
        ("other", "Updated 5 minutes ago"),
        ("other", "Last updated: about an hour ago"),
        ("other", "12 mins ago"),
        ("other", "Updated at 14:05 BST"),
        ("other", "1,204 views"),
        ("other", "Share 45"),
        ("other", "3.4k people are reading this now"),
        ("other", "Be the first to comment"),
        ("other", "You have 3 free articles left this month"),
        ("other", "Share this article"),
        ("other", "Copyright 2026 Harbour Post. All rights reserved."),
    ],
)
def test_furniture_is_marked_whole(kind: str, line: str) -> None:
    assert marked(line) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "\u201cWe need your help to keep the port open,\u201d Brandt told the dockers.",
        "Brandt said: \u201cPlease support us. Your support makes a difference.\u201d",
        "The ministry said it would ban third-party cookies on official web sites.",
        "Advertisement spending fell by a tenth, the authority said.",
        "Brandt reported from Port Ellery that two berths were lost, according to a police log.",
        "Ms. Brandt is the editor of a dockers' paper and was on the quay when the crane fell, she said.",
        "By Monday the basin will be open again, the authority said.",
        "The vote on the crane safety bill fell along party lines (three to two)",
        "The crane had been photographed by inspectors a week before it fell.",
        "The failed inspection contributed to this disaster, Brandt said.",
        "No \u2018real explanation\u2019",
        "Read the contract before you sign it, Brandt told the dockers.",
        "The two sides share this view of the accident.",
        "Inspectors' reports on the crane, she said, \u201ccontributed to this story of neglect.\u201d",
    ],
)
def test_prose_is_never_marked(line: str) -> None:
    assert marked(line) == []


def test_the_dateline_alone_is_marked_in_its_paragraph() -> None:
    assert marked("PORT ELLERY, Oct. 6 (UPI) -- A crane fell.") == [("dateline", "PORT ELLERY, Oct. 6 (UPI) -- ")]
    assert marked("PORT ELLERY \u2014 A crane fell.") == [("dateline", "PORT ELLERY \u2014 ")]
    assert marked("EXCLUSIVE \u2014 A crane fell.") == []


@pytest.mark.parametrize("line", ["The basin opens on Friday.Advertisement", "AdvertisementThe basin opens on Friday."])
def test_an_advert_label_run_together_with_prose_is_cut_out_of_it(line: str) -> None:
    assert marked(line) == [("advert", "Advertisement")]


def test_a_caption_with_a_credit_is_marked_both_times() -> None:
    caption = "A crane lies across two berths in the northern basin. Photo courtesy of the port"
    assert marked(f"{caption}\n{caption}") == [("caption", caption)] * 2


def test_of_a_doubled_line_without_credit_the_first_stays() -> None:
    body = f"{PROSE}\n{PROSE}\n"
    assert [mark.start for mark in furniture_of(body)] == [len(PROSE) + 1]


def test_headlines_under_read_more_are_links_down_to_the_next_prose() -> None:
    links = ["Read more:", "Crane inspectors were cut last year", "Port Ellery through the years"]
    assert marked("\n\n".join(links)) == [("links", link) for link in links]


def test_an_appeal_takes_in_what_stands_beside_it() -> None:
    appeal = [
        "\u2026 we have a small favour to ask. The Ellery Dispatch is independent.",
        "We, the editors of The Ellery Dispatch, will not be bought.",
        "payment methods",
        "Remind me later.",
    ]
    assert marked("\n\n".join(appeal)) == [("appeal", line) for line in appeal]


def test_a_note_about_the_author_is_marked_where_the_report_does_not_name_them() -> None:
    note = "Tom Aldous is a reporter for the Ellery Dispatch. He covered the docks before."
    body = f"{PROSE}\n\n{note}"
    assert [body[mark.start : mark.end] for mark in furniture_of(body)] == [note]
    assert furniture_of(f"Tom Aldous saw the crane fall.\n\n{note}") == ()


PIECES = st.sampled_from(
    [
        "Advertisement", "Read more:", "By Mara Quill", PROSE, "\u201cNo,\u201d she said.", "\r\n", "\n\n", " ",
        "(AP) \u2014 ", "PORT ELLERY (AP) -- A crane fell.", "Photo by Tom", "(X/Y)", "\U0001f6a2", "\ufeff",
        "Support us", "Thank you", "\u2028",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("".join))
def test_marks_are_sorted_apart_and_inside_and_the_prose_keeps_its_length(body: str) -> None:
    marks = furniture_of(body)
    assert all(0 <= mark.start < mark.end <= len(body) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    report = read(a_drop(body=body))
    if isinstance(report, Report):
        assert len(report.prose) == len(report.body) == len(body)
