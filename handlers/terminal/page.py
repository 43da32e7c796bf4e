"""Draws a rehearsed channel as one HTML page: a look-alike of Slack for papers, made from the true payloads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

Block = Mapping[str, Any]

STYLE = """
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.47 Lato, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 16px 24px; }
.message { position: relative; padding: 8px 0 8px 48px; }
.message::before { content: "c"; position: absolute; left: 0; top: 10px; width: 36px; height: 36px; border-radius: 8px;
  background: #1f4d3f; color: #fff; font: bold 22px/34px Georgia, serif; text-align: center; }
.reply { margin-left: 24px; padding-left: 64px; border-left: 2px solid #ddd; }
.reply::before { left: 16px; }
.who { font-weight: 900; }
.app { background: #ddd; border-radius: 2px; font-size: 10px; padding: 1px 3px; color: #454447; }
.when, .edited { color: #616061; font-size: 12px; }
h2 { font-size: 18px; line-height: 1.33; margin: 4px 0; }
.context { color: #616061; font-size: 13px; margin: 4px 0; }
p { margin: 2px 0; } ul { margin: 2px 0; padding-left: 22px; }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #ddd; }
a { color: #1264a3; text-decoration: none; }
code { background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; color: #e01e5a;
  font-size: 12px; }
.control { display: inline-block; margin: 6px 8px 2px 0; padding: 4px 12px; border: 1px solid #bbb; border-radius: 4px;
  font-size: 13px; font-weight: 700; }
.primary { background: #007a5a; border-color: #007a5a; color: #fff; } .danger { color: #e01e5a; border-color: #e01e5a; }
hr { border: 0; border-top: 1px solid #ddd; }
"""

MARKS = (("bold", "b"), ("italic", "i"), ("strike", "s"), ("code", "code"))
KINDS = {"rich_text_section": "p", "rich_text_quote": "blockquote", "rich_text_preformatted": "pre"}


def page(messages: Iterable[Block]) -> str:
    """A whole page: every top message with its thread below it, as they stand now."""
    kept = list(messages)
    tops = [one for one in kept if one.get("thread_ts", one["ts"]) == one["ts"]]
    drawn = (_message(one, one is not top) for top in tops for one in _thread(top, kept))
    head = f'<!doctype html>\n<meta charset="utf-8">\n<title>copydesk</title>\n<style>{STYLE}</style>\n'
    return f"{head}<main>{''.join(drawn)}</main>\n"


def _thread(top: Block, messages: list[Block]) -> list[Block]:
    return [one for one in messages if top["ts"] in (one["ts"], one.get("thread_ts"))]


def _message(message: Block, is_reply: bool) -> str:
    at = datetime.fromtimestamp(float(message["ts"]), UTC)
    edited = ' <span class="edited">(edited)</span>' if message.get("edited") else ""
    head = (
        f'<span class="who">copydesk</span> <span class="app">APP</span> <span class="when">{at:%H:%M}</span>{edited}'
    )
    body = "".join(_block(block) for block in message.get("blocks") or ())
    return f'<div class="message{" reply" if is_reply else ""}">{head}{body}</div>'


def _block(block: Block) -> str:
    match block["type"]:
        case "header":
            return f"<h2>{_text(block['text'])}</h2>"
        case "section":
            return f"<p>{_text(block['text'])}</p>{_control(block.get('accessory'))}"
        case "context":
            return "".join(f'<div class="context">{_text(element)}</div>' for element in block["elements"])
        case "actions":
            return f"<div>{''.join(_control(element) for element in block['elements'])}</div>"
        case "divider":
            return "<hr>"
        case "rich_text":
            return "".join(_rich(element) for element in block["elements"])
        case other:
            raise ValueError(f"no drawing of a {other} block")


def _rich(element: Block) -> str:
    if element["type"] == "rich_text_list":
        return f"<ul>{''.join(f'<li>{_words(item)}</li>' for item in element['elements'])}</ul>"
    tag = KINDS[element["type"]]
    return f"<{tag}>{_words(element)}</{tag}>"


def _words(element: Block) -> str:
    return "".join(_run(run) for run in element["elements"])


def _run(run: Block) -> str:
    """One run of rich text: styled words, or a link."""
    words = escape(str(run.get("text") or run.get("url") or "")).replace("\n", "<br>")
    for style, tag in MARKS:
        if (run.get("style") or {}).get(style):
            words = f"<{tag}>{words}</{tag}>"
    return f'<a href="{escape(run["url"])}">{words}</a>' if run["type"] == "link" else words


def _control(control: Block | None) -> str:
    if control is None:
        return ""
    if control["type"] == "button":
        return f'<span class="control {control.get("style", "")}">{_text(control["text"])}</span>'
    return f'<span class="control">{_text(control["placeholder"])} ▾</span>'


def _text(text: Block) -> str:
    return escape(str(text.get("text", "")))
