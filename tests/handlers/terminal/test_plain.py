"""Slack's inline text on its way to a terminal: readable, wrapped, and unable to command it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from handlers.terminal.plain import inline, mrkdwn, plain, safe, wrap


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Fish &amp; chips &lt;now&gt;", "Fish & chips <now>"),
        ("<https://harbour.example/a|The Sextant> says", "The Sextant says"),
        ("<https://harbour.example/a>", "https://harbour.example/a"),
        ("<@U0EDITOR|mo> and <@U123> in <#C1|newsroom>", "@mo and @U123 in #newsroom"),
        ("<!here> <!date^1793640000^{date}|2 Nov>", "@here 2 Nov"),
        ("*Bold* and _italic_ words", "Bold and italic words"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name"),
        ("&lt;!channel&gt;", "<!channel>"),
        (":warning: :unheard_of:", "! :unheard_of:"),
    ],
)
def test_mrkdwn_reads_as_a_person_would(written: str, read: str) -> None:
    assert mrkdwn(written) == read


def test_a_terminal_is_sent_no_commands() -> None:
    assert safe("a\x1b[31mred\x07 \u202eback\x9b") == "a[31mred back"


def test_plain_text_takes_nothing_as_markup() -> None:
    assert plain({"type": "plain_text", "text": "*so* &amp; <so>"}) == "*so* &amp; <so>"


@pytest.mark.parametrize(
    ("elements", "read"),
    [
        ([{"type": "text", "text": "Reports", "style": {"bold": True}}], "Reports"),
        (
            [{"type": "text", "text": "Figures differ:", "style": {"bold": True}}, {"type": "text", "text": " 5 or 7"}],
            "Figures differ: 5 or 7",
        ),
        (
            [
                {"type": "text", "text": "had "},
                {"type": "text", "text": "no ", "style": {"strike": True}},
                {"type": "text", "text": "warning", "style": {"bold": True}},
            ],
            "had ~no~ *warning*",
        ),
        ([{"type": "user", "user_id": "U1"}, {"type": "link", "url": "https://a.example"}], "@U1https://a.example"),
        ([{"type": "date", "timestamp": 1793640000, "fallback": "2 Nov"}], "2 Nov"),
        ([{"type": "date", "timestamp": 1793640000}], "2 Nov 17:20"),
        ([{"type": "emoji", "name": "eyes"}, {"type": "broadcast", "range": "here"}], "(reading)@here"),
    ],
)
def test_rich_text_keeps_the_marks_that_carry_meaning(elements: list[dict[str, Any]], read: str) -> None:
    assert inline(elements) == read


def test_a_quotation_and_an_item_continue_under_themselves() -> None:
    assert wrap("> one two three", 10) == ["> one two", "> three"]
    assert wrap("• one two three", 10) == ["• one two", "  three"]


def test_wide_characters_take_two_cells() -> None:
    assert wrap("港の船 港の船", 8) == ["港の船", "港の船"]


@given(st.text(max_size=300), st.integers(20, 80))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(text: str, width: int) -> None:
    clean = safe(text)
    lines = wrap(clean, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()).replace(">", "") == "".join(clean.split()).replace(">", "")


@pytest.mark.parametrize("hostile", ["<" * 50_000, "*a" * 50_000, "<a|" * 30_000, ":a" * 50_000, "*" * 50_000])
def test_hostile_text_is_read_in_linear_time(hostile: str) -> None:
    begun = time.process_time()
    mrkdwn(hostile)
    assert time.process_time() - begun < 1
